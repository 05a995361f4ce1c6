#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Parallax authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What each constant of the comparison is worth: moves it, builds, measures.

    compare-constants.py CORPORA MEASURE.py [NAME…] [--share 0.2] [--work FOLDER]

Every #define of src/compare/plx-tuning.h with a number (or those NAMEd) is made
smaller and larger by the share (counts by at least one), a copy of the sources is
built, and `measure.py coverage` says what happens on coverage-dev and the demo.
One line a constant: its value, then for each way the change in points of

    P  macro F1 of given claims, paraphrased      S  accuracy of given claims
    E  right cells of the program's own claims    C  contradicted F1, of P and S
    D  the demo's own claims, right cells

A dot: nothing moved, on either side: the data do not decide this one.
The sources are copied, so the working tree stays as it is. Half a minute a build.
"""
import argparse
import pathlib
import re
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
HEADER = "src/compare/plx-tuning.h"
DEFINE = re.compile(r"^(#define (PLX_\w+) +)(-?[0-9.]+)(f?)(?=\s|$)", re.M)
FIGURES = {"P": ["paraphrase_macro"], "S": ["statement_acc"], "E": ["open_e2e"],
           "C": ["paraphrase_contradicted", "statement_contradicted"], "D": ["demo_open_e2e"]}


def moved(value, share, way):
    """The constant as text, a share further one way; a count by one at least."""
    if "." in value:
        return f"{float(value) * (1 + way * share):.6g}" if float(value) != 0 else value
    return str(int(value) + way * max(1, round(abs(int(value)) * share)))


class Bench:
    def __init__(self, corpora, measure, work):
        self.corpora, self.measure, self.work = corpora, measure, work
        self.tree, self.build = work / "tree", work / "build"
        if not self.build.exists():
            files = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
            for name in files.decode().split("\0"):
                if name and (ROOT / name).is_file():
                    (self.tree / name).parent.mkdir(parents=True, exist_ok=True)
                    shutil.copy2(ROOT / name, self.tree / name)
            subprocess.run(["meson", "setup", self.build, self.tree, "-Dbuildtype=plain", "-Doptimization=1"],
                           check=True, stdout=subprocess.DEVNULL)
        self.text = (ROOT / HEADER).read_text("utf-8")

    def figures(self, text):
        """Points of each figure with this header."""
        (self.tree / HEADER).write_text(text, "utf-8")
        subprocess.run(["ninja", "-C", self.build, "src/cli/parallax-cli"], check=True, stdout=subprocess.DEVNULL)
        out = subprocess.run([sys.executable, self.measure, "coverage", "--cli", self.build / "src/cli/parallax-cli",
                              "--corpora", self.corpora], capture_output=True, text=True, check=True).stdout
        got = dict(line.split()[:2] for line in out.splitlines() if len(line.split()) == 2)
        return {key: 100 * sum(float(got[n]) for n in names) / len(names) for key, names in FIGURES.items()}


def main():
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("corpora", type=pathlib.Path)
    ask.add_argument("measure", type=pathlib.Path)
    ask.add_argument("names", nargs="*")
    ask.add_argument("--share", type=float, default=0.2)
    ask.add_argument("--work", type=pathlib.Path, default=pathlib.Path("/tmp/compare-constants"))
    a = ask.parse_args()
    bench = Bench(a.corpora.expanduser(), a.measure.resolve(), a.work)
    base = bench.figures(bench.text)
    print("as it is: " + " ".join(f"{k} {v:.1f}" for k, v in base.items()), flush=True)
    for match in DEFINE.finditer(bench.text):
        head, name, value, suffix = match.groups()
        if a.names and name not in a.names:
            continue
        cells = []
        for way in (-1, 1):
            other = moved(value, a.share, way)
            text = bench.text[:match.start()] + head + other + suffix + bench.text[match.end():]
            try:
                now = bench.figures(text)
            except subprocess.CalledProcessError as e:
                cells.append(f"{other}: does not run ({e.returncode})")
                continue
            change = {k: now[k] - base[k] for k in now if abs(now[k] - base[k]) >= 0.05}
            cells.append(f"{other}: " + (" ".join(f"{k}{v:+.1f}" for k, v in change.items()) or "."))
        print(f"{name} {value} | " + " | ".join(cells), flush=True)


if __name__ == "__main__":
    main()
