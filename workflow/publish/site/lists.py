"""The lists of the site's index: who sits where, and what has changed in them since last time.

A list has a name that says what it is of: `es` has all articles in Spanish, `es/topics/rivers`
those about rivers, `es/people/ana-prueba` those of a person, `es/podcast.xml` those with sound;
the list without a name has every article once, in whatever languages it is.
"""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from workflow.publish.addresses import PODCAST

ALL, AUDIBLE = "", PODCAST
ADDRESSES = "@addresses"
"""No list of articles: the places that are touched in it are folders in which one came or went."""
WHOLE = ""
"""The place that stands for all of a list."""


class Row(NamedTuple):
    """An article in a list: lists are in the order of places; the digest changes as its card."""

    place: str
    slug: str
    digest: str

    @property
    def day(self) -> str:
        """When the article went out first (ISO 8601)."""
        return self.place[:10]


@dataclass(frozen=True)
class Entry:
    """What a list is of, such as a topic or a person: its name for readers, how many articles."""

    list: str
    name: str
    roles: tuple[str, ...]
    count: int

    @property
    def key(self) -> str:
        """What the entry is called in addresses."""
        return self.list.rpartition("/")[2]


class Lists:
    """The lists of an index."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def touch(self, seats: Iterable[tuple[str, str]]) -> None:
        """Write down that something has changed in lists, at these places."""
        put = "INSERT OR IGNORE INTO touched VALUES (?, ?)"
        self._connection.executemany(put, seats)

    def touched(self) -> dict[str, list[str]]:
        """Return the lists in which something has changed, with the places."""
        found: dict[str, list[str]] = {}
        for name, place in self._all("SELECT list, place FROM touched ORDER BY list, place"):
            found.setdefault(name, []).append(place)
        return found

    def untouch(self) -> None:
        """Forget what has changed: all pages are as they should be."""
        self._connection.execute("DELETE FROM touched")

    def settle(self) -> None:
        """Count those lists anew in which something has changed.

        Where a list gets another name or other roles, all of it is touched.
        """
        for (name,) in self._all("SELECT DISTINCT list FROM touched WHERE list != ?", ADDRESSES):
            before, now = self.entry(name), self._counted(name)
            self._connection.execute("DELETE FROM list WHERE list = ?", (name,))
            if now:
                values = (name, now.name, " ".join(now.roles), now.count)
                self._connection.execute("INSERT INTO list VALUES (?, ?, ?, ?)", values)
            if not (before and now and (before.name, before.roles) == (now.name, now.roles)):
                self.touch([(name, WHOLE)])

    def _counted(self, name: str) -> Entry | None:
        for (label,) in self._all(
            "SELECT name FROM seat WHERE list = ? ORDER BY place, role LIMIT 1", name
        ):
            seats = "SELECT 1 FROM seat WHERE list = ? GROUP BY place"
            count = self._all(f"SELECT count(*) FROM ({seats})", name)[0][0]  # noqa: S608
            query = "SELECT DISTINCT role FROM seat WHERE list = ? AND role != '' ORDER BY role"
            return Entry(name, label, tuple(role for (role,) in self._all(query, name)), count)
        return None

    def entry(self, name: str) -> Entry | None:
        """Return what a list is of, None for one in which nothing is."""
        for row in self._all("SELECT * FROM list WHERE list = ?", name):
            return _entry(row)
        return None

    def entries(self, folder: str) -> list[Entry]:
        """Return the lists of a kind, such as those in the folder `es/topics`, by their keys."""
        query = "SELECT * FROM list WHERE list GLOB ? || '/*' ORDER BY list"
        return [_entry(row) for row in self._all(query, folder)]

    def languages(self) -> list[str]:
        """Return the languages in which something is on the web, sorted."""
        query = "SELECT list FROM list WHERE list NOT GLOB '*/*' AND list != '' ORDER BY list"
        return [tag for (tag,) in self._all(query)]

    def newest(self, name: str, count: int) -> list[Row]:
        """Return the newest rows of a list, the newest first."""
        return self._rows(f"list = ? GROUP BY place ORDER BY place DESC LIMIT {count:d}", name)

    def rows(self, name: str) -> list[Row]:
        """Return all rows of a list, the oldest first."""
        return self._rows("list = ? GROUP BY place ORDER BY place", name)

    def before(self, name: str, place: str, count: int) -> list[Row]:
        """Return the last rows of a list that come before a place, the oldest first."""
        order = f"GROUP BY place ORDER BY place DESC LIMIT {count:d}"
        return self._rows(f"list = ? AND place < ? {order}", name, place)[::-1]

    def behind(self, name: str, place: str, count: int) -> list[Row]:
        """Return the first rows of a list from a place on, the oldest first."""
        order = f"GROUP BY place ORDER BY place LIMIT {count:d}"
        return self._rows(f"list = ? AND place >= ? {order}", name, place)

    def _rows(self, condition: str, *values: str) -> list[Row]:
        query = f"SELECT place, article, digest FROM seat WHERE {condition}"  # noqa: S608
        return [Row(*row) for row in self._all(query, *values)]

    def _all(self, query: str, *values: str) -> list[Any]:
        return self._connection.execute(query, values).fetchall()


def _entry(row: tuple[str, str, str, int]) -> Entry:
    name, label, roles, count = row
    return Entry(name, label, tuple(roles.split()), count)
