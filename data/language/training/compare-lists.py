#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Parallax authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the word lists that the compare room reads, from WordNet 3.0 and wordfreq 3.1.

usage: compare-lists.py WORDNET_DIR WORDFREQ_MSGPACK_GZ NATIONALITIES_TSV OUT_DIR

WORDNET_DIR: /usr/share/wordnet of Debian's wordnet-base; WORDFREQ: large_en.msgpack.gz of
the wheel (needs python3-msgpack); NATIONALITIES: CIA World Factbook, public domain.
Never needed to build or to run."""
import collections
import gzip
import pathlib
import re
import sys

import msgpack

WORDNET = "WordNet 3.0, Copyright 2006 Princeton University, WordNet 3.0 licence (permissive)"
PARTS = ("noun", "verb", "adj", "adv")


def write(path, head, rows):
    rows = list(rows)
    path.write_text("".join(f"# {line}\n" for line in head) + "".join("\t".join(r) + "\n" for r in rows), encoding="utf-8")
    print(path.name, len(rows), path.stat().st_size)


def frequencies(path):
    """word -> zipf: log10 of uses in a thousand million words."""
    out = {}
    for n, words in enumerate(msgpack.load(gzip.open(path), raw=False)[1:]):
        zipf = 9 - n / 100
        for w in words:
            if re.fullmatch(r"[a-z][a-z'-]+", w):
                out[w] = zipf
    return out


def synsets(where):
    """[(part, words, {symbol: [(part, offset, src, dst)]})], by (part, offset)"""
    out = {}
    for part in PARTS:
        for line in open(where / f"data.{part}", encoding="utf-8"):
            if line.startswith("  "):
                continue
            f = line.split(" | ")[0].split()
            n = int(f[3], 16)
            words = [re.sub(r"\(.*\)", "", f[4 + 2 * i]).lower() for i in range(n)]
            at = 4 + 2 * n
            pointers = collections.defaultdict(list)
            for i in range(int(f[at])):
                s, offset, p, sd = f[at + 1 + 4 * i: at + 5 + 4 * i]
                p = {"n": "noun", "v": "verb", "a": "adj", "s": "adj", "r": "adv"}[p]
                pointers[s].append((p, offset, int(sd[:2], 16), int(sd[2:], 16)))
            out[part, f[0]] = (words, pointers)
    return out


def senses(where):
    """(part, lemma) -> offsets in order of use, and how many of them are attested"""
    out = {}
    for part in PARTS:
        for line in open(where / f"index.{part}", encoding="utf-8"):
            if line.startswith("  "):
                continue
            f = line.split()
            n = int(f[2])
            out[part, f[0]] = (f[-n:], int(f[-n - 1]))
    return out


def main(wordnet, wordfreq, nationalities, out):
    wordnet, out = pathlib.Path(wordnet), pathlib.Path(out)
    zipf = frequencies(wordfreq)
    sets, index = synsets(wordnet), senses(wordnet)
    common = {w for w, z in zipf.items() if z >= 3.0}

    write(out / "frequencies.tsv",
          ["wordfreq 3.1.1 (large English list, words of Zipf frequency 2.7 and more), CC BY-SA 4.0; see https://github.com/rspeer/wordfreq for its sources",
           "word, tenths of Zipf frequency (log10 of uses in a thousand million words)"],
          ((w, f"{round(10 * z)}") for w, z in sorted(zipf.items()) if z >= 2.7))

    irregular = {}
    for part in ("verb", "noun", "adj"):
        for line in open(wordnet / f"{part}.exc", encoding="utf-8"):
            f = line.split()
            if f[0] in common and f[1] in zipf and "_" not in f[1] and f[0] != f[1]:
                irregular.setdefault(f[0], f[1])
    write(out / "irregular.tsv", [f"{WORDNET}; irregular forms", "form, lemma"], sorted(irregular.items()))

    def taken(part, lemma):
        """The senses of a lemma that are common enough to trust."""
        offsets, attested = index.get((part, lemma), ([], 0))
        return offsets[:max(1, min(attested, 4))]

    groups = set()
    for (part, offset), (words, pointers) in sets.items():
        group = [w for w in words if w in common and "_" not in w and offset in taken(part, w)]
        if len(group) > 1:
            groups.add(tuple(sorted(set(group))))
    write(out / "synonyms.tsv", [f"{WORDNET}; words that share one of their frequent senses", "words of one sense"], sorted(g for g in groups if len(g) > 1))

    kinds = set()
    for part in ("noun", "verb"):
        for (p, lemma) in index:
            if p != part or lemma not in common or "_" in lemma or len(lemma) < 3:
                continue
            for offset in taken(part, lemma)[:2]:
                for (tp, to, _, _) in sets[part, offset][1].get("@", []):
                    for w in sets[tp, to][0]:
                        if w in common and "_" not in w and w != lemma and to in taken(tp, w)[:2] and zipf[w] < 5.2:
                            kinds.add((lemma, w))
    by = collections.defaultdict(list)
    for a, b in sorted(kinds):
        by[a].append(b)
    write(out / "kinds.tsv", [f"{WORDNET}; the more general word of a frequent sense", "word, more general words"], ([a, *b] for a, b in sorted(by.items())))

    parent = {}

    def root(w):
        while parent.setdefault(w, w) != w:
            w = parent[w]
        return w

    for (part, offset), (words, pointers) in sets.items():
        for symbol in ("+", "\\", "<"):
            for (tp, to, src, dst) in pointers.get(symbol, []):
                pairs = [(words[src - 1], sets[tp, to][0][dst - 1])] if src and dst else []
                for a, b in pairs:
                    if a in common and b in common and len(a) > 3 and len(b) > 3 and a[:4] == b[:4]:
                        parent[root(a)] = root(b)
    families = collections.defaultdict(set)
    for w in list(parent):
        families[root(w)].add(w)
    write(out / "families.tsv", [f"{WORDNET}; words derived from one another", "words of one family"], sorted(tuple(sorted(f)) for f in families.values() if 1 < len(f) < 25))

    antonyms = set()
    for (part, offset), (words, pointers) in sets.items():
        for (tp, to, src, dst) in pointers.get("!", []):
            a, b = words[src - 1], sets[tp, to][0][dst - 1]
            if a in common and b in common and offset in taken(part, a) and to in taken(tp, b):
                antonyms.add((min(a, b), max(a, b)))
    write(out / "antonyms.tsv", [f"{WORDNET}; opposites in a frequent sense (opposites.tsv adds those of the news)", "word, opposite"], sorted(antonyms))

    places = []
    for line in open(nationalities, encoding="utf-8"):
        if line.startswith("#"):
            continue
        f = line.rstrip("\n").split("\t")
        if f[0] == "country":
            continue
        country, noun, adjective, capital = f[0], f[1], f[2], f[5] if len(f) > 5 else ""
        if "," in country:
            a, b = country.split(", ", 1)
            country = f"{b} {a}"
        adjectives = [x.strip() for x in re.split(r" or |, |;", re.sub(r"\(.*?\)", "", adjective)) if re.fullmatch(r"[A-Z][\w' -]+", x.strip())]
        if country.endswith(" Korea"):
            adjectives = [f"{country}n"]
        if country == "United States":
            adjectives, capital = ["American", "US", "U.S.", "USA"], "Washington"
        if country and adjectives:
            places.append((country, ";".join(adjectives), re.sub(r" ?\(.*?\)|;.*", "", capital).strip() if re.fullmatch(r"[A-Z][\w' .-]+", re.sub(r" ?\(.*?\)|;.*", "", capital).strip()) else ""))
    write(out / "states.tsv", ["CIA World Factbook via factbook/factbook.json @8662a8b1, public domain", "state, its adjectives (;), its capital (news say \"Paris\" for the government there)"], sorted(places))


if __name__ == "__main__":
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    main(*sys.argv[1:])
