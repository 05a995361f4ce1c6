#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Parallax authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the derived gazetteers of data/language/en from lists of names.

    gazetteers.py GAZ_FOLDER OUT_FOLDER

GAZ_FOLDER holds nationalities, cldr-territories, cities15000, parties, media-
state-affiliated, leaders, first-names-en, names-by-country, dwie-entities
(.tsv; first line "# source, licence"). Rows written: name, kind, canonical
name ("" when the same), state it belongs to ("" when not known).
"""
import csv
import pathlib
import re
import sys

GAZ, OUT = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
STATE_NAMES = {"Burma": "Myanmar", "Congo (Brazzaville)": "Republic of the Congo", "DRC": "Democratic Republic of the Congo",
               "The Gambia": "Gambia", "The Bahamas": "Bahamas", "The Dominican": "Dominican Republic", "Turkey (Turkiye)": "Turkey",
               "Turkiye": "Turkey", "Korea, North": "North Korea", "Korea, South": "South Korea", "UAE": "United Arab Emirates",
               "United States of America": "United States", "Palestine territories": "Palestine", "Congo": "Republic of the Congo"}
PLACES = {"Hong Kong", "Macau", "Puerto Rico", "Guam", "Greenland", "Gibraltar", "Jersey", "Guernsey", "Isle of Man", "Bermuda", "Aruba", "Curacao", "Saint Barthelemy"}
COMMON = set("Of Bar Same Man Nice Reading Most Split Bath Police Sale Lead March Buy Mobile Orange Date Boom Male Born Best Worth Hit Along Hull Ho Ham Wa Ye An Un Kim Lee Of Gay Roses Imus General Marcos San Union Progress Independence Liberty Enterprise Victoria Columbus Sandy Normal Deal Mary David Daly Lu Lin Xi Wu Yu Ji Bo Ma Da Central Victory Center Young Young's Peace Alliance Much Why Tours Tula Salem Surprise Vista Concord Hope Santa Moses Manage Police Cork Manage".split())


def rows(name, skip=2):
    with open(GAZ / name, encoding="utf-8") as f:
        source = f.readline()[1:].strip()
        head = f.readline().rstrip("\n").split("\t")
        table = [dict(zip(head, line.rstrip("\n").split("\t"))) for line in f if line.strip()]
    return source, table


def write(name, source, table):
    seen, out = set(), []
    for row in table:
        row = [*row, "", "", ""][:4]
        row[2] = "" if row[2] == row[0] else row[2]
        if row[0] and row[0].casefold() not in seen and len(row[0]) > 1:
            seen.add(row[0].casefold())
            out.append("\t".join(row).rstrip("\t"))
    (OUT / name).write_text(f"# {source}; made by data/language/training/gazetteers.py\n" + "\n".join(out) + "\n", encoding="utf-8")


def state(name):
    name = re.sub(r"\s*\(.*", "", STATE_NAMES.get(name, name)).strip()
    return STATE_NAMES.get(name, name)


def plain(text):
    return re.sub(r"\s*\(.*?\)", "", text).split(";")[0].strip()


def states():
    source, table = rows("nationalities.tsv")
    out, capitals = [], {}
    for r in table:
        name = state(r["country"])
        kind = "place" if name in PLACES else "state"
        out.append((name, kind, name, name))
        for long in [r["long_form"], *r["former_names"].split(",")]:
            long = plain(long)
            if len(long.split()) > 1 and long != "none" and "Korea" not in name:
                out.append((long, kind, name, name))
        adjective = re.split(r"[;,]| or ", plain(r["adjective"]))[0].strip()
        if adjective and adjective[0].isupper() and adjective not in ("NA", name, "Korean", "Dutch", "French", "British", "American") and "Dutch" not in adjective:
            out.append((adjective, "nationality", name, name))
        noun = re.match(r"^([A-Z][\w’' -]+?)\((e?s|men)\)", r["noun"])
        if noun and adjective != "Korean":
            out.append((noun.group(1), "nationality", name, name))
            out.append((noun.group(1) + noun.group(2), "nationality", name, name))
        capital = plain(r["capital"])
        if re.fullmatch(r"[A-Z][\w' -]{3,20}", capital):
            capitals[capital] = name
    names, _ = rows("cldr-territories.tsv")
    known = {x[0] for x in out}
    for r in _:
        if r["lang"] == "en" and r["code"][:2].isalpha() and len(r["code"]) == 2 and r["name"] not in known and "SAR" not in r["name"]:
            out.append((r["name"], "state" if r["code"] not in ("HK", "MO") else "place", r["name"], r["name"]))
    write("gazetteer-states.tsv", source + "; " + names, out)
    return capitals


def territories():
    return {r["code"]: state(r["name"]) for r in rows("cldr-territories.tsv")[1] if r["lang"] == "en"}


def cities(capitals):
    source, table = rows("cities15000.tsv")
    codes = territories()
    out = [(c, "place", "", s) for c, s in capitals.items()]
    for r in sorted(table, key=lambda r: -int(r["population"] or 0)):
        people = int(r["population"] or 0)
        if people >= 150000 or r["feature"] == "PPLC" or (r["feature"] == "PPLA" and people > 60000) or (r["cc"] in ("KP", "KR", "CN", "RU", "IR", "UA") and people > 100000) or r["cc"] == "KP":
            name = re.sub(r"\s*\(.*", "", r["name"])
            if name not in COMMON and len(name) > 2:
                out.append((name, "place", "", codes.get(r["cc"], "")))
                if name.endswith("-si"):
                    out.append((name[:-3], "place", "", codes.get(r["cc"], "")))
    write("gazetteer-cities.tsv", source, out)


def parties():
    source, table = rows("parties.tsv")
    out = []
    for r in table:
        name = re.sub(r"^The ", "", plain(r["party"]))
        short = r["abbreviation"].strip()
        words = name.split()
        if len(words) < 2 or "independent" in name.lower():
            continue
        if name in ("Communist Party", "Labour Party", "Labor Party", "Republican Party", "Democratic Party", "Liberal Party", "Conservative Party", "Workers' Party", "Social Democratic Party", "National Party", "Green Party", "Socialist Party", "People's Party"):
            out.append((name, "party", "", ""))
            continue
        out.append((name, "party", "", state(r["country"])))
    write("gazetteer-parties.tsv", source, out)


def media():
    source, table = rows("media-state-affiliated.tsv")
    out = []
    for r in table:
        name = re.sub(r"^(Television|Print|Print media|Online|Radio|News agency|News portals)\s*:\s*", "", r["asset"])
        short = re.search(r"\(([A-Z]{3,6})\)", name)
        name = re.sub(r"^The ", "", plain(name))
        of = state(r["country"])
        words = name.split()
        if not re.match(r"^[A-Z]", name) or name in (of, "Iran", "Ukraina", "Turkmenistan", "Today", "Mir", "Peninsula", "National", "Government", "Quds", "Channel 5", "World", "Informer", "Soap Box", "OneWorld", "Vesti", "Life", "Star", "Sun") or "channels" in name.lower() or "," in name or "/" in name:
            continue
        if len(words) == 1 and not (len(name) <= 5 and name.isupper()) and re.fullmatch(r"[A-Z][a-z]+", name) and len(name) < 6:
            continue
        out.append((name, "media", "", of))
        if short:
            out.append((short.group(1), "media", name, of))
    write("gazetteer-media.tsv", source, out)


def leaders():
    source, table = rows("leaders.tsv")
    out = []
    for r in table:
        words = r["name_with_title"].split()
        upper = [i for i, w in enumerate(words) if len(w) > 1 and w.isupper() and w.isalpha()]
        if not upper or words[upper[0]] in ("II", "III", "IV", "VI"):
            continue
        first = upper[0]
        if first + 1 < len(words) and upper[-1] < len(words) - 1 and len(words) - 1 - upper[-1] <= 2 and (first == 0 or words[first - 1] in ("President", "Minister", "Secretary", "King", "Chairman")):
            name = words[first:]                       # KIM Jong Un
        else:
            name = []
            for w in reversed(words[:upper[-1] + 1]):   # Abdelmadjid TEBBOUNE
                if w in ("President", "Minister", "King", "Queen", "Chancellor", "Emir", "Prince", "Sultan", "Premier", "Governor", "Governor-General", "Captain", "General", "Dr.", "Sheikh", "Sheikha", "Chairman", "by", "Leader", "(Ret.)", "Gen.", "Colonel", "Pope", "Taoiseach", "Captains", "Regent", "Administrator", "Commissioner"):
                    break
                name.insert(0, w)
        name = [w.capitalize() if w.isupper() and len(w) > 1 else w for w in name]
        if len(name) >= 2 and all(re.fullmatch(r"[\w'’.-]+", w) for w in name) and len(name) < 5:
            out.append((" ".join(name), "person", "", state(r["country"])))
    write("gazetteer-leaders.tsv", source, out)


def people():
    first_source, first = rows("first-names-en.tsv")
    other_source, other = rows("names-by-country.tsv")
    gender, family = {}, set()
    for r in other:
        name = (r["romanized"] or r["localized"]).strip().split(" ")[0]
        if not re.fullmatch(r"[A-Z][\w'’-]{1,14}", name):
            continue
        if r["kind"] == "forename":
            g = r["gender"].lower()[:1]
            gender[name] = g if gender.get(name, g) == g and g in "mf" else "-"
        else:
            family.add(name)
    for r in first:
        g = r["gender"][0]
        name = r["name"].strip()
        if re.fullmatch(r"[A-Z][a-z'-]{1,14}", name):
            gender[name] = g if gender.get(name, g) == g else "-"
    us_source, us = rows("surnames-us.tsv")
    family |= {r["surname"] for r in us[:4000] if re.fullmatch(r"[A-Z][a-z'-]{2,14}", r["surname"])}
    lines = [f"{n}\tgiven\t{g}" for n, g in sorted(gender.items())] + [f"{n}\tfamily\t" for n in sorted(family)]
    (OUT / "name-parts.tsv").write_text(f"# {first_source}; {other_source}; {us_source}; made by data/language/training/gazetteers.py\n" + "\n".join(lines) + "\n", encoding="utf-8")


def news():
    source, table = rows("dwie-entities.tsv")
    kinds = {"media": "media", "party": "party", "igo": "organisation", "ngo": "organisation", "company": "organisation", "armed_movement": "organisation",
             "policy_institute": "organisation", "governmental_organisation": "government", "military_alliance": "organisation", "education_org": "organisation",
             "gpe1": "place", "gpe2": "place", "regio": "place", "waterbody": "place", "facility": "facility", "loc": "place", "research_center": "organisation", "sport_competition": "event", "conference": "event", "summit_meeting": "event", "treaty": "other"}
    out = []
    for r in table:
        kind = next((kinds[s] for s in r["subtypes"].split() if s in kinds), None)
        multi = " " in r["name"] or r["name"].isupper()
        if kind and (multi or int(r["documents"]) >= 4) and re.match(r"^[A-Z]", r["name"]) and int(r["documents"]) >= (1 if kind != "place" else 2) and r["name"] not in ("Europe", "Bild", "ARD", "CDU"):
            canonical = r["wikipedia"].replace("_", " ") if r["wikipedia"] and r["name"].isupper() and len(r["name"]) < 7 and "(" not in r["wikipedia"] else ""
            if canonical and not (canonical[0].isupper() and " " in canonical):
                canonical = ""
            out.append((r["name"], kind, canonical, ""))
    write("gazetteer-news.tsv", source, out)


cities(states())
parties()
media()
leaders()
people()
news()
