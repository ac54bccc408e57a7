"""The site's index, `.workflow/site.sqlite`: a card of everything that is on the web.

It can be deleted at any time: the next publication reads all articles again. It is also what keeps
the memory small, however large the site, and what tells which pages have to be made anew.
"""

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workflow.language.slug import slug as slug_of
from workflow.publish.site.card import Card, card_text, read_card
from workflow.publish.site.record import Record, Stub, StubKind

_VERSION = 1
"""Raised when the tables change: an index of another version is made anew."""
_SCHEMA = """
CREATE TABLE article (slug TEXT PRIMARY KEY, stamp TEXT, until TEXT, outdated TEXT, lost TEXT);
CREATE TABLE card (
    language TEXT, slug TEXT, place TEXT, digest TEXT, audible INTEGER, modified TEXT,
    content TEXT, words TEXT,
    PRIMARY KEY (language, slug)
);
CREATE INDEX by_place ON card (language, place, slug, digest);
CREATE TABLE entry (list TEXT, language TEXT, key TEXT, name TEXT, role TEXT, slug TEXT);
CREATE INDEX by_key ON entry (list, language, key);
CREATE INDEX by_article ON entry (slug);
CREATE TABLE folder (path TEXT, slug TEXT, stands INTEGER, PRIMARY KEY (path, slug));
CREATE INDEX folder_of ON folder (slug);
CREATE TABLE stub (language TEXT, slug TEXT, kind TEXT, value TEXT, article TEXT);
CREATE INDEX stub_of ON stub (article);
CREATE TABLE page (path TEXT PRIMARY KEY, part TEXT, key TEXT);
CREATE TABLE fact (name TEXT PRIMARY KEY, value TEXT);
"""
_OF_ARTICLE = (
    ("article", "slug"),
    ("card", "slug"),
    ("entry", "slug"),
    ("folder", "slug"),
    ("stub", "article"),
)
TOPICS, PEOPLE = "topic", "person"


@dataclass(frozen=True)
class Row:
    """A card's place in a list: its article and what changes when the card does."""

    slug: str
    digest: str


@dataclass(frozen=True)
class Entry:
    """A topic or a person with the articles that belong there, the oldest first."""

    key: str
    name: str
    roles: tuple[str, ...]
    rows: tuple[Row, ...]


