"""Compare: the matrix, the panes, a cell's evidence and its search record."""
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


@case
def the_founding_article_has_its_matrix():
    with Window(FOUNDING) as window:
        window.article_text()
        window.view("Compare")
        node = window.named("Claims by source", timeout=20)
        wait_for(lambda: cells(window, node, "left out"), 30, what="a cell that says left out")


run()
