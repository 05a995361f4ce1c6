#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Parallax authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What reading with whole numbers loses against floating point: `parse` on
gold words, once as it ships and once with PLX_PRECISION=fp32.

  int8-loss.py PARALLAX-CLI EWT-DEV.conllu UNER-EWT-DEV.tsv [LIMIT]

Prints UPOS and LAS (universal relations) on the first, exact F1 of PER ORG LOC
on the second, in points, and the difference (bar: at most 0.3 lost). The
weights of a *.plxm file are whole numbers for both; what rounding them cost is
in the training's log (data/language/training/), which goes through it.
"""
import os
import subprocess
import sys
import tempfile

KINDS = {"PER", "ORG", "LOC"}


def read_conllu(path, limit):
    """Rows of ten columns, of words only, a list for each sentence."""
    out, rows = [], []
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if not line and rows:
            out.append(rows)
            rows = []
        elif line and not line.startswith("#"):
            cells = line.split("\t")
            if cells[0].isdigit():
                rows.append(cells)
    return (out + [rows] * bool(rows))[:limit]


def read_names(path, limit):
    """As read_conllu, with the label of a name as last column."""
    out, rows = [], []
    for line in list(open(path, encoding="utf-8")) + ["\n"]:
        line = line.rstrip("\n")
        if line.startswith("#"):
            continue
        if line:
            word, label = line.split("\t")[:2]
            rows.append([str(len(rows) + 1), word] + ["_"] * 7 + ["NER=" + label])
        elif rows:
            out.append(rows)
            rows = []
    return out[:limit]


def parsed(cli, sentences, precision):
    with tempfile.TemporaryDirectory() as place:
        with open(f"{place}/in.conllu", "w", encoding="utf-8") as file:
            for rows in sentences:
                file.write("".join("\t".join(row[:2] + ["_"] * 8) + "\n" for row in rows) + "\n")
        with open(f"{place}/out.conllu", "w", encoding="utf-8") as file:
            subprocess.run([cli, "parse", f"{place}/in.conllu"], stdout=file, check=True,
                           env={**os.environ, "PLX_PRECISION": precision})
        return read_conllu(f"{place}/out.conllu", None)


def names(rows):
    spans, begin, kind = set(), None, None
    for i, row in enumerate(rows + [["0"] + ["_"] * 8 + ["NER=O"]]):
        label = next((p[4:] for p in row[9].split("|") if p.startswith("NER=")), "O")
        if begin is not None and label != f"I-{kind}":
            spans.add((begin, i, kind))
            begin = None
        if label[:2] == "B-" or (label[:2] == "I-" and begin is None):
            begin, kind = i, label[2:]
    return {span for span in spans if span[2] in KINDS}


def share(gold, mine, right):
    pairs = [(g, m) for a, b in zip(gold, mine) for g, m in zip(a, b)]
    return 100 * sum(right(g, m) for g, m in pairs) / len(pairs)


def same_relation(gold, mine):
    return gold[6] == mine[6] and gold[7].split(":")[0] == mine[7].split(":")[0]


def name_f1(gold, mine):
    pairs = [(names(a), names(b)) for a, b in zip(gold, mine)]
    right = sum(len(a & b) for a, b in pairs)
    return 200 * right / max(1, sum(len(a) + len(b) for a, b in pairs))


def main():
    cli, trees, named = sys.argv[1:4]
    limit = int(sys.argv[4]) if len(sys.argv) > 4 else None
    trees, named = read_conllu(trees, limit), read_names(named, limit)
    figures = {}
    for precision in ("int8", "fp32"):
        mine = parsed(cli, trees, precision)
        figures[precision] = [share(trees, mine, lambda g, m: g[3] == m[3]), share(trees, mine, same_relation),
                              name_f1(named, parsed(cli, named, precision))]
    print(f"{'':8}   int8    fp32   lost   ({len(trees)} and {len(named)} sentences; bar 0.3)")
    for name, a, b in zip(("UPOS", "LAS", "names"), *figures.values()):
        print(f"{name:8} {a:6.2f}  {b:6.2f}  {b - a:+5.2f}")


if __name__ == "__main__":
    main()
