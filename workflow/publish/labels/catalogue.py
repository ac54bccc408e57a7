"""Labels in a language: gettext PO catalogues, with a chain of languages to fall back on."""

import string
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import polib

from workflow.language.tags import language as subtag
from workflow.publish.labels.label import Label
from workflow.publish.line import Line, Part

SOURCE_LANGUAGE = "en"
"""The language of the labels in the code, where every chain ends."""


@dataclass(frozen=True)
class Wording:
    """A label's wording with the language that it is in."""

    text: str
    language: str

    @cached_property
    def pieces(self) -> tuple[tuple[str, str | None], ...]:
        """The text before each name in braces, with that name; after the last one, None."""
        parsed = string.Formatter().parse(self.text)
        return tuple((literal, name) for literal, name, _, _ in parsed)


@dataclass(frozen=True)
class Labels:
    """All labels for readers of `language`, a BCP 47 tag."""

    language: str
    wordings: Mapping[Label, Wording]

    def text(self, label: Label, **values: str) -> str:
        """Return a label as plain text, with `values` filled in."""
        return self.wordings[label].text.format(**values)

    def line(self, label: Label, **values: Part | Line | str) -> Line:
        """Return a label as a line whose parts keep their links and languages."""
        wording = self.wordings[label]
        foreign = None if wording.language == self.language else wording.language
        parts: list[Part] = []
        for literal, name in wording.pieces:
            if literal:
                parts.append(Part(literal, language=foreign))
            if name is not None:
                parts.extend(_parts(values[name]))
        return tuple(parts)


def _parts(value: Part | Line | str) -> Line:
    if isinstance(value, str):
        return (Part(value, isolated=True),)
    return (value,) if isinstance(value, Part) else value


@cache
def labels(language: str) -> Labels:
    """Return the labels for a BCP 47 tag; `pt-BR` falls back on `pt`, and everything on English."""
    own = language if subtag(language) == SOURCE_LANGUAGE else SOURCE_LANGUAGE
    wordings = {label: Wording(label.value, own) for label in Label}
    for tag in reversed(_chain(language)):
        for label, text in _catalogue(tag).items():
            wordings[label] = Wording(text, language)
    return Labels(language, wordings)


def _chain(language: str) -> list[str]:
    parts = language.split("-")
    return ["-".join(parts[:length]) for length in range(len(parts), 0, -1)]


@cache
def _catalogue(tag: str) -> Mapping[Label, str]:
    """Return the finished entries of a catalogue; nothing where a language has none."""
    path = Path(__file__).with_name(f"{tag}.po")
    if not path.is_file():
        return {}
    entries = polib.pofile(path.read_text(encoding="utf-8"))
    return {Label(entry.msgid): entry.msgstr for entry in entries.translated_entries()}
