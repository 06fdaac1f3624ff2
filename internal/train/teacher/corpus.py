"""Sentences with trees, read from CoNLL-U, and batches of them as tensors."""
import glob
import gzip
import json
import os
import random

import numpy as np
import torch

ROOT = 0  # column of the root in head indices; words count from 1


class Sentence:
    """Forms, tags ("UPOS/XPOS"), heads (0 is the root) and relations of a sentence."""
    __slots__ = ("forms", "tags", "heads", "rels", "weight", "soft")

    def __init__(self, forms, tags, heads, rels, weight=1.0):
        self.forms, self.tags, self.heads, self.rels, self.weight = forms, tags, heads, rels, weight
        self.soft = None

    def __len__(self):
        return len(self.forms)


def read(path, limit=100):
    """Reads a CoNLL-U file, dropping sentences of more than limit words."""
    out, rows = [], []
    opener = gzip.open if path.endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8") as f:
        for line in f:
            line = line.rstrip("\n")
            if not line:
                if rows and len(rows) <= limit:
                    out.append(build(rows))
                rows = []
            elif line[0] != "#":
                c = line.split("\t")
                if c[0].isdigit():
                    rows.append(c)
    if rows and len(rows) <= limit:
        out.append(build(rows))
    return out


def build(rows):
    return Sentence([r[1] for r in rows], [r[3] + "/" + r[4] for r in rows],
                    [int(r[6]) if r[6] != "_" else 0 for r in rows], [r[7] for r in rows])


def treebank(shared):
    """The training sections, EWT and Wikinews; and the development section."""
    d = os.path.join(shared, "data/treebank")
    train = read(os.path.join(d, "en_ewt-ud-train.conllu.gz"))
    for p in sorted(glob.glob(os.path.join(d, "gum-wikinews/dep/*.conllu"))):
        train += read(p)
    return train, read(os.path.join(d, "en_ewt-ud-dev.conllu.gz"), 10**6)


def glove(path, want, top):
    """Vectors of the words in want and of the top most frequent ones: (words, matrix)."""
    cache = path + ".npz"
    if not os.path.exists(cache):
        with open(path) as f:
            j = json.load(f)
        words = j["words"]
        vec = j["vectors"]
        m = np.array([vec[w][:100] if isinstance(vec, dict) else vec[i][:100] for i, w in enumerate(words)], np.float32)
        np.savez(cache, words=np.array(words), m=m)
    z = np.load(cache)
    words, m = z["words"], z["m"]
    keep = [i for i, w in enumerate(words) if i < top or w in want]
    return [str(words[i]) for i in keep], m[keep] / m[keep].std()


def normal(form):
    """The form under which a word is looked up: lower case, digits as 0, plain quotes."""
    w = form.lower().replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"')
    w = w.replace("–", "-").replace("—", "--")
    return w


def zeros(w):
    return "".join("0" if c.isdigit() else c for c in w)


def varied(s, rng, rate):
    """s, or with probability rate a variant of it: other case, no final mark, other names."""
    if rng.random() >= rate or len(s) < 2:
        return s
    forms, tags, heads, rels = s.forms, s.tags, s.heads, s.rels
    kind = rng.random()
    if kind < 0.3 and tags[-1].startswith("PUNCT") and len(s) not in heads:
        return Sentence(forms[:-1], tags[:-1], heads[:-1], rels[:-1], s.weight)
    if kind < 0.45:
        forms = [f.lower() for f in forms]
    elif kind < 0.6:
        forms = [f.upper() for f in forms]
    elif kind < 0.7:
        forms = [f[:1].upper() + f[1:] for f in forms]
    else:
        forms = [name(rng) if t == "PROPN/NNP" and f.isalpha() and rng.random() < 0.5 else f for f, t in zip(forms, tags)]
    return Sentence(forms, tags, heads, rels, s.weight)


def reworded(s, rng, rate):
    """A sentence labelled by the teacher, or a variant of it with the same labels:
    other case, other names."""
    if rng.random() >= rate:
        return s
    kind = rng.random()
    if kind < 0.25:
        forms = [f.lower() for f in s.forms]
    elif kind < 0.45:
        forms = [f.upper() for f in s.forms]
    elif kind < 0.6:
        forms = [f[:1].upper() + f[1:] for f in s.forms]
    else:
        forms = [name(rng) if t == "PROPN/NNP" and f.isalpha() and rng.random() < 0.5 else f for f, t in zip(s.forms, s.tags)]
    out = Sentence(forms, s.tags, None, None)
    out.soft = s.soft
    return out


SYLLABLES = "ka ri mo ten shi va lo dra pe zu bek han or il us ev ta ni sto go ru mar yen ko ba dou ame sal fi qu ord chi wa le ström ov ic ez an ya oğ ü á tl nz pk".split()


def name(rng):
    """A made-up capitalised name."""
    return "".join(rng.choice(SYLLABLES) for _ in range(rng.randint(2, 4))).capitalize()


def batches(sentences, tokens, rng):
    """Shuffled lists of sentences of like length with about that many tokens."""
    order = sorted(range(len(sentences)), key=lambda i: len(sentences[i]) + rng.random() * 4)
    out, cur = [], []
    for i in order:
        if cur and (len(cur) + 1) * len(sentences[i]) > tokens:
            out.append(cur)
            cur = []
        cur.append(sentences[i])
    if cur:
        out.append(cur)
    rng.shuffle(out)
    return out


def pad(rows, width, fill=0):
    out = np.full((len(rows), width), fill, np.int64)
    for i, r in enumerate(rows):
        out[i, :len(r)] = r
    return torch.from_numpy(out)
