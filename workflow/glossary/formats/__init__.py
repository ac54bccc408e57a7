"""Glossaries of other tools: `read` and `write` by the name of the format."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from workflow.errors import InputError
from workflow.glossary.formats import pairs, tables, tbx
from workflow.glossary.glossary import Concept


@dataclass(frozen=True)
class Format:
    """One format; a bilingual one needs the two languages."""

    read: Callable[[str, str, str, str], list[Concept]]
    write: Callable[[Sequence[Concept], str, str], str]
    bilingual: bool = False


def _table(separator: str) -> Format:
    return Format(
        lambda text, name, _source, _target: tables.read(text, name, separator),
        lambda concepts, _source, _target: tables.write(concepts, separator),
    )


FORMATS = {
    "tbx": Format(
        lambda text, name, _source, _target: tbx.read(text, name),
        lambda concepts, _source, _target: tbx.write(concepts),
    ),
    "csv": _table(","),
    "tsv": _table("\t"),
    "omegat": Format(pairs.read_omegat, pairs.write_omegat, bilingual=True),
    "weblate": Format(pairs.read_weblate, pairs.write_weblate, bilingual=True),
}
"""`tbx` reads TBX versions 2 and 3, and writes the dialect TBX-Basic of version 3."""


def read(format: str, text: str, name: str, source: str = "", target: str = "") -> list[Concept]:
    """Return the concepts in a `text` of a format; `name` is the file that errors name."""
    return _format(format, source, target).read(text, name, source, target)


def write(format: str, concepts: Sequence[Concept], source: str = "", target: str = "") -> str:
    """Return `concepts` in a format."""
    return _format(format, source, target).write(concepts, source, target)


def _format(name: str, source: str, target: str) -> Format:
    if name not in FORMATS:
        raise InputError(
            f"{name!r} is not a format of glossaries", hint=f"There are {', '.join(FORMATS)}."
        )
    if FORMATS[name].bilingual and not (source and target):
        raise InputError(
            f"a glossary of {name} has two languages",
            hint="Name both: --from ru --to en.",
        )
    return FORMATS[name]
