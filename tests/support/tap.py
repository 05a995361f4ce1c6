"""tap: the few lines that turn functions into a TAP test program.

    @case
    def an_empty_file_is_named(): assert …

    run()

Each case prints "ok" or "not ok" with the traceback as comments; run() exits 1
when any failed. Cases run in the order they are written.
"""
import sys
import traceback

cases = []


def case(function):
    cases.append(function)
    return function


def run(*arguments):
    print(f"1..{len(cases)}", flush=True)
    failed = 0
    for number, function in enumerate(cases, 1):
        name = function.__name__.replace("_", " ")
        try:
            function(*arguments)
            print(f"ok {number} - {name}", flush=True)
        except Exception:  # a test program reports whatever went wrong
            failed += 1
            print(f"not ok {number} - {name}")
            for line in traceback.format_exc().splitlines():
                print(f"# {line}")
            sys.stdout.flush()
    sys.exit(failed > 0)
