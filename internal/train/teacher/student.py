"""Fits the student, the small network that ships: word and affix tables, one
convolution, three bidirectional layers of a quasi-recurrent network (Bradbury
et al. 2017) that add to each other, and heads for tags, attachments and relations.

    python3 student.py --shared ../shared --glove glove.json --silver silver.pt --out ../../model/weights/english.bin
"""
import argparse
import random
import time

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

import corpus
from teach import Drop

WORD, AFFIX, BUCKETS = 64, 64, 8192
CONV, HIDDEN, ARC, LAB, TAG = 160, 128, 96, 64, 64
LAYERS = 3
REACH = 14  # distances are told apart in REACH steps to either side


def fnv(data, h=2166136261):
    for b in data:
        h = ((h ^ b) * 16777619) & 0xFFFFFFFF
    return h


def mix(h):
    h ^= h >> 16
    h = (h * 0x85EBCA6B) & 0xFFFFFFFF
    h ^= h >> 13
    h = (h * 0xC2B2AE35) & 0xFFFFFFFF
    return h ^ (h >> 16)


def word_key(form):
    """The 32-bit key of a form in the table of words."""
    return mix(fnv(corpus.zeros(corpus.normal(form)).encode()))


def shape(form):
    """Capitals X, letters x, digits d, other marks themselves; runs squeezed to two, at most ten."""
    out = []
    for c in form:
        s = "X" if c.isupper() else "x" if c.isalpha() else "d" if c.isdigit() else c
        if len(out) < 2 or out[-1] != s or out[-2] != s:
            out.append(s)
    return "".join(out[:10])


CACHE = {}


def affixes(form):
    """The buckets of a form's features: shape, prefixes, suffixes, the form as written."""
    got = CACHE.get(form)
    if got is None:
        low = corpus.zeros(corpus.normal(form)).encode()
        cased = form.encode()
        parts = [shape(form).encode(), low[:2], low[:3], low[-1:], low[-2:], low[-3:], low[-4:], cased[:24]]
        got = [mix(fnv(bytes([i]) + p)) % (BUCKETS - 1) + 1 for i, p in enumerate(parts)]
        CACHE[form] = got
    return got


def gate(x):
    """A sigmoid without exponentials."""
    return 0.5 + 0.5 * x / (1 + x.abs())


def squash(x):
    return x / (1 + x.abs())


@torch.jit.script
def scan(f, z):
    """c[t] = f[t] c[t-1] + (1 - f[t]) z[t] along dimension 0."""
    n = f.size(0)
    g = (1 - f) * z
    fs, gs = f.unbind(0), g.unbind(0)
    c = gs[0]
    out = [c]
    for t in range(1, n):
        c = torch.addcmul(gs[t], fs[t], c)
        out.append(c)
    return torch.stack(out)


class Recurrent(nn.Module):
    """One bidirectional layer: forget and output gates from the input alone."""

    def __init__(self, d, h):
        super().__init__()
        self.h = h
        self.w = nn.Linear(d, 6 * h)  # f z o forward, f z o backward
        with torch.no_grad():
            self.w.bias[:h] += 1.0
            self.w.bias[3 * h:4 * h] += 1.0

    def forward(self, x, mask):
        """(batch, n, d), (batch, n) -> (batch, n, 2h)"""
        u = self.w(x)
        a, b = u.split(3 * self.h, -1)
        u = torch.stack([a, b.flip(1)])
        f, z, o = gate(u[..., :self.h]), squash(u[..., self.h:2 * self.h]), gate(u[..., 2 * self.h:])
        m = torch.stack([mask, mask.flip(1)]).unsqueeze(-1)
        f, z = f * m, z * m
        c = scan(f.permute(2, 0, 1, 3), z.permute(2, 0, 1, 3)).permute(1, 2, 0, 3)
        y = c * o
        return torch.cat([y[0], y[1].flip(1)], -1)


