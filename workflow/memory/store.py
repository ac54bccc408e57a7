"""The memory's pairs in SQLite: by place, by the very same text, and by number."""

import sqlite3
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from itertools import islice
from typing import Any, Final, NamedTuple
from zlib import crc32

from workflow.memory.entry import Entry, Level
from workflow.memory.pairs import pair_name, pair_seed
from workflow.memory.tokens import normal, tokens

SCHEMA: Final = """
CREATE TABLE IF NOT EXISTS place (id INTEGER PRIMARY KEY, name TEXT UNIQUE, fingerprint TEXT);
CREATE TABLE IF NOT EXISTS pair (
  id INTEGER PRIMARY KEY, name TEXT, source TEXT, target TEXT, UNIQUE (source, target)
);
CREATE TABLE IF NOT EXISTS entry (
  id INTEGER PRIMARY KEY, key INTEGER, pair INTEGER, place INTEGER, level INTEGER, source TEXT,
  target TEXT, before INTEGER, after INTEGER, unit TEXT, by TEXT, at TEXT, words BLOB
);
CREATE INDEX IF NOT EXISTS entry_key ON entry (key);
CREATE INDEX IF NOT EXISTS entry_place ON entry (place);
CREATE TABLE IF NOT EXISTS posting (
  word INTEGER, segment INTEGER, units BLOB, PRIMARY KEY (word, segment)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS mark (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
"""
_AT_ONCE = 5_000
_MOST_WORDS = 200_000
_FOUND = """
SELECT e.source, e.target, e.level, e.before, e.after, e.unit, e.by, e.at,
       pair.source, pair.target, place.name
FROM entry e JOIN pair ON pair.id = e.pair JOIN place ON place.id = e.place
"""


class Found(NamedTuple):
    """A pair as it is kept: of its neighbours there is only a number each, 0 for none."""

    entry: Entry
    place: str
    before: int
    after: int


