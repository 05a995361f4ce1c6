"""Matrices of odd texts, read back by programs that we did not write.
PLX_MATRIX_SAMPLE names the program that writes them."""
import csv
import html.parser
import io
import json
import os
import pathlib
import subprocess
import tempfile
import zipfile

from tap import case, run

SAMPLE = os.environ["PLX_MATRIX_SAMPLE"]
FORMULA = tuple("=+-@")


def write(name):
    path = pathlib.Path(tempfile.mkdtemp(prefix="plx-tables-")) / f"m.{name}"
    subprocess.run([SAMPLE, name, str(path)], check=True, capture_output=True, timeout=120)
    return path


def openpyxl_or_skip():
    try:
        import openpyxl
        return openpyxl
    except ImportError:
        return None


@case
def xlsx_has_its_sheets_and_every_cell_is_text_or_number():
    openpyxl = openpyxl_or_skip()
    if openpyxl is None:
        return
    book = openpyxl.load_workbook(write("xlsx"))
    assert book.sheetnames == ["Matrix", "Evidence", "Search records", "Naming", "Words",
                               "Voices", "Prominence", "Over time", "Shared passages", "To check",
                               "Sources", "Summary", "About", "Set aside"], book.sheetnames
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type in "snb" or cell.value is None, (sheet.title, cell.coordinate)
                assert cell.data_type != "f", cell.coordinate
                assert len(str(cell.value or "")) <= 32767
    matrix = book["Matrix"]
    assert matrix.freeze_panes == "C2" and matrix.auto_filter.ref
    assert matrix.max_row == 61 and matrix.max_column == 5 + 13
    claims = {row[1].value for row in matrix.iter_rows(min_row=2)}
    assert '=HYPERLINK("http://example.org","x")' in claims
    assert "中文：四万吨小麦 🙂 한국어 日本語" in claims
    assert any(c.startswith("xxxx") and c.endswith("longer than a cell)") for c in claims)
    heads = [c.value for c in matrix[1]]
    assert len(set(heads)) == len(heads), "two columns have one name"
    assert "Rodong Sinmun (heard through" in heads[-1]


@case
def xlsx_cells_say_status_and_verdict_in_words():
    openpyxl = openpyxl_or_skip()
    if openpyxl is None:
        return
    book = openpyxl.load_workbook(write("xlsx"))
    words = {str(c.value) for row in book["Matrix"].iter_rows(min_row=2, min_col=6) for c in row}
    for word in ("● reported", "◐ reported differently", "✕ contradicted", "○ not found",
                 "○ left out ✓", "· not examined"):
        assert any(w.startswith(word) for w in words), word
    row = next(r for r in book["Evidence"].iter_rows(min_row=2, values_only=True) if r[5])
    assert row[3] == row[5] == "left out" and row[6] == 0.7 and row[9] == "=not in print either"
    assert row[7:9] == ("Änne", "2031-05-16T08:00:00Z")
    assert book["Search records"].max_row > 100
    assert book.properties.creator == "=Änne"


def rows_of(book, sheet):
    return list(book[sheet].iter_rows(min_row=2, values_only=True))


@case
def xlsx_tells_what_people_did():
    openpyxl = openpyxl_or_skip()
    if openpyxl is None:
        return
    book = openpyxl.load_workbook(write("xlsx"))
    work = [row[4] for row in rows_of(book, "Matrix") if row[4]]
    assert len(work) == 4 and "added by the analyst" in work, work
    for said in ("reworded by the analyst; before: “=as the program worded it”",
                 "merged from 3 claims, also “=a first part” · “<b>a second part</b>”",
                 "split by the analyst from “-the row it came from”"):
        assert said in work, (said, work)
    aside = rows_of(book, "Set aside")
    assert aside[0][:5] == ("=a dropped claim", "dropped", "<not> a claim", "Änne",
                            "2031-05-15T10:00:00Z"), aside
    assert aside[1][5] == 3 and "=Old Paper" in aside[2][1]


@case
def xlsx_has_what_stands_beside_the_matrix():
    openpyxl = openpyxl_or_skip()
    if openpyxl is None:
        return
    book = openpyxl.load_workbook(write("xlsx"))
    turns = [row[3] for row in rows_of(book, "Over time")]
    assert turns == ["first said", "changed", "not in the later report", "before all others"]
    assert rows_of(book, "Over time")[1][5:7] == ("=12 people", "19 people")
    shared = rows_of(book, "Shared passages")
    assert shared[0][2:5] == (1, 50, 25), shared
    assert shared[0][6] == "published before, named as its agency"
    assert shared[0][7].startswith("It gave 40,000 tonnes")
    copies = [row[6] for row in rows_of(book, "Sources") if row[6]]
    assert len(copies) == 1 and copies[0].endswith(": published before, named as its agency")


