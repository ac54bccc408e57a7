"""The phrases that give clutter away, read from `phrases.yaml`."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import Any

from workflow import safe_yaml

_FILE = "phrases.yaml"


class Clutter(StrEnum):
    """Why a piece of a page is not part of its article, in words for a person."""

    TEASER = "a teaser of another article"
    RELATED = "a list of other articles"
    SHARING = "share buttons"
    COMMENTS = "comments or a comment form"
    COOKIES = "a notice about cookies"
    SUBSCRIPTION = "an invitation to subscribe, follow or give"
    NAVIGATION = "a menu or other navigation"
    FOOTER = "the foot of the page"
    COUNTER = "a counter, a reading time or a button"
    ADVERTISEMENT = "an advertisement"
    BIOGRAPHY = "a note about the author"
    FORM = "a form"
    MEDIA = "a picture, film or other embedded part"
    OUTSIDE = "outside the article"


@dataclass(frozen=True)
class Phrases:
    """All phrases, folded; what each list is for stands in the file.

    `labels` and `headings` map a phrase to its reason, the others a reason to its phrases.
    """

    labels: Mapping[str, Clutter]
    headings: Mapping[str, Clutter]
    buttons: Mapping[Clutter, frozenset[str]]
    openings: Mapping[Clutter, tuple[str, ...]]
    form_lines: tuple[str, ...]
    form_fields: frozenset[str]
    classes: Mapping[Clutter, frozenset[str]]


def folded(text: str) -> str:
    """Return a text in lower case, with plain apostrophes and single spaces, to be compared."""
    return re.sub(r"\s+", " ", re.sub("[’ʼ`]", "'", text)).strip().lower()


@cache
def phrases() -> Phrases:
    """Return the phrases that travel with the package."""
    text = resources.files(__package__).joinpath(_FILE).read_text(encoding="utf-8")
    data = safe_yaml.load(text, _FILE)
    return Phrases(
        labels=_reasons(data["labels"]),
        headings=_reasons(data["headings"]),
        buttons={reason: frozenset(found) for reason, found in _by_reason(data["buttons"])},
        openings={reason: tuple(found) for reason, found in _by_reason(data["openings"])},
        form_lines=tuple(_all(data["form_lines"])),
        form_fields=frozenset(_all(data["form_fields"])),
        classes={
            Clutter[name.upper()]: frozenset(words) for name, words in data["classes"].items()
        },
    )


def _reasons(groups: Mapping[str, Any]) -> dict[str, Clutter]:
    return {phrase: reason for reason, found in _by_reason(groups) for phrase in found}


def _by_reason(groups: Mapping[str, Any]) -> Iterable[tuple[Clutter, list[str]]]:
    return ((Clutter[name.upper()], _all(languages)) for name, languages in groups.items())


def _all(languages: Mapping[str, list[str]]) -> list[str]:
    return [phrase for found in languages.values() for phrase in found]
