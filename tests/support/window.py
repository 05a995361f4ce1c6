"""window: the program under test, as a person finds it: by names that
assistive technology hears. Runs inside headless.sh."""
import os
import pathlib
import subprocess
import tempfile

from uiharness import App, Atspi, NotFound, ext, wait_for  # noqa: F401 (for the tests)

PROGRAM = os.environ["PLX_APP"]
CLI = os.environ["PLX_CLI"]
EXAMPLES = pathlib.Path(os.environ["PLX_DATADIR"]) / "examples"


def scratch():
    return pathlib.Path(tempfile.mkdtemp(prefix="plx-display-"))


def make_project(place, *paths):
    """A project made by the command line: the window opens what a script made."""
    project = place / "test.parallax"
    for words in (["new", project], ["import", project, *paths], ["analyse", project]):
        subprocess.run([CLI, *map(str, words)], check=True, capture_output=True)
    return project


class Window(App):
    def __init__(self, *arguments, env=None):
        super().__init__([PROGRAM, *map(str, arguments)], env=env)
        self.activate()

    # -- finding --
    def button(self, name, **options):
        return self.find_any(("push button", "toggle button", "radio button"), name, **options)

    def find_any(self, roles, name, timeout=10, **options):
        def one():
            for role in roles:
                found = self.find_all(role, name, **options)
                if found:
                    return found
        return wait_for(one, timeout, what=f"{'/'.join(roles)} {name!r}")[0]

    def article_text(self, timeout=20):
        """The reading view's text, once an article is in it."""
        def full():
            for node in self.find_all("text", "Article text"):
                if self.text(node):
                    return node
        return wait_for(full, timeout, what="text in Article text")

    def named(self, name, timeout=10):
        return wait_for(lambda: self.find_all(None, name), timeout, what=f"anything named {name!r}")[0]

    def row_names(self, name):
        """Names of the rows of the list @name."""
        node = self.named(name)
        rows = []
        for _, child in self.walk(node, maxkids=60):
            if child.get_role_name() in ("list item", "table row", "tree item"):
                rows.append(self.label_of(child))
        return rows

    def label_of(self, node):
        own = node.get_name()
        parts = [n.get_name() for _, n in self.walk(node) if n.get_role_name() == "label" and n.get_name()]
        return own if own and own != node.get_role_name() else " ".join(parts)

    def row(self, list_name, words, timeout=10):
        """The row of a list whose label holds @words."""
        def one():
            node = self.find_all(None, list_name)[0:1]
            for parent in node:
                for _, child in self.walk(parent, maxkids=120):
                    if child.get_role_name() in ("list item", "table row", "tree item") and words in self.label_of(child):
                        return child
        return wait_for(one, timeout, what=f"row {words!r} in {list_name}")

    # -- doing --
    def view(self, name):
        """Clicks until the view is shown: a window that still settles moves its buttons."""
        def shown():
            if not self.button(name).get_description():
                self.click(self.button(name))
            return wait_for(lambda: self.button(name).get_description(), 3, what=f"{name} shown")
        wait_for(shown, 20, every=.2, what=f"{name} shown")

    def press(self, name, **options):
        self.click(self.button(name, **options))

    def wait_text(self, words, timeout=10):
        """Until something on screen is named or labelled with @words."""
        return wait_for(lambda: [n for _, n in self.walk() if words in (n.get_name() or "") + (n.get_description() or "")],
                        timeout, what=f"{words!r} on screen")[0]

    def has_text(self, words):
        return any(words in (n.get_name() or "") for _, n in self.walk())

    def criticals(self):
        return [line for line in self.output().splitlines() if "CRITICAL" in line or "WARNING" in line]