class Student(nn.Module):
    def __init__(self, keys, vectors, known, tags, rels, drop=0.15):
        super().__init__()
        self.keys = {k: i + 1 for i, k in enumerate(keys)}
        self.tags, self.rels = tags, rels
        self.register_buffer("glove", torch.cat([torch.zeros(1, vectors.shape[1]), torch.from_numpy(vectors)]))
        self.gproj = nn.Linear(vectors.shape[1], WORD, bias=False)
        # Words of the training text have a vector of their own on top of the given one.
        self.register_buffer("known", torch.cat([torch.zeros(1, dtype=torch.long), torch.tensor(known)]))
        self.word = nn.Embedding(int(self.known.max()) + 1, WORD, padding_idx=0)
        self.affix = nn.Embedding(BUCKETS, AFFIX)
        nn.init.zeros_(self.word.weight)
        nn.init.normal_(self.affix.weight, std=0.2)
        self.conv = nn.Linear(3 * (WORD + AFFIX), CONV)
        self.r = nn.ModuleList([Recurrent(CONV if i == 0 else 2 * HIDDEN, HIDDEN) for i in range(LAYERS)])
        h = 2 * HIDDEN
        self.heads = nn.Linear(h, 2 * ARC + 2 * LAB + TAG)
        self.u = nn.Linear(ARC, ARC + 1 + 2 * REACH)  # biaffine, bias to root, distances
        self.rootarc, self.rootlab = nn.Parameter(torch.randn(ARC) * 0.1), nn.Parameter(torch.randn(LAB) * 0.1)
        self.harc = nn.Linear(ARC, 1)
        self.lab = nn.Linear(2 * LAB, len(rels))
        self.tag = nn.Linear(TAG, len(tags))
        self.indrop, self.drop = Drop(drop), Drop(1.3 * drop)

    def words(self):
        """The table of words as it ships: (len(keys)+1, WORD)."""
        return self.gproj(self.glove) + self.word(self.known)

    def encode(self, batch, rng=None):
        n = max(len(s) for s in batch)
        wid, aff = np.zeros((len(batch), n), np.int64), np.zeros((len(batch), n, 8), np.int64)
        for i, forms in enumerate(batch):
            for k, f in enumerate(forms):
                aff[i, k] = affixes(f)
                if rng is None or rng.random() > 0.08:
                    wid[i, k] = self.keys.get(KEY(f), 0)
        return torch.from_numpy(wid), torch.from_numpy(aff), torch.tensor([len(s) for s in batch])

    def forward(self, enc):
        wid, aff, lengths = enc
        b, n = wid.shape
        mask = (torch.arange(n)[None, :] < lengths[:, None]).float()
        w = F.linear(self.glove[wid], self.gproj.weight) + self.word(self.known[wid])
        x = torch.cat([w, self.affix(aff).sum(2)], -1) * mask.unsqueeze(-1)
        x = self.indrop(x)
        zero = x.new_zeros(b, 1, x.size(2))
        x = torch.cat([torch.cat([zero, x[:, :-1]], 1), x, torch.cat([x[:, 1:], zero], 1)], -1)
        x = self.drop(F.relu(self.conv(x)))
        for i, r in enumerate(self.r):
            y = self.drop(r(x, mask))
            x = y if i == 0 else x + y
        y = F.leaky_relu(self.heads(x), 0.1)
        ad, ah, ld, lh, tg = y.split([ARC, ARC, LAB, LAB, TAG], -1)
        ad, tg = self.drop(ad), self.drop(tg)
        ah = self.drop(torch.cat([self.rootarc.expand(b, 1, -1), ah], 1))
        lh = torch.cat([self.rootlab.expand(b, 1, -1), lh], 1)
        u = self.u(ad)
        arc = u[..., :ARC] @ ah.transpose(1, 2) + self.harc(ah).transpose(1, 2)
        arc = arc + torch.cat([u[..., ARC:ARC + 1], u[..., ARC + 1:].gather(2, steps(n).expand(b, -1, -1))], -1)
        key = torch.arange(n + 1)[None, :] <= lengths[:, None]
        arc = arc.masked_fill(~key[:, None, :], -1e4)
        own = torch.arange(n)
        arc[:, own, own + 1] = -1e4
        return arc, ld, lh, self.tag(tg)

    def labels(self, ld, lh, heads):
        hh = lh.gather(1, heads[:, :, None].expand(-1, -1, lh.size(2)))
        return self.lab(self.drop(torch.cat([F.relu(ld + hh), ld * hh], -1)))


