#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Parallax authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Big collections, made here of made-up pages: import-scale.py BUILD/tests/measure/import-each [--mb 1000] [--articles 100000]
Prints for a WARC, the same packed, and a file of JSON lines: articles, MB/s of processor time, peak memory."""
import argparse
import gzip
import json
import os
import pathlib
import random
import subprocess
import tempfile

WORDS = ("harbour master said talks would go on friday ship port council vote budget river bridge storm ferry minister "
         "union strike court ruling market price weather north south company report police school").split()


def sentence(dice):
    words = [dice.choice(WORDS) for _ in range(dice.randint(8, 24))]
    return " ".join(words).capitalize() + "."


def paragraphs(dice, n):
    return [" ".join(sentence(dice) for _ in range(dice.randint(2, 5))) for _ in range(n)]


def page(dice, number):
    body = "".join(f"<p>{p}</p>" for p in paragraphs(dice, dice.randint(6, 14)))
    links = "".join(f'<li><a href="/{dice.randrange(10**6)}">{sentence(dice)}</a></li>' for _ in range(30))
    script = "<script>var a = " + json.dumps([dice.random() for _ in range(1500)]) + ";</script>"
    return (f"<!DOCTYPE html><html><head><meta charset=utf-8><title>Story {number}</title>{script}</head><body><nav><ul>{links}</ul></nav>"
            f"<article><h1>Story {number}</h1>{body}</article><footer><ul>{links}</ul></footer></body></html>").encode()


def record(url, body):
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body
    head = (f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2031-05-14T06:00:00Z\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n").encode()
    return head + http + b"\r\n\r\n"


def make_warc(path, mb, packed):
    dice = random.Random(1)
    pages = [page(dice, i) for i in range(50)]
    n = size = 0
    with open(path, "wb") as out:
        while size < mb * 1e6:
            raw = record(f"https://herald.example/{n}.html", pages[n % len(pages)])
            out.write(gzip.compress(raw, 1) if packed else raw)
            n += 1
            size += len(raw)
    return n, size


def make_lines(path, n):
    dice = random.Random(2)
    texts = ["\n".join(paragraphs(dice, 12)) for _ in range(200)]
    with open(path, "w", encoding="utf-8") as out:
        for i in range(n):
            out.write(json.dumps({"id": str(i), "title": f"Story {i}", "date": "2031-05-14", "source": "Herald", "text": texts[i % 200]}) + "\n")
    return n, os.path.getsize(path)


def measure(program, path, what, n, size):
    got = json.loads(subprocess.run([program, path], check=True, capture_output=True, text=True).stdout)
    print(f"{what}: {got['articles']} of {n} articles, {size / 1e6:.0f} MB, {size / 1e6 / got['cpu_s']:.1f} MB/s, "
          f"{got['articles'] / got['cpu_s']:.0f} articles/s, peak {got['peak_mb']:.0f} MB")


def main():
    a = argparse.ArgumentParser(description=__doc__)
    a.add_argument("program")
    a.add_argument("--mb", type=int, default=1000)
    a.add_argument("--articles", type=int, default=100_000)
    a = a.parse_args()
    with tempfile.TemporaryDirectory(prefix="plx-scale-") as folder:
        for what, name, make in (("WARC", "a.warc", lambda p: make_warc(p, a.mb, False)),
                                 ("WARC packed", "a.warc.gz", lambda p: make_warc(p, a.mb / 10, True)),
                                 ("JSON lines", "a.jsonl", lambda p: make_lines(p, a.articles))):
            path = pathlib.Path(folder) / name
            measure(a.program, path, what, *make(path))
            path.unlink()


if __name__ == "__main__":
    main()
