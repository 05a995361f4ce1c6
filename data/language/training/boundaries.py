#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Parallax authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes data/language/en/boundaries.tsv: where sentences end, learnt from treebanks.

    boundaries.py BUILD/src/language/boundary-features TREEBANK.conllu[.gz]… OUT.tsv

Needs numpy, and boundary-features (ninja src/language/boundary-features), which
prints how the program describes each gap. Logistic regression over the patterns
below; the L1 penalty leaves some 3,000 of 80,000 combinations. Same input, same
output. Whole numbers in the file: hundredths. What is learnt from UD English EWT
(train) and the freely licensed part of GUM (train) is in the file that ships.
"""
import gzip
import subprocess
import sys

import numpy as np

SOURCES = ("# Weights learnt from UD English EWT (train) and the freely licensed part of UD English GUM (train), "
           "CC BY-SA 4.0; made by data/language/training/boundaries.py\n"
           "# pattern: attributes of a gap looked at together; then a pattern's number, values, what they are worth\n")
PENALTY = 1.0
ROUNDS = 300
SEEN = 3          # a combination seen less often is not learnt
BIAS = -0.3       # a sentence cut in two is worse for a reader than two left whole
SCALE = 100
PATTERNS = """
left-end right-shape
left-end right-open right-shape
left-word left-end
left-word right-shape
left-word left-end right-tag
right-word
right-word left-end
right-word left-shape
left-end right-tag
left-tag right-tag left-end
right-tag right2-tag left-end
left-end right-tag right2-tag style
left-shape left-end right-shape right2-shape
left2-shape left-shape right-shape right2-shape
left-shape right-shape right2-shape right3-shape
since left-end right-shape
since right-shape capitals left-end
since right-shape right-tag left-tag
ahead left-end right-shape
quote left-end right-open right-shape
bracket left-end right-shape
rule left-end right-shape
rule left-end right-word
rule abbreviation right-shape right-tag
style left-end right-shape
style left-end right-word
style left-end left-word
capitals right-shape left-end right2-shape
left2-word left-word
right-word right2-word
left-word right-word
abbreviation left-end right-shape
left-length left-end right-shape left-shape
left-end right-open
left2-end left-end
right-end left-end right-shape
right-shape right2-open right2-shape right-end
space left-end right-shape
line since left-end right-shape
line capitals right-tag since
left-open left-end right-shape
left-shape left-end right-tag style
left-word style right-shape
right-word style since
left2-tag left-tag right-tag right2-tag
left2-end right2-end left-end right-end
style left-end right-open
style ahead left-end right-shape
style quote left-end right-shape
style rule left-end right-shape
style line right-shape since
style left-shape left-end
"""


def texts(path):
    """Texts with U+0001 behind each sentence; paragraphs are lines."""
    text, rows = "", []

    def add(rows):
        out, glued = "", {}
        for f in rows:
            if "-" in f[0]:
                a, b = map(int, f[0].split("-"))
                glued.update({str(i): True for i in range(a, b)})
                glued[str(b)] = "SpaceAfter=No" in f[9]
        for f in rows:
            if f[0].isdigit():
                out += f[1] + ("" if glued.get(f[0], "SpaceAfter=No" in f[9]) else " ")
        return out.rstrip() + "\1" + out[len(out.rstrip()):]

    with (gzip.open if path.endswith(".gz") else open)(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("# newdoc"):
                if text:
                    yield text
                text = ""
            elif line.startswith("# newpar") and "_block" not in line and text:
                text = text.rstrip(" ") + "\n"
            elif line and not line.startswith("#"):
                rows.append(line.split("\t"))
            elif not line and rows:
                text += add(rows)
                rows = []
    yield text


def gaps(tool, paths):
    """{attribute: values of all gaps}; also of those that the rules are sure of."""
    marked = "".join(text + "\f" for path in paths for text in texts(path))
    out = subprocess.run([tool], input=marked.encode(), stdout=subprocess.PIPE, check=True).stdout.decode()
    head, *rows = [line.split("\t") for line in out.splitlines()]
    return dict(zip(head, zip(*rows)))


def combinations(columns, patterns):
    """(gaps, patterns + 1) numbers of combinations, 0 for rare ones; what each number is."""
    n = len(columns["ends"])
    numbers = np.zeros((n, len(patterns) + 1), np.int32)
    numbers[:, -1] = 1
    meanings = [None, (-1, ())]
    for k, names in enumerate(patterns):
        values = list(zip(*[columns[name] for name in names]))
        count = {}
        for v in values:
            count[v] = count.get(v, 0) + 1
        number = {}
        for v, c in count.items():
            if c >= SEEN:
                number[v] = len(meanings)
                meanings.append((k, v))
        numbers[:, k] = [number.get(v, 0) for v in values]
    return numbers, meanings


def learn(numbers, ends, n_weights):
    """FISTA with a step for each weight and restarts (Beck and Teboulle 2009)."""
    weights = np.zeros(n_weights)
    ahead, momentum, together = weights.copy(), 1.0, numbers.shape[1]
    flat = numbers.ravel()
    step = 1 / (0.0875 * together * np.maximum(np.bincount(flat, minlength=n_weights), 1))
    for _ in range(ROUNDS):
        chance = 1 / (1 + np.exp(-ahead[numbers].sum(1)))
        slope = np.bincount(flat, weights=np.repeat(chance - ends, together), minlength=n_weights)
        new = ahead - slope * step
        new = np.sign(new) * np.maximum(np.abs(new) - PENALTY * step, 0)
        new[0] = 0
        if ((ahead - new) * (new - weights)).sum() > 0:
            momentum = 1.0
        following = (1 + np.sqrt(1 + 4 * momentum * momentum)) / 2
        ahead = new + (momentum - 1) / following * (new - weights)
        weights, momentum = new, following
    return weights


def main():
    tool, *paths, out = sys.argv[1:]
    patterns = [line.split() for line in PATTERNS.split("\n") if line]
    columns = gaps(tool, paths)
    ends = np.array([int(v) for v in columns["ends"]], float)
    numbers, meanings = combinations(columns, patterns)
    weights = np.rint(learn(numbers, ends, len(meanings)) * SCALE).astype(int)
    with open(out, "w", encoding="utf-8") as f:
        f.write(SOURCES)
        for names in patterns:
            f.write("pattern\t" + " ".join(names) + "\n")
        f.write(f"bias\t{weights[1] + round(BIAS * SCALE)}\n")
        for (k, values), weight in zip(meanings[2:], weights[2:]):
            if weight:
                f.write(f"{k}\t{' '.join(values)}\t{weight}\n")
    wrong = ((numbers_score(numbers, weights) > 0) != (ends > 0)).sum()
    print(f"{len(ends)} gaps, {int(ends.sum())} ends, {(weights != 0).sum()} weights, {wrong} wrong in training")


def numbers_score(numbers, weights):
    return weights[numbers].sum(1)


main()
