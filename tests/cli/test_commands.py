"""The contract of parallax-cli, command by command."""
import json
import re
import subprocess
import xml.etree.ElementTree as xml

from cli import CLI, EXAMPLES, FOUNDING, SUMMIT, analysed_project, call, scratch
from tap import case, run

COMMANDS = "extract analyse parse embed compare stories versions series new import check info search decide graph export".split()
STATUSES = {"reported", "differs", "contradicted", "not_found"}


def in_bounds(text, spans):
    return all(0 <= b < e <= len(text) for b, e in spans)


@case
def every_command_has_help_with_an_example():
    for name in COMMANDS:
        answer = call(name, "--help").expect(0)
        assert f"parallax-cli {name}" in answer.out, name


@case
def wrong_usage_is_exit_2_and_says_so():
    for words in (["no-such"], ["extract"], ["compare"], ["analyse", "--layers", "nonsense", FOUNDING],
                  ["parse"], ["parse", "a", "b"], ["embed"], ["new"], ["search", "x"], ["graph", "x", "--format", "mp3"], ["export", "x"], ["decide", "x"],
                  ["versions", FOUNDING], ["series"],
                  ["analyse", "--threads", "-3", FOUNDING]):
        answer = call(*words)
        assert answer.code == 2 and "error" in answer.err, (words, answer.code, answer.err)


@case
def extract_gives_the_text_of_a_plain_file():
    line, = call("extract", FOUNDING).expect(0).lines
    article, = line["articles"]
    assert article["text"] == FOUNDING.read_text().rstrip("\n")
    assert article["language"] == "en"
    assert article["published"] is None


@case
def analyse_offsets_are_code_points():
    line, = call("analyse", FOUNDING).expect(0).lines
    text = line["text"]
    assert text == FOUNDING.read_text().rstrip("\n")
    for mention in line["mentions"]:
        assert in_bounds(text, [mention["span"]])
    assert any(text[b:e] == "Rodong Sinmun" for b, e in (m["span"] for m in line["mentions"]))
    for statement in line["statements"]:
        assert in_bounds(text, statement["content"] + statement["cue"])
        for level in statement["levels"]:
            assert in_bounds(text, level["source"])


@case
def versions_tell_what_changed():
    folder = scratch()
    old, new = folder / "old.txt", folder / "new.txt"
    old.write_text("Die Fähre sank – near Saran on Friday. At least 12 people died there. He left.\n")
    new.write_text("He left. Die Fähre sank – near Saran on Friday. At least 19 people died there.\n")
    line, = call("versions", old, new).expect(0).lines
    kinds = {p["kind"]: p for p in line["passages"]}
    assert set(kinds) == {"moved", "kept", "changed"} and line["are_versions"], line
    before, after = old.read_text(), new.read_text()
    (b, e), = kinds["changed"]["words_before"]
    assert before[b:e] == "12"
    (b, e), = kinds["changed"]["words_after"]
    assert after[b:e] == "19"


@case
def series_finds_what_vanished():
    folder = scratch()
    reports = folder / "reports.jsonl"
    with reports.open("w") as out:
        for day in range(1, 29):
            text = f"The respected Marshal spoke on item {day}." if day < 15 else f"The Marshal spoke on item {day}."
            out.write(json.dumps({"id": str(day), "text": text, "published": f"2024-02-{day:02}"}) + "\n")
    phrases = {p["phrase"]: p for p in call("series", "--articles", reports).expect(0).lines}
    gone = phrases["respected Marshal spoke on item"]
    assert gone["vanishes"] and not gone["appears"] and gone["last"] == "2024-02-14", gone
    assert gone["after"] == 14 and len(gone["reports"]) == 14


@case
def analyse_reads_standard_input():
    line, = call("analyse", "-", stdin=FOUNDING.read_bytes()).expect(0).lines
    assert line["text"].startswith("Kim Jong Un")


@case
def analysis_is_the_same_on_any_number_of_threads():
    outputs = {call("analyse", "--articles", SUMMIT, "--threads", n).expect(0).out for n in (1, 2, 3)}
    assert len(outputs) == 1


