#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Parallax authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Recall and precision of copies and of shared passages on reprints that are planted.

usage: compare-reprints.py BUILD CORPORA [SET …]      SET: abp kcna (both)

Each cell of the grid has reprints of so many words, so many of which are edited: words put in another's
place, left out and put in, a third each. Kinds: copy (the whole text), headline (another headline before
it), moved (its thirds in another order), inside (in the middle of another article of 400 words; found
when the passages of the pair cover half of it). A pair that nobody planted is no mistake if the two, before
they were edited, share over 30 % of their rows of five words (inside: ten rows): collections have
reprints of their own.
"""
import collections
import gzip
import itertools
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile

FILES = {"abp": "abp-clusters/clusters", "kcna": "kcna/kcna-2024"}
LENGTHS, EDITS, KINDS = (60, 100, 200, 400), (0.0, 0.1, 0.2, 0.3), ("copy", "headline", "moved", "inside")


def texts_of(corpora, name):
    """One text per event: articles of one event share passages by themselves."""
    with gzip.open(corpora / "crosssource" / f"{FILES[name]}.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [(row["articles"][0] if "articles" in row else row)["text"].split() for row in rows]


def edited(words, share, vocabulary, dice):
    out = []
    for word in words:
        draw = dice.random()
        if draw >= share:
            out.append(word)
        elif draw < share / 3:
            out.append(dice.choice(vocabulary))
        elif draw < 2 * share / 3:
            out += [word, dice.choice(vocabulary)]
    return out


def plant(kind, words, share, host, vocabulary, dice):
    copy = edited(words, share, vocabulary, dice)
    if kind == "headline":
        return dice.sample(vocabulary, 9) + copy
    if kind == "moved":
        third = len(copy) // 3
        parts = [copy[:third], copy[third:2 * third], copy[2 * third:]]
        return parts[1] + parts[2] + parts[0]
    if kind == "inside":
        middle = len(host) // 2
        return host[:middle] + copy + host[middle:]
    return copy


def collection(texts, kind, dice):
    vocabulary = [word for text in texts for word in text]
    articles, cells = [], {}
    cells_in_turn = itertools.cycle(itertools.product(LENGTHS, EDITS))
    pool = [t for t in texts if len(t) >= 60]
    dice.shuffle(pool)
    while len(pool) > 1:
        length, share = next(cells_in_turn)
        text, host = pool.pop(), pool.pop() if kind == "inside" else []
        start = dice.randrange(max(1, len(text) - length))
        words = text[start:start + length]
        n = len(cells)
        copy = plant(kind, words, share, host[:400], vocabulary, dice)
        articles += [{"id": f"o{n}", "text": " ".join(words)}, {"id": f"c{n}", "text": " ".join(copy)}]
        cells[n] = (length if len(words) == length else None, share, len(words))
    dice.shuffle(articles)
    return articles, cells


def grams(text):
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[i:i + 5]) for i in range(len(words) - 4)}


def call(build, mode, articles):
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.write("".join(json.dumps(row) + "\n" for row in articles))
        file.flush()
        return subprocess.run([build / "tests/measure/compare-speed", mode, file.name], check=True, stdout=subprocess.PIPE, text=True,
                              env={"PLX_DATADIR": str(pathlib.Path(__file__).resolve().parents[2] / "data"), **os.environ}).stdout


def pairs_of(build, kind, articles):
    """Copies as the grouping of stories gives them; passages inside others as the comparison does."""
    out = set()
    if kind == "inside":
        for line in call(build, "reuse", articles).splitlines():
            a, b, share_a, share_b = line.split("\t")
            if max(float(share_a), float(share_b)) >= 0.5:
                out.add(tuple(sorted((a, b))))
        return out
    for line in call(build, "print", articles).splitlines():
        first, *ids = line.split("\t")
        if first == "copies":
            out |= {tuple(sorted(pair)) for pair in itertools.combinations(ids, 2)}
    return out


def measure(build, base, name, kind, totals):
    articles, cells = collection(base, kind, random.Random(f"{name} {kind}"))
    said = pairs_of(build, kind, articles)
    texts = {a["id"]: a["text"] for a in articles}
    known = {i: grams(texts["o" + i[1:]]) | (grams(texts[i]) if kind == "inside" else set()) for i in texts}
    right = collections.Counter()
    for n, (length, share, _) in cells.items():
        pair = tuple(sorted((f"o{n}", f"c{n}")))
        right[length, share, pair in said] += 1
        totals["found"] += pair in said
        totals["planted"] += 1
        said.discard(pair)
    wrong = [p for p in said if len(known[p[0]] & known[p[1]]) <= (9 if kind == "inside" else 0.3 * max(1, min(len(known[p[0]]), len(known[p[1]]))))]
    totals["wrong"] += len(wrong)
    for length in (*LENGTHS, None):
        row = "  ".join(f"{right[length, e, True] / max(1, right[length, e, True] + right[length, e, False]):.3f}" if right[length, e, True] + right[length, e, False] else "  -  " for e in EDITS)
        print(f"{name:5} {kind:9} {length or 'less':>5}   {row}", flush=True)
    print(f"{name:5} {kind:9} wrong {len(wrong)} of {len(cells)} {wrong[:3]}", flush=True)


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    build, corpora, names = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3:] or list(FILES)
    totals = collections.Counter()
    print("set   kind      words   " + "  ".join(f"{e:5.0%}" for e in EDITS))
    for name in names:
        texts = texts_of(corpora, name)
        for kind in KINDS:
            measure(build, texts, name, kind, totals)
    print(f"recall {totals['found'] / totals['planted']:.4f}  precision {totals['found'] / (totals['found'] + totals['wrong']):.4f}")


if __name__ == "__main__":
    main()
