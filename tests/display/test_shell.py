"""The shell: views, menu, palette, folding, and names for every control."""
import re
import time

from tap import case, run
from window import EXAMPLES, Window, ext, make_project, scratch, wait_for

PROJECT = make_project(scratch(), EXAMPLES / "vesk-lian-summit.jsonl")
CONTROLS = ("push button", "toggle button", "radio button", "entry", "combo box", "check box", "slider")


@case
def every_control_has_a_name():
    with Window(PROJECT) as window:
        window.article_text()
        for view in ("Read", "Graph", "Compare"):
            window.view(view)
            for _, node in window.walk():
                size = ext(node)
                if node.get_role_name() in CONTROLS and size and size[2] > 0:
                    name = node.get_name() or ""
                    assert name and not re.match(r"^(Gtk|Adw|Plx)[A-Z]", name), (view, node.get_role_name(), name, size)


@case
def the_main_menu_opens_from_the_keyboard():
    with Window(PROJECT) as window:
        window.article_text()
        window.named("Main menu")
        window.key("F10")
        wait_for(lambda: window.find_all("menu item"), 10, what="menu items")


@case
def the_palette_lists_commands():
    with Window(PROJECT) as window:
        window.article_text()
        window.key("ctrl+k")
        window.named("Command palette")
        window.key("Escape")


@case
def panels_fold_and_unfold():
    with Window(PROJECT) as window:
        window.article_text()
        shown = lambda: bool(window.find_all("entry", "Filter articles")) or bool(window.find_all("text", "Filter articles"))
        assert wait_for(shown, 10, what="the collection")
        window.key("F9")
        wait_for(lambda: not shown(), 10, what="the collection folded")
        window.key("F9")
        wait_for(shown, 10, what="the collection unfolded")


@case
def the_filter_narrows_the_articles():
    with Window(PROJECT) as window:
        window.article_text()
        wait_for(lambda: len(window.row_names("Articles")) == 4, 10, what="four articles")
        window.click(window.find_any(("entry", "text"), "Filter articles"))
        window.type("Wheat")
        wait_for(lambda: len(window.row_names("Articles")) == 1, 10, what="one article")


def press_item(window, name):
    time.sleep(.3)      # a submenu slides in
    window.click(window.find("menu item", name))


def drag_to(window, row, goal):
    (x, y, w, h), (gx, gy, gw, gh) = window.rect(row), window.rect(goal)
    window.drag(x + w / 2, y + h / 2, gx + gw / 2, gy + gh / 2, steps=30)


def open_menu(window, list_name, words):
    """The menu of a row, by its key."""
    window.click(window.row(list_name, words))
    window.key("shift+F10")
    return wait_for(lambda: window.find_all("menu item"), 10, what="a row's menu")


@case
def an_article_moves_to_another_story_and_back():
    with Window(make_project(scratch(), EXAMPLES / "vesk-lian-summit.jsonl")) as window:
        window.article_text()
        wait_for(lambda: len(window.row_names("Stories")) == 1, 10, what="one story")
        open_menu(window, "Articles", "Norland ready")
        press_item(window, "New story")
        wait_for(lambda: len(window.row_names("Stories")) == 2, 10, what="two stories")
        window.button("Undo Move Article")
        open_menu(window, "Articles", "Norland ready")
        press_item(window, "Move to story")
        press_item(window, "Vesk–Lian meeting")
        wait_for(lambda: len(window.row_names("Stories")) == 1, 10, what="one story again")
        window.key("ctrl+z")
        wait_for(lambda: len(window.row_names("Stories")) == 2, 10, what="the move undone")
        drag_to(window, window.row("Articles", "Lian Hao meets"), window.row("Stories", "Norland ready"))
        wait_for(lambda: any(name.endswith(", 2 articles") and "Norland ready" in name
                             for name in window.row_names("Stories")), 10, what="the dragged article")
        assert not window.criticals(), window.criticals()


@case
def a_story_gets_another_name():
    with Window(make_project(scratch(), EXAMPLES / "vesk-lian-summit.jsonl")) as window:
        window.article_text()
        open_menu(window, "Stories", "meeting")
        press_item(window, "Rename story…")
        window.find_any(("entry", "text"), "Name of the story")
        window.key("ctrl+a")
        window.type("Wheat and missiles")
        window.key("Return")
        window.row("Stories", "Wheat and missiles")
        window.button("Undo Rename Story")
        assert not window.criticals(), window.criticals()


@case
def the_other_views_open_too():
    with Window(PROJECT) as window:
        window.article_text()
        for name in ("Timeline", "Statements", "Findings"):
            assert window.find_all(None, name, showing=False) or window.has_text("More")


run()
