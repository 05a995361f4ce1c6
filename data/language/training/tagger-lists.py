#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Parallax authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes data/language/en/lexicon.tsv and tagger.tsv from treebanks.

    tagger-lists.py TREEBANK.conllu[.gz]… OUT_FOLDER

lexicon.tsv: form, then per reading "UPOS|XPOS count lemma-edit"; a lemma edit
is how many letters to cut from the end of the folded form, then what to add.
tagger.tsv: counts of tag sequences (T, B, C: one, two, three tags; a
tag's number in B, C and S is its place among the T), endings of
rare words (S; capitalised words have endings marked "^") and weights (L).
Words of news that treebanks of the web lack are made from verbs.txt.
"""
import collections
import gzip
import pathlib
import sys

SOURCES = ("# Counts from UD English EWT (train) and the freely licensed part of UD English GUM (train), "
           "CC BY-SA 4.0; made by data/language/training/tagger-lists.py\n")
MAX_ENDING = 5
RARE = 8


def sentences(path):
    opener = gzip.open if path.endswith(".gz") else open
    sentence = []
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if not line:
                if sentence:
                    yield sentence
                sentence = []
            elif not line.startswith("#"):
                f = line.split("\t")
                if f[0].isdigit() and f[4] not in ("_", "GW", "AFX") and f[3] != "X":
                    sentence.append((f[1].replace("’", "'"), f"{f[3]}|{f[4]}", f[2]))
    if sentence:
        yield sentence


def edit(form, lemma):
    """("studies", "study") → "3y"."""
    form, lemma = form.lower(), lemma.lower()
    n = 0
    while n < min(len(form), len(lemma)) and form[n] == lemma[n]:
        n += 1
    return f"{len(form) - n}{lemma[n:]}"


def conjugate(base, past=None, participle=None):
    doubled = base + base[-1] if base in DOUBLED else base
    third = base + "es" if base.endswith(("s", "sh", "ch", "x", "z")) else base[:-1] + "ies" if base[-1] == "y" and base[-2] not in "aeiou" else base + "s"
    stem = base[:-1] if base[-1] == "e" and not base.endswith("ee") else doubled
    past = past or (base[:-1] + "ied" if base[-1] == "y" and base[-2] not in "aeiou" else stem + "ed")
    return {"VB": base, "VBP": base, "VBZ": third, "VBD": past, "VBN": participle or past, "VBG": stem + "ing"}


DOUBLED = set()


def add_verbs(path, lexicon):
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        base, *rest = line.split()
        if rest == ["+"]:
            DOUBLED.add(base)
            rest = []
        for xpos, form in conjugate(base, *rest).items():
            key = (f"VERB|{xpos}", edit(form, base))
            if not any(tag == key[0] for tag, _ in lexicon[form]):
                lexicon[form][key] += 1


def main():
    *paths, out = sys.argv[1:]
    out = pathlib.Path(out)
    lexicon = collections.defaultdict(collections.Counter)
    one, two, three = collections.Counter(), collections.Counter(), collections.Counter()
    for path in paths:
        for s in sentences(path):
            tags = ["<", "<"] + [t for _, t, _ in s] + [">"]
            for i, (form, tag, lemma) in enumerate(s):
                key = form.lower() if i == 0 and not tag.startswith("PROPN") else form
                lexicon[key][(tag, edit(form, lemma))] += 1
            for i in range(2, len(tags)):
                one[tags[i]] += 1
                two[tuple(tags[i - 1:i + 1])] += 1
                three[tuple(tags[i - 2:i + 1])] += 1
    two[("<", "<")] = one["<"] = one[">"]

    endings = collections.defaultdict(collections.Counter)
    for form, readings in lexicon.items():
        total = sum(readings.values())
        if total <= RARE and form[0].isalpha():
            mark = "^" if form[0].isupper() else ""
            for n in range(0, min(MAX_ENDING, len(form)) + 1):
                for (tag, _), c in readings.items():
                    endings[mark + form.lower()[len(form) - n:]][tag] += c

    # Brants (2000): how far to trust sequences of one, two, three
    weights = [0, 0, 0]
    for (a, b, c), n in three.items():
        bigram_context, unigram_total = two[(a, b)], sum(one.values())
        scores = [(one[c] - 1) / (unigram_total - 1),
                  (two[(b, c)] - 1) / (one[b] - 1) if one[b] > 1 else 0,
                  (n - 1) / (bigram_context - 1) if bigram_context > 1 else 0]
        weights[max(range(3), key=lambda k: (scores[k], k))] += n

    add_verbs(pathlib.Path(__file__).with_name("verbs.txt"), lexicon)
    with open(out / "lexicon.tsv", "w", encoding="utf-8") as f:
        f.write(SOURCES)
        for form in sorted(lexicon):
            best = {}
            for (tag, how), n in lexicon[form].most_common():
                best.setdefault(tag, [0, how])[0] += n
            if "\t" in form or not form.strip() or form.startswith("#") or "://" in form:
                continue
            if sum(n for n, _ in best.values()) < 2 and not form.isalpha():
                continue
            f.write(form + "\t" + " ".join(f"{tag}:{n}:{how}" for tag, (n, how) in best.items()) + "\n")
    with open(out / "tagger.tsv", "w", encoding="utf-8") as f:
        f.write(SOURCES)
        number = {tag: str(i) for i, tag in enumerate(sorted(one))}
        for tag, n in sorted(one.items()):
            f.write(f"T\t{tag}\t{n}\n")
        for kind, counts in (("B", two), ("C", three)):
            for tags, n in sorted(counts.items()):
                if kind == "B" or n > 1:
                    f.write(kind + "\t" + " ".join(number[t] for t in tags) + f"\t{n}\n")
        f.write("L\t" + " ".join(f"{w / sum(weights):.4f}" for w in weights) + "\n")
        for ending, counts in sorted(endings.items()):
            kept = [(tag, n) for tag, n in counts.most_common(10) if n > 1 or len(ending) < 3]
            if sum(counts.values()) >= 4 and kept:
                f.write("S\t" + ending + "\t" + " ".join(f"{number[tag]}:{n}" for tag, n in kept) + "\n")


main()
