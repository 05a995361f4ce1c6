#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Parallax authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""B-cubed F1, precision and recall of `parallax-cli stories` on sets of articles whose events are known.

usage: compare-stories.py CLI CORPORA [SET …]     CORPORA holds crosssource/

abp and basil: several outlets on one event, dates hidden and shown. ecb: ECB+, where a topic has two
events alike (a quake here, a quake there). wcl: eight events. meantime: three topics, no events: two
articles of one topic are mostly two stories, so only recall means little there.
mixed: all of them in one collection. PLX_MODEL=none tells what words alone do.
"""
import collections
import gzip
import json
import pathlib
import subprocess
import sys
import tempfile

FILES = {"abp": ["abp-clusters/clusters"], "basil": ["basil/clusters"], "ecb": ["ecbplus/train", "ecbplus/dev"],
         "wcl": ["newswcl50/clusters"], "meantime": ["meantime/clusters"]}


def clusters(corpora, name):
    out = []
    for file in FILES[name]:
        with gzip.open(corpora / "crosssource" / f"{file}.jsonl.gz", "rt", encoding="utf-8") as lines:
            out += [json.loads(line) for line in lines]
    return out


def rows_of(groups, dates):
    rows = [{"id": article["doc_id"], "text": article["text"], "title": article.get("title"), "source": article.get("outlet"),
             "published": article.get("date") if dates else None} for group in groups for article in group["articles"]]
    return sorted(({k: v for k, v in row.items() if v is not None} for row in rows), key=lambda row: row["id"])


def stories(cli, rows):
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.write("".join(json.dumps(row) + "\n" for row in rows))
        file.flush()
        got = subprocess.run([cli, "stories", "--articles", file.name], stdout=subprocess.PIPE, check=True).stdout
    return [story for story in map(json.loads, got.splitlines()) if "story" in story]


def b_cubed(gold, predicted):
    """Both: article → group. F1, precision, recall."""
    golds, found = collections.defaultdict(set), collections.defaultdict(set)
    for article, group in gold.items():
        golds[group].add(article)
        found[predicted[article]].add(article)
    shared = {a: len(golds[g] & found[predicted[a]]) for a, g in gold.items()}
    precision = sum(shared[a] / len(found[predicted[a]]) for a in gold) / len(gold)
    recall = sum(shared[a] / len(golds[g]) for a, g in gold.items()) / len(gold)
    return 2 * precision * recall / (precision + recall), precision, recall


def measure(cli, name, groups, dates):
    gold = {article["doc_id"]: group["cluster_id"] for group in groups for article in group["articles"]}
    rows = rows_of(groups, dates)
    predicted = {article: story["story"] for story in stories(cli, rows) for article in story["articles"]}
    f1, precision, recall = b_cubed(gold, predicted)
    print(f"{name:16} {len(rows):6} articles {len(groups):4} events   F1 {f1:.3f}  P {precision:.3f}  R {recall:.3f}", flush=True)


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    cli, corpora, names = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3:] or [*FILES, "mixed"]
    for name in names:
        groups = [g for n in FILES if n != "meantime" for g in clusters(corpora, n)] if name == "mixed" else clusters(corpora, name)
        dated = any(article.get("date") for group in groups for article in group["articles"])
        for dates in ([False, True] if dated else [False]):
            measure(cli, f"{name} {'dated' if dates else 'undated'}", groups, dates)


if __name__ == "__main__":
    main()
