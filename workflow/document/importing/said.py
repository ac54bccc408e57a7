"""What the label of a line and the value behind it say: `Source: A [original source: B]`."""

import re
from collections.abc import Sequence

from workflow.document import inline
from workflow.document.importing import dates
from workflow.document.importing.imported import About
from workflow.document.importing.labels import Label, original_inside
from workflow.document.importing.links import host
from workflow.document.importing.people import described_people, is_name, people
from workflow.document.importing.sentence_ends import without_stop
from workflow.document.source import Cover, Place

_QUOTED = re.compile(r"^[«“\"„]([^«»“”\"„]*)[»”\"“]$")
_NEW_SENTENCE = re.compile(r"[^\W_]{3}[.!?]\s+\S")

Link = tuple[str, str]
"""The text of a link and its address."""


def said(label: Label, value: str, links: Sequence[Link], language: str) -> About | None:
    """Return what a label and its value say; None if the value does not fit the label."""
    value = value.strip()
    match label:
        case Label.AUTHOR | Label.TRANSLATOR:
            names = _without_place(people(value), value)
            if not names or not all(map(is_name, names)):
                return None
            written = tuple(map(inline.escape, names))
            return About(authors=written) if label is Label.AUTHOR else About(translators=written)
        case Label.SOURCE:
            return _places(value, links)
        case Label.ORIGINAL:
            place = _place(value, links)
            return About(original=place) if place else None
        case Label.DATE:
            day = dates.alone(value, language)
            return About(date=day) if day else None
        case Label.TAGS:
            return _tags(value)
        case Label.LISTEN:
            places = tuple(
                Place(name=inline.escape(shown), url=url) for shown, url in links if shown in value
            )
            return About(listen=places) if places else None
        case Label.PHOTO:
            name = without_stop(value)
            fits = name and len(name) <= 120 and not _NEW_SENTENCE.search(name)
            return About(cover=Cover(credit=inline.escape(name))) if fits else None
        case Label.PARTICIPANTS:
            taking_part = tuple(map(inline.escape, described_people(value)))
            return About(participants=taking_part) if taking_part else None
        case Label.NOTE | Label.MUSIC:
            return None  # wanted with its markup: see `_remark`


def _without_place(names: tuple[str, ...], value: str) -> tuple[str, ...]:
    """Leave out the town that a byline ends with: `Hanna Bär und Tim Uhl, Rostock`."""
    *others, last = names or ("",)
    is_town = " " not in last and f", {last}" in value and all(" " in name for name in others)
    return tuple(others) if others and is_town else names


def _tags(value: str) -> About | None:
    parts = (tag.strip(" #.") for tag in re.split(r"[,;|]|\s(?=#)", value))
    tags = tuple(inline.escape(tag) for tag in parts if tag)
    return About(tags=tags) if tags and max(map(len, tags)) < 60 else None


def _places(value: str, links: Sequence[Link]) -> About | None:
    """Read `A [original source: B]`; the brackets may be round or a comma."""
    match = original_inside().search(value)
    if match is None:
        place = _place(value, links)
        return About(publication=place) if place else None
    publication = _place(value[: match.start()], links)
    original = _place(re.sub(r"[\])]\.?\s*$", "", value[match.end() :]), links)
    return About(publication=publication, original=original) if publication and original else None


def _place(text: str, links: Sequence[Link]) -> Place | None:
    """Return a publication from its name, its address, or both."""
    name = _QUOTED.sub(r"\1", without_stop(text.strip(" \t,;:–—-")))
    if not name or len(name) > 120 or _NEW_SENTENCE.search(name):
        return None
    url = next((url for shown, url in links if shown and shown in text), None)
    if re.match(r"https?://\S+$", name):
        return Place(name=inline.escape(host(name) or name), url=url or name)
    if match := re.search(r"[\s(,–—-]*(https?://[^\s)]+)\)?$", name):
        return Place(name=inline.escape(name[: match.start()].strip()), url=url or match[1])
    return Place(name=inline.escape(name), url=url)