BOUND = [1, 2, 3, 4, 5, 6, 8, 10, 13, 17, 22, 30, 45, 10**9]


def steps(n, cache={}):
    """Bucket of the distance from word i to head j, (1, n, n): to the left first."""
    if n not in cache:
        i = torch.arange(n)
        d = i[None, :] - i[:, None]
        bucket = torch.bucketize(d.abs().clamp(min=1), torch.tensor(BOUND))
        cache[n] = torch.where(d < 0, bucket, bucket + REACH)[None]
    return cache[n]


KEYS = {}


def KEY(f):
    k = KEYS.get(f)
    if k is None:
        k = KEYS[f] = word_key(f)
    return k


def soft_loss(logits, index, prob):
    """Cross entropy with distributions over a few classes: index and prob (..., k)."""
    lp = F.log_softmax(logits, -1).gather(-1, index)
    return -(prob * lp).sum(-1)


def loss_of(model, batch, rng):
    if batch[0].soft is None:
        batch = [corpus.varied(s, rng, 0.2) for s in batch]
    else:
        batch = [corpus.reworded(s, rng, 0.15) for s in batch]
    enc = model.encode([s.forms for s in batch], rng)
    arc, ld, lh, tag = model(enc)
    n = arc.size(1)
    if batch[0].soft is not None:
        return silver_loss(model, batch, n, arc, ld, lh, tag)
    heads = corpus.pad([s.heads for s in batch], n, -1)
    rels = corpus.pad([[model.rels[r] for r in s.rels] for s in batch], n, -1)
    tags = corpus.pad([[model.tags.get(t, -1) for t in s.tags] for s in batch], n, -1)
    flat = lambda x, y: F.cross_entropy(x.reshape(-1, x.size(-1)), y.reshape(-1), ignore_index=-1)
    return flat(arc, heads) + flat(model.labels(ld, lh, heads.clamp(min=0)), rels) + 0.5 * flat(tag, tags)


def silver_loss(model, batch, n, arc, ld, lh, tag):
    """The loss against the teacher's distributions."""
    def grid(i, dtype, fill=0):
        out = np.full((len(batch), n) + batch[0].soft[i].shape[1:], fill, dtype)
        for b, s in enumerate(batch):
            out[b, :len(s)] = s.soft[i]
        return torch.from_numpy(out)
    hi, hp, ri, rp, ti, tp = [grid(i, np.int64 if i % 2 == 0 else np.float32) for i in range(6)]
    # The teacher may give a word itself a little weight as head; the student never does.
    hp = hp.masked_fill(hi == torch.arange(1, n + 1)[None, :, None], 0.0)
    mask = (hp.sum(-1) > 0).float()
    hp = hp / hp.sum(-1, keepdim=True).clamp(min=1e-6)
    lab = model.labels(ld, lh, hi[..., 0])
    total = soft_loss(arc, hi, hp) + soft_loss(lab, ri, rp) + 0.5 * soft_loss(tag, ti, tp)
    return (total * mask).sum() / mask.sum()


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


