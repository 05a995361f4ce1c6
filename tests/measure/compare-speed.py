#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Parallax authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Time and memory of grouping and comparing as articles grow.

usage: compare-speed.py BUILD CORPORA [stories|compare] [N …]     CORPORA holds crosssource/

stories: projects of N articles (1,000 3,000 10,000): abp-clusters, kcna and PolNeAR mixed and, where they
are not enough, repeated with other names and dates, always the same, with made-up vectors as a model gives
them: those of one event lie near each other. compare: one story of N articles of
40 sentences (50 300); the analysis is not counted, but takes its time.
"""
import base64
import datetime
import gzip
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile


def rows(corpora, file):
    with gzip.open(corpora / "crosssource" / f"{file}.jsonl.gz", "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def articles(corpora):
    out = [{**a, "event": c["cluster_id"]} for c in rows(corpora, "abp-clusters/clusters") for a in c["articles"]]
    out += [*rows(corpora, "kcna/kcna-2024"), *rows(corpora, "polnear/train")]
    random.Random(1).shuffle(out)
    return [{"id": a["doc_id"], "text": a["text"], "title": a.get("title") or "", "source": a.get("outlet") or a.get("source") or "",
             "published": a.get("date") or "", "event": a.get("event") or a["doc_id"]} for a in out]


def renamed(article, turn):
    """The same article with other names and a day some months later: another happening of the same kind."""
    def other(match):
        word = match.group()
        dice = random.Random(f"{word} {turn}")
        return word[0] + "".join(dice.choice("aeiou" if c in "aeiou" else "bdfgklmnprstvz") for c in word[1:])
    texts = {key: re.sub(r"(?<=[a-z,] )[A-Z][a-z]{3,}", other, article[key]) for key in ("title", "text")}
    day = datetime.date.fromisoformat(article["published"][:10]) if re.match(r"\d{4}-\d\d-\d\d", article["published"]) else None
    return {**article, **texts, "id": f"{article['id']}#{turn}", "event": f"{article['event']}#{turn}", "published": str(day + datetime.timedelta(100 * turn)) if day else ""}


def meant(article):
    """The article as its analysis: the first sentences and the headline with vectors, two thirds of them the event's."""
    event = random.Random(article["event"]).randbytes(256)
    row = [event + random.Random(f"{article['id']} {i}").randbytes(128) for i in range(6)]
    packed = {"rows": b"".join(row[:5]), "title": row[5]}
    return {**article, "sentences": [[10 * i, 10 * i + 10] for i in range(5)],
            "meanings": {"model": "made up", "size": 384, **{key: base64.b64encode(value).decode() for key, value in packed.items()}}}


def project(corpora, n):
    base = articles(corpora)
    return [renamed(base[i % len(base)], i // len(base)) if i >= len(base) else base[i] for i in range(n)]


def story(corpora, n):
    """@n texts of 40 sentences about matters that several of them share: articles of clusters, cut and mixed."""
    base, dice = [c["articles"] for c in rows(corpora, "abp-clusters/clusters")], random.Random(2)
    sentences = [re.split(r"(?<=[.!?])\s+(?=[A-Z])", a["text"].replace("\n", " ")) for c in base[:60] for a in c]
    out = []
    for i in range(n):
        kept = []
        while len(kept) < 40:
            one = dice.choice(sentences)
            at = dice.randrange(max(1, len(one) - 8))
            kept += one[at:at + 8]
        out.append({"id": f"a{i}", "source": f"Outlet {i}", "published": "2024-05-14", "text": " ".join(kept[:40])})
    return out


def run(build, mode, made):
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.write("".join(json.dumps({k: v for k, v in row.items() if v}) + "\n" for row in made))
        file.flush()
        subprocess.run([build / "tests/measure/compare-speed", mode, file.name], check=True,
                       env={"PLX_DATADIR": str(pathlib.Path(__file__).resolve().parents[2] / "data"), **os.environ})


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    build, corpora, modes = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), [a for a in sys.argv[3:] if not a.isdigit()]
    sizes = [int(a) for a in sys.argv[3:] if a.isdigit()]
    print(f"load {os.getloadavg()[0]:.1f}; seconds are of processor time", flush=True)
    for n in (sizes or [1000, 3000, 10000]) if modes != ["compare"] else []:
        run(build, "stories", map(meant, project(corpora, n)))
    for n in (sizes or [50, 300]) if modes != ["stories"] else []:
        run(build, "compare", story(corpora, n))


if __name__ == "__main__":
    main()
