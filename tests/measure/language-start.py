#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Parallax authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""From the start of the program to the first sentence analysed and written,
and peak memory on one file of 100,000 words.

  language-start.py PARALLAX-CLI ARTICLES.jsonl[.gz] [RUNS]

The first is the least of RUNS (9) by the clock, with the CPU it took: others
use the machine too. The second is one article, put together from ARTICLES.
"""
import gzip
import json
import os
import sys
import tempfile
import time

WORDS = 100_000


def run(cli, path):
    """Seconds by the clock to the first byte of the answer, of CPU, and peak MB."""
    read, write = os.pipe()
    start = time.monotonic()
    pid = os.posix_spawn(cli, [cli, "analyse", path, "--threads", "1"], os.environ,
                         file_actions=[(os.POSIX_SPAWN_DUP2, write, 1), (os.POSIX_SPAWN_CLOSE, read)])
    os.close(write)
    os.read(read, 1)
    first = time.monotonic() - start
    while os.read(read, 1 << 20):
        pass
    os.close(read)
    _, status, usage = os.wait4(pid, 0)
    if status:
        sys.exit(f"{cli} failed")
    return first, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def long_text(path):
    texts, n = [], 0
    with gzip.open(path, "rt", encoding="utf-8") if path.endswith(".gz") else open(path, encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            for article in row.get("articles", [row]):
                words = len(article["text"].split())
                if n + words <= WORDS:
                    texts.append(article["text"])
                    n += words
    return "\n\n".join(texts), n


def main():
    cli, path = sys.argv[1:3]
    runs = int(sys.argv[3]) if len(sys.argv) > 3 else 9
    text, n = long_text(path)
    with tempfile.TemporaryDirectory() as place:
        for name, content in (("short.txt", "The minister said on Friday that the talks had failed.\n"), ("long.txt", text)):
            with open(f"{place}/{name}", "w", encoding="utf-8") as file:
                file.write(content)
        short = [run(cli, f"{place}/short.txt") for _ in range(runs)]
        whole = run(cli, f"{place}/long.txt")
    wall, cpu, mb = (min(figures) * scale for figures, scale in zip(zip(*short), (1000, 1000, 1)))
    print(f"start to first sentence: {wall:.0f} ms by the clock, {cpu:.0f} ms of CPU (bar 150), peak {mb:.0f} MB; load {os.getloadavg()[0]:.1f}")
    print(f"one file of {n} words: peak {whole[2]:.0f} MB (bar 300), {n / whole[1]:,.0f} words a second of CPU")


if __name__ == "__main__":
    main()