class Store:
    """The tables of pairs. A pair's number is never given to another one."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def fingerprints(self) -> dict[str, str]:
        """Return the places that pairs are from, each with the fingerprint it was kept under."""
        return dict(self._connection.execute("SELECT name, fingerprint FROM place"))

    def forget(self, place: str) -> None:
        """Take out all pairs of a place."""
        where = "place = (SELECT id FROM place WHERE name = ?)"
        self._connection.execute(f"DELETE FROM entry WHERE {where}", (place,))  # noqa: S608
        self._connection.execute("DELETE FROM place WHERE name = ?", (place,))

    def add(self, place: str, fingerprint: str, entries: Iterable[Entry], after: int) -> int:
        """Put in the pairs of a new place and return how many; numbers are larger than `after`."""
        insert = "INSERT INTO place (name, fingerprint) VALUES (?, ?) RETURNING id"
        (home,) = self._connection.execute(insert, (place, fingerprint)).fetchone()
        largest = self._connection.execute("SELECT max(id) FROM entry").fetchone()[0] or 0
        first = number = max(largest, after)
        rows = _Rows(self._connection, home)
        pending = iter(entries)
        while portion := list(islice(pending, _AT_ONCE)):
            values = [rows.row(number + n, entry) for n, entry in enumerate(portion, 1)]
            self._connection.executemany(_INSERT, values)
            number += len(portion)
        return number - first

    def same(self, source: str, target: str, text: str) -> list[Found]:
        """Return the pairs whose source is this text, in a pair of languages (BCP 47)."""
        key = _key(pair_name(source, target), normal(text))
        return list(map(_found, self._connection.execute(f"{_FOUND} WHERE e.key = ?", (key,))))

    def by_number(self, number: int) -> Found:
        """Return the pair with a number, which must be there."""
        return _found(self._connection.execute(f"{_FOUND} WHERE e.id = ?", (number,)).fetchone())

    def counts(self) -> Counter[tuple[str, str, Level]]:
        """Return how many pairs there are by source language, target language and level."""
        query = """
            SELECT pair.source, pair.target, level, count(*)
            FROM entry JOIN pair ON pair.id = entry.pair GROUP BY pair.id, level
        """
        rows = self._connection.execute(query)
        return Counter({(source, target, Level(level)): n for source, target, level, n in rows})

    def all(self) -> Iterator[Found]:
        """Yield every pair of whole units, by its place and in the order it was put in."""
        query = f"{_FOUND} WHERE e.level = {Level.UNIT:d} ORDER BY place.name, e.id"
        return map(_found, self._connection.execute(query))

    def words_of(self, numbers: Sequence[int]) -> list[tuple[int, bytes]]:
        """Return the words of the pairs with these numbers that are there, 32 bits each."""
        marks = ",".join("?" * len(numbers))
        query = f"SELECT id, words FROM entry WHERE id IN ({marks})"  # noqa: S608 - marks only
        return self._connection.execute(query, numbers).fetchall()

    def words_after(self, number: int, most: int) -> list[tuple[int, bytes]]:
        """Return the numbers and words of the next `most` pairs behind one, those with words."""
        query = "SELECT id, words FROM entry WHERE id > ? AND length(words) > 0 ORDER BY id LIMIT ?"
        return self._connection.execute(query, (number, most)).fetchall()

    def count_after(self, number: int) -> int:
        """Return how many pairs there are behind a number."""
        query = "SELECT count(*) FROM entry WHERE id > ?"
        return int(self._connection.execute(query, (number,)).fetchone()[0])


_INSERT = "INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"


class _Rows:
    """Makes rows of the pairs of one place; remembers numbers of pairs and words."""

    def __init__(self, connection: sqlite3.Connection, place: int) -> None:
        self._connection, self._place = connection, place
        self._pairs: dict[tuple[str, str], tuple[int, str, Words]] = {}

    def row(self, number: int, entry: Entry) -> tuple[object, ...]:
        pair, name, words = self._pair(entry.source_language, entry.target_language)
        return (
            number,
            _key(name, normal(entry.source)),
            pair,
            self._place,
            int(entry.level),
            entry.source,
            entry.target,
            neighbour(entry.before),
            neighbour(entry.after),
            entry.unit,
            entry.by,
            entry.at,
            array("I", words.of(entry.source)).tobytes(),
        )

    def _pair(self, source: str, target: str) -> tuple[int, str, "Words"]:
        known = self._pairs.get((source, target))
        if known is None:
            name = pair_name(source, target)
            self._connection.execute(
                "INSERT OR IGNORE INTO pair (name, source, target) VALUES (?, ?, ?)",
                (name, source, target),
            )
            query = "SELECT id FROM pair WHERE source = ? AND target = ?"
            (number,) = self._connection.execute(query, (source, target)).fetchone()
            known = self._pairs[source, target] = (number, name, Words(name))
        return known


class Words(dict[str, int]):
    """The numbers of a pair's words (32 bits), which differ from those of another pair."""

    def __init__(self, pair: str) -> None:
        super().__init__()
        self._seed = pair_seed(pair)

    def of(self, text: str) -> list[int]:
        """Return the words of a text as numbers."""
        if len(self) > _MOST_WORDS:
            self.clear()
        return list(map(self.__getitem__, tokens(text)))

    def __missing__(self, word: str) -> int:
        number = self[word] = crc32(word.encode(errors="replace"), self._seed)
        return number


def neighbour(text: str) -> int:
    """Return the number that stands for a neighbour's text; 0 where there is none."""
    return _hash(normal(text)) if text else 0


def _key(pair: str, text: str) -> int:
    return _hash(f"{pair}\n{text}")


def _hash(text: str) -> int:
    digest = blake2b(text.encode(errors="replace"), digest_size=8).digest()
    return int.from_bytes(digest, "little", signed=True)


def _found(row: Sequence[Any]) -> Found:
    source, target, level, before, after, unit, by, at, source_tag, target_tag, place = row
    entry = Entry(
        source_language=source_tag,
        target_language=target_tag,
        source=source,
        target=target,
        level=Level(level),
        unit=unit,
        by=by,
        at=at,
    )
    return Found(entry, place, before, after)
