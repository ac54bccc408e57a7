"""The labels under which texts name people and places, read from `labels.yaml`."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum, auto
from functools import cache
from importlib import resources
from typing import Any

from workflow import safe_yaml

_FILE = "labels.yaml"


class Label(StrEnum):
    """What a labelled line says."""

    SOURCE = auto()
    ORIGINAL = auto()
    TRANSLATOR = auto()
    AUTHOR = auto()
    DATE = auto()
    TAGS = auto()
    LISTEN = auto()
    PHOTO = auto()
    NOTE = auto()
    PARTICIPANTS = auto()
    MUSIC = auto()


@dataclass(frozen=True)
class Numbers:
    """The numbers of an episode at the beginning of a line, and where they end."""

    season: int | None
    episode: int
    end: int


def label_of(line: str) -> tuple[Label, str] | None:
    """Return the label that a line begins with and what follows it: `Source: A` → SOURCE, `A`."""
    plain = re.sub("[’ʼ]", "'", line)
    if match := _labelled().match(plain):
        return _names()[match["label"].lower()], line[match.end() :]
    for label, pattern in _openings():
        if match := pattern.match(plain):
            return label, line[match.end() :]
    return None


def episode_number(line: str) -> Numbers | None:
    """Return the number that a line begins with: `Season 2, episode 14`, `S2E14`, `Episode 14`."""
    match = _numbers().match(line)
    if match is None:
        return None
    season = match["season"] or match["short"]
    episode = match["episode"] or match["brief"]
    return Numbers(int(season) if season else None, int(episode), match.end())


def opens_parts(line: str) -> bool:
    """Say whether a line stands above the parts of an episode: `Timestamps:`."""
    name = line.strip().rstrip(":").strip().lower()
    return any(name in names for names in _data()["parts"].values())


def is_voice(name: str) -> bool:
    """Say whether a name means somebody by what they are in a talk: `Moderator`."""
    voices = (*_data()["voices"].values(), *_data()["labels"][Label.PARTICIPANTS].values())
    return any(name.lower() in names for names in voices)


@cache
def original_inside() -> re.Pattern[str]:
    """Return a pattern for `[original source:` within the value of another label."""
    names = [name for name, label in _names().items() if label is Label.ORIGINAL]
    return re.compile(rf"[\s,;]*[\[(,;/]\s*(?:{_any_of(names)})\s*[:՝–—]\s*", re.IGNORECASE)


@cache
def _names() -> dict[str, Label]:
    return {name: label for label, names in _lists("labels") for name in names}


@cache
def _labelled() -> re.Pattern[str]:
    return re.compile(rf"(?P<label>{_any_of(_names())})\.?\s*(?:[:՝]|[–—]\s)\s*", re.IGNORECASE)


@cache
def _numbers() -> re.Pattern[str]:
    """Match one as `Season 2, episode 14` or `S2E14`."""
    names = {
        what: "|".join(re.escape(name) for found in languages.values() for name in found)
        for what, languages in _data()["numbered"].items()
    }
    number = r"\s*:?\s*[#№]?\s*(?P<{}>\d{{1,4}})(?!\d)"
    season = rf"(?:{names['season']}){number.format('season')}[\s,.:|–—-]*"
    episode = rf"(?:{names['episode']}){number.format('episode')}"
    short = r"s(?P<short>\d{1,3})\s?[-:.]?\s?e(?P<brief>\d{1,4})(?!\d)"
    return re.compile(rf"(?:(?:{season})?{episode}|{short})", re.IGNORECASE)


@cache
def _openings() -> list[tuple[Label, re.Pattern[str]]]:
    return [
        (label, re.compile(rf"(?:{_any_of(names)})(?:\s*[:–—]\s*|\s+)", re.IGNORECASE))
        for label, names in _lists("openings")
    ]


def _any_of(names: "list[str] | Mapping[str, Label]") -> str:
    longest_first = sorted(names, key=len, reverse=True)
    return "|".join(re.escape(name).replace(r"\*", r"\w*") for name in longest_first)


def _lists(section: str) -> Iterator[tuple[Label, list[str]]]:
    for name, languages in _data()[section].items():
        yield Label(name), [phrase for phrases in languages.values() for phrase in phrases]


@cache
def _data() -> dict[str, Any]:
    text = resources.files(__package__).joinpath(_FILE).read_text(encoding="utf-8")
    data: dict[str, Any] = safe_yaml.load(text, _FILE)
    return data
