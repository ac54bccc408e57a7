"""The translation memory: confirmed texts of this workspace, found again by what they translate.

Everything in its file, `.workflow/memory.sqlite`, can be made anew from the articles' journals and
from the files in `memory/`.
"""

import sqlite3
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from workflow.errors import InputError
from workflow.memory.entry import Entry, Level, Match
from workflow.memory.pairs import answers, pair_name
from workflow.memory.scoring import SAME_WORDS, similarity
from workflow.memory.store import SCHEMA, Store, Words, neighbour
from workflow.memory.tokens import normal

if TYPE_CHECKING:
    from workflow.memory.index import Index

FILE = "memory.sqlite"
_VERSION = 1
"""Goes up when the tables change; a file of another version is made anew."""
_WAIT = 10.0


class Memory:
    """An open memory; use it as a context manager. What was put in is kept when it is left.

    Leaving it raises InputError where the file could not be used, such as while another command
    writes it for long. A damaged file is thrown away: it is made anew from the workspace.
    """

    def __init__(self, path: Path) -> None:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            try:
                self._connection = _connected(path)
            except sqlite3.DatabaseError as error:
                if isinstance(error, sqlite3.OperationalError):
                    raise
                path.unlink()
                self._connection = _connected(path)
        except (OSError, sqlite3.Error) as error:
            raise _unusable(path, error) from None
        self.path = path
        self._store = Store(self._connection)

    @cached_property
    def _index(self) -> "Index":
        from workflow.memory.index import Index  # needs numpy, which takes a moment to load

        return Index(self._connection, self._store)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        if kind is None:
            self._connection.commit()
        self.close()
        if isinstance(error, sqlite3.Error):
            if not isinstance(error, sqlite3.OperationalError):  # damaged: the next command heals
                self.path.unlink(missing_ok=True)
            raise _unusable(self.path, error) from None

    def close(self) -> None:
        """Close the memory; what was put in and not finished is dropped."""
        self._connection.close()

    def fingerprints(self) -> dict[str, str]:
        """Return the places that pairs are from, each with the fingerprint it was kept under."""
        return self._store.fingerprints()

    def replace(self, place: str, fingerprint: str, entries: Iterable[Entry]) -> int:
        """Put in the pairs of a place instead of those it had; return how many."""
        self._store.forget(place)
        return self._store.add(place, fingerprint, entries, self._index.last)

    def forget(self, place: str) -> None:
        """Take out the pairs of a place."""
        self._store.forget(place)

    def finish(self) -> None:
        """Make what was put in findable by texts that are like it."""
        self._index.update()
        self._connection.commit()

    def same(
        self, text: str, source: str, target: str, *, before: str = "", after: str = ""
    ) -> list[Match]:
        """Return the pairs for this very text between two languages (BCP 47), the best first.

        The best are those with the neighbours `before` and `after`, then the latest.
        """
        context = neighbour(before), neighbour(after)
        matches = [
            Match(
                entry=found.entry,
                score=_of_region(found.entry, target, 1.0),
                place=found.place,
                in_context=any(context) and (found.before, found.after) == context,
            )
            for found in self._store.same(source, target, text)
        ]
        return sorted(matches, key=lambda m: (m.score, m.in_context, m.entry.at), reverse=True)

    def alike(
        self, text: str, source: str, target: str, *, least: float = 0.7, most: int = 5
    ) -> list[Match]:
        """Return the pairs for texts like this one but not the same, each once, the likest first.

        `least` is the score that a match must have. Raises InputError for less than 0.7, where
        texts could be missed.
        """
        from workflow.memory.candidates import LEAST

        if not LEAST <= least <= 1:
            raise InputError(
                f"texts alike to {least:.0%} cannot be sought",
                hint=f"Use a number from {LEAST:.0%} to 100%.",
            )
        words = Words(pair_name(source, target)).of(text)
        numbers = self._index.candidates(words, least)
        scored = [
            (similarity(words, array("I", data), least), number)
            for number, data in self._store.words_of(numbers)
        ]
        matches: list[Match] = []
        for score, number in sorted(scored, reverse=True):
            if score < least or len(matches) == most:
                break
            found = self._store.by_number(number)
            known = any(each.entry.texts == found.entry.texts for each in matches)
            if normal(found.entry.source) != normal(text) and not known:
                likeness = _of_region(found.entry, target, min(score, SAME_WORDS))
                matches.append(Match(entry=found.entry, score=likeness, place=found.place))
        return matches

    def all(self) -> Iterator[tuple[Entry, str]]:
        """Yield every pair of whole units and its place."""
        return ((found.entry, found.place) for found in self._store.all())

    def counts(self) -> Counter[tuple[str, str, Level]]:
        """Return how many pairs there are by source language, target language and level."""
        return self._store.counts()


def _connected(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=_WAIT)
    try:
        connection.execute("PRAGMA synchronous = OFF")  # a torn file is only made anew
        connection.execute("PRAGMA cache_size = -65536")
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if version != _VERSION:
            _drop_tables(connection)
            connection.executescript(SCHEMA)
            connection.execute(f"PRAGMA user_version = {_VERSION}")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _drop_tables(connection: sqlite3.Connection) -> None:
    names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    for (name,) in names:
        connection.execute(f'DROP TABLE "{name}"')


def _of_region(entry: Entry, target: str, score: float) -> float:
    """Return a score, less than 1 where a translation is for another region than asked for.

    The source's region does not count: the text is there to be compared.
    """
    return score if answers(target, entry.target_language) else min(score, SAME_WORDS)


def _unusable(path: Path, error: Exception) -> InputError:
    return InputError(
        f"{path} cannot be used: {error}",
        hint="Wait until other commands are done; if it stays so, delete the file: "
        "it is made anew from your texts.",
    )