@case
def xlsx_keeps_what_looks_like_an_escape():
    openpyxl = openpyxl_or_skip()
    if openpyxl is None:
        return
    from openpyxl.utils.escape import unescape
    claims = [row[1] for row in rows_of(openpyxl.load_workbook(write("xlsx")), "Matrix")]
    assert "_x0041_x0042_ stands in _the text_" in [unescape(c) for c in claims]


@case
def xlsx_is_xml_without_forbidden_characters():
    import xml.etree.ElementTree as tree
    with zipfile.ZipFile(write("xlsx")) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                root = tree.fromstring(archive.read(name))
                assert not [e for e in root.iter() if e.tag.endswith("}f")], name


@case
def csv_reads_back_and_has_no_formula():
    text = write("csv").read_bytes().decode()
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert len(rows) == 61 + 3 and {len(r) for r in rows} == {6 + 13}
    for row in rows:
        assert not any(field.lstrip(" ").startswith(FORMULA) for field in row), row
    claims = [r[2] for r in rows[1:]]
    assert "added by the analyst" in [r[5] for r in rows]
    assert rows[61][0] == "" and rows[61][5] == "dropped by Änne on 2031-05-15T10:00:00Z: <not> a claim"
    assert any(f.endswith("left out ✓ — decided by Änne on 2031-05-16T08:00:00Z, confidence 0.7: "
                          "=not in print either") for r in rows for f in r)
    assert "'=1+1" in claims and "'@SUM(A1:A9) was told" in claims
    assert any("control" in c and "\n" in c and "\x01" not in c for c in claims)
    assert len(set(rows[0])) == len(rows[0])


class Page(html.parser.HTMLParser):
    VOID = {"meta", "br", "link"}

    def __init__(self):
        super().__init__()
        self.open, self.tags, self.ids, self.links, self.text = [], [], [], [], []

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.tags.append(tag)
        if tag not in self.VOID:
            self.open.append(tag)
        if "id" in attributes:
            self.ids.append(attributes["id"])
        if attributes.get("href", "").startswith("#"):
            self.links.append(attributes["href"][1:])
        assert not any(name.startswith("on") for name in attributes), attributes
        assert "src" not in attributes

    def handle_endtag(self, tag):
        assert self.open and self.open[-1] == tag, (tag, self.open[-3:])
        self.open.pop()

    def handle_data(self, data):
        self.text.append(data)


@case
def html_is_whole_and_reaches_for_nothing():
    source = write("html").read_text()
    page = Page()
    page.feed(source)
    page.close()
    text = "".join(page.text)
    assert not page.open and "script" not in page.tags and "link" not in page.tags
    assert page.tags.count("details") > 100 and "<script>alert(1)" in text
    assert len(set(page.ids)) == len(page.ids) and set(page.links) <= set(page.ids)
    for said in ("dropped", "<not> a claim", "merged from 3 claims", "=12 people", "Over time"):
        assert said in text, said
    assert "url(" not in source and "prefers-color-scheme:dark" in source and "@media print" in source
    assert not any(ord(c) < 32 and c not in "\n\t" for c in source)


@case
def json_is_the_comparison_with_verdicts():
    data = json.loads(write("json").read_text())
    assert len(data["claims"]) == 60 and len(data["articles"]) == len(data["sources"]) == 12
    verdict, = data["verdicts"]
    assert verdict == {"claim": "c1", "key": "k1", "article": "2", "column": verdict["column"],
                       "verdict": "left_out", "confidence": 0.7, "note": "=not in print either",
                       "author": "Änne", "decided": "2031-05-16T08:00:00Z"}
    added, reworded, merged, split = data["work"]
    assert added["added"] and reworded["original"] == "=as the program worded it"
    assert [m["key"] for m in merged["merged"]] == ["k90", "k91"] and split["split_from"]
    assert [a["kind"] for a in data["aside"]] == ["dropped", "claim_gone", "column_gone"]
    assert data["aside"][0]["reason"] == "<not> a claim"
    assert data["exported"]["date"] == "2031-05-16T08:30:00Z"


@case
def summaries_are_one_page_of_text():
    for name in ("txt", "md"):
        text = write(name).read_text()
        assert "Rodong Sinmun through" in text and "that is no omission" in text
        assert sum(len(line) // 125 + 1 for line in text.splitlines()) < 110, name
        assert "2031-05-16" in text
    assert "\\<script\\>" in write("md").read_text()


@case
def the_same_matrix_gives_the_same_bytes():
    for name in ("xlsx", "csv", "html", "json", "txt", "md", "pdf"):
        assert write(name).read_bytes() == write(name).read_bytes(), name


@case
def a_file_that_cannot_be_written_leaves_nothing():
    for name in ("xlsx", "csv", "html", "json"):
        done = subprocess.run([SAMPLE, name, f"/nonexistent/m.{name}"], capture_output=True,
                              text=True)
        assert done.returncode == 1 and "could not be written" in done.stderr, name


run()
