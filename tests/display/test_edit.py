"""Editing: entities renamed, merged and split, a mark relabelled, an export;
each edit undone by its name."""
import os
import re

from tap import case, run
from window import EXAMPLES, Window, make_project, scratch, wait_for

PROJECT = make_project(scratch(), EXAMPLES / "kim-xi-meeting.txt")


def choose(window, words):
    window.article_text()
    window.click(window.row("Marks", words))
    inspector = window.named("Inspector")
    wait_for(lambda: any(n.get_name() == words for _, n in window.walk(inspector)), 10, what=f"{words} in the inspector")


def dialog(window, button):
    """Opens it by its button in the inspector, which may lie below the fold."""
    window.act(window.button(button, showing=False))
    return window.find("dialog", timeout=10)


def undo_name(window, pattern):
    return window.find_any(("push button",), re.compile(pattern), timeout=10)


def entities(window):
    window.view("Graph")
    return wait_for(lambda: window.row_names("Entities"), 20, what="entities")


@case
def an_entity_is_renamed_everywhere_and_back():
    with Window(PROJECT) as window:
        choose(window, "Xi Jinping")
        box = dialog(window, "Rename…")
        window.click(window.find("text", "Name", node=box))
        window.key("ctrl+a")
        window.type("Chairman Xi")
        window.key("Return")
        undo_name(window, r"^Undo .*(Rename|Xi)")
        entities(window)
        wait_for(lambda: any("Chairman Xi" in row for row in window.row_names("Entities")), 10, what="the new name")
        window.key("ctrl+z")
        wait_for(lambda: not any("Chairman Xi" in row for row in window.row_names("Entities")), 10, what="the old name")
        assert not window.criticals(), window.criticals()


@case
def entities_are_merged_and_parted_again():
    with Window(PROJECT) as window:
        choose(window, "Xi Jinping")
        box = dialog(window, "Merge…")
        window.click(window.find("check box", "Kim Jong Un", node=box))
        window.click(window.find("push button", "Merge", node=box))
        undo_name(window, r"^Undo Merge")
        entities(window)
        wait_for(lambda: not any("Kim Jong Un" in row for row in window.row_names("Entities")), 10, what="one entity of two")
        window.key("ctrl+z")
        wait_for(lambda: any("Kim Jong Un" in row for row in window.row_names("Entities")), 10, what="both again")


def two_spellings():
    """One name spelled in two ways in two articles."""
    place = scratch()
    one, two = place / "one.txt", place / "two.txt"
    one.write_text("Andrei Sannikov met Joe Biden in Kyiv on Monday. Andrei Sannikov thanked Joe Biden.\n")
    two.write_text("Andrey Sannikov spoke in Warsaw. Andrey Sannikov said that Poland was a friend.\n")
    return make_project(place, one, two)


@case
def two_spellings_are_suggested_and_decided():
    with Window(two_spellings()) as window:
        window.article_text()
        window.view("Graph")
        window.click(window.row("Entities", "Andrei Sannikov"))
        window.act(window.button("Andrey Sannikov is somebody or something else", showing=False))
        undo_name(window, r"^Undo Keep Andrei Sannikov and Andrey Sannikov Apart")
        inspector = window.named("Inspector")
        merge = "Merge Andrey Sannikov into this"
        wait_for(lambda: not any(n.get_name() == merge for _, n in window.walk(inspector)), 10, what="no suggestion left")
        window.key("ctrl+z")
        window.act(window.button(merge, showing=False))
        undo_name(window, r"^Undo Merge")
        wait_for(lambda: sum("Sannikov" in row for row in window.row_names("Entities")) == 1, 10, what="one entity of two")
        assert not window.criticals(), window.criticals()


@case
def an_entity_is_split():
    with Window(PROJECT) as window:
        choose(window, "Xi Jinping")
        box = dialog(window, "Split…")
        window.click(window.find("text", "Name of the new one", node=box))
        window.type("Another Xi")
        window.click(window.find("check box", re.compile(r"^Xi · "), node=box))
        window.click(window.find("push button", "Split", node=box))
        undo_name(window, r"^Undo Split")
        window.key("ctrl+z")
        window.find_any(("push button",), re.compile(r"^Redo Split"), timeout=10)


@case
def a_mark_is_relabelled_by_a_key():
    with Window(PROJECT) as window:
        choose(window, "Xi Jinping")
        window.key("4")
        undo_name(window, r"^Undo Relabel")
        window.key("ctrl+z")
        window.find_any(("push button",), re.compile(r"^Redo Relabel"), timeout=10)


@case
def an_article_is_exported_as_pdf():
    target = scratch() / "article.pdf"
    with Window(PROJECT) as window:
        window.article_text()
        window.key("ctrl+e")
        wait_for(lambda: len(window.windows()) > 1, 15, what="the file chooser")
        window.key("ctrl+a")
        window.type(str(target))
        window.key("Return")
        wait_for(lambda: os.path.exists(target) and target.read_bytes()[:5] == b"%PDF-", 30, what="the PDF")
        assert not window.criticals(), window.criticals()


run()
