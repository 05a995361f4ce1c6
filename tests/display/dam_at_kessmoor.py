"""A story told over a week, made up: three sources report on four days, a radio
station without a date and with a month only. The number of the dead moves, the
inspection of the dam is said first and not any more; the Workers' Daily, which
has eight more bulletins on other things, changes a standing phrase half way.

  dam_at_kessmoor.py FILE.jsonl
"""
import json
import os
import subprocess
import sys

AGENCY, PAPER, DAILY, RADIO = ("Saranian News Agency", "The Harbour Times", "Norland Workers' Daily",
                               "Tarn Valley Radio")
OLD, NEW = "the peaceful union of both banks of the Tarn", "the two hostile banks of the Tarn"

STORY = [
    (AGENCY, "2032-03-02", "Dam above Kessmoor breaks, 12 dead", """\
KESSMOOR, March 2 (SNA) -- The dam above Kessmoor broke on Monday night and the water flooded the lower town, \
the Saranian ministry of the interior said.

At least 12 people died and 40 people are missing, the ministry said. About 3,000 people left their homes.

Interior Minister Olen Paar said that the dam had been inspected in January and found safe. He said that the army \
had sent 200 soldiers to Kessmoor."""),
    (AGENCY, "2032-03-03", "Number of dead at Kessmoor rises to 19", """\
KESSMOOR, March 3 (SNA) -- The number of people who died when the dam above Kessmoor broke rose to 19 on Wednesday, \
the ministry of the interior said. Another 31 people are missing.

Interior Minister Olen Paar said again that the dam had been inspected in January and found safe.

The army sent 600 soldiers to Kessmoor, Paar said. He thanked Norland for three rescue boats."""),
    (AGENCY, "2032-03-05", "Divers find more dead at Kessmoor", """\
KESSMOOR, March 5 (SNA) -- Divers found eight more bodies in the lower town of Kessmoor on Friday. The number of \
people who died when the dam broke rose to 27, the ministry of the interior said.

About 5,000 people left their homes. The army has 600 soldiers in Kessmoor, and the road to Port Saran is open again."""),
    (AGENCY, "2032-03-08", "Parliament to examine why the dam broke", """\
PORT SARAN, March 8 (SNA) -- Parliament will examine why the dam above Kessmoor broke, President Lian Hao said on Monday.

The number of people who died rose to 31, the ministry of the interior said. Nobody is missing any more.

Interior Minister Olen Paar told reporters that the dam had not been inspected since 2029."""),
    (PAPER, "2032-03-02", "A town under water", """\
KESSMOOR - The dam above Kessmoor broke on Monday night. At least 15 people died, the town's mayor, Anna Riis, told \
The Harbour Times, and the water flooded the lower town within ten minutes.

Riis said that nobody had warned the town. The dam was built in 1961."""),
    (PAPER, "2032-03-03", "Mayor of Kessmoor says the town was not warned", """\
KESSMOOR - Nobody warned Kessmoor before the dam broke, Mayor Anna Riis said on Wednesday. She said that 22 people had \
died and that 31 people were missing.

The ministry of the interior says that the dam was inspected in January and found safe. An engineer who worked there, \
Jon Eide, told The Harbour Times that there had been no inspection since 2029."""),
    (PAPER, "2032-03-05", "The inspection that never was", """\
PORT SARAN - The dam above Kessmoor was not inspected in January, documents seen by The Harbour Times show. The last \
inspection was in 2029 and found cracks.

Interior Minister Olen Paar declined to answer questions. The number of people who died rose to 27 on Friday."""),
    (PAPER, "2032-03-08", "Thirty-one dead, and a minister who changes his words", """\
PORT SARAN - Interior Minister Olen Paar said on Monday that the dam above Kessmoor had not been inspected since 2029. \
A week ago he had said that it had been inspected in January and found safe.

Thirty-one people died when the dam broke. Mayor Anna Riis asked Paar to resign."""),
    (DAILY, "2032-03-02", "Respected Marshal Doran Vesk Sends Boats to Kessmoor", """\
VESKGRAD, March 2 -- The respected Marshal Doran Vesk sent three rescue boats to Kessmoor after the dam there broke on \
Monday night. The boats are a sign of {phrase}.

At least 12 people died. The Marshal wished the people of Kessmoor courage."""),
    (DAILY, "2032-03-03", "Norland's Boats at Work in Kessmoor", """\
VESKGRAD, March 3 -- Norland's three rescue boats saved 54 people in Kessmoor, the respected Marshal Doran Vesk learned \
on Wednesday. Everybody there spoke of {phrase}.

The number of dead in Kessmoor rose to 19."""),
    (DAILY, "2032-03-05", "Boats Return from Kessmoor", """\
VESKGRAD, March 5 -- The rescue boats that Norland sent to Kessmoor came home on Friday. The Central Committee spoke of \
{phrase} and said that Sarania alone must answer for the dam.

The number of dead in Kessmoor rose to 27."""),
    (DAILY, "2032-03-08", "Sarania's Dam Was Never Safe", """\
VESKGRAD, March 8 -- The dam above Kessmoor was never safe, the Central Committee said on Monday. It spoke of {phrase} \
and warned the towns below it.

Thirty-one people died when the dam broke."""),
    (RADIO, None, "Lower town of Kessmoor is flooded", """\
The dam above Kessmoor broke in the night and the water flooded the lower town. Mayor Anna Riis asked everybody to stay \
on the upper floors. At least 10 people died, she told Tarn Valley Radio."""),
    (RADIO, "2032-03", "Kessmoor mourns 31 dead", """\
Kessmoor mourned the 31 people who died when the dam above the town broke. Mayor Anna Riis read their names in the \
market square. She said that nobody had warned the town."""),
]

