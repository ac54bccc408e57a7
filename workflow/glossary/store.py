"""A glossary kept ready in SQLite: nothing of it is read before a text speaks of it.

A file with the concepts, and one per language with the index of the terms, all in the workspace's
cache folder. Each is written beside its place and moved there, so that it is whole or not there; a
folder that cannot be written, or holds something else, is no obstacle.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import MISSING, Field, fields
from enum import StrEnum
from pathlib import Path
from typing import Any, overload

from workflow import __version__
from workflow.errors import InputError
from workflow.glossary.entries import Entry, entries
from workflow.glossary.forms import Analyser
from workflow.glossary.glossary import (
    Case,
    Concept,
    Gender,
    PartOfSpeech,
    Status,
    Term,
)
from workflow.glossary.index import Index, MemoryIndex
from workflow.language.stems import keeps_words_apart
from workflow.workspace.files import read_bytes

_FORMAT = f"{__version__}/5"
"""Its number goes up when what is kept changes, and when lemmas or stems do."""
_STAMP = 16
"""How many letters of a stamp stand in the name of a file."""
_AT_ONCE = 500
"""How many values stand in one question to the database."""
_BROKEN = (sqlite3.Error, OSError, ValueError, TypeError, KeyError)


def file_stamp(path: Path) -> str:
    """Return what tells the content of a file from any other; empty where it cannot be read."""
    try:
        return hashlib.sha256(read_bytes(path)).hexdigest()
    except InputError:
        return ""


class Store:
    """The concepts of one glossary file with all that it includes, as kept in `folder`."""

    def __init__(self, folder: Path, glossary: Path) -> None:
        self._folder = folder
        self._name = hashlib.sha256(str(glossary).encode()).hexdigest()[:16]
        self._stamp = ""
        self.concepts: Sequence[Concept] = ()

    def open(self) -> bool:
        """Whether what is kept is still true of the files that it was made of; then it is open."""
        try:
            connection = _connect(self._folder / f"{self._name}.sqlite")
            meta = dict(connection.execute("SELECT key, value FROM meta"))
            files = json.loads(meta["files"])
            self.concepts = _StoredConcepts(connection, int(meta["count"]))
        except _BROKEN:
            return False
        self._stamp = meta["stamp"]
        return self._stamp == _stamp({path: file_stamp(Path(path)) for path in files})

    def save(self, files: Mapping[Path, str], concepts: Sequence[Concept]) -> None:
        """Keep `concepts`, which were read from `files` with these stamps."""
        stamps = {str(path): stamp for path, stamp in files.items()}
        self._stamp, self.concepts = _stamp(stamps), concepts
        meta = {"stamp": self._stamp, "files": json.dumps(list(stamps)), "count": len(concepts)}

        def fill(connection: sqlite3.Connection) -> None:
            connection.execute("CREATE TABLE meta (key TEXT, value TEXT)")
            connection.execute("CREATE TABLE concept (number INTEGER PRIMARY KEY, value TEXT)")
            connection.executemany("INSERT INTO meta VALUES (?, ?)", meta.items())
            rows = ((n, _dumped(_plain(concept))) for n, concept in enumerate(concepts))
            connection.executemany("INSERT INTO concept VALUES (?, ?)", rows)

        _write(self._folder / f"{self._name}.sqlite", fill)

    def make_ready(self, places: Iterable[int]) -> None:
        """Read the concepts at these places at once, where they are not read yet."""
        if isinstance(self.concepts, _StoredConcepts):
            self.concepts.make_ready(places)

    def index(self, tag: str, analyser: Analyser) -> Index:
        """Return the index of the terms in a language: the one that is kept, else a new one."""
        prefix = f"{self._name}-{tag}-"
        path = self._folder / f"{prefix}{self._stamp[:_STAMP]}.sqlite"
        firm = keeps_words_apart(analyser.language)
        with suppress(*_BROKEN):
            return _StoredIndex(_connect(path), firm_stems=firm)
        made = list(entries(self.concepts, tag, analyser))
        with suppress(OSError):
            for old in self._folder.glob(f"{prefix}{'?' * _STAMP}.sqlite"):
                old.unlink()
        _write(path, lambda connection: _fill_index(connection, made))
        return MemoryIndex(made)


class _StoredConcepts(Sequence[Concept]):
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
        for number, value in _selected(self._connection, query, new):
            self._known[number] = _concept(json.loads(value))

    def __iter__(self) -> Iterator[Concept]:
        rows = self._connection.execute("SELECT number, value FROM concept ORDER BY number")
        for number, value in rows:
            if number not in self._known:
                self._known[number] = _concept(json.loads(value))
            yield self._known[number]


class _StoredIndex:
    def __init__(self, connection: sqlite3.Connection, *, firm_stems: bool) -> None:
        connection.execute("SELECT key, entries FROM place LIMIT 1")
        self._connection, self._firm_stems = connection, firm_stems
        self._known: dict[int, Entry] = {}

    def find(self, keys: Iterable[str]) -> Mapping[str, Sequence[Entry]]:
        """Return, for those of `keys` that there are, the entries whose anchor has the key."""
        query = "SELECT key, entries FROM place WHERE key IN "
        return {
            key: [self._entry(values) for values in json.loads(entries)]
            for key, entries in _selected(self._connection, query, list(keys))
        }

    def _entry(self, values: list[Any]) -> Entry:
        number = values[0]
        if number not in self._known:
            self._known[number] = Entry.from_values(values, firm_stems=self._firm_stems)
        return self._known[number]


def _fill_index(connection: sqlite3.Connection, made: Iterable[Entry]) -> None:
    connection.execute("CREATE TABLE place (key TEXT PRIMARY KEY, entries TEXT) WITHOUT ROWID")
    places: dict[str, list[str]] = defaultdict(list)
    for entry in made:
        value = _dumped(entry.values())
        for key in entry.keys:
            places[key].append(value)
    rows = ((key, f"[{','.join(values)}]") for key, values in sorted(places.items()))
    connection.executemany("INSERT INTO place VALUES (?, ?)", rows)


def _selected(
    connection: sqlite3.Connection, query: str, wanted: Sequence[Any]
) -> Iterator[tuple[Any, str]]:
    """Yield the rows of a `query` that ends in `IN`, for all that is wanted."""
    for start in range(0, len(wanted), _AT_ONCE):
        some = wanted[start : start + _AT_ONCE]
        yield from connection.execute(f"{query} ({','.join('?' * len(some))})", some)


def _connect(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, check_same_thread=False)


def _write(path: Path, fill: Callable[[sqlite3.Connection], None]) -> None:
    """Put a database at `path` whole or not at all."""
    with suppress(OSError, sqlite3.Error):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, suffix=".tmp")
        os.close(handle)
        try:
            with closing(sqlite3.connect(temporary)) as connection:
                connection.execute("PRAGMA synchronous = OFF")
                fill(connection)
                connection.commit()
            Path(temporary).replace(path)
        finally:
            Path(temporary).unlink(missing_ok=True)


def _stamp(files: Mapping[str, str]) -> str:
    return hashlib.sha256(json.dumps([_FORMAT, sorted(files.items())]).encode()).hexdigest()


def _dumped(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


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
