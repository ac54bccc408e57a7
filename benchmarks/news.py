"""Sentences to measure with: those of a file, or news of invented people."""

import gzip
import json
import random
from pathlib import Path
from typing import NamedTuple

SENTENCES = 150

_PEOPLE = "Mara Quill|Pavel Orlin|Ines Tarrow|Judge Corvin Hale|Dr. Lena Voss|the lawyer Omar Reyes"
_PLACES = "Ravnoye|the port of Selm|the capital|Northmarsh|the old prison|the regional court"
_BODIES = (
    "the court|the ministry|the police|the union of teachers|the committee|the local newspaper"
)
_DAYS = "on Monday|last week|in March 2021|two days later|after the election|before the trial"
_TEMPLATES = (
    "{body} released {person} {day}, but the charges were not dropped.",
    "{person} told reporters in {place} that nobody had answered the letter.",
    "According to {person}, {number} people were detained in {place} {day}.",
    "The report, which {body} published {day}, describes how {number} families lost their homes.",
    "“We will go on,” {person} said, “until {body} listens to us.”",
    "{day}, {body} refused to explain why {person} could not leave {place}.",
    "More than {number} residents of {place} signed a petition against the new law.",
    "{body} called the accusations false and asked {person} to apologise.",
    "The hearing in {place} lasted {number} minutes and was closed to the public.",
    "Since then {person} has lived in {place} with two children and has looked for work.",
    "{number} of the witnesses said {day} that they had been afraid of {body}.",
    "What happens next depends on {body}, {person} explained.",
)


class Text(NamedTuple):
    """Sentences, and what people made of them, where that is known."""

    sentences: list[str]
    references: list[str]


def read_text(path: Path | None, number: int | None) -> Text:
    """Return so many sentences from the beginning of a file, or invented ones without one.

    A file has a sentence on each line; or, as `.jsonl.gz`, an object {"en": …, "es": …}.
    """
    if path is None:
        return Text(news(number or SENTENCES), [])
    if path.name.endswith(".jsonl.gz"):
        with gzip.open(path, "rt", encoding="utf-8") as file:
            pairs = [json.loads(line) for line in file][:number]
        return Text([pair["en"] for pair in pairs], [pair["es"] for pair in pairs])
    lines = filter(None, map(str.strip, path.read_text(encoding="utf-8").splitlines()))
    return Text(list(lines)[:number], [])


def news(count: int = SENTENCES) -> list[str]:
    """Return invented news sentences, the same ones every time."""
    chance = random.Random(2)
    made: dict[str, None] = {}
    while len(made) < count:
        sentence = chance.choice(_TEMPLATES).format(
            person=chance.choice(_PEOPLE.split("|")),
            place=chance.choice(_PLACES.split("|")),
            body=chance.choice(_BODIES.split("|")),
            day=chance.choice(_DAYS.split("|")),
            number=chance.randrange(3, 900),
        )
        made[sentence[0].upper() + sentence[1:]] = None
    return list(made)


def paragraphs(sentences: list[str]) -> list[str]:
    """Return sentences joined to paragraphs of four."""
    return [" ".join(sentences[start : start + 4]) for start in range(0, len(sentences), 4)]
