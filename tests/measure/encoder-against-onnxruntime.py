#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Parallax authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The encoder alone against ONNX Runtime's 8 bits on the same graph, one core,
same sentences, same run.

  encoder-against-onnxruntime.py ENCODER-SPEED WEIGHTS.plxm ARTICLES.jsonl[.gz]
                                 [--sentences N] [--rounds N]

Needs a Python with the packages:

  python3 -m venv V && V/bin/pip install onnxruntime onnx numpy

The graph is built from the weights file: embeddings, layers, mix of the
layers, meaning of a sentence; with the operators that ONNX Runtime's own
optimiser would put there (Attention, SkipLayerNormalization, BiasGelu) and its
dynamic quantisation, a column a scale or not, whichever is faster. It gets
sentences sorted by length, so that hardly anything is padding, in batches of
the best of several sizes. Figures are pieces a second without padding; the
best round counts, by processor time, and the programs take turns. Ours runs
all heads, the graph only the meaning of a sentence. The answers of both are not
compared here: tests/unit/language/ holds the encoder to its fp32 path.
"""
import argparse
import gzip
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time
import unicodedata

import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "data/language/training"))
import plxm  # noqa: E402

BATCHES = (96, 192, 512, 1024)       # pieces with padding
MICROSOFT = "com.microsoft"


# ---------------------------------------------------------------- the graph

class Graph:
    def __init__(self):
        self.nodes, self.constants = [], []

    def constant(self, name, value):
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def add(self, kind, inputs, domain="", **attributes):
        out = f"n{len(self.nodes)}"
        more = [f"{out}.{i}" for i in range(3)] if kind == "SkipLayerNormalization" else []
        self.nodes.append(helper.make_node(kind, inputs, [out] + ["", "", ""][:len(more)], domain=domain, **attributes))
        return out


def matrix(tensors, name):
    """Inputs × outputs in fp32, of what the file keeps in 8 bits with a scale a column."""
    return tensors[name].astype(np.float32) * tensors[f"{name}.scale"][None, :]


def layer(g, t, i, x, lengths, about):
    at, eps = f"layer.{i}", about["eps"]
    c = lambda name: g.constant(f"{at}.{name}", t[f"{at}.{name}"])          # noqa: E731
    w = lambda name: g.constant(f"{at}.{name}", matrix(t, f"{at}.{name}"))  # noqa: E731
    seen = g.add("Attention", [x, w("qkv"), c("qkv.bias"), lengths], MICROSOFT, num_heads=about["heads"])
    out = g.add("MatMul", [seen, w("out")])
    x = g.add("SkipLayerNormalization", [out, x, c("norm1.w"), c("norm1.b"), c("out.bias")], MICROSOFT, epsilon=eps)
    up = g.add("BiasGelu", [g.add("MatMul", [x, w("up")]), c("up.bias")], MICROSOFT)
    down = g.add("MatMul", [up, w("down")])
    return g.add("SkipLayerNormalization", [down, x, c("norm2.w"), c("norm2.b"), c("down.bias")], MICROSOFT, epsilon=eps)


def build(about, t):
    g = Graph()
    rows = t["words"].astype(np.float32) * t["words.scale"][:, None]
    x = g.add("Add", [g.add("Gather", [g.constant("words", rows), "ids"]), g.add("Gather", [g.constant("positions", t["positions"]), "places"])])
    x = g.add("Add", [x, g.add("Gather", [g.constant("shapes", t["shapes"]), "forms"])])
    x = g.add("LayerNormalization", [x, g.constant("norm.w", t["embed.norm.w"]), g.constant("norm.b", t["embed.norm.b"])], epsilon=about["eps"])
    mixed = None
    for i in range(about["layers"]):
        x = layer(g, t, i, x, "lengths", about)
        part = g.add("Mul", [x, g.constant(f"mix.{i}", np.float32(t["mix"][i]))])
        mixed = part if mixed is None else g.add("Add", [mixed, part])
    mean = g.add("MatMul", ["shares", x])
    meaning = g.add("Add", [g.add("MatMul", [mean, g.constant("meaning.w", t["meaning.w"])]), g.constant("meaning.b", t["meaning.b"])])
    g.nodes += [helper.make_node("Identity", [mixed], ["mixed"]), helper.make_node("Identity", [meaning], ["meaning"])]
    inputs = [helper.make_tensor_value_info(n, TensorProto.INT64, ["b", "s"]) for n in ("ids", "forms")]
    inputs += [helper.make_tensor_value_info("places", TensorProto.INT64, ["s"]),
               helper.make_tensor_value_info("lengths", TensorProto.INT32, ["b"]),
               helper.make_tensor_value_info("shares", TensorProto.FLOAT, ["b", 1, "s"])]
    outputs = [helper.make_tensor_value_info("mixed", TensorProto.FLOAT, ["b", "s", about["hidden"]]),
               helper.make_tensor_value_info("meaning", TensorProto.FLOAT, ["b", 1, about["hidden"]])]
    return helper.make_model(helper.make_graph(g.nodes, "encoder", inputs, outputs, g.constants), ir_version=8,
                             opset_imports=[helper.make_opsetid("", 17), helper.make_opsetid(MICROSOFT, 1)])


def session(path):
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_ALL
    return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])


def sessions(about, tensors, place):
    model = build(about, tensors)
    onnx.save(model, f"{place}/fp32.onnx")
    made = {}
    for name, per_channel in (("a scale a matrix", False), ("a scale a column", True)):    # unsigned weights are a third slower
        quantize_dynamic(f"{place}/fp32.onnx", f"{place}/int8.onnx", per_channel=per_channel, weight_type=QuantType.QInt8,
                         extra_options={"DefaultTensorType": TensorProto.FLOAT})
        made[name] = session(f"{place}/int8.onnx")
    return made


# ---------------------------------------------------------------- the text

def read_sentences(path, most):
    out = []
    with gzip.open(path, "rt", encoding="utf-8") if path.endswith(".gz") else open(path, encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            for article in row.get("articles", [row]):
                for sentence in re.split(r"(?<=[.!?])\s+(?=[A-Z“\"])|\n+", article["text"]):
                    if 2 <= len(sentence.split()) <= 100:
                        out.append(" ".join(re.findall(r"\w+|[^\w\s]", sentence)))
                    if len(out) == most:
                        return out
    return out


def pieces_of(word, known, about):
    word = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn")
    ids, at = [], 0
    while at < len(word):
        end = len(word)
        while end > at and ("##" * (at > 0) + word[at:end]) not in known:
            end -= 1
        if end == at:
            return [about["unk"]]
        ids.append(known["##" * (at > 0) + word[at:end]])
        at = end
    return ids[:about["max_word_pieces"]]


def encoded(sentences, about, tensors):
    """Sorted by length, so that a batch has hardly any padding."""
    known = {p: i for i, p in enumerate(tensors["pieces"].tobytes().decode().split("\0"))}
    rows = [[about["cls"]] + [i for w in s.split() for i in pieces_of(w, known, about)] + [about["sep"]] for s in sentences]
    return sorted(rows, key=len)


def batches(rows, size):
    at = 0
    while at < len(rows):
        end = at + 1
        while end < len(rows) and (end + 1 - at) * len(rows[end]) <= size:
            end += 1
        part = rows[at:end]
        n, width = len(part), len(part[-1])
        ids, shares = np.zeros((n, width), np.int64), np.zeros((n, 1, width), np.float32)
        for i, row in enumerate(part):
            ids[i, :len(row)] = row
            shares[i, 0, :len(row)] = 1 / len(row)
        yield {"ids": ids, "forms": np.zeros_like(ids), "places": np.arange(width, dtype=np.int64),
               "lengths": np.array([len(r) for r in part], np.int32), "shares": shares}
        at = end


def onnx_speed(run, rows, size):
    fed = list(batches(rows, size))
    start = time.process_time()
    for feed in fed:
        run(None, feed)
    return sum(map(len, rows)) / (time.process_time() - start)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("encoder_speed")
    parser.add_argument("weights")
    parser.add_argument("articles")
    parser.add_argument("--sentences", type=int, default=500)
    parser.add_argument("--rounds", type=int, default=2)
    options = parser.parse_args()
    about, tensors = plxm.read(options.weights)
    tensors = {name: t.astype(np.float32) if t.dtype == np.float16 else t for name, t in tensors.items()}
    sentences = read_sentences(options.articles, options.sentences)
    rows = encoded(sentences, about, tensors)
    ours, theirs = 0.0, {}
    with tempfile.TemporaryDirectory() as place:
        pathlib.Path(f"{place}/sentences.txt").write_text("\n".join(sentences) + "\n", encoding="utf-8")
        runs = {name: s.run for name, s in sessions(about, tensors, place).items()}
        for _ in range(options.rounds):
            out = subprocess.run([options.encoder_speed, options.weights, f"{place}/sentences.txt"], check=True, text=True, capture_output=True).stdout
            ours = max([ours] + [float(x) for x in re.findall(r"([\d.]+) pieces/s", out)])
            for name, run in runs.items():
                for size in BATCHES:
                    theirs[name, size] = max(theirs.get((name, size), 0), onnx_speed(run, rows, size))
    (name, size), best = max(theirs.items(), key=lambda item: item[1])
    print(f"{len(rows)} sentences, {sum(map(len, rows))} pieces; one core; load {os.getloadavg()[0]:.1f}")
    for key, value in sorted(theirs.items()):
        print(f"  ONNX Runtime {onnxruntime.__version__}, {key[0]}, batches of {key[1]}: {value:,.0f} pieces/s")
    print(f"ONNX Runtime int8, best ({name}, {size}): {best:,.0f} pieces/s")
    print(f"plx-encoder int8: {ours:,.0f} pieces/s; ratio {ours / best:.2f} (bar 1.3)")


if __name__ == "__main__":
    main()
