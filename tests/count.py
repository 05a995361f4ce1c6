#!/usr/bin/env python3
"""count.py LOG…: the closing line of tests/run, from meson's testlog.json.

A test that speaks TAP counts each of its cases; any other counts as one. A
test that crashed, timed out or was skipped has failed: nothing may be skipped
here. Exit 1 when anything failed or nothing ran.
"""
import json
import re
import sys

CASE = re.compile(r"^(not ok|ok)\b(?!.*# SKIP)", re.M)


def count(entry):
    """(passed, failed) of one executable."""
    cases = CASE.findall(entry.get("stdout") or "")
    good = entry["result"] in ("OK", "EXPECTEDFAIL")
    if not cases:
        return (1, 0) if good else (0, 1)
    bad = cases.count("not ok")
    return len(cases) - bad, bad if good or bad else 1


def main():
    passed = failed = 0
    for path in sys.argv[1:]:
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                ok, bad = count(json.loads(line))
                passed, failed = passed + ok, failed + bad
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


sys.exit(main())