@case
def layers_limit_the_work():
    line, = call("analyse", "--layers", "tokens", FOUNDING).expect(0).lines
    assert line["tokens"] and line["sentences"] and not line["mentions"] and not line["statements"]


@case
def the_founding_omission_is_seen():
    line, = call("analyse", FOUNDING).expect(0).lines
    names = {e["id"]: e["name"] for e in line["entities"]}
    omission, = [s for s in line["statements"] if s["mode"] == "omission"]
    assert names[omission["omits"]["by"]] == "Rodong Sinmun"
    assert names[omission["omits"]["reported_by"]] == "Chinese state media"


CONLLU = """\
# newdoc id = d
# sent_id = 1
# text = Ana Berg didn't sign it.
1\tAna\t_\t_\t_\t_\t_\t_\t_\tGloss=x|NER=B-MISC
2\tBerg\t_\t_\t_\t_\t9\tobj\t3:nsubj\t_
3-4\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_
3\tdid\t_\t_\t_\t_\t_\t_\t_\t_
4\tn't\t_\t_\t_\t_\t_\t_\t_\t_
5\tsign\t_\t_\t_\t_\t_\t_\t_\t_
5.1\tpaper\tpaper\tNOUN\t_\t_\t_\t_\t5:obj\t_
6\tit\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
7\t.\t_\t_\t_\t_\t_\t_\t_\t_

# sent_id = 2
1\tGreat\t_\t_\t_\t_\t_\t_\t_\t_
2\tbridges\t_\t_\t_\t_\t_\t_\t_\t_

"""


def has_model():
    return call("embed", "-", stdin=b"").code == 0


@case
def parse_keeps_what_it_was_given():
    out = call("parse", "-", stdin=CONLLU.encode()).expect(0).out
    assert out.count("\n") == CONLLU.count("\n")
    for given, ours in zip(CONLLU.split("\n"), out.split("\n")):
        before, after = given.split("\t"), ours.split("\t")
        if not before[0].isdigit():
            assert given == ours
        else:
            assert [before[i] for i in (0, 1, 8)] == [after[i] for i in (0, 1, 8)], ours
            assert len(after) == 10 and all(after), ours
            kept = [x for x in before[9].split("|") if x != "_" and not x.startswith("NER=")]
            assert [x for x in after[9].split("|") if x != "_" and not x.startswith("NER=")] == kept
    rows = [line.split("\t") for line in out.split("\n") if line[:1].isdigit()]
    assert rows[5][2:5] == ["sign", "VERB", "VB"], rows[5]
    assert rows[1][9].endswith("NER=I-PER") and rows[0][9] == "Gloss=x|NER=B-PER", rows[:2]
    assert rows[-1][2:6] == ["bridge", "NOUN", "NNS", "Number=Plur"]
    for sentence in out.strip().split("\n\n"):
        heads = [row.split("\t")[6] for row in sentence.split("\n") if row.split("\t")[0].isdigit()]
        assert heads.count("0") == 1 if has_model() else set(heads) == {"_"}


@case
def parse_and_embed_are_the_same_on_any_number_of_threads():
    place = scratch()
    many = place / "many.conllu"
    many.write_text(CONLLU * 1200)
    outputs = {call("parse", many, "--threads", n).expect(0).out for n in (1, 2, 3)}
    assert len(outputs) == 1
    lines = place / "lines.txt"
    lines.write_text("".join(f"The bridge at kilometre {n} is safe.\n" for n in range(40)))
    if has_model():
        assert len({call("embed", lines, "--threads", n).expect(0).out for n in (1, 2, 3)}) == 1


@case
def embed_gives_a_unit_vector_for_every_line():
    text = "The bridge is safe.\n\n" + "word " * 3000 + "\nNobody has to fear the bridge.\nNo newline"
    answer = call("embed", "-", stdin=text.encode())
    if not has_model():
        assert answer.code == 3 and "model" in answer.err, (answer.code, answer.err)
        return
    vectors = answer.expect(0).lines
    assert len(vectors) == 5 and len({len(v) for v in vectors}) == 1
    assert all(abs(sum(x * x for x in v) - 1) < 1e-4 for v in vectors)


