"""`source.md`: what an article says about itself (YAML front matter) and its text (CommonMark)."""

import datetime
from dataclasses import dataclass, field
from enum import StrEnum


class ArticleKind(StrEnum):
    """What sort of piece an article is; templates and imports depend on it."""

    ARTICLE = "article"
    INTERVIEW = "interview"
    STATEMENT = "statement"
    PODCAST = "podcast"


@dataclass(frozen=True, kw_only=True)
class Place:
    """A name with an address: a publication, an original, a place to listen."""

    name: str
    url: str | None = None


@dataclass(frozen=True, kw_only=True)
class Cover:
    """The picture above an article; `file` is a path below the article's `media/`."""

    file: str | None = None
    alt: str | None = None
    credit: str | None = None


@dataclass(frozen=True, kw_only=True)
class Audio:
    """One sound file of a podcast: an address, or a path below `media/`.

    `duration` is as a person writes it (`1:02:33`), `type` is a media type (`audio/mpeg`).
    """

    title: str
    url: str | None = None
    file: str | None = None
    duration: str | None = None
    type: str | None = None


@dataclass(frozen=True, kw_only=True)
class AudioPart:
    """A part of an episode; `start` is when it begins, in seconds from the beginning."""

    start: int
    title: str


def clock(seconds: int) -> str:
    """Return a time from the beginning of a sound as a person writes it: `1:02:33`, `2:05`."""
    hours, minutes, rest = seconds // 3600, seconds // 60 % 60, seconds % 60
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


@dataclass(frozen=True, kw_only=True)
class Source:
    """A source text with its metadata; `body` is CommonMark without the title.

    `publication` is where the text was taken from, `original` where it first appeared.
    `translators` is a credit that the source text already carried. Languages are BCP 47 tags.
    Of a podcast, `participants` speak in it, `parts` are what it is made of, and `music` credits
    its music. `licence` is that of the translation, `permission` says who allowed it. `embargo`
    knows its time zone. What a reader sees (title, summary, notes …) is inline Markdown.
    """

    title: str
    language: str
    kind: ArticleKind = ArticleKind.ARTICLE
    authors: tuple[str, ...] = ()
    translators: tuple[str, ...] = ()
    date: datetime.date | None = None
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
    embargo: datetime.datetime | None = None
    body: str = field(default="", repr=False)
