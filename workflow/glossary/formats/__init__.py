"""Glossaries of other tools: `read` and `write` by the name of the format."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields

from workflow.errors import InputError
from workflow.glossary.formats import pairs, tables, tbx
from workflow.glossary.glossary import Concept, Term

_TEXTS = frozenset({"terms", "text", "note"})
_TBX = _TEXTS | {"id", "domain", "status", "gender", "abbreviation", "variants", "context", "part"}
_ALL = frozenset(each.name for kind in (Concept, Term) for each in fields(kind))


@dataclass(frozen=True)
class Format:
    """One format; a bilingual one needs the two languages.

    `keeps` are the fields of concepts and terms that come back from it.
    """

    read: Callable[[str, str, str, str], list[Concept]]
    write: Callable[[Sequence[Concept], str, str], str]
    keeps: frozenset[str] = _ALL
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
        keeps=_TBX,
    ),
    "tbx2": Format(
        lambda text, name, _source, _target: tbx.read(text, name),
        lambda concepts, _source, _target: tbx.write(concepts, version=2),
        keeps=_TBX,
    ),
    "csv": _table(","),
    "tsv": _table("\t"),
    "omegat": Format(pairs.read_omegat, pairs.write_omegat, keeps=_TEXTS, bilingual=True),
    "weblate": Format(
        pairs.read_weblate, pairs.write_weblate, keeps=_TEXTS | {"id"}, bilingual=True
    ),
}
"""`tbx` and `tbx2` read TBX of all versions, and write TBX-Basic of version 3 or 2."""
_KEYS = {"part": "part_of_speech"}
"""What glossary.yaml calls a field that has another name here."""


def read(format: str, text: str, name: str, source: str = "", target: str = "") -> list[Concept]:
    """Return the concepts in a `text` of a format; `name` is the file that errors name."""
    return _format(format, source, target).read(text, name, source, target)


def write(format: str, concepts: Sequence[Concept], source: str = "", target: str = "") -> str:
    """Return `concepts` in a format."""
    return _format(format, source, target).write(concepts, source, target)


def lost(format: str, concepts: Iterable[Concept]) -> list[str]:
    """Return the keys that `concepts` have and a format has no place for, sorted."""
    used: set[str] = set()
    for concept in concepts:
        used |= _used(concept)
        used |= {name for terms in concept.terms.values() for term in terms for name in _used(term)}
    return sorted(_KEYS.get(name, name) for name in used - FORMATS[format].keeps - {"origin"})


def _used(value: Concept | Term) -> set[str]:
    return {f.name for f in fields(value) if getattr(value, f.name) not in (f.default, None)}


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
