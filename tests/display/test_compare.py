"""Compare: the matrix, the panes, a cell's evidence and its search record; what
an analyst does to claims and cells, each undone by name."""
import os
import re

from tap import case, run
from window import EXAMPLES, Atspi, Window, make_project, scratch, wait_for

SUMMIT = make_project(scratch(), EXAMPLES / "vesk-lian-summit.jsonl")
FOUNDING = make_project(scratch(), EXAMPLES / "kim-xi-meeting.txt")


def matrix(window):
    window.view("Compare")
    node = window.named("Claims by source", timeout=20)
    wait_for(lambda: any("wheat" in (n.get_name() or "").lower() for _, n in window.walk(node, maxkids=200)), 30,
             what="claims in the matrix")
    return node


def cells(window, node, words):
    return [n for _, n in window.walk(node, maxkids=200) if words in (n.get_name() or "").lower()]


@case
def the_matrix_says_what_each_source_reports():
    with Window(SUMMIT) as window:
        window.article_text()
        node = matrix(window)
        for words in ("reported", "not found"):
            assert cells(window, node, words), words
        assert not window.criticals(), window.criticals()


@case
def two_articles_stand_side_by_side():
    with Window(SUMMIT) as window:
        window.article_text()
        matrix(window)
        window.named("Side by side")
        panes = wait_for(lambda: window.find_all("text", re.compile(r"^Article text: .+")), 10, what="panes")
        assert len(panes) >= 2


@case
def an_empty_cell_opens_its_search_record():
    with Window(SUMMIT) as window:
        window.article_text()
        node = matrix(window)
        window.click(cells(window, node, "not found")[0])
        window.named("Search record")
        assert not window.criticals(), window.criticals()


@case
def a_decision_sets_the_cell_and_undo_takes_it_back():
    with Window(SUMMIT) as window:
        window.article_text()
        node = matrix(window)
        cell = cells(window, node, "not found")[0]
        source = cell.get_name().split(":")[0]
        before = len(cells(window, node, f"{source}: left out".lower()))
        window.click(cell)
        record = window.named("Search record")
        window.click(window.button("Left out", node=record))
        wait_for(lambda: len(cells(window, node, f"{source}: left out".lower())) == before + 1, 20,
                 what=f"{source}: left out")
        undo = re.compile("^Undo .+")
        window.click(window.button(undo))
        wait_for(lambda: len(cells(window, node, f"{source}: left out".lower())) == before, 20,
                 what=f"{source} not left out again")
        assert not window.criticals(), window.criticals()


@case
def sources_that_are_only_heard_stand_behind_a_toggle():
    with Window(SUMMIT) as window:
        window.article_text()
        node = matrix(window)
        shown = len(cells(window, node, ": reported")) + len(cells(window, node, ": not found"))
        toggle = window.button(re.compile(r"^Heard through others \(\d+\)$"))
        window.click(toggle)
        wait_for(lambda: len(cells(window, node, ": reported")) + len(cells(window, node, ": not found")) > shown, 20,
                 what="cells of sources only heard")
        assert not window.criticals(), window.criticals()


@case
def a_single_article_shows_whom_it_lets_speak_at_once():
    with Window(FOUNDING) as window:
        window.article_text()
        window.view("Compare")
        toggle = window.button(re.compile(r"^Heard through others \(\d+\)$"), timeout=20)
        assert toggle.get_state_set().contains(Atspi.StateType.PRESSED) or \
            toggle.get_state_set().contains(Atspi.StateType.CHECKED)


def claims(window, node):
    """Statements in the order that is shown."""
    rows = [n.get_name() or "" for _, n in window.walk(node, maxkids=200) if n.get_role_name() == "list item"]
    return [re.sub(r"^Claim \d+: (.*); independent origins: \d+$", r"\1", row) for row in rows if row.startswith("Claim ")]


def counted(window, pattern):
    return wait_for(lambda: window.find_all("label", re.compile(pattern)), 10, what=pattern)[0].get_name()


def filter_box(window, name):
    """Presses until the form is open: chips that come and go move the bar."""
    def opened():
        if not window.find_all("check box", name):
            window.press("Filters")
        return wait_for(lambda: window.find_all("check box", name), 3, what=f"the filter {name}")
    return wait_for(opened, 15, every=.2, what=f"the filter {name}")[0]


@case
def claims_are_filtered_by_words_and_by_relation():
    with Window(SUMMIT) as window:
        window.article_text()
        node = matrix(window)
        everything = int(counted(window, r"^\d+ claims$").split()[0])
        window.click(window.named("Filter claims"))
        window.type("wheat")
        shown = int(counted(window, r"^\d+ of \d+ claims$").split()[0])
        assert 0 < shown < everything, (shown, everything)
        wait_for(lambda: all("wheat" in claim.lower() for claim in claims(window, node)), 10, what="only claims with wheat")
        window.type(" nobodysaidthis")
        window.named("No claim passes these filters")
        window.press("Show all claims")
        counted(window, f"^{everything} claims$")
        window.click(filter_box(window, "Contradicted"))
        window.key("Escape")
        shown = int(counted(window, r"^\d+ of \d+ claims$").split()[0])
        assert 0 < shown < everything, (shown, everything)
        wait_for(lambda: len(cells(window, node, ": contradicted")) >= shown, 10, what="a contradiction in each row")
        window.press("Remove the filter: Contradicted")
        counted(window, f"^{everything} claims$")
        assert not window.criticals(), window.criticals()