class SiteIndex:
    """The index at `path`, or one that lives only as long as this object."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path
        self._connection = _opened(path)

    def close(self) -> None:
        """Write everything to the disk, and let go of the file."""
        self.save()
        self._connection.close()

    def save(self) -> None:
        """Write everything to the disk, where other processes can see it."""
        self._connection.commit()

    def stamps(self) -> dict[str, tuple[str, str]]:
        """Return for every article the files that it is known by, and when its embargo ends."""
        rows = self._all("SELECT slug, stamp, until FROM article")
        return {slug: (stamp, until) for slug, stamp, until in rows}

    def keep(self, record: Record) -> None:
        """Put an article in, in place of what is known of it."""
        self.forget(record.slug)
        put = self._connection.execute
        outdated, lost = " ".join(record.outdated), " ".join(record.lost)
        put(
            "INSERT INTO article VALUES (?, ?, ?, ?, ?)",
            (record.slug, record.stamp, record.until, outdated, lost),
        )
        for listed in record.listed:
            card, content = listed.card, card_text(listed.card)
            digest = hashlib.sha256(f"{content}\n{listed.words}".encode()).hexdigest()[:16]
            put(
                "INSERT INTO card VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    *(card.language, card.slug, card.order, digest),
                    *(bool(card.sounds), card.modified, content, listed.words),
                ),
            )
            self._connection.executemany(
                "INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?)", _entries(card)
            )
        for stands, folders in ((1, record.folders), (0, record.former)):
            self._connection.executemany(
                "INSERT OR IGNORE INTO folder VALUES (?, ?, ?)",
                [(folder, record.slug, stands) for folder in folders],
            )
        self._connection.executemany(
            "INSERT INTO stub VALUES (?, ?, ?, ?, ?)",
            [(s.language, s.slug, s.kind, s.value, record.slug) for s in record.stubs],
        )

    def forget(self, slug: str) -> None:
        """Take an article out."""
        for table, column in _OF_ARTICLE:
            self._connection.execute(f"DELETE FROM {table} WHERE {column} = ?", (slug,))  # noqa: S608

    def distrust(self, slug: str) -> None:
        """Take what is known of an article for outdated."""
        self._connection.execute("UPDATE article SET stamp = '' WHERE slug = ?", (slug,))

    def retire(self, slug: str) -> None:
        """Take an article out whose files shall go as well."""
        folders = [path for (path,) in self._all("SELECT path FROM folder WHERE slug = ?", slug)]
        self.forget(slug)
        self._connection.executemany(
            "INSERT INTO folder VALUES (?, ?, 0)", [(folder, slug) for folder in folders]
        )

    def folders(self) -> list[str]:
        """Return the folders in which files of any article stand."""
        return [path for (path,) in self._all("SELECT path FROM folder WHERE stands")]

    def paged(self) -> list[str]:
        """Return the folders in which there is a page of an article."""
        return [path for (path,) in self._all("SELECT language || '/' || slug FROM card")]

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
        rows = self._all("SELECT slug, outdated FROM article WHERE outdated != '' ORDER BY slug")
        return [(slug, tag) for slug, tags in rows for tag in tags.split()]

    def lost(self) -> list[tuple[str, str]]:
        """Return those of which, besides, no copy was kept, so that they cannot be made again."""
        rows = self._all("SELECT slug, lost FROM article WHERE lost != '' ORDER BY slug")
        return [(slug, tag) for slug, tags in rows for tag in tags.split()]

    def count(self) -> int:
        """Return how many cards there are."""
        return int(self._all("SELECT count(*) FROM card")[0][0])

    def held(self) -> list[tuple[str, str]]:
        """Return the articles under embargo, each with its end (ISO 8601)."""
        return [
            (slug, until)
            for slug, until in self._all(
                "SELECT slug, until FROM article WHERE until != '' ORDER BY slug"
            )
        ]

    def languages(self) -> list[str]:
        """Return the languages in which something is on the web, sorted."""
        return [tag for (tag,) in self._all("SELECT DISTINCT language FROM card ORDER BY language")]

    def rows(self, language: str) -> list[Row]:
        """Return all articles of a language, the oldest first."""
        query = "SELECT slug, digest FROM card WHERE language = ? ORDER BY place, slug"
        return [Row(*row) for row in self._all(query, language)]

    def cards(self, language: str, rows: Iterable[Row]) -> Iterator[Card]:
        """Yield the cards of these articles."""
        for row in rows:
            ((content,),) = self._all(
                "SELECT content FROM card WHERE language = ? AND slug = ?", language, row.slug
            )
            yield read_card(content)

    def words(self, language: str, row: Row) -> str:
        """Return the words by which an article is found."""
        ((words,),) = self._all(
            "SELECT words FROM card WHERE language = ? AND slug = ?", language, row.slug
        )
        return str(words)

    def entries(self, kind: str, language: str) -> list[Entry]:
        """Return the topics or the people of a language, by their keys."""
        rows = self._all(
            "SELECT key, name, role, card.slug, digest FROM entry JOIN card USING (language, slug)"
            " WHERE list = ? AND language = ? ORDER BY key, place, slug, role",
            kind,
            language,
        )
        grouped: dict[str, tuple[str, dict[str, None], dict[str, Row]]] = {}
        for key, name, role, slug, digest in rows:
            _, roles, found = grouped.setdefault(key, (name, {}, {}))
            roles[role] = None
            found[slug] = Row(slug, digest)
        return [
            Entry(key, name, tuple(sorted(roles)), tuple(found.values()))
            for key, (name, roles, found) in grouped.items()
        ]

    def sounding(self, language: str) -> list[Row]:
        """Return the articles of a language that can be heard, the oldest first."""
        query = "SELECT slug, digest FROM card WHERE language = ? AND audible ORDER BY place, slug"
        return [Row(*row) for row in self._all(query, language)]

    def versions(self) -> list[tuple[str, dict[str, str]]]:
        """Return every article with the languages that it is in, and when each was changed last."""
        rows = self._all(
            "SELECT slug, language, modified FROM card"
            " ORDER BY min(place) OVER (PARTITION BY slug), slug, language"
        )
        found: dict[str, dict[str, str]] = {}
        for slug, language, modified in rows:
            found.setdefault(slug, {})[language] = modified
        return list(found.items())

    def stubs(self, language: str) -> list[Stub]:
        """Return the pages that stand where articles were, unless an article has come there."""
        rows = self._all(
            "SELECT kind, language, stub.slug, value FROM stub WHERE language = ?1 AND NOT EXISTS"
            " (SELECT 1 FROM folder WHERE stands AND path = ?1 || '/' || stub.slug)"
            " GROUP BY stub.slug ORDER BY stub.slug",
            language,
        )
        return [
            Stub(kind=StubKind(kind), language=language, slug=slug, value=value)
            for kind, language, slug, value in rows
        ]

    def stub_languages(self) -> list[str]:
        """Return the languages in which such pages stand."""
        return [tag for (tag,) in self._all("SELECT DISTINCT language FROM stub")]

    def parts(self) -> list[str]:
        """Return the parts of the site that have pages."""
        return [part for (part,) in self._all("SELECT DISTINCT part FROM page ORDER BY part")]

    def pages_of(self, part: str) -> dict[str, str]:
        """Return the pages of one part of the site, and what each was made from."""
        return dict(self._all("SELECT path, key FROM page WHERE part = ?", part))

    def keep_pages(self, part: str, pages: Mapping[str, str]) -> None:
        """Put the pages of a part in, in place of those that it had."""
        self._connection.execute("DELETE FROM page WHERE part = ?", (part,))
        self._connection.executemany(
            "INSERT OR REPLACE INTO page VALUES (?, ?, ?)",
            [(path, part, key) for path, key in pages.items()],
        )

    def fact(self, name: str) -> str:
        """Return what was kept under a name, or nothing."""
        found = self._all("SELECT value FROM fact WHERE name = ?", name)
        return str(found[0][0]) if found else ""

    def keep_fact(self, name: str, value: str) -> None:
        """Keep a value under a name."""
        self._connection.execute("INSERT OR REPLACE INTO fact VALUES (?, ?)", (name, value))

    def _all(self, query: str, *values: str) -> list[Any]:
        return self._connection.execute(query, values).fetchall()


def _entries(card: Card) -> Iterator[tuple[str, str, str, str, str, str]]:
    for name in card.topics:
        yield TOPICS, card.language, slug_of(name), name, "", card.slug
    for role, names in (("author", card.authors), ("translator", card.translators)):
        for name in names:
            yield PEOPLE, card.language, slug_of(name), name, role, card.slug


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
