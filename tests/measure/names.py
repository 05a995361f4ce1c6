#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Parallax authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Names as `analyse` reads them from raw text, against gold: precision, recall
and F1 of persons, organisations and places.

  names.py PARALLAX-CLI CORPORA [--sets uner,gum,news,meantime,politics]
           [--limit N] [--only rules|model] [--errors SET]

Each set is read twice: by the rules alone (PLX_MODEL=none) and with the model
(PLX_MODEL, or the one installed). Mentions of form "name" count; those that
lie inside another do not. Media, parties and governments are organisations;
states and facilities are places; nationalities and events are nothing. A span
counts when it has the same words and the same kind; a leading article and a
final 's fall on both sides. Gold of descriptions ("the company") is left out.
CORPORA is where shared/measure/measure.py unpacked them. --errors lists what
was missed, misread and made up, with the words around it.
"""
import argparse
import collections
import gzip
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

KINDS = ("PER", "ORG", "LOC")
KIND_OF = {"person": "PER", "organisation": "ORG", "media": "ORG", "party": "ORG", "government": "ORG",
           "state": "LOC", "place": "LOC", "facility": "LOC"}
NO_SPACE_BEFORE = re.compile(r"^([.,;:!?%)\]}]|n't|'(s|S|m|re|ve|ll|d)?|’(s|m|re|ve|ll|d)?|\.\.\.)$")
NO_SPACE_AFTER = ("(", "[", "{", "$", "£", "#")
NEWS = ("news", "interview", "speech")


def lines_of(path):
    for p in (path, path.with_name(path.name + ".gz")):
        if p.exists():
            with gzip.open(p, "rt", encoding="utf-8") if p.suffix == ".gz" else open(p, encoding="utf-8") as f:
                return f.read().split("\n")
    sys.exit(f"{path} is not there: shared/measure/measure.py unpack makes it")


def read_bio(path):
    """Documents of a two-column file: [name, [[(word, label)]]]."""
    documents, rows = [], []
    for line in lines_of(path) + [""]:
        if line.startswith("# ") and "\t" not in line:
            if line.startswith("# newdoc"):
                documents.append((line.partition("=")[2].strip(), []))
        elif line:
            rows.append(tuple(line.split("\t")[:2]))
        elif rows:
            documents[-1][1].append(rows)
            rows = []
    return documents


def read_spaces(path):
    """Of each sentence of a treebank, by its words: those no space follows, and whether a paragraph opens."""
    out, words, glued, opens, last = {}, [], set(), False, 0
    for line in lines_of(path) + [""]:
        cells = line.split("\t")
        if line.startswith("# newpar") or line.startswith("# newdoc"):
            opens = True
        elif len(cells) == 10 and "-" in cells[0]:
            begin, last = map(int, cells[0].split("-"))
            glued |= set(range(begin - 1, last - 1)) | ({last - 1} if "SpaceAfter=No" in cells[9] else set())
        elif len(cells) == 10 and cells[0].isdigit():
            if "SpaceAfter=No" in cells[9]:
                glued.add(len(words))
            words.append(cells[1])
        elif not line and words:
            out.setdefault(tuple(words), (glued, opens))
            words, glued, opens = [], set(), False
    return out


def guess_spaces(words):
    """The same where no treebank says: by signs, quotation marks in turn."""
    glued, open_quote = set(), False
    for i, word in enumerate(words):
        if word in ('"', "``", "''"):
            open_quote = not open_quote
            glued |= {i} if open_quote else {i - 1}
        elif NO_SPACE_BEFORE.match(word):
            glued.add(i - 1)
        elif word in NO_SPACE_AFTER:
            glued.add(i)
    return glued, True


def bio_spans(labels):
    out, start = [], None
    for i, label in enumerate(list(labels) + ["O"]):
        if start is not None and (label[0] != "I" or label[2:] != labels[start][2:]):
            out.append((start, i, labels[start][2:]))
            start = None
        if label[0] == "B" or (label[0] == "I" and start is None):
            start = i
    return out


def make_text(sentences, spaces):
    """(text, [(begin, end, kind)])"""
    text, gold = "", []
    for rows in sentences:
        words = [w for w, _ in rows]
        glued, opens = spaces.get(tuple(words)) or guess_spaces(words)
        places = []
        text += "\n" if opens and text else ""
        for i, word in enumerate(words):
            places.append((len(text), len(text) + len(word)))
            text += word + ("" if i in glued else " ")
        gold += [(places[a][0], places[b - 1][1], kind) for a, b, kind in bio_spans([l for _, l in rows])]
    return text, gold


def tidy(text, begin, end):
    words = text[begin:end]
    if re.match(r"(the|a|an)\s", words, re.I) and len(words.split()) > 1:
        begin += len(words) - len(words.split(None, 1)[1])
    words = text[begin:end]
    return begin, end - (2 if re.search(r"['’]s$", words) else 0)


def sets_of(corpora, wanted):
    at = pathlib.Path(corpora).expanduser() / "language"
    gum = read_bio(at / "ner-en-gum-derived/dev.tsv") if {"gum", "news"} & wanted else []
    read = {
        "uner": lambda: (read_bio(at / "ner-en-uner-ewt/dev.tsv"), read_spaces(at / "ud-en-ewt/dev.conllu")),
        "gum": lambda: (gum, read_spaces(at / "ud-en-gum/dev.conllu")),
        "news": lambda: ([d for d in gum if d[0].split("_")[1] in NEWS], read_spaces(at / "ud-en-gum/dev.conllu")),
        "meantime": lambda: (read_bio(at / "ner-en-meantime/train.tsv"), {}),
        "politics": lambda: ([(f"politics-{i}", [rows]) for i, rows in enumerate(
            rows for _, sentences in read_bio(at / "ner-en-crossner/politics.dev.tsv") for rows in sentences)], {}),
    }
    for name in read:
        if name in wanted:
            yield name, *read[name]()


def analyse(cli, articles, model):
    environment = dict(os.environ, **({} if model else {"PLX_MODEL": "none"}))
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "articles.jsonl"
        path.write_text("".join(json.dumps(a, ensure_ascii=False) + "\n" for a in articles), encoding="utf-8")
        done = subprocess.run([cli, "analyse", "--articles", str(path)], env=environment, stdout=subprocess.PIPE, check=False)
    return {o["id"]: o for o in map(json.loads, done.stdout.decode().splitlines())}


def predicted(text, answer):
    """{(begin, end): (kind, why)} of the outermost names."""
    found, last = {}, 0
    mentions = [m for m in answer.get("mentions", []) if m["form"] == "name"]
    for m in sorted(mentions, key=lambda m: (m["span"][0], -m["span"][1])):
        if m["span"][1] > last:
            last = m["span"][1]
            if m["kind"] in KIND_OF:
                found[tidy(text, *m["span"])] = (KIND_OF[m["kind"]], m.get("why", ""))
    return found


def gold_of(text, spans):
    """A name has a capital somewhere, or the whole text is in small letters there."""
    out = {}
    for begin, end, kind in spans:
        begin, end = tidy(text, begin, end)
        if kind in KINDS and any(c.isupper() for c in text[begin:end]):
            out[begin, end] = kind
    return out


def compare(text, gold, mine, count, errors):
    for place in set(gold) | set(mine):
        g, (m, why) = gold.get(place), mine.get(place, (None, ""))
        for kind in KINDS:
            for row in (kind, "all"):
                count[row, "tp"] += g == m == kind
                count[row, "gold"] += g == kind
                count[row, "mine"] += m == kind
        if g != m and errors is not None:
            around = text[max(0, place[0] - 40):place[0]] + "[" + text[place[0]:place[1]] + "]" + text[place[1]:place[1] + 40]
            errors.append((f"{g or '-'}>{m or '-'}", why, around.replace("\n", "¶")))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cli")
    parser.add_argument("corpora")
    parser.add_argument("--sets", default="uner,news,meantime,politics")
    parser.add_argument("--limit", type=int)
    parser.add_argument("--only", choices=("rules", "model"))
    parser.add_argument("--errors", metavar="SET")
    arguments = parser.parse_args()
    for name, documents, spaces in sets_of(arguments.corpora, set(arguments.sets.split(","))):
        texts = {f"{name}/{key}": make_text(sentences, spaces) for key, sentences in documents[:arguments.limit]}
        for how in ("rules", "model"):
            if arguments.only not in (None, how):
                continue
            answers = analyse(arguments.cli, [{"id": i, "text": t, "language": "en"} for i, (t, _) in texts.items()], how == "model")
            count, errors = collections.Counter(), [] if arguments.errors == name else None
            for key, (text, spans) in texts.items():
                compare(text, gold_of(text, spans), predicted(text, answers.get(key, {})), count, errors)
            for row in ("all",) + KINDS:
                tp, gold, mine = (count[row, x] for x in ("tp", "gold", "mine"))
                print(f"{name:9} {how:6} {row:4} P {tp / max(1, mine):.3f} R {tp / max(1, gold):.3f} "
                      f"F1 {2 * tp / max(1, gold + mine):.3f}  ({gold} gold)", flush=True)
            for error in sorted(errors or []):
                print(*error, sep="\t")


if __name__ == "__main__":
    main()