@case
def without_a_model_the_rules_go_on_and_say_so():
    line, = call("analyse", FOUNDING, env={"PLX_MODEL": "/no/such.plxm"}).expect(0).lines
    warning, = line["diagnostics"]
    assert warning["level"] == "warning" and "/no/such.plxm" in warning["what"]
    assert line["statements"] and line["entities"]
    answer = call("parse", "-", stdin=CONLLU.encode(), env={"PLX_MODEL": "/no/such.plxm"}).expect(0)
    assert answer.err.startswith("warning:") and "/no/such.plxm" in answer.err, answer.err
    line, = call("analyse", FOUNDING, env={"PLX_MODEL": "none"}).expect(0).lines
    assert line["diagnostics"] == []


@case
def compare_gives_a_cell_for_every_article():
    comparison, = call("compare", "--articles", SUMMIT).expect(0).lines
    articles = {json.loads(line)["id"]: json.loads(line)["text"] for line in SUMMIT.open()}
    assert comparison["articles"] == list(articles)
    assert len(comparison["claims"]) > 5
    for claim in comparison["claims"]:
        assert set(claim["cells"]) == set(articles)
        assert 1 <= claim["origins"] <= len(articles)
        for article, cell in claim["cells"].items():
            assert cell["status"] in STATUSES
            if cell["status"] == "not_found":
                assert cell["searched"]["articles"] >= 1
            else:
                assert in_bounds(articles[article], cell["spans"]) and cell["spans"]


@case
def names_with_a_curly_apostrophe_stay_whole():
    lines = scratch() / "names.jsonl"
    lines.write_text("\n".join(json.dumps({"id": str(n), "text": text}) for n, text in enumerate((
        "Dinesh D’Souza arrived on Monday. He said that the mayor of Springfield would resign.",
        "The mayor of Springfield opened a new school with 300 pupils. Bill O’Reilly was there."))))
    answer = call("compare", "--articles", lines).expect(0)   # decodes as UTF-8 or fails
    assert "d'souza" in answer.out or "D’Souza" in answer.out


@case
def compare_takes_given_claims():
    place = scratch()
    claims = place / "claims.jsonl"
    claims.write_text('{"id":"x1","statement":"The talks lasted three hours."}\n')
    comparison, = call("compare", "--articles", SUMMIT, "--claims", claims).expect(0).lines
    claim, = comparison["claims"]
    assert claim["id"] == "x1" and claim["cells"]["demo/W"]["status"] == "reported"


@case
def the_founding_article_yields_its_matrix():
    place = scratch()
    lines = place / "one.jsonl"
    lines.write_text(json.dumps({"id": "founding", "text": FOUNDING.read_text()}) + "\n")
    comparison, = call("compare", "--articles", lines).expect(0).lines
    peninsula = [c for c in comparison["claims"] if "Korean Peninsula" in c["statement"] and
                 c.get("voices", {}).get("Rodong Sinmun", {}).get("status") == "left_out"]
    assert peninsula, "Rodong Sinmun × Korean Peninsula is not left out"
    assert any(c["voices"]["Chinese state media"]["status"] == "reported" for c in peninsula)


@case
def stories_are_grouped():
    place = scratch()
    lines = place / "all.jsonl"
    lines.write_text("".join((EXAMPLES / f"{name}.jsonl").read_text() for name in
                             ("vesk-lian-summit", "ferry-morning-tide")))
    answers = call("stories", "--articles", lines).expect(0).lines
    groups = [set(a["articles"]) for a in answers if "story" in a]
    assert {"demo/W", "demo/S", "demo/C", "demo/H"} in groups, groups
    assert sum(map(len, groups)) == 8


