"""Writes the weights of a student in the format of internal/model.

    python3 export.py student.pt ../../model/weights/english.bin [warmth]
"""
import struct
import sys

import numpy as np
import torch


def eighth(m):
    """A matrix as int8 and the scale that turns it back; the rarest large values are cut."""
    top = np.quantile(np.abs(m), 0.9999)
    scale = max(top, 1e-6) / 127
    return np.clip(np.round(m / scale), -127, 127).astype(np.int8), scale


def rows(m):
    """A matrix as int8 with a scale for each row."""
    scale = (np.abs(m).max(1) / 127).astype(np.float32)
    scale[scale == 0] = 1
    return np.round(m.astype(np.float32) / scale[:, None]).astype(np.int8), scale


def write(f, name, kind, dims, scale, data):
    f.write(struct.pack("<B", len(name)) + name.encode() + kind + struct.pack("<B", len(dims)))
    f.write(struct.pack(f"<{len(dims)}I", *dims) + struct.pack("<fI", scale, len(data)) + data)


def main():
    ck = torch.load(sys.argv[1])
    s = {k: v.numpy() for k, v in ck["state"].items()}
    with open(sys.argv[2], "wb") as f:
        f.write(b"ENTNET01")
        words = s["glove"] @ s["gproj.weight"].T + s["word.weight"][s["known"]]
        for name, m in (("word", words), ("affix", s["affix.weight"])):
            q, scale = eighth(m)
            write(f, name, b"b", q.shape, scale, q.tobytes())
        keys = np.array(ck["keys"], np.uint32)
        write(f, "keys", b"u", keys.shape, 1, keys.tobytes())
        layers = sorted(k[:-len(".weight")] for k in s if k.startswith("r.") and k.endswith(".w.weight"))
        for name in ("conv", *layers, "heads", "u", "lab", "tag"):
            q, scale = rows(s[f"{name}.weight"])
            write(f, f"{name}.weight", b"b", q.shape, 1, q.tobytes())
            write(f, f"{name}.scale", b"f", scale.shape, 1, scale.tobytes())
            bias = s[f"{name}.bias"].astype(np.float32)
            write(f, f"{name}.bias", b"f", bias.shape, 1, bias.tobytes())
        for key in ("rootarc", "rootlab", "harc.weight"):
            write(f, key, b"f", s[key].shape, 1, s[key].astype(np.float32).tobytes())
        for name in ("tags", "rels"):
            text = "\n".join(sorted(ck[name], key=ck[name].get)).encode()
            write(f, name, b"s", (len(text),), 1, text)
        warmth = float(sys.argv[3]) if len(sys.argv) > 3 else 1.0
        write(f, "warmth", b"f", (1,), 1, struct.pack("<f", warmth))


if __name__ == "__main__":
    main()
