"""Read: marks, decisions by mouse and keyboard, entities, undo by name."""
import re

from tap import case, run
from window import EXAMPLES, Atspi, Window, make_project, scratch, wait_for

FOUNDING = EXAMPLES / "kim-xi-meeting.txt"
PROJECT = make_project(scratch(), FOUNDING)


def state_of(window, words):
    return window.label_of(window.row("Marks", words)) + (window.row("Marks", words).get_description() or "")


@case
def marks_are_listed_with_kind_and_chain():
    with Window(PROJECT) as window:
        window.article_text()
        rows = wait_for(lambda: window.row_names("Marks"), 20, what="marks")
        assert len(rows) > 20
        assert any("Kim Jong Un" in row for row in rows)
        assert any("Rodong Sinmun ▸ Kim Jong Un" in row or "(Rodong Sinmun) ▸ Kim Jong Un" in row for row in rows), rows[:20]


@case
def a_suggestion_is_accepted_and_undone_by_name():
    with Window(PROJECT) as window:
        text = window.article_text()
        window.click(text, at=(300, 30))
        window.key("n")
        window.press("Accept")
        undo = window.find_any(("push button",), re.compile(r"^Undo .+"), timeout=10)
        assert len(undo.get_name()) > len("Undo ")
        window.key("ctrl+z")
        window.find_any(("push button",), re.compile(r"^Redo .+"), timeout=10)
        window.key("ctrl+shift+z")
        window.find_any(("push button",), re.compile(r"^Undo .+"), timeout=10)
        assert not window.criticals(), window.criticals()


@case
def keys_alone_walk_accept_and_reject():
    with Window(PROJECT) as window:
        text = window.article_text()
        window.click(text, at=(300, 30))
        window.key("n", "Return", "n", "Delete")
        window.find_any(("push button",), re.compile(r"^Undo .*[Rr]eject"), timeout=10)


@case
def a_selection_becomes_a_mark():
    with Window(PROJECT) as window:
        text = window.article_text()
        before = len(wait_for(lambda: window.row_names("Marks"), 20, what="marks"))
        window.click(text, at=(300, 30))
        Atspi.Text.set_caret_offset(text, 74)
        window.key(*["shift+Right"] * 9)
        window.key("m")
        undo = window.find_any(("push button",), re.compile(r"^Undo .+"), timeout=10)
        assert undo
        assert before


@case
def the_inspector_shows_a_chosen_entity():
    with Window(PROJECT) as window:
        window.article_text()
        window.click(window.row("Marks", "Rodong Sinmun"))
        inspector = window.named("Inspector")
        wait_for(lambda: any("Rodong Sinmun" in (n.get_name() or "") for _, n in window.walk(inspector)), 10,
                 what="Rodong Sinmun in the inspector")


run()