@case
def a_project_from_new_to_export():
    place = scratch()
    project = analysed_project(place, EXAMPLES)
    info, = call("info", project).expect(0).lines
    assert info["articles"] == info["analysed"] == 12, info
    assert info["stories"] >= 4 and info["sources"] >= 6
    call("check", project).expect(0)
    for name in ("pdf", "csv", "json-ld"):
        out = place / f"out.{name}"
        call("export", project, "--format", name, "-o", out).expect(0)
        assert out.stat().st_size > 1000, name
    assert (place / "out.pdf").read_bytes()[:5] == b"%PDF-"


@case
def a_comparison_exports_as_tables_and_summary():
    place = scratch()
    project = analysed_project(place, SUMMIT)
    for name in ("xlsx", "html", "csv", "json", "txt", "md", "pdf"):
        first, second = place / f"1.{name}", place / f"2.{name}"
        for out in (first, second):
            call("export", project, "--format", name, "--comparison", "1", "-o", out,
                 env={"SOURCE_DATE_EPOCH": "1900000000"}).expect(0)
        assert first.read_bytes() == second.read_bytes(), name
    data = json.loads((place / "1.json").read_text())
    assert len(data["articles"]) == 4 and data["claims"] and data["verdicts"] == []
    assert (place / "1.csv").read_text().startswith("number,id,claim,")
    assert "2030-03-17" in (place / "1.md").read_text()


@case
def stories_are_told_with_their_ids():
    project = analysed_project(scratch(), EXAMPLES)
    info, = call("info", project).expect(0).lines
    stories = call("info", project, "--stories").expect(0).lines
    assert len(stories) == info["stories"]
    articles = [a for s in stories for a in s["articles"]]
    assert len(articles) == len(set(articles)) == info["articles"]
    story = next(s for s in stories if len(s["articles"]) == 4)
    assert story["title"] and len(story["sources"]) == 4 and story["first"] <= story["last"], story
    call("export", project, "--format", "json", "--comparison", story["story"], "-o",
         scratch() / "out.json").expect(0)


@case
def a_verdict_is_set_by_a_script():
    place = scratch()
    project = analysed_project(place, SUMMIT)
    story, = call("info", project, "--stories").expect(0).lines
    words = ("decide", project, "--story", story["story"])

    def exported():
        call("export", project, "--format", "json", "--comparison", story["story"], "-o",
             place / "out.json").expect(0)
        return json.loads((place / "out.json").read_text())

    key = exported()["claims"][0]["key"]
    done, = call(*words, "--claim", key, "--source", story["sources"][1], "--verdict", "left_out",
                 "--confidence", "0.7", "--note", "not in print either").expect(0).lines
    assert done["verdict"] == "left_out" and done["confidence"] == 0.7 and done["undo"], done
    verdict, = exported()["verdicts"]
    assert (verdict["key"], verdict["column"], verdict["verdict"], verdict["confidence"],
            verdict["note"]) == (key, story["sources"][1], "left_out", 0.7, "not in print either")
    call(*words, "--claim", key, "--source", story["sources"][1], "--verdict",
         "not_examined").expect(0)
    assert exported()["verdicts"] == []


@case
def a_verdict_on_nothing_says_what_there_is():
    project = analysed_project(scratch(), SUMMIT)
    story, = call("info", project, "--stories").expect(0).lines
    base = {"--story": story["story"], "--claim": "nokey", "--source": story["sources"][0],
            "--verdict": "reported"}
    for code, said, change in ((3, "export", {}), (3, "story", {"--story": 99}),
                               (2, "--verdict", {"--verdict": "maybe"}),
                               (2, "--story", {"--story": "one"}),
                               (2, "--confidence", {"--confidence": "2"}),
                               (2, "--confidence", {"--confidence": "nan"})):
        options = [w for pair in {**base, **change}.items() for w in pair]
        answer = call("decide", project, *options)
        assert answer.code == code and said in answer.err, (change, answer.code, answer.err)


