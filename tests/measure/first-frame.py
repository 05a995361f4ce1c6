#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Parallax authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""First frame of an opened project against an empty libadwaita window: wall
and CPU time from the start of the process, alternating, medians.

  headless.sh first-frame.py PARALLAX EMPTY-WINDOW PROJECT [RUNS]
"""
import os
import statistics
import subprocess
import sys
import tempfile
import time

program, empty, project = sys.argv[1:4]
runs = int(sys.argv[4]) if len(sys.argv) > 4 else 9


def cpu_ms(pid):
    fields = open(f"/proc/{pid}/stat").read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")


def run(argv):
    log = tempfile.NamedTemporaryFile(delete=False)
    log.close()
    start = time.monotonic()
    process = subprocess.Popen(argv, env={**os.environ, "PLX_FRAMELOG": log.name}, stdout=subprocess.PIPE,
                               stderr=subprocess.DEVNULL, text=True)
    if argv[0] == empty:
        end = int(process.stdout.readline())
        cpu = cpu_ms(process.pid)
    else:
        while not os.path.getsize(log.name):
            if process.poll() is not None or time.monotonic() - start > 20:
                sys.exit("first-frame: no frame came")
            time.sleep(.002)
        cpu = cpu_ms(process.pid)
        end = int(open(log.name).readline().split()[0])
    process.kill()
    process.wait()
    os.unlink(log.name)
    return end / 1e3 - start * 1e3, cpu


times = {"empty": [], "project": []}
for i in range(runs + 1):
    for name, argv in (("empty", [empty]), ("project", [program, project])):
        figures = run(argv)
        if i:                        # the first of each warms the caches
            times[name].append(figures)
median = {name: [statistics.median(f[k] for f in figures) for k in (0, 1)] for name, figures in times.items()}
for name, (wall, cpu) in median.items():
    print(f"{name}: first frame after {wall:.0f} ms, {cpu:.0f} ms CPU (median of {runs})")
print(f"ratio: {median['project'][0] / median['empty'][0]:.2f} wall, {median['project'][1] / median['empty'][1]:.2f} CPU (bar 1.5)")
