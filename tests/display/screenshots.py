#!/usr/bin/python3
"""The pictures of README.md, and every view in every dress for a person to
look at.

  PLX_APP=… PLX_CLI=… PLX_GATHER=… PLX_DATADIR=data HS_SCREEN=1640x1060x24 \\
  tests/support/headless.sh tests/display/screenshots.py FOLDER [--all | DRESS…]

Without more only read, graph and compare in light, which README shows. A dress
is a name of DRESSES ("dark", "w600" …): all pictures in it.
"""
import gettext
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "support"))
from uiharness import sh, wait_for  # noqa: E402
from window import CLI, EXAMPLES, NotFound, Window, make_project, scratch  # noqa: E402
from dam_at_kessmoor import make_dam_project  # noqa: E402

folder = pathlib.Path(sys.argv[1])
USUAL = (1400, 900)
# environment, scale of text, size of the window
DRESSES = {
    "light": ({}, 1, USUAL),
    "dark": ({"ADW_DEBUG_COLOR_SCHEME": "prefer-dark"}, 1, USUAL),
    "contrast": ({"ADW_DEBUG_HIGH_CONTRAST": "1"}, 1, USUAL),
    "w600": ({}, 1, (600, 900)),
    "w900": ({}, 1, (900, 900)),
    "w1600": ({}, 1, (1600, 1000)),
    "dark600": ({"ADW_DEBUG_COLOR_SCHEME": "prefer-dark"}, 1, (600, 900)),
    "large": ({}, 2, (1600, 1000)),
    "large900": ({}, 2, (900, 900)),
    "rtl": ({"LANGUAGE": "he:de"}, 1, USUAL),
    "rtl600": ({"LANGUAGE": "he:de"}, 1, (600, 900)),
    "german": ({"LANGUAGE": "de"}, 1, USUAL),
    "german600": ({"LANGUAGE": "de"}, 1, (600, 900)),
    "korean": ({"LANGUAGE": "ko"}, 1, USUAL),
}
PAGES = ["Naming", "Words", "Voices", "Over time", "Origins", "Coverage"]


def scale_text(scale):
    """What "large text" does: more pixels to a point."""
    sh("xprop", "-root", "-f", "RESOURCE_MANAGER", "8s", "-set", "RESOURCE_MANAGER", f"Xft.dpi: {96 * scale}")


class Dressed(Window):
    """A window in one dress: names are those of its language."""

    def __init__(self, project, dress):
        env, scale, self.size = DRESSES[dress]
        scale_text(scale)
        self.dress = dress
        self.words = gettext.translation("parallax", pathlib.Path(CLI).parents[2] / "po", env.get("LANGUAGE", "en").split(":"),
                                         fallback=True)
        super().__init__(project, env=env)
        self.xid = self.windows()[-1]
        sh("xdotool", "windowsize", "--sync", self.xid, *self.size)
        sh("xdotool", "windowmove", self.xid, 10, 10)
        wait_for(lambda: self.find_all("text", self._("Article text")), 20, what="an article")

    def _(self, text):
        return self.words.gettext(text)

    def settle(self, xid):
        """Until two pictures a moment apart are the same."""
        last = [None]

        def still():
            picture = subprocess.run(["import", "-window", str(xid), "rgb:-"], capture_output=True).stdout
            same, last[0] = picture == last[0], picture
            return same
        wait_for(still, 30, every=.4, what="a still picture")

    def take(self, name, xid=None):
        sh("xdotool", "mousemove", self.size[0] // 2, self.size[1] + 40)
        self.settle(xid or self.xid)
        name += "" if self.dress == "light" else f"-{self.dress}"
        self.screenshot(str(folder / f"{name}.png"), xid or self.xid)


# -- Compare --

def open_compare(window):
    window.key("ctrl+3")
    matrix = wait_for(lambda: window.find_all(None, window._("Claims by source")), 30, what="the matrix")[0]
    wait_for(lambda: [n for _, n in window.walk(matrix, maxkids=20) if n.get_role_name() == "push button"], 30,
             what="cells")
    return matrix


def choose_cell(window, matrix, status):
    """The first cell in sight that says so."""
    word = window._(status)

    def one():
        left, top, width, height = window.rect(matrix)
        for _, node in window.walk(matrix, maxkids=40):
            if node.get_role_name() != "push button" or f": {word}" not in (node.get_name() or ""):
                continue
            x, y, w, h = window.rect(node)
            if w > 0 and left <= x and x + w <= left + width and top <= y and y + h <= top + height:
                return node
    try:
        window.click(wait_for(one, 3, what=f"a cell {status}"))
    except NotFound as error:
        print(f"{window.dress}: {error}", file=sys.stderr)


def compare(project, dress):
    with Dressed(project, dress) as window:
        matrix = open_compare(window)
        window.take("compare")
        choose_cell(window, matrix, "contradicted")
        window.take("compare-cell")
        choose_cell(window, matrix, "not found")
        window.take("compare-record")
        window.key("Escape")
        for page in PAGES:
            window.press(window._(page))
            window.take("compare-" + page.lower().replace(" ", "-"))
        before = window.windows()
        window.key("ctrl+shift+d")
        extra = wait_for(lambda: [w for w in window.windows() if w not in before], 10, what="the summary")
        window.take("compare-summary", extra[0])


def over_time(project, dress):
    with Dressed(project, dress) as window:
        matrix = open_compare(window)
        window.take("dam-compare")
        window.press(window._("Over time"))
        window.take("dam-over-time")
        choose_cell(window, matrix, "reported differently")
        window.take("dam-over-time-claim")
        window.press(window._("Coverage"))
        window.take("dam-coverage")


# -- all --

def read_and_graph(project, dress):
    with Dressed(project, dress) as window:
        window.take("read")
        window.key("ctrl+2")
        window.take("graph")


def main():
    folder.mkdir(parents=True, exist_ok=True)
    wanted = sys.argv[2:]
    summit = make_project(scratch(), EXAMPLES / "vesk-lian-summit.jsonl")
    founding = make_project(scratch(), EXAMPLES / "kim-xi-meeting.txt")
    if not wanted:
        read_and_graph(founding, "light")
        with Dressed(summit, "light") as window:
            open_compare(window)
            window.take("compare")
        return
    dam = make_dam_project(scratch())
    for dress in DRESSES if "--all" in wanted else [name for name in DRESSES if name in wanted]:
        read_and_graph(founding, dress)
        compare(summit, dress)
        over_time(dam, dress)


main()
