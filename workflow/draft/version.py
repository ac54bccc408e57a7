"""A version of a sentence in the target language, and what engines' output is cleaned of."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ue000-\uf8ff]")
_LAST_STOP = re.compile(r"(?<![.\s])\.\Z")


@dataclass(frozen=True)
class Version:
    """A sentence as inline Markdown; `notes` say what a person should look at.

    `terms` are the ids of the glossary's concepts that the engine had in other words.
    """

    markdown: str
    notes: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()


def joined(parts: Sequence[Version]) -> Version:
    """Return parts, in order, as one version; what several say or enforce is named once."""
    return Version(
        "".join(part.markdown for part in parts),
        tuple(dict.fromkeys(note for part in parts for note in part.notes)),
        tuple(dict.fromkeys(term for part in parts for term in part.terms)),
    )


def tidy(source: str, proposed: str) -> str:
    """Return an engine's output on one line, without a full stop that the source does not have."""
    text = " ".join(_UNPRINTABLE.sub(" ", proposed).split())
    if source.rstrip()[-1:].isalnum():
        text = _LAST_STOP.sub("", text)
    return text


def uncapitalised(source: str, text: str) -> str:
    """Return a text without the capital of a sentence, where the source does not begin with one."""
    if source[:1].islower() and text[1:2].islower():
        return text[:1].lower() + text[1:]
    return text


def is_translatable(text: str) -> bool:
    """Tell whether there is a word in a text."""
    return any(character.isalpha() for character in text)
