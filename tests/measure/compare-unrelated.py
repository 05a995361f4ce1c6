#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Parallax authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How often `parallax-cli compare` says that an article tells a claim of another event, which nobody in it made.

usage: compare-unrelated.py CLI CORPORA COVERAGE-DEV [STORIES]

The claims of each event of COVERAGE-DEV (its clusters.jsonl) and of the demo, as they are worded and paraphrased, are asked
of the stories of the other events and of STORIES (8 unless told) drawn from abp-clusters. Both with the model and, for
comparison, by words alone (PLX_MODEL=none).
"""
import collections
import gzip
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile

TOLD = ("reported", "differs", "contradicted")


def read(path):
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def rows_of(story):
    rows = [{"id": f"a{n}", "text": article["text"], "title": article.get("title"), "source": article.get("outlet"),
             "published": article.get("date") or story.get("date")} for n, article in enumerate(story["articles"])]
    return [{k: v for k, v in row.items() if v} for row in rows]


def write(place, name, rows):
    path = place / name
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def statuses(cli, story, claims, model):
    """The status of every cell."""
    with tempfile.TemporaryDirectory() as folder:
        place = pathlib.Path(folder)
        articles = write(place, "articles.jsonl", rows_of(story))
        asked = write(place, "claims.jsonl", [{"id": f"c{n}", "statement": claim} for n, claim in enumerate(claims)])
        got = subprocess.run([cli, "compare", "--articles", articles, "--claims", asked], stdout=subprocess.PIPE, check=True,
                             env={**os.environ, **({} if model else {"PLX_MODEL": "none"})}).stdout
    return [cell["status"] for claim in json.loads(got)["claims"] for cell in claim["cells"].values()]


def main():
    if len(sys.argv) not in (4, 5):
        sys.exit(__doc__)
    cli, corpora, events = sys.argv[1], pathlib.Path(sys.argv[2]) / "crosssource", pathlib.Path(sys.argv[3])
    events = read(events / "clusters.jsonl" if events.is_dir() else events) + read(corpora / "demo" / "clusters.jsonl")
    others = read(corpora / "abp-clusters" / "clusters.jsonl.gz")
    random.Random(3).shuffle(others)
    others = others[:int(sys.argv[4]) if len(sys.argv) == 5 else 8]
    for wording in ("statement", "paraphrase"):
        for model in (True, False):
            n = collections.Counter(status for event in events for story in events + others if story is not event
                                    for claims in [[s[wording] for s in event["statements"] if s.get(wording)]] if claims
                                    for status in statuses(cli, story, claims, model))
            told = sum(n[status] for status in TOLD)
            print(wording, "with meaning" if model else "words alone", f"told {told / n.total():.4f} of {n.total()} cells",
                  *(f"{status} {n[status]}" for status in TOLD))


if __name__ == "__main__":
    main()
