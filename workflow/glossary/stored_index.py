"""The index of the terms in a language, in a database: read for the words of a text alone."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from workflow.glossary.entries import Entry
from workflow.glossary.store_files import dumped, selected


class StoredIndex:
    """The entries of a database; raises sqlite3.Error where it holds none."""

    def __init__(self, connection: sqlite3.Connection, *, firm_stems: bool) -> None:
        self._connection, self._firm_stems = connection, firm_stems
        self._keys = frozenset(key for (key,) in connection.execute("SELECT key FROM place"))
        self._known: dict[int, Entry] = {}

    def find(self, keys: Iterable[str]) -> Mapping[str, Sequence[Entry]]:
        """Return, for those of `keys` that there are, the entries whose anchor has the key."""
        query = "SELECT key, entries FROM place WHERE key IN "
        return {
            key: [self._entry(values) for values in json.loads(entries)]
            for key, entries in selected(self._connection, query, [*self._keys.intersection(keys)])
        }

    def _entry(self, values: list[Any]) -> Entry:
        number = values[0]
        if number not in self._known:
            self._known[number] = Entry.from_values(values, firm_stems=self._firm_stems)
        return self._known[number]


def fill_index(connection: sqlite3.Connection, made: Iterable[Entry]) -> None:
    """Write entries into a database that is new, each under all its keys."""
    connection.execute("CREATE TABLE place (key TEXT PRIMARY KEY, entries TEXT) WITHOUT ROWID")
    places: dict[str, list[str]] = defaultdict(list)
    for entry in made:
        value = dumped(entry.values())
        for key in entry.keys:
            places[key].append(value)
    rows = ((key, f"[{','.join(values)}]") for key, values in sorted(places.items()))
    connection.executemany("INSERT INTO place VALUES (?, ?)", rows)
