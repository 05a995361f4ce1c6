#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Parallax authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the weights file of a checkpoint.

    export.py CHECKPOINT.pt OUT.plxm [--keep OLD.plxm]

--keep takes over the tensors that other recipes put into OLD (coref.*).
"""
import argparse

import numpy as np
import torch

import corpora
import network
import plxm


MATRIX = {"name.1": "name.1.w"}


def bytes_of(weight, per):
    """8-bit integers and a scale for each row (@per 0) or column (@per 1) of a matrix."""
    scale = np.maximum(np.abs(weight).max(1 - per, keepdims=True), 1e-9) / 127
    return np.round(weight / scale).astype(np.int8), scale.astype(np.float32).ravel()


def product(tensors, name, state, key):
    weight, matrix = state[f"{key}.weight"].numpy().T, MATRIX.get(name, name)
    tensors[matrix], tensors[f"{matrix}.scale"] = bytes_of(weight, 1)
    tensors[f"{name}.bias"] = state[f"{key}.bias"].numpy()


def floats(tensors, name, state, key, kind=np.float32):
    tensors[f"{name}.w"] = state[f"{key}.weight"].numpy().T.astype(kind)
    tensors[f"{name}.b"] = state[f"{key}.bias"].numpy()


def norm(tensors, name, state, key):
    tensors[f"{name}.w"], tensors[f"{name}.b"] = state[f"{key}.weight"].numpy(), state[f"{key}.bias"].numpy()


def tensors_of(state, pieces, n_layers):
    t = {"pieces": np.frombuffer(b"".join(p.encode() + b"\0" for p in pieces), np.uint8)}
    t["words"], t["words.scale"] = bytes_of(state["encoder.words.weight"].numpy(), 0)
    t["positions"] = state["encoder.positions.weight"].numpy().astype(np.float16)
    t["shapes"] = state["encoder.shapes.weight"].numpy()
    norm(t, "embed.norm", state, "encoder.norm")
    for i in range(n_layers):
        at = f"encoder.layers.{i}"
        for name in ("qkv", "out", "up", "down"):
            product(t, f"layer.{i}.{name}", state, f"{at}.{name}")
        for name in ("norm1", "norm2"):
            norm(t, f"layer.{i}.{name}", state, f"{at}.{name}")
    t["mix"] = torch.softmax(state["encoder.mix"], 0).numpy()
    floats(t, "upos", state, "upos")
    floats(t, "xpos", state, "xpos")
    product(t, "name.1", state, "name1")
    # the set whose idea of a name is followed becomes part of the bias
    use = state["sets.weight"][corpora.SET_ID[corpora.NAME_SET_FOR_USE]]
    t["name.1.bias"] = (state["name1.bias"] + state["name1.weight"] @ use).numpy()
    floats(t, "name.2", state, "name2")
    t["root"] = state["root"].numpy()
    product(t, "tree.feats", state, "feats")
    t["tree.arc"], t["tree.label"] = state["arcs"].numpy().astype(np.float16), state["labels"].numpy().astype(np.float16)
    floats(t, "meaning", state, "meaning", np.float16)
    return {name: np.ascontiguousarray(a) for name, a in t.items()}


def main():
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("checkpoint")
    ask.add_argument("out")
    ask.add_argument("--keep")
    a = ask.parse_args()
    saved = torch.load(a.checkpoint, weights_only=False)
    _, path = network.load_base()
    pieces = network.Pieces(path)
    about = {"name": "english", "hidden": 384, "layers": 6, "heads": 12, "ffn": 1536, "positions": 512, "eps": 1e-12,
             "pieces": "wordpiece-uncased", "n_pieces": len(pieces.all()), "cls": pieces.cls, "sep": pieces.sep,
             "pad": pieces.pad, "unk": pieces.unk, "max_word_pieces": pieces.most,
             "labels": {"upos": saved["upos"], "xpos": saved["xpos"], "deprel": saved["deprel"], "name": saved["names"]},
             "meaning": 384}
    tensors = tensors_of(saved["state"], pieces.all(), about["layers"])
    if a.keep:
        old, kept = plxm.read(a.keep)
        tensors.update({k: v for k, v in kept.items() if k.startswith(("coref.", "vector."))})
        about.update({k: v for k, v in old.items() if k == "vector"})
    print(plxm.write(a.out, about, tensors))


if __name__ == "__main__":
    main()
