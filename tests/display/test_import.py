"""Adding articles after a look at them: what was read is corrected in the
review, for one article and for all, and that is what the project gets."""
import json
import re
import subprocess

from tap import case, run
from window import CLI, Window, scratch, wait_for

JUNK = "Sign up for the harbour letter, every morning before seven."


def collection(place):
    lines = []
    for n, words in enumerate(("The dam at Veskgrad held through the night, engineers said.",
                               "Port Saran closed its harbour after the storm, the mayor said.")):
        lines.append(json.dumps({"title": f"Report {n + 1}", "text": f"{words}\n{JUNK}\nMore is expected on Friday, officials said."}))
    path = place / "reports.jsonl"
    path.write_text("\n".join(lines) + "\n")
    return path


def location(window, words):
    """The chooser's entry for a path, once it holds @words."""
    return [node for node in window.find_all("text") if window.text(node) == words]


def review(window, path):
    before = len(window.windows())
    window.key("ctrl+k")
    window.find_any(("frame", "dialog"), "Command palette")
    window.type("review and add")
    window.key("Return")
    wait_for(lambda: len(window.windows()) == before + 1 and window.find_all("push button", "Cancel"), 15, what="the file chooser")
    window.key("slash")
    wait_for(lambda: location(window, "/"), 10, what="the chooser's entry")
    window.type(str(path)[1:])
    wait_for(lambda: location(window, str(path)), 10, what="the path in the chooser")
    window.key("Return")
    return window.named("Articles read", timeout=20)


def set_entry(window, name, words):
    entry = window.find_any(("text", "entry"), name)
    window.click(entry)
    window.key("ctrl+a")
    window.type(words)
    wait_for(lambda: window.text(entry) == words, 5, what=f"{words!r} in {name}")


def articles(project):
    shown = subprocess.run([CLI, "search", str(project), "officials", "--limit", "0"], capture_output=True, text=True, check=True)
    return [json.loads(line) for line in shown.stdout.splitlines()]


@case
def what_is_corrected_is_what_is_added():
    place = scratch()
    project = place / "reviewed.parallax"
    subprocess.run([CLI, "new", str(project)], check=True, capture_output=True)
    with Window(project) as window:
        review(window, collection(place))
        wait_for(lambda: len(window.row_names("Articles read")) == 2, 10, what="two articles read")
        set_entry(window, "Source", "Harbour Post")
        window.press("Source: use it for all articles")
        set_entry(window, "Date of publication", "2031-05-14")
        wait_for(lambda: all("Harbour Post" in name for name in window.row_names("Articles read")), 10, what="the source in both rows")
        assert "no date" in window.row_names("Articles read")[1]
        window.press(re.compile("^Leave out: Sign up"))
        window.find_any(("push button",), re.compile("^Put back: Sign up"))
        window.act(window.button("Add 2 Articles"))
        wait_for(lambda: len(window.row_names("Articles")) == 2, 20, what="two articles in the project")
        assert not window.criticals(), window.criticals()
    found = articles(project)
    assert sorted(hit["published"] or "" for hit in found) == ["", "2031-05-14"], found
    assert {hit["source"] for hit in found} == {"Harbour Post"}, found
    junk = subprocess.run([CLI, "search", str(project), "harbour letter"], capture_output=True, text=True)
    assert junk.stdout == "", junk.stdout


@case
def a_bad_date_is_told_and_nothing_is_lost():
    place = scratch()
    with Window() as window:
        window.button("Open the example")
        review(window, collection(place))
        set_entry(window, "Date of publication", "last Tuesday")
        window.act(window.button("Add 2 Articles"))
        window.wait_text("A date cannot be read")
        window.key("Escape")
        set_entry(window, "Date of publication", "2031-05")
        window.click(window.find_any(("check box",), "Add: Report 2"))
        window.act(window.button("Add 1 Article"))
        wait_for(lambda: len(window.row_names("Articles")) == 1, 20, what="one article in the project")
        assert not window.criticals(), window.criticals()


@case
def a_table_whose_columns_were_guessed_is_shown_first():
    place = scratch()
    table = place / "odd.csv"
    table.write_text("nr;kolA;kolB\n" + "".join(
        f"{n};Report {n} on the dam;\"The dam above Port Saran held through night {n}, the ministry said. Engineers will look at the wall again, it said.\"\n" for n in (1, 2)))
    with Window(table) as window:
        window.named("Articles read", timeout=30)
        window.named("What the column “kolB” is")
        window.act(window.button("Add 2 Articles"))
        wait_for(lambda: len(window.row_names("Articles")) == 2, 20, what="two articles in the project")
        assert not window.criticals(), window.criticals()


@case
def a_folder_is_looked_through_again():
    place = scratch()
    folder = place / "in"
    folder.mkdir()
    (folder / "one.txt").write_text("The first report says that the dam held, officials said.")
    with Window(folder) as window:
        window.article_text(60)
        (folder / "two.txt").write_text("The second report says that the harbour is closed, officials said.")
        window.key("F5")
        wait_for(lambda: len(window.row_names("Articles")) == 2, 30, what="the new article")
        assert not window.criticals(), window.criticals()


run()