BULLETINS = [
    ("2032-02-02", "The harvest of winter rye in Ostland was larger than planned"),
    ("2032-02-09", "Miners in Gora opened a new shaft two months early"),
    ("2032-02-16", "The ninth congress of teachers began in Veskgrad"),
    ("2032-02-23", "Young skaters won four medals in Nordhavn"),
    ("2032-02-27", "A new school for nurses opened in Steinfeld"),
    ("2032-03-12", "The railway to Ostland has new engines"),
    ("2032-03-15", "Painters show the history of the fleet in Nordhavn"),
    ("2032-03-19", "The textile works in Gora made a million shirts"),
    ("2032-03-22", "Veskgrad plants ten thousand trees this spring"),
    ("2032-03-26", "Farmers in Steinfeld prepare the sowing"),
]
REMINDERS = ["Everything serves", "Nobody forgets", "A poem in this issue is about"]
TURN = "2032-03-04"


def articles():
    for number, (source, published, title, text) in enumerate(STORY, 1):
        text = text.replace("{phrase}", OLD if published and published < TURN else NEW)
        yield {"id": f"dam/{number}", "source": source, "published": published, "title": title, "text": text}
    for number, (published, news) in enumerate(BULLETINS, 1):
        phrase = OLD if published < TURN else NEW
        yield {"id": f"bulletin/{number}", "source": DAILY, "published": published, "title": news,
               "text": f"VESKGRAD -- {news}. {REMINDERS[number % len(REMINDERS)]} {phrase}."}


def write(path):
    with open(path, "w", encoding="utf-8") as out:
        for article in articles():
            out.write(json.dumps({"language": "en", **{k: v for k, v in article.items() if v}}) + "\n")
    return path


def make_dam_project(place):
    """A project whose first story is the one told over a week."""
    from window import make_project
    project = make_project(place, write(place / "dam.jsonl"))
    subprocess.run([os.environ["PLX_GATHER"], project, str(len(STORY))], check=True)
    return project


if __name__ == "__main__":
    write(sys.argv[1])
