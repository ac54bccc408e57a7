"""What the index remembers of the site's own pages: which there are, and what each was made from.

A page belongs to a part of the site, such as `es/archive`, and is known there by the place at which
its articles begin.
"""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

BEGINNING = ""


@dataclass(frozen=True)
class Span:
    """The pages of a part from one place up to another; no `until` means up to the end."""

    part: str
    since: str = BEGINNING
    until: str | None = None


class PageKeys:
    """The pages of an index."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def parts(self) -> list[str]:
        """Return the parts of the site that have pages."""
        return [part for (part,) in self._all("SELECT DISTINCT part FROM page ORDER BY part")]

    def of(self, span: Span) -> dict[str, str]:
        """Return the pages of a span by their paths, and what each was made from."""
        where, values = _condition(span)
        return dict(self._all(f"SELECT path, key FROM page WHERE {where} ORDER BY since", *values))  # noqa: S608

    def paths(self) -> set[str]:
        """Return the paths of all pages."""
        return {path for (path,) in self._all("SELECT path FROM page")}

    def keep(self, span: Span, pages: Iterable[tuple[str, str, str]]) -> None:
        """Put pages in, each a path, its place and a key, in place of those that the span had."""
        where, values = _condition(span)
        self._connection.execute(f"DELETE FROM page WHERE {where}", values)  # noqa: S608
        put = "INSERT OR REPLACE INTO page VALUES (?, ?, ?, ?)"
        rows = [(path, span.part, since, key) for path, since, key in pages]
        self._connection.executemany(put, rows)

    def _all(self, query: str, *values: str) -> list[Any]:
        return self._connection.execute(query, values).fetchall()


def _condition(span: Span) -> tuple[str, tuple[str, ...]]:
    if span.until is None:
        return "part = ? AND since >= ?", (span.part, span.since)
    return "part = ? AND since >= ? AND since < ?", (span.part, span.since, span.until)
