"""cli: calls parallax-cli as a script would. PLX_CLI names the program."""
import json
import os
import pathlib
import subprocess
import tempfile

CLI = os.environ["PLX_CLI"]
DATA = pathlib.Path(os.environ["PLX_DATADIR"])
EXAMPLES = DATA / "examples"
FOUNDING = EXAMPLES / "kim-xi-meeting.txt"
SUMMIT = EXAMPLES / "vesk-lian-summit.jsonl"


class Answer:
    def __init__(self, done):
        self.code, self.out, self.err = done.returncode, done.stdout, done.stderr

    @property
    def lines(self):
        return [json.loads(line) for line in self.out.splitlines()]

    def expect(self, code):
        assert self.code == code, f"exit {self.code}, not {code}; stderr: {self.err[-600:]}"
        return self


def call(*arguments, stdin=None, timeout=120, env=None):
    done = subprocess.run([CLI, *map(str, arguments)], input=stdin, capture_output=True,
                          timeout=timeout, env={**os.environ, **(env or {})})
    done.stdout, done.stderr = done.stdout.decode(), done.stderr.decode()
    return Answer(done)


def scratch():
    return pathlib.Path(tempfile.mkdtemp(prefix="plx-cli-"))


def analysed_project(place, *paths):
    """A new project with @paths imported and analysed."""
    project = place / "test.parallax"
    call("new", project).expect(0)
    call("import", project, *paths).expect(0)
    call("analyse", project).expect(0)
    return project