@case
def exports_that_do_not_fit_say_so_and_leave_nothing():
    place = scratch()
    project = analysed_project(place, SUMMIT)
    out = place / "out"
    for code, *words in ((2, "--format", "xlsx", "--story", "1"), (2, "--format", "md"),
                         (2, "--format", "docx", "--comparison", "1"),
                         (2, "--format", "xlsx", "--comparison", "one"),
                         (2, "--format", "csv", "--comparison", "1", "--story", "1"),
                         (3, "--format", "xlsx", "--comparison", "99")):
        answer = call("export", project, *words, "-o", out)
        assert answer.code == code and "error" in answer.err, (words, answer.code, answer.err)
        assert not out.exists(), words


@case
def the_same_file_twice_is_one_article():
    place = scratch()
    project = place / "twice.parallax"
    copy = place / "copy.txt"
    copy.write_bytes(FOUNDING.read_bytes())
    call("new", project).expect(0)
    first, = call("import", project, FOUNDING).expect(0).lines
    second, = call("import", project, copy).expect(0).lines
    assert len(first["articles"]) == 1 and not second["articles"]
    assert second["known"] == first["articles"]


@case
def import_takes_source_and_date():
    place = scratch()
    project = place / "dated.parallax"
    call("new", project).expect(0)
    call("import", project, FOUNDING, "--source", "An Outlet", "--published", "2025-09-05").expect(0)
    call("analyse", project).expect(0)
    hit, = call("search", project, "banquet").expect(0).lines
    assert hit["source"] == "An Outlet" and hit["published"] == "2025-09-05"


@case
def search_finds_words_and_parts_of_korean_and_chinese():
    place = scratch()
    project = analysed_project(place, EXAMPLES)
    for query, least in (("wheat", 3), ("여객선", 1), ("大桥", 1), ('"rail bridge"', 3), ("nosuchword", 0)):
        hits = call("search", project, query).expect(0).lines
        assert len(hits) >= least and (least or not hits), (query, len(hits))
    hit = call("search", project, "여객선").expect(0).lines[0]
    assert hit["spans"], hit


@case
def graphs_open_in_other_programs():
    place = scratch()
    project = analysed_project(place, FOUNDING)
    graphml = xml.fromstring(call("graph", project, "--format", "graphml").expect(0).out)
    assert len(graphml.findall(".//{*}node")) > 5 and len(graphml.findall(".//{*}edge")) > 5
    assert xml.fromstring(call("graph", project, "--format", "gexf").expect(0).out).tag.endswith("gexf")
    assert json.loads(call("graph", project, "--format", "json").expect(0).out)["edges"]
    assert call("graph", project, "--format", "csv").expect(0).out.count("\n") > 5
    assert xml.fromstring(call("graph", project, "--format", "svg").expect(0).out).tag.endswith("svg")
    for name, magic in (("png", b"\x89PNG"), ("pdf", b"%PDF")):
        out = place / f"graph.{name}"
        call("graph", project, "--format", name, "-o", out).expect(0)
        assert out.read_bytes()[:4] == magic


@case
def the_same_project_exports_the_same_bytes():
    place = scratch()
    project = analysed_project(place, FOUNDING)
    made = []
    for n in (1, 2):
        out = place / f"{n}.pdf"
        call("export", project, "--format", "pdf", "-o", out, env={"SOURCE_DATE_EPOCH": "1900000000"}).expect(0)
        made.append(out.read_bytes())
    assert made[0] == made[1]


@case
def interrupting_leaves_the_project_whole():
    place = scratch()
    many = place / "many"
    many.mkdir()
    for n in range(300):
        (many / f"{n}.txt").write_text(FOUNDING.read_text().replace("Kim Jong Un", f"Person Number{n}"))
    project = place / "cut.parallax"
    call("new", project).expect(0)
    importing = subprocess.Popen([CLI, "import", str(project), str(many)], stdout=subprocess.PIPE,
                                 stderr=subprocess.DEVNULL)
    importing.send_signal(2)
    importing.communicate(timeout=60)
    call("check", project).expect(0)
    call("import", project, many).expect(0)
    info, = call("info", project).expect(0).lines
    assert info["articles"] == 300, info


@case
def the_version_is_printed():
    assert re.match(r"parallax-cli \d+\.\d+", call("--version").expect(0).out)


run()
