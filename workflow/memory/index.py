"""The index of alike texts in the memory's file: made anew as it doubles, added to in between."""

import sqlite3
from collections.abc import Iterator, Sequence

import numpy as np

from workflow.memory.candidates import Counting, Numbers, Order, Query, no_order, postings
from workflow.memory.store import Store

_AT_ONCE = 200_000
"""How many texts are indexed at once: what bounds the memory that it takes."""
_SMALL = 5_000
"""So many texts can be added before the order of words is looked at again."""
_MOST_LOOKED_AT = 300
"""How many texts are compared word by word, those that may be the most alike."""

Texts = tuple[Numbers, Numbers, "np.ndarray[tuple[int], np.dtype[np.int64]]"]


class Index:
    """Finds pairs by texts that are like theirs."""

    def __init__(self, connection: sqlite3.Connection, store: Store) -> None:
        self._connection, self._store = connection, store
        self._known_order: Order | None = None

    @property
    def last(self) -> int:
        """The number of the last pair that is in the index."""
        return self._mark("last")

    def update(self) -> None:
        """Bring the index up to date with the pairs that were put in since."""
        new = self._store.count_after(self.last)
        if not new:
            return
        added = self._mark("added") + new
        if added > max(_SMALL, self._mark("ordered")):
            self._anew()
        else:
            self._add_after(self.last, self._order(), self._mark("segment"))
            self._set_mark("added", added)

    def candidates(self, words: Sequence[int], least: float) -> list[int]:
        """Return the numbers of pairs whose words may be alike to at least `least`."""
        if not words:
            return []
        if self._known_order is None:
            self._known_order = self._order()
        query = Query(words, self._known_order)
        marks = ",".join("?" * len(query.words))
        select = f"SELECT units FROM posting WHERE word IN ({marks})"  # noqa: S608 - marks only
        found = self._connection.execute(select, query.words)
        return query.choose(b"".join(row[0] for row in found), least, _MOST_LOOKED_AT)

    def _anew(self) -> None:
        self._connection.execute("DELETE FROM posting")
        self._known_order = None
        counting = Counting()
        for _, words, _ in self._texts_after(0):
            counting.add(words)
        order = counting.order()
        self._connection.execute(
            "INSERT OR REPLACE INTO mark VALUES ('order', ?)", (order.tobytes(),)
        )
        self._add_after(0, order, 0)
        self._set_mark("ordered", self._store.count_after(0))
        self._set_mark("added", 0)

    def _add_after(self, number: int, order: Order, segment: int) -> None:
        for numbers, words, lengths in self._texts_after(number):
            segment += 1
            rows = (
                (word, segment, data) for word, data in postings(numbers, words, lengths, order)
            )
            self._connection.executemany("INSERT INTO posting VALUES (?, ?, ?)", rows)
            self._set_mark("last", int(numbers[-1]))
        self._set_mark("segment", segment)

    def _texts_after(self, number: int) -> Iterator[Texts]:
        while rows := self._store.words_after(number, _AT_ONCE):
            number = rows[-1][0]
            words = np.frombuffer(b"".join(data for _, data in rows), dtype=np.uint32)
            lengths = np.array([len(data) // 4 for _, data in rows], dtype=np.int64)
            yield np.array([each for each, _ in rows], dtype=np.uint32), words, lengths

    def _order(self) -> Order:
        row = self._connection.execute("SELECT value FROM mark WHERE name = 'order'").fetchone()
        return np.frombuffer(row[0], dtype=np.uint16) if row else no_order()

    def _mark(self, name: str) -> int:
        row = self._connection.execute("SELECT value FROM mark WHERE name = ?", (name,)).fetchone()
        return int(row[0]) if row else 0

    def _set_mark(self, name: str, value: int) -> None:
        self._connection.execute("INSERT OR REPLACE INTO mark VALUES (?, ?)", (name, value))
