"""What comes out of an import: the source, and what was guessed and dropped on the way."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date as Date  # noqa: N812 - `date` is a field below
from datetime import datetime
from types import MappingProxyType
from typing import Any

from workflow.document.importing.blocks import Block
from workflow.document.source import ArticleKind, Audio, AudioPart, Cover, Place, Source


@dataclass(frozen=True)
class Dropped:
    """A piece of visible text that was left out, and why, in words for a person."""

    text: str
    reason: str


_SEVERAL = ("authors", "translators", "tags", "listen", "participants", "notes")
_ONE = ("date", "publication", "original", "cover", "episode", "music")


@dataclass(frozen=True, kw_only=True)
class About:
    """What is known of a text besides its body; `None` and `()` mean: not known.

    The fields are those of Source, texts in inline Markdown. `url` is the address of the text
    itself. The corrections of a person are an `About` too.
    """

    title: str | None = None
    language: str | None = None
    kind: ArticleKind | None = None
    authors: tuple[str, ...] = ()
    translators: tuple[str, ...] = ()
    date: Date | None = None
    publication: Place | None = None
    original: Place | None = None
    summary: str | None = None
    tags: tuple[str, ...] = ()
    cover: Cover | None = None
    audio: tuple[Audio, ...] = ()
    listen: tuple[Place, ...] = ()
    season: int | None = None
    episode: int | None = None
    participants: tuple[str, ...] = ()
    parts: tuple[AudioPart, ...] = ()
    music: str | None = None
    notes: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    licence: Place | None = None
    permission: str | None = None
    embargo: datetime | None = None
    url: str | None = None

    def over(self, other: "About") -> "About":
        """Return this knowledge with its gaps filled from `other`."""
        return About(
            **{f.name: _known(getattr(self, f.name), getattr(other, f.name)) for f in fields(About)}
        )

    def along(self, other: "About") -> "About":
        """Return this knowledge over `other`, with the notes and the people of both."""
        both: dict[str, Any] = {
            name: tuple(dict.fromkeys((*getattr(self, name), *getattr(other, name))))
            for name in _SEVERAL
        }
        return replace(self.over(other), **both)

    def contradicts(self, other: "About") -> bool:
        """Say whether both know something of which there is only one, and differ in it."""
        pairs = ((getattr(self, name), getattr(other, name)) for name in _ONE)
        return any(mine and theirs and _name(mine) != _name(theirs) for mine, theirs in pairs)


def _name(value: object) -> object:
    return value.name if isinstance(value, Place) else value


def _known(mine: object, other: object) -> Any:
    return other if mine in (None, "", ()) else mine


@dataclass(frozen=True, kw_only=True)
class Reading:
    """A file as its format's reader gives it: blocks, and what the file says outside its text.

    `claimed` is the language that the file names, which may be wrong. `head` and `tail` are short
    lines around the article: they are not of its text, but may credit somebody. `media` has the
    pictures of all of them.
    """

    blocks: tuple[Block, ...]
    head: tuple[Block, ...] = ()
    tail: tuple[Block, ...] = ()
    about: About = About()
    claimed: str | None = None
    dropped: tuple[Dropped, ...] = ()
    media: Mapping[str, bytes] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, kw_only=True)
class Imported:
    """A source text, ready to become an article.

    `media` maps paths below the article's `media/` to their bytes; `guessed` names what was
    worked out and not stated, in words for a person.
    """

    source: Source
    dropped: tuple[Dropped, ...] = ()
    media: Mapping[str, bytes] = field(default_factory=lambda: MappingProxyType({}))
    guessed: tuple[str, ...] = ()
