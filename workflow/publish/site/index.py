"""The site's index, `.workflow/site.sqlite`: a card of everything that is on the web.

It can be deleted at any time: the next publication reads all articles again. It is also what keeps
the memory small, however large the site, and what tells which pages have to be made anew: what a
changed article touches in the lists is written down with the change itself.
"""

import hashlib
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from workflow.language.slug import slug as slug_of
from workflow.publish.addresses import PEOPLE, TOPICS, folder_of
from workflow.publish.site.card import Card, card_text, read_card
from workflow.publish.site.lists import ADDRESSES, ALL, AUDIBLE, Lists, Row
from workflow.publish.site.page_keys import PageKeys
from workflow.publish.site.record import Record, Stub, StubKind

_VERSION = 2
"""Raised when the tables change: an index of another version is made anew."""
_SCHEMA = """
CREATE TABLE article (article TEXT PRIMARY KEY, stamp TEXT, until TEXT, outdated TEXT, lost TEXT);
CREATE TABLE card (
    article TEXT, language TEXT, digest TEXT, modified TEXT, content TEXT, words TEXT,
    PRIMARY KEY (article, language)
);
CREATE TABLE seat (
    list TEXT, place TEXT, article TEXT, digest TEXT, name TEXT, role TEXT,
    PRIMARY KEY (list, place, role)
) WITHOUT ROWID;
CREATE INDEX seat_of ON seat (article);
CREATE TABLE list (list TEXT PRIMARY KEY, name TEXT, roles TEXT, count INTEGER) WITHOUT ROWID;
CREATE TABLE folder (path TEXT, article TEXT, stands INTEGER, PRIMARY KEY (path, article));
CREATE INDEX folder_of ON folder (article);
CREATE TABLE stub (path TEXT, article TEXT, kind TEXT, value TEXT, PRIMARY KEY (path, article));
CREATE INDEX stub_of ON stub (article);
CREATE TABLE touched (list TEXT, place TEXT, PRIMARY KEY (list, place)) WITHOUT ROWID;
CREATE TABLE page (path TEXT PRIMARY KEY, part TEXT, since TEXT, key TEXT);
CREATE INDEX page_of ON page (part, since);
CREATE TABLE fact (name TEXT PRIMARY KEY, value TEXT);
"""
_WIDTHS = {"article": 5, "card": 6, "seat": 6, "folder": 3, "stub": 4}
"""What is known of each article: tables with a column `article`, and how many columns they have."""
Values = tuple[object, ...]


class _Carded:
    """A card as the index keeps it."""

    def __init__(self, card: Card, words: str) -> None:
        content = card_text(card)
        self.card = card
        self.digest = _digest(content, words)
        self.values = (card.slug, card.language, self.digest, card.modified, content, words)


