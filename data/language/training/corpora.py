# SPDX-FileCopyrightText: 2026 The Parallax authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sentences that train the English model, with what each set knows.

Only sets whose licence lets weights ship in a GPL program are read here (the
model card lists them). A set that does not annotate a kind of name must not
teach that there is none: each label of a set stands for the labels of ours
that it may be (`allowed`), and the loss asks only for their sum.
"""
import csv
import gzip
import json
import pathlib
import random

KINDS = ["PER", "ORG", "PARTY", "LOC", "STATE", "NORP", "EVT", "PROD", "MISC"]
NAMES = ["O"] + [f"{mark}-{kind}" for kind in KINDS for mark in "BI"]
NAME_ID = {label: i for i, label in enumerate(NAMES)}

ORG, LOC = ("ORG", "PARTY"), ("LOC", "STATE")
REST = ("NORP", "EVT", "PROD", "MISC")


class NameSet:
    """One set's labels: file, weight of its loss, what its labels and its O may be in ours."""

    def __init__(self, name, files, kinds, outside=(), weight=1.0):
        self.name, self.files, self.weight = name, files, weight
        self.allowed = {"O": [0] + [NAME_ID[f"{m}-{k}"] for k in outside for m in "BI"]}
        for theirs, ours in kinds.items():
            for mark in "BI":
                self.allowed[f"{mark}-{theirs}"] = [NAME_ID[k if k == "O" else f"{mark}-{k}"] for k in ours]


PLAIN = {"PER": ("PER",), "ORG": ORG, "LOC": LOC}
CROSSNER_POLITICS = {"person": ("PER",), "politician": ("PER",), "organisation": ("ORG",), "politicalparty": ("PARTY",),
                     "location": ("LOC",), "country": ("STATE",), "election": ("EVT",), "event": ("EVT",),
                     "misc": ("NORP", "PROD", "MISC")}
CROSSNER = {"PER": ("PER",), "ORG": ORG, "LOC": LOC, "EVT": ("EVT",), "MISC": ("NORP", "PROD", "MISC")}

NAME_SETS = [
    NameSet("uner", ["ner-en-uner-ewt/train.orig.tsv"], {**PLAIN, "OTH": REST}),
    NameSet("gum", ["ner-en-gum-derived/train.free.tsv"],
            {**PLAIN, "EVT": ("EVT",), "MISC": ("MISC", "PROD", "NORP")}, ("NORP",)),
    NameSet("meantime", ["ner-en-meantime/train.tsv"],
            {**PLAIN, "PROD": ("PROD",), "FIN": ("MISC",)}, ("NORP", "EVT", "MISC")),
    NameSet("re3d", ["ner-en-re3d/train.tsv"],
            {**PLAIN, "NORP": ("NORP",), "PROD": ("PROD",), "WEAPON": ("PROD",), "MISC": ("MISC",),
             "DATE": ("O",), "QUANTITY": ("O",), "MONEY": ("O",)}, ("EVT", "MISC"), 0.5),
    NameSet("btc", ["ner-en-btc/train.g-mainstream-news.tsv", "ner-en-btc/train.abe.tsv"], PLAIN, REST, 0.5),
    NameSet("politics", ["ner-en-crossner/politics.train.orig.tsv"], CROSSNER_POLITICS, ("NORP",)),
    NameSet("crossner", [f"ner-en-crossner/{d}.{p}.tsv" for d in ("science", "literature", "music", "ai")
                         for p in ("train", "dev")], CROSSNER, ("NORP", "PROD"), 0.5),
    NameSet("redocred", ["rel-en-redocred/dev_revised.json.gz"],
            {**PLAIN, "NORP": ("NORP",), "MISC": REST, "TIME": ("O",), "NUM": ("O",)}, (), 0.5),
]
SET_ID = {s.name: i for i, s in enumerate(NAME_SETS)}
NAME_SET_FOR_USE = "uner"   # whose idea of where a name begins and ends the program follows


def _open(root, name):
    path = pathlib.Path(root) / name
    if not path.exists():
        path = path.with_name(path.name + ".gz")
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding="utf-8")
    return open(path, encoding="utf-8")


def read_conllu(root, name):
    """Sentences as {words, upos, xpos, head (1-based, 0 = root), deprel}."""
    out, rows = [], []
    with _open(root, name) as lines:
        for line in list(lines) + ["\n"]:
            line = line.rstrip("\n")
            if line.startswith("#"):
                continue
            if line:
                cells = line.split("\t")
                if cells[0].isdigit():
                    rows.append(cells)
            elif rows:
                out.append({"words": [r[1] for r in rows], "upos": [r[3] for r in rows],
                            "xpos": [r[4] for r in rows], "head": [int(r[6]) for r in rows],
                            "deprel": [r[7] for r in rows]})
                rows = []
    return out


def read_bio(root, name):
    """Sentences as {words, labels} of a two-column file."""
    out, words, labels = [], [], []
    with _open(root, name) as lines:
        for line in list(lines) + ["\n"]:
            line = line.rstrip("\r\n")
            cells = line.split("\t")
            if len(cells) >= 2:
                words.append(cells[0])
                labels.append(cells[1])
            elif words and not line.startswith("#"):
                out.append({"words": words, "labels": labels})
                words, labels = [], []
    return out


