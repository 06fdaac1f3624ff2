"""Has the teacher label free text: for each word the three likeliest heads and
the two likeliest relations and tags with their probabilities.

    python3 label.py --shared ../shared --glove glove.json --teacher teacher.pt --text silver.conllu --out silver.pt
"""
import argparse
import random
import time

import numpy as np
import torch
import torch.nn.functional as F

import corpus
import teach


def top(logits, k, warmth=1.0):
    """Indices and probabilities of the k best classes, the latter summing to one."""
    p, i = F.softmax(logits * warmth, -1).topk(k, -1)
    p = p / p.sum(-1, keepdim=True)
    return i.numpy().astype(np.int16), p.numpy().astype(np.float16)


@torch.no_grad()
def label(models, batch):
    """Fills soft of the sentences of batch with the mean of the models."""
    outs = []
    for m in models:
        outs.append(m(m.encode([s.forms for s in batch])))
    arc = torch.stack([F.log_softmax(o[0], -1) for o in outs]).mean(0)
    tag = torch.stack([F.log_softmax(o[3], -1) for o in outs]).mean(0)
    if arc.size(-1) < 3:
        return
    hi, hp = top(arc, 3)
    heads = torch.from_numpy(hi[..., 0].astype(np.int64))
    lab = torch.stack([F.log_softmax(m.labels(o[1], o[2], heads), -1) for m, o in zip(models, outs)]).mean(0)
    ri, rp = top(lab, 2)
    ti, tp = top(tag, 2)
    for b, s in enumerate(batch):
        n = len(s)
        s.soft = tuple(x[b, :n] for x in (hi, hp, ri, rp, ti, tp))
        s.heads = s.rels = None


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("--shared", default="../shared")
    ap.add_argument("--glove", required=True)
    ap.add_argument("--teacher", required=True, nargs="+")
    ap.add_argument("--text", required=True)
    ap.add_argument("--out", required=True)
    a = ap.parse_args()
    torch.set_num_threads(1)
    models, names = [], None
    for path in a.teacher:
        ck = torch.load(path)
        m, _, _ = teach.build(a.shared, a.glove, ck["hidden"], ck["layers"])
        m.load_state_dict(ck["state"])
        m.eval()
        models.append(m)
    names = sorted(models[0].tags, key=models[0].tags.get)
    text = corpus.read(a.text)
    rng = random.Random(1)
    start, done = time.time(), 0
    for batch in corpus.batches(text, 3000, rng):
        label(models, batch)
        done += len(batch)
        if done % 2000 < len(batch):
            print(f"{done}/{len(text)} {time.time() - start:.0f}s", flush=True)
    out = [s for s in text if s.soft is not None]
    for s in out:
        s.tags = [names[i] for i in s.soft[4][:, 0]]
    torch.save(out, a.out)


if __name__ == "__main__":
    main()
