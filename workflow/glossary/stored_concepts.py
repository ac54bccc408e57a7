"""Concepts in a database: each is read when somebody asks for it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import MISSING, Field, fields
from enum import StrEnum
from typing import Any, overload

from workflow.glossary.glossary import Case, Concept, Gender, PartOfSpeech, Status, Term
from workflow.glossary.store_files import dumped, selected


class StoredConcepts(Sequence[Concept]):
    """The `count` concepts of a database, in their order."""

    def __init__(self, connection: sqlite3.Connection, count: int) -> None:
        self._connection, self._count = connection, count
        self._known: dict[int, Concept] = {}

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, place: int) -> Concept: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Concept]: ...
    def __getitem__(self, place: int | slice) -> Concept | Sequence[Concept]:
        if isinstance(place, slice):
            return [self[number] for number in range(*place.indices(self._count))]
        number = range(self._count)[place]
        self.make_ready((number,))
        return self._known[number]

    def make_ready(self, places: Iterable[int]) -> None:
        """Read the concepts at these places at once, where they are not read yet."""
        new = [place for place in places if place not in self._known]
        query = "SELECT number, value FROM concept WHERE number IN "
        for number, value in selected(self._connection, query, new):
            self._known[number] = _concept(json.loads(value))

    def __iter__(self) -> Iterator[Concept]:
        rows = self._connection.execute("SELECT number, value FROM concept ORDER BY number")
        for number, value in rows:
            if number not in self._known:
                self._known[number] = _concept(json.loads(value))
            yield self._known[number]


def fill_concepts(connection: sqlite3.Connection, concepts: Iterable[Concept]) -> None:
    """Write concepts into a database that is new."""
    connection.execute("CREATE TABLE concept (number INTEGER PRIMARY KEY, value TEXT)")
    rows = ((n, dumped(_plain(concept))) for n, concept in enumerate(concepts))
    connection.executemany("INSERT INTO concept VALUES (?, ?)", rows)


def _plain(value: Concept | Term) -> dict[str, Any]:
    """Return what of a concept or a term is not as it is by default."""
    plain = {
        each.name: found
        for each in fields(value)
        if (found := getattr(value, each.name)) != _default(each)
    }
    if isinstance(value, Concept):
        plain["terms"] = {
            tag: [_plain(term) for term in terms] for tag, terms in value.terms.items()
        }
    return plain


def _default(each: Field[Any]) -> Any:
    return each.default_factory() if each.default_factory is not MISSING else each.default


def _concept(value: dict[str, Any]) -> Concept:
    terms = {tag: tuple(_term(each) for each in terms) for tag, terms in value["terms"].items()}
    return Concept(**{**_chosen(value), "terms": terms})


def _term(value: dict[str, Any]) -> Term:
    variants = {"variants": tuple(value["variants"])} if "variants" in value else {}
    return Term(**{**_chosen(value), **variants})


_CHOICES: Mapping[str, type[StrEnum]] = {
    "status": Status,
    "case": Case,
    "part": PartOfSpeech,
    "gender": Gender,
    "person": Gender,
}


def _chosen(value: dict[str, Any]) -> dict[str, Any]:
    """Return values with those that are one of a few choices as such."""
    return {key: _CHOICES[key](each) if key in _CHOICES else each for key, each in value.items()}
