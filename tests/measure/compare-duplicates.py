#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Parallax authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How many of the program's own claims look like another row of the same story.

usage: compare-duplicates.py CLI CORPORA [STORIES] [--show]

Two rows look alike if their texts, without a speaker in front and small words, share 0.8 of all the words that either has, with
the same figures and as many denials. Counted on the demo and on STORIES (20 unless told) drawn from abp-clusters. A person must
read what --show prints: one sentence told by two speakers is two rows and rightly so.
"""
import gzip
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile

ALIKE = 0.8
SMALL = set("a an the of in on at to for and or but that this it its he she they his her their was were is are be been has have had "
            "will would with by from as said says say told".split())
DENIALS = {"not", "no", "never", "n't", "without", "none", "nobody"}


def read(path):
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def claims_of(cli, story):
    rows = [{"id": f"a{n}", "text": a["text"], "title": a.get("title"), "source": a.get("outlet"), "published": a.get("date") or story.get("date")}
            for n, a in enumerate(story["articles"])]
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "articles.jsonl"
        path.write_text("".join(json.dumps({k: v for k, v in row.items() if v}) + "\n" for row in rows), encoding="utf-8")
        got = subprocess.run([cli, "compare", "--articles", path], stdout=subprocess.PIPE, check=True).stdout
    return [claim["statement"] for claim in json.loads(got)["claims"]]


def described(text):
    words = re.findall(r"n't|\w+", re.sub(r"^[^:.“\"]{1,60}: ", "", text).lower())
    return {w for w in words if w not in SMALL}, {w for w in words if w[0].isdigit()}, sum(w in DENIALS for w in words)


def pairs(texts):
    known = [described(text) for text in texts]
    return [(texts[i], texts[j]) for i in range(len(texts)) for j in range(i)
            if len(known[i][0]) > 2 and known[i][1:] == known[j][1:]
            and len(known[i][0] & known[j][0]) >= ALIKE * len(known[i][0] | known[j][0])]


def main():
    show = "--show" in sys.argv
    args = [a for a in sys.argv[1:] if a != "--show"]
    if len(args) not in (2, 3):
        sys.exit(__doc__)
    corpora = pathlib.Path(args[1]) / "crosssource"
    stories = read(corpora / "abp-clusters" / "clusters.jsonl.gz")
    random.Random(5).shuffle(stories)
    n_claims = n_alike = 0
    for story in read(corpora / "demo" / "clusters.jsonl") + stories[:int(args[2]) if len(args) == 3 else 20]:
        texts = claims_of(args[0], story)
        found = pairs(texts)
        n_claims += len(texts)
        n_alike += len({a for a, _ in found})
        for a, b in found if show else ():
            print(f"  {b}\n  {a}\n")
    print(f"claims {n_claims}, of which {n_alike} look like another row ({n_alike / max(1, n_claims):.4f})")


if __name__ == "__main__":
    main()
