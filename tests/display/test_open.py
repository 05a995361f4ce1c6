"""Opening: the welcome page, the example, projects, files, folders, drops,
pasted text, and what is said when it fails."""
import subprocess
import sys

from tap import case, run
from window import EXAMPLES, Window, make_project, scratch, wait_for

DRAG_SOURCE = sys.argv[1]
FOUNDING = EXAMPLES / "kim-xi-meeting.txt"


@case
def the_welcome_page_offers_what_to_do():
    with Window() as window:
        for name in ("Open a collection…", "Open the example", "New project…"):
            window.button(name)
        assert not window.criticals(), window.criticals()


@case
def the_example_opens_with_its_stories():
    with Window() as window:
        window.press("Open the example")
        window.article_text(timeout=60)
        wait_for(lambda: len(window.row_names("Articles")) == 12, 30, what="twelve articles")
        assert len(window.row_names("Stories")) >= 4
        assert any("Rodong Sinmun" in name for name in window.row_names("Sources"))
        wait_for(lambda: "Veskgrad" in window.text(window.article_text()), 10, what="the largest story")
        assert not window.criticals(), window.criticals()


@case
def a_project_of_the_command_line_opens():
    project = make_project(scratch(), EXAMPLES / "vesk-lian-summit.jsonl")
    with Window(project) as window:
        wait_for(lambda: len(window.row_names("Articles")) == 4, 20, what="four articles")
        assert "Vesk" in window.text(window.article_text())


@case
def article_files_make_an_unsaved_project():
    with Window(FOUNDING) as window:
        assert "Rodong Sinmun" in window.text(window.article_text(60))


@case
def a_closed_project_comes_back_whole():
    project = make_project(scratch(), FOUNDING)
    for _ in range(2):
        with Window(project) as window:
            assert "five-day visit" in window.text(window.article_text())


@case
def dropped_files_are_imported():
    with Window() as window:
        window.button("Open the example")
        source = subprocess.Popen([DRAG_SOURCE, str(FOUNDING)])
        try:
            drag_onto(window)
            assert "Rodong Sinmun" in window.text(window.article_text(60))
        finally:
            source.kill()


def drag_onto(window):
    def origin():
        found = subprocess.run(["xdotool", "search", "--name", "^dragsource$"], capture_output=True, text=True).stdout.split()
        return found and window.geometry(int(found[0]))
    x, y, w, h = wait_for(origin, 10, what="the drag source")
    subprocess.run(["xdotool", "search", "--name", "^dragsource$", "windowmove", "1300", "700"], check=True)
    x, y, w, h = wait_for(lambda: (lambda g: g if g and g[0] > 1200 else None)(origin()), 5, what="the source aside")
    X, Y, W, H = window.rect(window.button("Open the example"))
    window.drag(x + w / 2, y + h / 2, X + W / 2, Y + H / 2)


@case
def what_is_no_project_is_named():
    path = scratch() / "not-ours.parallax"
    path.write_text("not a database")
    with Window(path) as window:
        window.wait_text("not-ours.parallax", 15)
        assert path.read_text() == "not a database"


@case
def files_that_cannot_be_read_are_reported():
    place = scratch()
    (place / "empty.txt").write_text("")
    (place / "good.txt").write_text(FOUNDING.read_text())
    with Window(place / "empty.txt", place / "good.txt") as window:
        window.wait_text("empty.txt", 30)


run()