class SiteIndex:
    """The index at `path`, or one that lives only as long as this object."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path
        self._connection = _opened(path)
        self.lists, self.page_keys = Lists(self._connection), PageKeys(self._connection)

    def close(self) -> None:
        """Write everything to the disk, and let go of the file."""
        self.save()
        self._connection.close()

    def save(self) -> None:
        """Write everything to the disk, where other processes can see it."""
        self._connection.commit()

    def discard(self) -> None:
        """Forget everything that was not written to the disk."""
        self._connection.rollback()

    def stamps(self) -> dict[str, tuple[str, str]]:
        """Return for every article the files that it is known by, and when its embargo ends."""
        rows = self._all("SELECT article, stamp, until FROM article")
        return {slug: (stamp, until) for slug, stamp, until in rows}

    def slugs(self) -> set[str]:
        """Return the slugs of all articles."""
        return {slug for (slug,) in self._all("SELECT article FROM article")}

    def keep(self, record: Record) -> None:
        """Put an article in, in place of what is known of it."""
        slug, cards = record.slug, [_Carded(each.card, each.words) for each in record.listed]
        outdated, lost = " ".join(record.outdated), " ".join(record.lost)
        self._replace("article", slug, {(slug, record.stamp, record.until, outdated, lost)})
        self._replace("card", slug, {each.values for each in cards})
        seats = self._replace("seat", slug, _seats(slug, cards))
        standing = {(folder, slug, 1) for folder in record.folders}
        former = {(folder, slug, 0) for folder in {*record.former} - {*record.folders}}
        folders = self._replace("folder", slug, standing | former)
        stubs = {folder_of(s.language, s.slug): (str(s.kind), s.value) for s in record.stubs}
        changed = self._replace("stub", slug, {(path, slug, *s) for path, s in stubs.items()})
        self.lists.touch((str(seat[0]), str(seat[1])) for seat in seats)
        self.lists.touch((ADDRESSES, str(row[0])) for row in folders | changed)

    def _replace(self, table: str, slug: str, rows: set[Values]) -> set[Values]:
        """Put rows of an article in, in place of those that are there; return what differs."""
        known = set(self._all(f"SELECT * FROM {table} WHERE article = ?", slug))  # noqa: S608
        if known != rows:
            self._connection.execute(f"DELETE FROM {table} WHERE article = ?", (slug,))  # noqa: S608
            marks = ", ".join("?" * _WIDTHS[table])
            self._connection.executemany(f"INSERT OR IGNORE INTO {table} VALUES ({marks})", rows)  # noqa: S608
        return known ^ rows

    def retire(self, slug: str) -> None:
        """Take an article out whose files shall go as well."""
        paths = self._all("SELECT path FROM folder WHERE article = ?", slug)
        self.keep(Record(slug=slug, stamp="", former=tuple(path for (path,) in paths)))
        self._connection.execute("DELETE FROM article WHERE article = ?", (slug,))

    def distrust(self, slug: str) -> None:
        """Take an article out of all lists, and what is known of its files for outdated."""
        seats = self._replace("seat", slug, set())
        self.lists.touch((str(seat[0]), str(seat[1])) for seat in seats)
        self.restamp(slug, "")

    def restamp(self, slug: str, stamp: str) -> None:
        """Say by which files an article is known from now on."""
        self._connection.execute("UPDATE article SET stamp = ? WHERE article = ?", (stamp, slug))

    def folders(self) -> list[str]:
        """Return the folders in which files of any article stand."""
        return [path for (path,) in self._all("SELECT path FROM folder WHERE stands")]

    def stands(self, path: str) -> bool:
        """Tell whether files of an article stand in a folder."""
        return bool(self._all("SELECT 1 FROM folder WHERE path = ? AND stands", path))

    def paged(self) -> list[str]:
        """Return the folders in which there is a page of an article."""
        return [path for (path,) in self._all("SELECT language || '/' || article FROM card")]

    def folder_languages(self) -> list[str]:
        """Return the languages in which anything ever stood."""
        query = "SELECT DISTINCT substr(path, 1, instr(path, '/') - 1) FROM folder ORDER BY 1"
        return [tag for (tag,) in self._all(query)]

    def stale_folders(self) -> list[str]:
        """Return the folders in which no article stands any longer, and which one had."""
        query = "SELECT path FROM folder GROUP BY path HAVING max(stands) = 0 ORDER BY path"
        return [path for (path,) in self._all(query)]

    def outdated(self) -> list[tuple[str, str]]:
        """Return the articles and targets whose original has changed since they went out."""
        query = "SELECT article, outdated FROM article WHERE outdated != '' ORDER BY article"
        return [(slug, tag) for slug, tags in self._all(query) for tag in tags.split()]

    def lost(self) -> list[tuple[str, str]]:
        """Return those of which, besides, no copy was kept, so that they cannot be made again."""
        query = "SELECT article, lost FROM article WHERE lost != '' ORDER BY article"
        return [(slug, tag) for slug, tags in self._all(query) for tag in tags.split()]

    def held(self) -> list[tuple[str, str]]:
        """Return the articles under embargo, each with its end (ISO 8601)."""
        return self._all("SELECT article, until FROM article WHERE until != '' ORDER BY article")

    def count(self) -> int:
        """Return how many cards there are."""
        return int(self._all("SELECT count(*) FROM card")[0][0])

    def cards(self, language: str, rows: Sequence[Row]) -> Iterator[Card]:
        """Yield the cards of these articles."""
        asked = ", ".join("?" * len(rows))
        query = f"SELECT article, content FROM card WHERE language = ? AND article IN ({asked})"  # noqa: S608
        found = dict(self._all(query, language, *(row.slug for row in rows)))
        return (read_card(found[row.slug]) for row in rows)

    def words(self, language: str, row: Row) -> str:
        """Return the words by which an article is found."""
        query = "SELECT words FROM card WHERE article = ? AND language = ?"
        return str(self._all(query, row.slug, language)[0][0])

    def versions(self, row: Row) -> dict[str, str]:
        """Return the languages that an article is in, and when each version was changed last."""
        query = "SELECT language, modified FROM card WHERE article = ? ORDER BY language"
        return dict(self._all(query, row.slug))

    def stubs(self, language: str) -> list[Stub]:
        """Return the pages that stand where articles were, unless an article has come there."""
        query = "SELECT DISTINCT path FROM stub WHERE path GLOB ? || '/*' ORDER BY path"
        found = (self.stub(path) for (path,) in self._all(query, language))
        return [stub for stub in found if stub]

    def stub(self, path: str) -> Stub | None:
        """Return the page that stands in a folder where an article was, if there is one."""
        query = "SELECT kind, value FROM stub WHERE path = ? ORDER BY article LIMIT 1"
        rows = [] if self.stands(path) else self._all(query, path)
        language, _, slug = path.partition("/")
        for kind, value in rows:
            return Stub(kind=StubKind(kind), language=language, slug=slug, value=value)
        return None

    def stub_languages(self) -> list[str]:
        """Return the languages in which such pages stand."""
        query = "SELECT DISTINCT substr(path, 1, instr(path, '/') - 1) FROM stub"
        return [tag for (tag,) in self._all(query)]

    def fact(self, name: str) -> str:
        """Return what was kept under a name, or nothing."""
        found = self._all("SELECT value FROM fact WHERE name = ?", name)
        return str(found[0][0]) if found else ""

    def keep_fact(self, name: str, value: str) -> None:
        """Keep a value under a name."""
        self._connection.execute("INSERT OR REPLACE INTO fact VALUES (?, ?)", (name, value))

    def _all(self, query: str, *values: str) -> list[Any]:
        return self._connection.execute(query, values).fetchall()


def _digest(*texts: str) -> str:
    return hashlib.sha256("\n".join(texts).encode()).hexdigest()[:16]


def _seats(slug: str, cards: Sequence[_Carded]) -> set[Values]:
    """Return the seats of an article in all the lists that it is in."""
    versions = [f"{each.card.language} {each.card.modified}" for each in cards]
    places = {each: f"{each.card.order} {slug}" for each in cards}
    seats: dict[Values, Values] = {}
    if cards:
        first = min(places.values())
        seats[ALL, first, ""] = (ALL, first, slug, _digest(slug, *sorted(versions)), "", "")
    for each, place in places.items():
        for name, label, role in _lists(each.card):
            seat = (name, place, slug, each.digest, label, role)
            seats.setdefault((name, place, role), seat)
    return set(seats.values())


def _lists(card: Card) -> Iterator[tuple[str, str, str]]:
    """Yield the lists that a card is in, each with its name for readers and the card's role."""
    yield card.language, "", ""
    if card.sounds:
        yield f"{card.language}/{AUDIBLE}", "", ""
    for name in card.topics:
        yield f"{folder_of(card.language, TOPICS)}/{slug_of(name)}", name, ""
    for role, names in (("author", card.authors), ("translator", card.translators)):
        for name in names:
            yield f"{folder_of(card.language, PEOPLE)}/{slug_of(name)}", name, role


def _opened(path: Path | None) -> sqlite3.Connection:
    """Return a connection to an index of this version; another one is thrown away first."""
    if path is None:
        return _made(":memory:")
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with closing(sqlite3.connect(path)) as connection:
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            connection.execute("SELECT count(*) FROM fact")
    except sqlite3.DatabaseError:
        version = 0
    if version == _VERSION:
        return sqlite3.connect(path)
    path.unlink(missing_ok=True)
    return _made(str(path))


def _made(path: str) -> sqlite3.Connection:
    connection = sqlite3.connect(path)
    connection.executescript(_SCHEMA)
    connection.execute(f"PRAGMA user_version = {_VERSION}")
    return connection
