"""The analyst's work on claims, by keyboard alone: each step named, undone and
done again; what cannot be done says why."""
import re
import shutil

from tap import case, run
from uiharness import states
from window import EXAMPLES, Window, make_project, scratch, wait_for

SUMMIT = make_project(scratch(), EXAMPLES / "vesk-lian-summit.jsonl")


class Compared(Window):
    def __init__(self):
        project = scratch() / "work.parallax"
        shutil.copy(SUMMIT, project)
        super().__init__(project)
        self.article_text()
        self.view("Compare")
        self.matrix = self.named("Claims by source", timeout=20)
        wait_for(self.rows, 30, what="claims in the matrix")
        self.undo = self.button("Undo")
        self.redo = self.button("Redo")

    def rows(self):
        names = [self.matrix.get_child_at_index(i).get_name() for i in range(self.matrix.get_child_count())]
        return [re.sub(r"^Claim \d+: (.*); independent origins: \d+$", r"\1", name)
                for name in names if name.startswith("Claim ")]

    def command(self, words):
        self.key("ctrl+k")
        self.find_any(("frame", "dialog"), "Command palette")
        self.type(words)
        self.key("Return")

    def undone(self, name):
        wait_for(lambda: self.undo.get_name().startswith(f"Undo {name}"), 10, what=f"Undo {name}")


@case
def a_claim_is_split_and_dropped_and_each_is_undone():
    with Compared() as window:
        before = window.rows()
        window.command("examine the next")
        window.command("split off")
        window.find("text", "Claim", timeout=10)
        window.key("ctrl+a")
        window.type("A claim of its own")
        window.key("Return")
        window.undone("Split Claim")
        wait_for(lambda: "A claim of its own" in window.rows(), 20, what="the claim split off")
        window.command("drop the claim")
        window.undone("Drop Claim")
        wait_for(lambda: "A claim of its own" not in window.rows(), 20, what="the claim dropped")
        window.key("ctrl+z")
        wait_for(lambda: "A claim of its own" in window.rows(), 20, what="the claim again")
        window.key("ctrl+z")
        wait_for(lambda: window.rows() == before, 20, what="the claims as they were")
        window.key("ctrl+shift+z")
        wait_for(lambda: "A claim of its own" in window.rows(), 20, what="the claim done again")
        assert not window.criticals(), window.criticals()


@case
def what_cannot_be_done_says_why():
    with Compared() as window:
        window.command("examine the next")
        window.command("take merged")
        window.wait_text("This claim is not merged with another.")
        window.command("left out: decide")
        window.wait_text("This source does report it.")
        assert window.undo.get_name() == "Undo"
        assert not window.criticals(), window.criticals()


@case
def evidence_moves_to_another_claim_in_one_step():
    with Compared() as window:
        window.command("examine the next")
        window.command("move evidence")
        entry = window.find("entry", "Words of the claim", timeout=10)
        wait_for(lambda: "focused" in states(entry) or any("focused" in states(n) for _, n in window.walk(entry)),
                 10, what="the focus in the entry")
        window.type("comradely atmosphere")
        wait_for(lambda: len(window.find_all("check box", "The talks proceeded in a warm and comradely atmosphere")) == 1,
                 10, what="the other claim")
        window.key("Return", "space", "Return")
        window.undone("Move Evidence to Another Claim")
        window.key("ctrl+z")
        wait_for(lambda: window.redo.get_name() == "Redo Move Evidence to Another Claim", 10,
                 what="one step undone")
        assert window.undo.get_name() == "Undo", window.undo.get_name()
        assert not window.criticals(), window.criticals()


@case
def a_claim_is_reworded_and_undone():
    with Compared() as window:
        before = window.rows()
        window.command("examine the next")
        window.command("reword the claim")
        window.find("text", "Claim", timeout=10)
        window.key("ctrl+a")
        window.type("They met on a Tuesday")
        window.key("Return")
        window.undone("Reword Claim")
        wait_for(lambda: "They met on a Tuesday" in window.rows(), 20, what="other words")
        window.key("ctrl+z")
        wait_for(lambda: window.rows() == before, 20, what="the words as they were")
        assert not window.criticals(), window.criticals()


run()