def build(a, silver):
    train, dev = corpus.treebank(a.shared)
    count = {}
    for s in train + silver:
        for f in s.forms:
            k = corpus.zeros(corpus.normal(f))
            count[k] = count.get(k, 0) + 1
    words, vec = corpus.glove(a.glove, {w for w, n in count.items() if n >= 2}, a.words)
    sums = {}
    for w, v in zip(words, vec):
        k = corpus.zeros(corpus.normal(w))
        if k in sums:
            sums[k][0] += v
            sums[k][1] += 1
        else:
            sums[k] = [v.copy(), 1]
    for w, n in count.items():
        if n >= 3 and w not in sums:
            sums[w] = [np.zeros(100, np.float32), 1]
    table = {}
    for w in sorted(sums):
        table.setdefault(word_key(w), sums[w][0] / sums[w][1])
    keys = sorted(table)
    often = {word_key(w) for w, n in count.items() if n >= 3}
    known, n = [], 0
    for k in keys:
        n += k in often
        known.append(n if k in often else 0)
    tags, rels = {}, {}
    for s in train:
        for t in s.tags:
            tags[t] = tags.get(t, 0) + 1
        for r in s.rels:
            rels[r] = rels.get(r, 0) + 1
    tags = {t: i for i, t in enumerate(sorted(t for t, n in tags.items() if n >= 5))}
    rels = {r: i for i, r in enumerate(sorted(rels))}
    print(f"{len(keys)} words, {n} trained, {len(tags)} tags, {len(rels)} relations", flush=True)
    return Student(keys, np.stack([table[k] for k in keys]), known, tags, rels, a.drop), train, dev


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("--shared", default="../shared")
    ap.add_argument("--glove", required=True)
    ap.add_argument("--silver", nargs="*", default=[])
    ap.add_argument("--out", default="student.pt")
    ap.add_argument("--epochs", type=float, default=12)
    ap.add_argument("--words", type=int, default=50000)
    ap.add_argument("--gold", type=int, default=3, help="times the treebank is read for each pass over the silver trees")
    ap.add_argument("--tokens", type=int, default=2000)
    ap.add_argument("--rate", type=float, default=3e-3)
    ap.add_argument("--drop", type=float, default=0.1)
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--limit", type=float, default=1e9)
    ap.add_argument("--every", type=int, default=1500, help="steps between evaluations")
    a = ap.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(a.seed)
    rng = random.Random(a.seed)
    silver = [s for path in a.silver for s in torch.load(path)]
    model, train, dev = build(a, silver)
    opt = torch.optim.Adam(model.parameters(), lr=a.rate, betas=(0.9, 0.98))
    ema = {k: v.clone() for k, v in model.state_dict().items()}
    start, step, done = time.time(), 0, 0.0
    todo = []
    total = None
    while done < 1:
        if not todo:
            todo = corpus.batches(silver, a.tokens, rng)
            for _ in range(a.gold):
                todo += corpus.batches(train, a.tokens, rng)
            rng.shuffle(todo)
            total = total or len(todo) * a.epochs
        done = max(step / total, (time.time() - start) / a.limit)
        for g in opt.param_groups:
            g["lr"] = a.rate * min(1, (step + 1) / 300) * max(0.0, 1 - done)**0.8
        opt.zero_grad()
        loss = loss_of(model, todo.pop(), rng)
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 5.0)
        opt.step()
        step += 1
        k = min(0.999, (1 + step) / (10 + step))
        if step % 5 == 0:
            with torch.no_grad():
                for name, v in model.state_dict().items():
                    if name not in ("glove", "known"):
                        ema[name].lerp_(v, 1 - k**5)
        if step % 100 == 0:
            print(f"step {step}/{total:.0f} loss {loss.item():.3f} {time.time() - start:.0f}s", flush=True)
        if step % a.every == 0 or done >= 1:
            raw = {k: v.clone() for k, v in model.state_dict().items()}
            model.load_state_dict(ema)
            u, h, l = evaluate(model, dev)
            print(f"step {step}: UPOS {u:.2f} UAS {h:.2f} LAS {l:.2f} {time.time() - start:.0f}s", flush=True)
            torch.save({"state": ema, "keys": list(model.keys), "tags": model.tags, "rels": model.rels}, a.out)
            model.load_state_dict(raw)


if __name__ == "__main__":
    main()
