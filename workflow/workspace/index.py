"""The cache in `.workflow/index.sqlite`: what can be known of a target without reading its files.

It is never the only record of anything. Where it is missing, damaged or locked, it is made anew or
done without.
"""

import contextlib
import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from workflow import __version__

_SCHEMA = """
CREATE TABLE IF NOT EXISTS entry (key TEXT PRIMARY KEY, fingerprint TEXT, value TEXT) WITHOUT ROWID
"""
_VERSION = f"{__version__} "
"""Stands before every fingerprint: another version may have understood the files otherwise."""
_WAIT = 0.5
"""How long to wait for another command that writes the index, in seconds."""


class Index:
    """A table of JSON values, each good only for the fingerprint that it was kept under."""

    def __init__(self, cache: Path) -> None:
        self.path = cache / "index.sqlite"

    def all(self) -> dict[str, tuple[str, Any]]:
        """Return every entry: its fingerprint and its value."""
        if not self.path.is_file():
            return {}
        try:
            with self._connection() as connection:
                rows = connection.execute("SELECT key, fingerprint, value FROM entry").fetchall()
            return {
                key: (fingerprint.removeprefix(_VERSION), json.loads(value))
                for key, fingerprint, value in rows
                if fingerprint.startswith(_VERSION)
            }
        except (sqlite3.Error, ValueError):
            return {}

    def keep(self, entries: Iterable[tuple[str, str, Any]]) -> None:
        """Put entries (key, fingerprint, value) in; a damaged index is thrown away first."""
        rows = [
            (key, f"{_VERSION}{fingerprint}", json.dumps(value))
            for key, fingerprint, value in entries
        ]
        with contextlib.suppress(OSError, sqlite3.OperationalError):  # read-only, full or locked
            try:
                self._put(rows)
            except sqlite3.DatabaseError as error:
                if isinstance(error, sqlite3.OperationalError):
                    raise
                self.path.unlink()
                self._put(rows)

    def _put(self, rows: list[tuple[str, str, str]]) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self._connection() as connection:
            connection.execute(_SCHEMA)
            connection.executemany("INSERT OR REPLACE INTO entry VALUES (?, ?, ?)", rows)

    @contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        connection = sqlite3.connect(self.path, timeout=_WAIT)
        try:
            with connection:
                yield connection
        finally:
            connection.close()