@case
def claims_are_sorted():
    with Window(SUMMIT) as window:
        window.article_text()
        node = matrix(window)
        before = claims(window, node)
        window.click(window.named("Order of claims"))
        window.key("Down", "Down", "Down", "Return")
        wait_for(lambda: claims(window, node) != before, 10, what="another order")
        assert sorted(claims(window, node)) == sorted(before)
        assert not window.criticals(), window.criticals()


@case
def what_is_suggested_is_examined_by_keys():
    with Window(SUMMIT) as window:
        window.article_text()
        node = matrix(window)
        command(window, "examine the next")

        def selected():
            return [n for n in cells(window, node, ":") if n.get_description() == "selected"]
        first = wait_for(selected, 10, what="a selected cell")[0].get_name()
        window.key("c")
        window.find_any(("push button",), re.compile("^Undo .+"))
        wait_for(lambda: cells(window, node, first.lower() + ", decided"), 10, what="a confirmed cell")
        window.key("x")
        wait_for(lambda: selected() and selected()[0].get_name() not in (first, first + ", decided"), 10, what="the next cell")
        window.key("ctrl+z")
        wait_for(lambda: not cells(window, node, first.lower() + ", decided"), 10, what="a cell not confirmed any more")
        assert not window.criticals(), window.criticals()


def choose_claim(window, node, number=1):
    """Selects the whole row; Menu opens what can be done to it."""
    row = wait_for(lambda: [n for _, n in window.walk(node, maxkids=200)
                            if (n.get_name() or "").startswith(f"Claim {number}: ")], 10, what=f"claim {number}")[0]
    window.click(row, at=(60, 20))
    return re.sub(r"^Claim \d+: (.*); independent origins: \d+$", r"\1", row.get_name())


def command(window, words):
    window.key("ctrl+k")
    window.find_any(("frame", "dialog"), "Command palette")
    window.type(words)
    window.key("Return")


@case
def claims_are_merged_and_parted_again():
    with Window(SUMMIT) as window:
        window.article_text()
        node = matrix(window)
        n = int(counted(window, r"^\d+ claims$").split()[0])
        choose_claim(window, node)
        command(window, "merge claims")
        window.click(wait_for(lambda: [c for c in window.find_all("check box") if c.get_name()], 10, what="other claims")[0])
        window.press("Merge")
        window.find_any(("push button",), re.compile("^Undo Merge"))
        counted(window, f"^{n - 1} claims$")
        window.key("ctrl+z")
        counted(window, f"^{n} claims$")
        assert not window.criticals(), window.criticals()


@case
def a_claim_is_added_dropped_and_brought_back():
    with Window(SUMMIT) as window:
        window.article_text()
        node = matrix(window)
        n = int(counted(window, r"^\d+ claims$").split()[0])
        command(window, "add a claim")
        window.click(window.find("text", "Claim", timeout=10))
        window.type("The visit lasted five days")
        window.key("Return")
        window.find_any(("push button",), re.compile("^Undo Add"))
        counted(window, f"^{n + 1} claims$")
        wait_for(lambda: "The visit lasted five days" in claims(window, node), 20, what="the new claim")
        command(window, "drop the claim")
        counted(window, f"^{n} claims$")
        window.key("ctrl+z")
        counted(window, f"^{n + 1} claims$")
        assert not window.criticals(), window.criticals()


@case
def the_summary_is_copied():
    with Window(SUMMIT) as window:
        window.article_text()
        matrix(window)
        command(window, "disagreement summary")
        window.press("Copy")
        wait_for(lambda: "two hours" in window.clipboard(), 10, what="the summary in the clipboard")
        assert not window.criticals(), window.criticals()


@case
def the_matrix_is_exported():
    target = scratch() / "matrix.xlsx"
    with Window(SUMMIT) as window:
        window.article_text()
        matrix(window)
        before = len(window.windows())
        command(window, "workbook")
        wait_for(lambda: len(window.windows()) > before, 15, what="the file chooser")
        window.key("ctrl+a")
        window.type(str(target))
        window.key("Return")
        wait_for(lambda: os.path.exists(target) and target.read_bytes()[:2] == b"PK", 30, what="the workbook")
        assert not window.criticals(), window.criticals()


@case
def the_founding_article_has_its_matrix():
    with Window(FOUNDING) as window:
        window.article_text()
        window.view("Compare")
        node = window.named("Claims by source", timeout=20)
        wait_for(lambda: cells(window, node, "left out"), 30, what="a cell that says left out")


run()
