"""comparisons: holds a comparison object to what command-line.md and the README
of src/compare promise of any input.

    faults(line, articles)        what is broken, as sentences; [] if nothing is

As a program: comparisons.py ARTICLES.jsonl COMPARISON.json prints the faults."""
import json
import sys

TOLD = {"reported", "differs", "contradicted"}
STATUSES = TOLD | {"not_found", "left_out", "not_examined"}
DIFFERS = {"number", "time", "place", "actor", "attribution", "polarity", "hedge"}


class Checker:
    def __init__(self, articles):
        self.texts = {article["id"]: article["text"] for article in articles}
        self.found = []

    def expect(self, right, where, what):
        if not right:
            self.found.append(f"{where}: {what}")

    def pairs(self, pairs):
        """Of json: an object whose keys come twice is one that readers read differently."""
        keys = [key for key, _ in pairs]
        for key in {key for key in keys if keys.count(key) > 1} if len(set(keys)) < len(keys) else ():
            self.found.append(f"the key {key!r} stands twice in one object")
        return dict(pairs)

    def spans(self, where, article, spans, least=0):
        self.expect(article in self.texts, where, f"no such article {article!r}")
        text = self.texts.get(article, "")
        self.expect(len(spans) >= least, where, "no span")
        for span in spans:
            begin, end = span
            self.expect(0 <= begin < end <= len(text), where,
                        f"{span} of {len(text)} characters in {article}")
            self.expect(text[begin:end].strip(), where, f"{span} holds nothing to read")

    def told(self, where, article, cell):
        self.spans(where, article, cell.get("spans", []), 1)
        self.spans(where + " differing", article, cell.get("differing", []),
                   cell["status"] == "contradicted")
        self.expect(0 <= cell.get("score", -1) <= 1, where, f"score {cell.get('score')}")
        self.expect("searched" not in cell, where, "told, and a search record")
        if cell["status"] == "differs":
            self.expect(cell.get("differs_in"), where, "differs, in what is not said")

    def search(self, where, article, cell):
        searched = cell.get("searched")
        self.expect(searched, where, "not found without a search record")
        if searched:
            self.expect(searched["articles"] >= 1, where, "searched no article")
            nearest = searched.get("nearest")
            if nearest:
                self.spans(where + " nearest", article, nearest["spans"], 1)
                self.expect(0 <= nearest["score"] <= 1, where, f"nearest {nearest['score']}")

    def cell(self, where, article, cell):
        status = cell["status"]
        self.expect(status in STATUSES, where, f"status {status}")
        via = cell.get("via", [])
        self.expect("via" not in cell or via, where, "an empty via")
        self.expect(all(isinstance(name, str) and name.strip() for name in via), where, f"via {via}")
        self.expect(set(cell.get("differs_in", [])) <= DIFFERS, where, f"{cell.get('differs_in')}")
        self.expect(cell.get("brief", "x").strip(), where, "an empty brief")
        if status in TOLD:
            self.told(where, article, cell)
        elif status == "not_found":
            self.search(where, article, cell)
            self.expect("spans" not in cell, where, "not found, and evidence")
        elif status == "not_examined":
            self.expect("spans" not in cell, where, "not examined, and evidence")
        elif status == "left_out":
            self.spans(where, article, cell.get("spans", []), 1)

    def claim(self, claim, voices):
        where = claim["id"]
        self.expect(claim["statement"].strip() or where in self.given, where, "an empty statement")
        self.expect(set(claim["cells"]) == set(self.texts), where, "a cell per article")
        self.expect(set(claim.get("voices", {})) == voices, where, "a cell per voice")
        told = 0
        for article, cell in claim["cells"].items():
            self.cell(f"{where} × {article}", article, cell)
            told += cell["status"] in TOLD
        for voice, cell in claim.get("voices", {}).items():
            self.cell(f"{where} × {voice}", cell.get("article"), cell) \
                if "spans" in cell else \
                self.expect(cell["status"] in ("not_found", "not_examined", "left_out"),
                            f"{where} × {voice}", f"{cell['status']} without evidence")
        voiced = any(c["status"] in TOLD | {"left_out"} for c in claim.get("voices", {}).values())
        left_out = any(c["status"] == "left_out" for c in claim["cells"].values())
        self.expect(told or voiced or left_out or where in self.given, where,
                    "a claim of nobody")
        self.expect(claim["origins"] <= max(told, 1), where, f"{claim['origins']} origins of {told}")
        for key in ("salience", "disagreement"):
            self.expect(0 <= claim[key] <= 1, where, f"{key} {claim[key]}")
        self.expect(all(name.strip() for name in claim["actors"]), where, "an empty actor")
        for moment in claim.get("over_time", []):
            self.spans(where + " over time", moment["article"], moment["spans"], 1)

    def unique(self, where, values):
        self.expect(len(set(values)) == len(values), where,
                    f"twice: {sorted(v for v in set(values) if values.count(v) > 1)[:3]}")

    def framing(self, comparison):
        for naming in comparison["naming"]:
            self.expect(naming["entity"].strip(), "naming", "an empty entity")
            for article, forms in naming["by"].items():
                for form in forms:
                    where = f"naming {naming['entity']}: {form['text']!r}"
                    self.expect(form["text"].strip() and form["n"] >= 1, where, "empty")
                    self.spans(where, article, form["spans"], 1)
        for word in comparison["words"]:
            self.spans(f"word {word['word']!r}", word["article"], word["spans"], 1)
            self.expect(word["word"].strip(), "words", "an empty word")
        for speaker in comparison["framing"]["speakers"]:
            self.spans(f"speaker {speaker['speaker']!r}", speaker["article"], speaker["first"], 1)
            self.expect(speaker["speaker"].strip(), "speakers", "an empty name")
        for one in comparison["framing"]["prominence"]:
            self.spans(f"prominence {one['entity']!r}", one["article"], one["first"], 1)
            self.expect(0 <= one["share"] <= 1, one["entity"], f"share {one['share']}")

    def finding(self, finding, claims):
        where = f"finding {finding['message']!r}"
        self.expect(finding["message"].strip(), "findings", "an empty message")
        self.expect(finding.get("claim", claims and claims[0]) in claims or not claims, where,
                    "no such claim")
        self.expect(len(finding["places"]) == 2, where, "not two places")
        for place in finding["places"]:
            self.spans(where, place["article"], place["spans"], 1)
            self.spans(where + " differing", place["article"], place["differing"], 1)

    def check(self, line, given):
        comparison = json.loads(line, object_pairs_hook=self.pairs)
        claims = [claim["id"] for claim in comparison["claims"]]
        voices = [voice["name"] for voice in comparison["voices"]]
        self.given = given
        self.expect(comparison["articles"] == list(self.texts), "articles", "not those given")
        self.unique("claim ids", claims)
        self.unique("claim keys", [claim["key"] for claim in comparison["claims"]
                                   if claim["id"] not in given])
        self.unique("voices", voices)
        self.expect(all(name.strip() for name in voices), "voices", "an empty name")
        for claim in comparison["claims"]:
            self.claim(claim, set(voices))
        for group in comparison["copies"]:
            self.expect(len(group) > 1 and set(group) <= set(self.texts), "copies", str(group))
        self.framing(comparison)
        for finding in comparison["findings"]:
            self.finding(finding, claims)
        for course in comparison["course"]:
            self.expect(course["claim"] in claims, "course", "no such claim")
        return self.found


def faults(line, articles, given=()):
    return Checker(articles).check(line, set(given))


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8-sig") as lines:
        read = [json.loads(one) for one in lines if one.strip()]
    with open(sys.argv[2], encoding="utf-8") as line:
        found = faults(line.read(), read)
    print("\n".join(found))
    sys.exit(bool(found))
