#!/usr/bin/python3
"""The pictures of README.md, and every view in every dress for a person to
look at.

  PLX_APP=… PLX_CLI=… PLX_DATADIR=data HS_SCREEN=1440x960x24 \\
  tests/support/headless.sh tests/display/screenshots.py FOLDER [--all]

Without --all only read, graph and compare in light, which README shows.
"""
import os
import pathlib
import re
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "support"))
from uiharness import sh, wait_for  # noqa: E402
from window import EXAMPLES, Window, make_project, scratch  # noqa: E402

folder = pathlib.Path(sys.argv[1])
DRESSES = {
    "": ({}, None),
    "-dark": ({"ADW_DEBUG_COLOR_SCHEME": "prefer-dark"}, None),
    "-narrow": ({}, (900, 900)),
    "-narrowest": ({}, (600, 900)),
    "-large-text": ({"PLX_FONT": "Noto Sans 17"}, None),
    "-german": ({"LANGUAGE": "de"}, None),
    "-korean": ({"LANGUAGE": "ko"}, None),
}


def settle(window):
    """Until two pictures a moment apart are the same."""
    last = [None]

    def still():
        picture = subprocess.run(["import", "-window", str(window.windows()[-1]), "rgb:-"], capture_output=True).stdout
        same, last[0] = picture == last[0], picture
        return same
    wait_for(still, 30, every=.5, what="a still picture")


def use_font(name):
    """The session's settings.ini decides the size of text."""
    path = pathlib.Path(os.environ["XDG_CONFIG_HOME"]) / "gtk-4.0/settings.ini"
    path.write_text(re.sub("gtk-font-name=.*", f"gtk-font-name={name}", path.read_text()))


def take(window, name, size):
    settle(window)
    window.screenshot(str(folder / f"{name}.png"), window.windows()[-1])


def views(project, dress, names):
    env, size = DRESSES[dress]
    use_font(env.get("PLX_FONT", "Noto Sans 11"))
    with Window(project, env=env) as window:
        xid = window.windows()[-1]
        width, height = size or (1400, 900)
        sh("xdotool", "windowsize", "--sync", xid, width, height)
        if "LANGUAGE" not in env:   # names are fixed in English only
            window.article_text()
        for name in names:
            if name != "Read":
                window.view(name)
            take(window, name.lower() + dress, size)


def main():
    folder.mkdir(parents=True, exist_ok=True)
    summit = make_project(scratch(), EXAMPLES / "vesk-lian-summit.jsonl")
    founding = make_project(scratch(), EXAMPLES / "kim-xi-meeting.txt")
    views(founding, "", ["Read", "Graph"])
    views(summit, "", ["Compare"])
    if "--all" not in sys.argv:
        return
    for dress in list(DRESSES)[1:]:
        views(founding, dress, ["Read"] if "-narrow" in dress or dress in ("-german", "-korean") else ["Read", "Graph"])
        if "-narrow" not in dress and dress not in ("-german", "-korean"):
            views(summit, dress, ["Compare"])


main()
