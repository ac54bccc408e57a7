"""The front matter of a Markdown file: ours, or what other programs write there.

Ours has a title and a language and no other keys than ours: an error in it is an error. Of what
Jekyll, Hugo and others write (YAML, or TOML between lines of `+++`), all that has a counterpart is
taken, and everything else is named.
"""

import dataclasses
import re
import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import yaml

from workflow import safe_yaml
from workflow.document.frontmatter import parse_source
from workflow.document.importing import dates
from workflow.document.importing.imported import About, Dropped
from workflow.document.importing.links import host, web_address
from workflow.document.source import Source
from workflow.errors import InputError

_YAML = re.compile(
    r"\A---[ \t]*\n(?P<front>.*?)^(?:---|\.\.\.)[ \t]*$\n?", re.DOTALL | re.MULTILINE
)
_TOML = re.compile(r"\A\+\+\+[ \t]*\n(?P<front>.*?)^\+\+\+[ \t]*$\n?", re.DOTALL | re.MULTILINE)
_OURS = frozenset(field.name for field in dataclasses.fields(Source)) - {"body"}
_NAMES = {
    "subtitle": "summary",
    "description": "summary",
    "excerpt": "summary",
    "author": "authors",
    "byline": "authors",
    "translator": "translators",
    "keywords": "tags",
    "categories": "tags",
    "lang": "language",
    "locale": "language",
    "published": "date",
    "pubdate": "date",
    "publishdate": "date",
    "source": "publication",
    "guests": "participants",
    "license": "licence",
}
"""What other programs call what we have."""

_TEXTS = ("authors", "translators", "tags", "notes", "participants")
_COUNTS = ("season", "episode")
_UNKNOWN = "front matter that is not known here"
_UNREADABLE = "front matter that cannot be read"


def take_front_matter(text: str, name: str) -> tuple[About, tuple[Dropped, ...], str]:
    """Return what the front matter of a file says, what of it was left out, and the text below.

    Raises InputError for front matter that is broken, and for ours with an error in it.
    """
    if (match := _TOML.match(text)) and (found := _toml(match["front"], name)) is not None:
        about, dropped = _foreign(found)
        return about, dropped, text[match.end() :]
    match = _YAML.match(text)
    values = safe_yaml.load(match["front"], name, first_line=2) if match else None
    if match is None or not isinstance(values, dict | list):  # two rules with words between them
        return About(), (), text
    rest = text[match.end() :]
    if isinstance(values, list):
        return About(), (Dropped(match["front"].strip(), _UNREADABLE),), rest
    if {"title", "language"} <= values.keys() <= _OURS:
        return _known(parse_source(text, name)), (), rest
    about, dropped = _foreign(values)
    return about, dropped, rest


def _toml(front: str, name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(front)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise InputError(
            f"{name}: the part between the lines `+++` is no TOML: {error}",
            hint="Correct it, or take it out.",
        ) from None


def _known(source: Source) -> About:
    return About(**{name: value for name, value in vars(source).items() if name != "body"})


def _foreign(values: Mapping[Any, Any]) -> tuple[About, tuple[Dropped, ...]]:
    about, dropped = About(), []
    for key, value in values.items():
        field = _NAMES.get(str(key).lower(), str(key).lower())
        if value in (None, "", [], {}):
            continue
        found = _read(field, value) if field in _OURS else None
        if found is None or about.along(found) == about:
            reason = _UNREADABLE if field in _OURS else _UNKNOWN
            dropped.append(Dropped(f"{key}: {value}", reason))
        else:
            about = about.along(found)
    return about, tuple(dropped)


def _read(field: str, value: object) -> About | None:
    """Return one field as our own front matter would have it, None for what it could not mean."""
    meant = {"title": "-", "language": "en", field: _plainer(field, value)}
    front = yaml.safe_dump(meant, allow_unicode=True)
    try:
        source = parse_source(f"---\n{front}---\n", "")
    except InputError:
        return None
    return About(**{field: getattr(source, field)})


def _plainer(field: str, value: object) -> object:
    """Return a value in the form that our front matter has for it, where another one is usual."""
    if field == "date":
        day = value.date() if isinstance(value, datetime) else value
        return day if isinstance(day, date) else dates.from_machine(str(day))
    if field in ("publication", "original") and (url := web_address(str(value))):
        return {"name": host(url), "url": url}
    if field == "tags" and isinstance(value, str):
        return [tag.strip() for tag in value.split(",")]
    if field in _TEXTS and isinstance(value, list):
        return [str(item) for item in value]
    return value if field in _COUNTS or not isinstance(value, int | float) else str(value)
