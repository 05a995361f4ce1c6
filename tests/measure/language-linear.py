#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Parallax authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Seconds and peak memory of `analyse` on one odd paragraph of 1.25, 2.5 and
5 MB, or of a quarter, half and the whole of --mb (with the model 5 MB take
minutes). Time that doubles with the text is linear; "GROWS" marks what grows
more than 2.6 times at a doubling, "stopped" what took more than 200 seconds.

  language-linear.py PARALLAX-CLI [--mb N] [NAME …]
"""
import argparse
import json
import os
import resource
import tempfile

MB = 1_000_000
SENTENCE = ("Mr. Kim, the minister of trade in Seoul, told the Daily News on Friday that 40 of the 300 workers had been "
            "hurt since May 3, 2021, and the company said it would pay them")
KINDS = {
    "news": lambda i: SENTENCE + ". ",
    "no-stop": lambda i: SENTENCE + " and ",
    "one-letter": lambda i: "a",
    "letters": lambda i: "a ",
    "quotes": lambda i: '"',
    "quotes-apart": lambda i: '" ',
    "open-quotes": lambda i: "“Yes, ",
    "said": lambda i: "said that ",
    "he-said": lambda i: "Kim said that he said that ",
    "said-stop": lambda i: "“Yes,” he said. ",
    "according": lambda i: "according to ",
    "capitals": lambda i: "THE PRIME MINISTER OF NORWAY ",
    "capital-letters": lambda i: "A B C ",
    "names": lambda i: f"John Smith{chr(97 + i % 26)}{chr(97 + i // 26 % 26)}{chr(97 + i // 676 % 26)}{chr(97 + i // 17576 % 26)} met ",
    "name-stops": lambda i: f"Mr. Q{chr(97 + i % 26)}{chr(97 + i // 26 % 26)}{chr(97 + i // 676 % 26)}{chr(97 + i // 17576 % 26)}son said no. ",
    "same-name": lambda i: "Kim Jong Un ",
    "digits": lambda i: "7",
    "numbers": lambda i: "7 ",
    "dates": lambda i: "May 3, 2021 ",
    "days": lambda i: "three days before Friday ",
    "figures": lambda i: f"{i} people were killed. ",
    "stops": lambda i: ".",
    "abbreviations": lambda i: "U.S. ",
    "commas": lambda i: ", ",
    "brackets": lambda i: "(",
    "hyphens": lambda i: "a-",
    "hyphen-names": lambda i: "Seoul-",
    "dashes": lambda i: " — ",
    "apostrophes": lambda i: "'s ",
    "lines": lambda i: "Kim\n",
    "empty-lines": lambda i: "\n",
    "spaces": lambda i: " ",
    "pronouns": lambda i: "he told her that they had seen it ",
    "of-chain": lambda i: "the head of ",
    "titles": lambda i: "President ",
    "wide": lambda i: "\U0001F600",
    "joiners": lambda i: "\u200d",
    "accents": lambda i: "a\u0301\u0301",
    "markup": lambda i: '<a href="x">Kim said</a>&nbsp;',
    "web": lambda i: "www.a.b/c?d=e@f.g ",
}


def made(kind, size):
    pieces, n, i = [], 0, 0
    while n < size:
        pieces.append(kind(i))
        n += len(pieces[-1].encode())
        i += 1
    return "".join(pieces)


def run(cli, text):
    with tempfile.TemporaryDirectory() as place:
        with open(f"{place}/one.jsonl", "w", encoding="utf-8") as file:
            file.write(json.dumps({"id": "odd", "text": text, "language": "en", "published": "2021-05-07"}) + "\n")
        pid = os.posix_spawn(cli, [cli, "analyse", "--articles", f"{place}/one.jsonl", "--threads", "1"], os.environ,
                             file_actions=[(os.POSIX_SPAWN_OPEN, 1, "/dev/null", os.O_WRONLY, 0)])
        _, status, usage = os.wait4(pid, 0)
        return usage.ru_utime + usage.ru_stime, usage.ru_maxrss // 1024, os.waitstatus_to_exitcode(status)


def main():
    resource.setrlimit(resource.RLIMIT_CPU, (200, 200))     # of each child; this program itself needs little
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cli")
    parser.add_argument("names", nargs="*", metavar="NAME", help=" ".join(KINDS))
    parser.add_argument("--mb", type=float, default=5)
    options = parser.parse_intermixed_args()
    sizes = [int(options.mb * MB * part) for part in (.25, .5, 1)]
    print(f"{'paragraph':16}" + "".join(f"{size / MB:5.2f} MB " for size in sizes) + "  peak MB   (seconds of CPU)")
    for name in options.names or KINDS:
        seconds, peak, codes = zip(*(run(options.cli, made(KINDS[name], size)) for size in sizes))
        grows = any(b > 2.6 * a and b > .5 for a, b in zip(seconds, seconds[1:]))
        print(f"{name:16}" + "".join(f"{s:8.2f} " for s in seconds) + f"{peak[-1]:9}  "
              + ("GROWS " if grows else "")
              + ("stopped" if -9 in codes else f"exit {codes}" if any(codes) else ""), flush=True)


if __name__ == "__main__":
    main()
