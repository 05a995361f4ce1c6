#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Parallax authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes data/language/en/features.tsv from treebanks.

    features.py TREEBANK.conllu[.gz]… OUT.tsv

A row is UPOS, Penn tag, form, features: what words of these tags mostly have
(form "*"), and what a word has that differs, for words seen often enough.
"""
import collections
import gzip
import sys

FIRST = ("# Features of words by tag, from UD English EWT (train) and the freely licensed part of UD English GUM "
         "(train), CC BY-SA 4.0; made by data/language/training/features.py\n")
OFTEN = 5
CLOSED = {"ADP", "AUX", "CCONJ", "DET", "NUM", "PART", "PRON", "SCONJ", "ADV"}
TYPOS = ("Typo", "Abbr", "Style", "ExtPos", "Foreign")


def words(path):
    opener = gzip.open if path.endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            cells = line.rstrip("\n").split("\t")
            if len(cells) == 10 and cells[0].isdigit():
                features = [f for f in cells[5].split("|") if f.split("=")[0] not in TYPOS]
                yield cells[3], cells[4], cells[1].lower().replace("’", "'"), "|".join(features) or "_"


def main():
    *paths, out = sys.argv[1:]
    by_tag, by_word = collections.defaultdict(collections.Counter), collections.defaultdict(collections.Counter)
    for path in paths:
        for upos, xpos, form, features in words(path):
            by_tag[upos, xpos][features] += 1
            by_word[upos, xpos, form][features] += 1
    rows = []
    for tag, counts in sorted(by_tag.items()):
        most, n = counts.most_common(1)[0]
        if n >= OFTEN:
            rows.append((*tag, "*", most))
    usual = {row[:2]: row[3] for row in rows}
    for (upos, xpos, form), counts in sorted(by_word.items()):
        most, n = counts.most_common(1)[0]
        if n >= OFTEN and upos in CLOSED and (upos, xpos) in usual and most != usual[upos, xpos]:
            rows.append((upos, xpos, form, most))
    with open(out, "w", encoding="utf-8") as file:
        file.write(FIRST)
        file.writelines("\t".join(row) + "\n" for row in sorted(rows) if row[2:] != ("*", "_"))


main()