def read_docred(root, name, nationalities):
    """DocRED counts "American" as a place; adjectives of states become NORP."""
    out = []
    with _open(root, name) as file:
        for document in json.load(file):
            labels = [["O"] * len(s) for s in document["sents"]]
            for mention in (m for vertex in document["vertexSet"] for m in vertex):
                begin, end = mention["pos"]
                line = labels[mention["sent_id"]]
                if any(x != "O" for x in line[begin:end]):
                    continue
                words = document["sents"][mention["sent_id"]][begin:end]
                kind = mention["type"]
                if len(words) == 1 and words[0] in nationalities:
                    kind = "NORP"
                elif len(words) > 1 and words[0].lower() == "the":
                    begin += 1
                line[begin] = f"B-{kind}"
                line[begin + 1:end] = [f"I-{kind}"] * (end - begin - 1)
            out += [{"words": [w if w.strip() else "_" for w in s], "labels": l}
                    for s, l in zip(document["sents"], labels) if s]
    return out


def read_nationalities(root):
    with _open(root, "gaz/nationalities.tsv") as file:
        file.readline()
        return {row["adjective"].split(" (")[0] for row in csv.DictReader(file, delimiter="\t")} | \
            {"English", "Scottish", "Welsh", "American", "African", "European", "Asian"}


def trim_description(words, labels):
    """re3d and MEANTIME count "the leader of the group" as a name: a span begins behind its
    article, and one without any capital teaches nothing."""
    i = 0
    while i < len(labels):
        if not labels[i].startswith("B-"):
            i += 1
            continue
        end = i + 1
        while end < len(labels) and labels[end] == "I-" + labels[i][2:]:
            end += 1
        if not any(w[:1].isupper() for w in words[i + (words[i] in ("The", "A", "An")):end]):
            labels[i:end] = [None] * (end - i)
        elif words[i].lower() in ("the", "a", "an") and end > i + 1:
            labels[i], labels[i + 1] = "O", labels[i].replace("I-", "B-")
        i = end


def read_names(root, name_set, nationalities):
    out = []
    for file in name_set.files:
        if "redocred" in file:
            sentences = read_docred(root, file, nationalities)
        else:
            sentences = read_bio(root, file)
        for s in sentences:
            if name_set.name in ("re3d", "meantime"):
                trim_description(s["words"], s["labels"])
            previous = "O"
            for i, label in enumerate(s["labels"]):
                if label and label[0] == "I" and (not previous or previous[1:] != label[1:]):
                    s["labels"][i] = label = "B" + label[1:]
                previous = label
            s["names"] = [name_set.allowed[x] if x else list(range(len(NAMES))) for x in s.pop("labels")]
            s["set"] = SET_ID[name_set.name]
            s["weight"] = name_set.weight
            out.append(s)
    return out


def training_sentences(root):
    """Treebanks and names; a sentence that both have is read once."""
    trees = read_conllu(root, "ud-en-ewt/train.conllu") + read_conllu(root, "ud-en-gum/train.free.conllu")
    by_words = {}
    for s in trees:
        by_words.setdefault(tuple(s["words"]), []).append(s)
    nationalities = read_nationalities(root)
    others = []
    for name_set in NAME_SETS:
        for s in read_names(root, name_set, nationalities):
            twin = next((t for t in by_words.get(tuple(s["words"]), []) if "names" not in t), None)
            if twin is not None:
                twin.update(names=s["names"], set=s["set"], weight=s["weight"])
            else:
                others.append(s)
    return trees + others


class Swapper:
    """Puts other names of the same kind and length in a sentence's place, so that the
    network learns names by where they stand and not by heart."""

    def __init__(self, root):
        self.pool = {}
        self._people(root)
        with _open(root, "gaz/cities15000.tsv") as file:
            file.readline()
            for row in csv.DictReader(file, delimiter="\t"):
                self._add("LOC", row["name"])
        with _open(root, "gaz/dwie-entities.tsv") as file:
            file.readline()
            for row in csv.DictReader(file, delimiter="\t"):
                if row["type"] in ("PER", "ORG"):
                    self._add(row["type"], row["name"])
        with _open(root, "gaz/parties.tsv") as file:
            file.readline()
            for row in csv.DictReader(file, delimiter="\t"):
                self._add("ORG", row["party"])

    def _people(self, root):
        first, last = [], []
        with _open(root, "gaz/names-by-country.tsv") as file:
            file.readline()
            for row in csv.DictReader(file, delimiter="\t",
                                      fieldnames=["kind", "country", "gender", "localized", "romanized", "rank"]):
                name = (row["romanized"] or "").strip()
                if name and " " not in name and name[0].isupper():
                    (first if row["kind"] == "forename" else last).append(name)
        chance = random.Random(5)
        for _ in range(20000):
            self._add("PER", f"{chance.choice(first)} {chance.choice(last)}")
        for name in last:
            self._add("PER", name)

    def _add(self, kind, name):
        words = name.split()
        if words and words[0][:1].isupper() and all(w.isalpha() for w in words):
            self.pool.setdefault((kind, len(words)), []).append(words)

    def __call__(self, sentence, chance):
        """A copy with about half its names replaced, or the sentence itself."""
        words, i, names = list(sentence["words"]), 0, sentence["names"]
        while i < len(words):
            label = NAMES[names[i][0]]
            if label[0] != "B":
                i += 1
                continue
            end = i + 1
            while end < len(words) and NAMES[names[end][0]] == "I" + label[1:]:
                end += 1
            proper = "upos" not in sentence or all(u == "PROPN" for u in sentence["upos"][i:end])
            pool = self.pool.get((label[2:], end - i))
            if pool and proper and all(w[:1].isupper() for w in words[i:end]) and chance.random() < 0.5:
                words[i:end] = chance.choice(pool)
            i = end
        return words
