"""Bilingual glossaries: OmegaT's text files and Weblate's CSV.

OmegaT: UTF-8, three columns with tabs (source, target, comment), no heading
(https://omegat.sourceforge.io/manual-latest/en/chapter.glossaries.html). Weblate: the CSV of a
glossary component, with the columns source, target, context and developer_comments.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from workflow.errors import InputError
from workflow.glossary.formats.ids import Ids
from workflow.glossary.formats.tables import table
from workflow.glossary.glossary import Concept, Term

_WEBLATE = ("source", "target", "context", "developer_comments")


def write_omegat(concepts: Sequence[Concept], source: str, target: str) -> str:
    """Return the pairs of allowed terms for OmegaT."""
    return "".join(
        "\t".join((_flat(a), _flat(b), _flat(concept.note or ""))).rstrip("\t") + "\n"
        for concept, a, b in _pairs(concepts, source, target)
    )


def read_omegat(text: str, name: str, source: str, target: str) -> list[Concept]:
    """Return a concept for each line with a source and a target."""
    rows = (line.split("\t") for line in text.removeprefix("\ufeff").splitlines())
    cells = (row for row in rows if len(row) > 1 and not row[0].startswith("#"))
    full = ((row[0], row[1], "".join(row[2:3]), "") for row in cells)
    return _made(full, name, source, target)


def write_weblate(concepts: Sequence[Concept], source: str, target: str) -> str:
    """Return the pairs of allowed terms for Weblate."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_WEBLATE)
    for concept, a, b in _pairs(concepts, source, target):
        writer.writerow((a, b, concept.id, concept.note or ""))
    return out.getvalue()


def read_weblate(text: str, name: str, source: str, target: str) -> list[Concept]:
    """Return a concept for each row with a source and a target."""
    heading, rows = table(text, name, ",")
    if not {"source", "target"} <= set(heading):
        raise InputError(f"{name}: no columns source and target", hint="Download it as CSV again.")
    cells = (
        (
            row.get("source", ""),
            row.get("target", ""),
            row.get("developer_comments") or row.get("translator_comments") or "",
            row.get("context", ""),
        )
        for row in rows
    )
    return _made(cells, name, source, target)


def _pairs(
    concepts: Sequence[Concept], source: str, target: str
) -> Iterator[tuple[Concept, str, str]]:
    for concept in concepts:
        into = concept.preferred(target)
        for term in concept.terms_in(source):
            if into and term.allowed:
                yield concept, term.text, into.text


def _made(
    rows: Iterator[tuple[str, str, str, str]], name: str, source: str, target: str
) -> list[Concept]:
    ids = Ids()
    concepts = [
        Concept(
            id=ids.of(id or b),
            note=_flat(note) or None,
            terms={source: (Term(text=_flat(a)),), target: (Term(text=_flat(b)),)},
        )
        for a, b, note, id in rows
        if a.strip() and b.strip()
    ]
    if not concepts:
        raise InputError(f"{name}: there is no pair of terms in it", hint="Is it the right format?")
    return concepts


def _flat(text: str) -> str:
    return " ".join(text.split())
