"""Tables of terms: CSV and TSV.

Written with one term to a row and every key in its column. Read in that shape, or with one concept
to a row and a column for each language, as people keep them in a spreadsheet.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import TypeVar

from workflow.errors import InputError
from workflow.glossary.formats.ids import Ids
from workflow.glossary.glossary import Case, Concept, Gender, PartOfSpeech, Status, Term
from workflow.language.tags import standard

_CONCEPT = ("id", "domain", "note", "person", "translate")
_TERM = (
    *("language", "term", "status", "case", "part_of_speech", "gender", "abbreviation", "expand"),
    *("variants", "annotation", "use", "reason", "date", "context", "term_note"),
)
_TRUTH = {"": None, "true": True, "false": False}
_BAR = " | "
_FORMULA = ("=", "+", "-", "@")


def write(concepts: Sequence[Concept], separator: str) -> str:
    """Return `concepts` as a table with a heading."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=separator, lineterminator="\n")
    writer.writerow((*_CONCEPT, *_TERM))
    for concept in concepts:
        for tag, terms in concept.terms.items():
            for term in terms:
                row = (*_about(concept), tag, *_cells(term))
                writer.writerow([_safe(cell or "") for cell in row])
    return out.getvalue()


def _about(concept: Concept) -> Iterator[str | None]:
    yield from (concept.id, concept.domain, concept.note, concept.person)
    yield "" if concept.translate else "false"


def _cells(term: Term) -> Iterator[str | None]:
    yield from (term.text, term.status, term.case, term.part, term.gender, term.abbreviation)
    yield "true" if term.expand else ""
    yield _BAR.join(term.variants)
    yield from (term.annotation, term.use, term.reason, term.date, term.context, term.note)


def _safe(cell: str) -> str:
    """Return a cell that a spreadsheet does not take for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _bare(cell: str) -> str:
    """Return a cell without what keeps a spreadsheet from taking it for a formula."""
    return cell[1:] if cell[:1] == "'" and cell[1:].startswith(_FORMULA) else cell


def read(text: str, name: str, separator: str) -> list[Concept]:
    """Return the concepts of a table with a heading. Raises InputError for one without."""
    heading, rows = table(text, name, separator)
    rows = [{key: _bare(cell) for key, cell in row.items()} for row in rows]
    if {"language", "term"} <= set(heading):
        return _by_term(rows, name)
    return _by_concept(rows, heading, name)


def table(text: str, name: str, separator: str) -> tuple[list[str], list[dict[str, str]]]:
    """Return the heading of a table, and its rows by the heading; a short row lacks its last cells.

    Raises InputError for what is no table (RFC 4180), or an empty one.
    """
    try:
        lines = io.StringIO(text.removeprefix("\ufeff"), newline="")
        rows = [[cell.strip() for cell in row] for row in csv.reader(lines, delimiter=separator)]
    except csv.Error as error:
        raise InputError(f"{name}: {error}", hint="Export the table again.") from None
    if not rows:
        raise InputError(f"{name}: empty", hint="Export the table again, with its heading.")
    return rows[0], [dict(zip(rows[0], row, strict=False)) for row in rows[1:]]


def _by_term(rows: list[dict[str, str]], name: str) -> list[Concept]:
    made: dict[str, dict[str, list[Term]]] = {}
    about: dict[str, dict[str, str]] = {}
    ids = Ids()
    for number, row in enumerate(rows, start=2):
        if row.get("term"):
            id = row.get("id") or ids.of(row["term"])
            about.setdefault(id, row)
            tag = standard(row["language"])
            made.setdefault(id, {}).setdefault(tag, []).append(_term(row, f"{name}:{number}"))
    return [
        Concept(
            id=id,
            domain=about[id].get("domain") or None,
            note=about[id].get("note") or None,
            person=_choice(Gender, about[id], "person", name),
            translate=_truth(about[id], "translate", name) is not False,
            terms={tag: tuple(found) for tag, found in terms.items()},
        )
        for id, terms in made.items()
    ]


_Choice = TypeVar("_Choice", bound=StrEnum)


def _choice(kind: type[_Choice], row: dict[str, str], key: str, place: str) -> _Choice | None:
    value = row.get(key)
    if not value:
        return None
    if value not in list(kind):
        raise InputError(f"{place}: {value!r} is no {key}", hint=f"Use {', '.join(kind)}.")
    return kind(value)


def _truth(row: dict[str, str], key: str, place: str) -> bool | None:
    value = (row.get(key) or "").lower()
    if value not in _TRUTH:
        raise InputError(f"{place}: {value!r} is no {key}", hint="Use true or false.")
    return _TRUTH[value]


def _term(row: dict[str, str], place: str) -> Term:
    def text(key: str) -> str | None:
        return " ".join((row.get(key) or "").split()) or None

    return Term(
        text=text("term") or "",
        status=_choice(Status, row, "status", place) or Status.PREFERRED,
        case=_choice(Case, row, "case", place) or Case.ANY,
        part=_choice(PartOfSpeech, row, "part_of_speech", place),
        gender=_choice(Gender, row, "gender", place),
        abbreviation=text("abbreviation"),
        expand=_truth(row, "expand", place) is True,
        variants=tuple(v.strip() for v in (row.get("variants") or "").split("|") if v.strip()),
        annotation=text("annotation"),
        use=text("use"),
        reason=text("reason"),
        date=text("date"),
        context=text("context"),
        note=text("term_note"),
    )


def _by_concept(rows: list[dict[str, str]], heading: list[str], name: str) -> list[Concept]:
    tags = {column: tag for column in heading if (tag := _tag(column))}
    if len(tags) < 1:
        raise InputError(
            f"{name}: no column is a language",
            hint="Write a heading: id, note, and a tag for each language, such as en and ru.",
        )
    ids = Ids()
    concepts = []
    for row in rows:
        terms = {tag: tuple(_listed(row.get(column, ""))) for column, tag in tags.items()}
        terms = {tag: found for tag, found in terms.items() if found}
        if terms:
            first = next(iter(terms.values()))[0].text
            concepts.append(
                Concept(
                    id=ids.of(row.get("id") or first),
                    domain=row.get("domain") or None,
                    note=row.get("note") or None,
                    terms=terms,
                )
            )
    return concepts


def _listed(cell: str) -> Iterator[Term]:
    """Yield the terms of a cell: the first is preferred, others after a bar are admitted."""
    status = Status.PREFERRED
    for text in cell.split("|"):
        if text.strip():
            yield Term(text=" ".join(text.split()), status=status)
            status = Status.ADMITTED


def _tag(column: str) -> str | None:
    if column in _CONCEPT:
        return None
    try:
        return standard(column)
    except InputError:
        return None
