"""compare: what it promises of any input holds on the examples and on odd ones."""
import json

from cli import EXAMPLES, FOUNDING, SUMMIT, call, scratch
from comparisons import faults
from tap import case, run

TALKS = {"id": "x", "statement": "The talks lasted three hours."}
QUAKE = [
    {"id": "en", "text": "A strong earthquake struck Taiwan on Wednesday, killing 9 people."},
    {"id": "de", "text": "Ein Erdbeben der Stärke 7,4 hat Taiwan erschüttert, 9 Menschen starben."},
    {"id": "ko", "text": "대만 화롄 인근에서 3일 규모 7.4의 지진이 발생해 9명이 사망했다."},
    {"id": "zh", "text": "台湾花莲4月3日发生7.4级地震，造成9人死亡、900人受伤。"},
]


def summit():
    return [json.loads(line) for line in SUMMIT.open()]


def write(path, objects):
    path.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in objects))
    return path


def compare(articles, claims=None, code=0, read=None):
    """The comparison, which must be whole; @read: the articles that are left."""
    place = scratch()
    given = ["--claims", write(place / "claims.jsonl", claims)] if claims else []
    answer = call("compare", "--articles", write(place / "articles.jsonl", articles), *given)
    answer.expect(code)
    found = faults(answer.out, read if read is not None else articles,
                   [claim["id"] for claim in claims or [] if isinstance(claim["id"], str)])
    assert not found, found
    return json.loads(answer.out), answer.err


def refuse(articles, claims=None):
    place = scratch()
    given = [] if claims is None else ["--claims", write(place / "claims.jsonl", claims)]
    answer = call("compare", "--articles", write(place / "articles.jsonl", articles), *given)
    answer.expect(3)
    assert answer.out == "" and answer.err.startswith("error: "), answer.err
    return answer.err


@case
def the_examples():
    for path in sorted(EXAMPLES.glob("*.jsonl")):
        compare([json.loads(line) for line in path.open()])
    compare([{"id": "founding", "text": FOUNDING.read_text()}])


@case
def one_and_the_same_twice():
    one = summit()[0]
    compare([one])
    twice, _ = compare([one, {**one, "id": "again"}])
    assert twice["copies"] == [[one["id"], "again"]]
    assert {claim["origins"] for claim in twice["claims"]} == {1}


@case
def what_is_not_known_of_articles():
    for key in "title", "published", "source":
        compare([{k: v for k, v in article.items() if k != key} for article in summit()])


@case
def a_story_in_four_languages():
    compare(QUAKE)
    found, _ = compare(QUAKE, [{"id": "x", "statement": "9 people died in Taiwan."}])
    assert found["claims"][0]["cells"]["en"]["status"] == "reported"


@case
def texts_that_are_no_news():
    one = summit()[0]
    odd = ["A\u0301" * 900, "🎉 said 😎 on 🗓️. 40 🧍 died." * 20, "\u200b".join(one["text"]),
           "".join(chr(n) for n in range(1, 32)) * 9 + one["text"], one["text"].upper(),
           "12 13 14. 15,000 16.5% 1/2. 2024-01-01", "“" * 3000, "a" * 50000]
    for text in odd:
        compare([{"id": "odd", "text": text}, one])


@case
def an_article_without_words_is_not_examined():
    one = summit()[0]
    for text in "", " \n\t", "... !!! ---":
        found, _ = compare([one, {"id": "none", "text": text}])
        assert {claim["cells"]["none"]["status"] for claim in found["claims"]} == {"not_examined"}
    assert "no article with text" in refuse([{"id": "a", "text": " "}, {"id": "b", "text": "..."}])


@case
def a_claim_without_words_is_not_searched():
    found, _ = compare(summit(), [{"id": "x", "statement": "...!"}, {"id": "y", "statement": "🎉"}])
    for claim in found["claims"]:
        assert {cell["status"] for cell in claim["cells"].values()} == {"not_examined"}


@case
def a_long_claim_and_many():
    text = summit()[0]["text"]
    compare(summit(), [{"id": "x", "statement": " ".join((text.split() * 80)[:9000])}])
    found, _ = compare(summit(), [{"id": f"x{n}", "statement": f"{text[n % 400:][:90]} {n}"}
                                  for n in range(300)])
    assert len(found["claims"]) == 300


@case
def lines_that_are_no_claim_are_left_out():
    for bad, what in ({"id": "e", "statement": " "}, "is empty"), ({"id": "e"}, "has no"), \
            ({"id": "e", "statement": ["a"]}, "is not a text"), ({**TALKS}, "has the id"), \
            ({"id": {}, "statement": "Vesk met Lian."}, "is not a text"):
        found, err = compare(summit(), [TALKS, bad], code=1)
        assert [claim["id"] for claim in found["claims"]] == ["x"]
        assert "claims.jsonl, claim 2" in err and what in err, err
    assert "no claim" in refuse(summit(), [])


@case
def a_claim_of_an_article_that_is_not_here():
    cells = {"nobody/9": {"status": "reported"}, "demo/W": {"status": "not_found"}}
    found, err = compare(summit(), [{**TALKS, "cells": cells}], code=1)
    assert 'no article "nobody/9"' in err and "demo/W" not in err, err
    assert found["claims"][0]["cells"]["demo/W"]["status"] == "reported"


@case
def lines_that_are_no_article_are_left_out():
    one, two = summit()[:2]
    for bad, what in ({**two, "id": one["id"]}, "has the id"), ({**two, "text": 5}, "is not a text"), \
            ({**two, "text": None}, "has no text"), ({**two, "source": ["A"]}, '"source"'):
        _, err = compare([one, bad], code=1, read=[one])
        assert "articles.jsonl, article 2" in err and what in err, err


@case
def lines_that_json_does_not_survive():
    place = scratch()
    path = place / "deep.jsonl"
    path.write_text('{"id":"x","text":' + "[" * 200000 + "]" * 200000 + "}\n")
    assert "nested too deeply" in call("compare", "--articles", path).expect(3).err
    path.write_bytes(json.dumps(summit()[0]).encode() + b"\n\0\n")
    assert "zero bytes" in call("compare", "--articles", path).expect(3).err
    one = summit()[0]
    found, _ = compare([{"id": "zero", "text": "A\0B. " + one["text"]}])
    assert len(found["claims"]) > 5
    assert all(claim["cells"]["zero"]["spans"] for claim in found["claims"])


run()
