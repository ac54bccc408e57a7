"""An article as it goes out: one model that every output, a page or a document, is written from."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from workflow.document.source import ArticleKind, Place
from workflow.language.direction import Direction
from workflow.publish.blocks import Body, Inline, files_in
from workflow.publish.labels.catalogue import Labels
from workflow.publish.labels.label import Label
from workflow.publish.line import Line
from workflow.publish.transcript import Transcript


@dataclass(frozen=True, kw_only=True)
class Site:
    """The newsroom that publishes: its name, the address of its site, and its licence, if known."""

    name: str
    url: str | None = None
    licence: Place | None = None


@dataclass(frozen=True, kw_only=True)
class Dated:
    """A day, for machines (`iso`: 2026-03-05) and as the readers' language writes it (`text`)."""

    iso: str
    text: str


@dataclass(frozen=True, kw_only=True)
class CoverPicture:
    """The picture above the text; `path` is relative to `media/`."""

    path: str
    alt: str
    credit: tuple[Inline, ...]


@dataclass(frozen=True, kw_only=True)
class Sound:
    """A sound file: either `path`, relative to `media/`, or an address on the web, `url`.

    `length` is its duration as a person wrote it, such as `1:02:33`.
    """

    title: tuple[Inline, ...]
    path: str | None
    url: str | None
    type: str | None
    length: str | None = None
    duration: Line


@dataclass(frozen=True, kw_only=True)
class TimedPart:
    """A part of an episode: when it begins, for machines in seconds and for readers, and what."""

    start: int
    time: str
    title: tuple[Inline, ...]


@dataclass(frozen=True, kw_only=True)
class Version:
    """A published version of the same article; `name` is the language in its own words.

    The `original` is the text that the others were translated from.
    """

    language: str
    direction: Direction
    name: str
    original: bool = False


@dataclass(frozen=True, kw_only=True)
class Correction:
    """A later publication: its day, what was changed, and the publisher's words about it."""

    date: Dated
    what: Line
    note: str


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What machines want to know of an article: plain values, in no language's wording.

    `published` and `modified` are the days on which this translation first and last went out;
    `licence` is its licence's address.
    """

    authors: tuple[str, ...]
    translators: tuple[str, ...]
    participants: tuple[str, ...]
    source_title: str
    source_language: str
    source_url: str | None
    original_url: str | None
    published: date | None
    modified: date | None
    licence: str | None = None
    season: int | None = None
    episode: int | None = None


@dataclass(frozen=True, kw_only=True)
class SourceText:
    """The text that was translated, block by block as the translation has it."""

    language: str
    direction: Direction
    name: str
    title: tuple[Inline, ...]
    summary: tuple[Inline, ...]
    body: Body
    notes: tuple[tuple[Inline, ...], ...]


@dataclass(frozen=True, kw_only=True)
class PublishedArticle:
    """Everything that a reader sees of an article, in one language and in reading order.

    `title_text` and `summary_text` are without markup. `translators` is the line that names them,
    as in the credits; `updated` is the day of a later publication. `source` is the line that names
    where the text comes from; `episode` says which one a podcast is, who speaks and whose music it
    has; `credits` says who made the translation, how, and under which licence. `notice` warns of an
    original that was changed since, `corrections` tell what was changed after the translation went
    out, the latest first. `versions` are all that are published, this one among them; `formats` are
    the names of the outputs that go out together. A `draft` is for eyes in the newsroom only.
    `source_text` is for outputs that show both texts; an index has no use for it. `transcript` is
    there for a text with time codes.
    """

    slug: str
    language: str
    direction: Direction
    kind: ArticleKind
    kicker: Line
    title: tuple[Inline, ...]
    title_text: str
    summary: tuple[Inline, ...]
    summary_text: str
    byline: Line
    translators: Line
    date: Dated | None
    updated: Dated | None
    source: Line
    notice: Line
    cover: CoverPicture | None
    sounds: tuple[Sound, ...]
    listen: Line
    episode: tuple[Line, ...]
    parts: tuple[TimedPart, ...]
    body: Body
    notes: tuple[tuple[Inline, ...], ...]
    tags: tuple[str, ...]
    credits: tuple[Line, ...]
    corrections: tuple[Correction, ...]
    versions: tuple[Version, ...]
    formats: tuple[str, ...]
    draft: bool
    facts: Facts
    labels: Labels
    site: Site
    source_text: SourceText | None = None
    transcript: Transcript | None = None

    @property
    def credits_label(self) -> Label:
        """What stands above the credits: an original is no translation."""
        translated = self.facts.source_language != self.language
        return Label.CREDITS if translated else Label.ABOUT

    @cached_property
    def media(self) -> tuple[str, ...]:
        """The paths below `media/` of every file that the article shows or leads to."""
        cover = (self.cover.path,) if self.cover else ()
        sounds = tuple(sound.path for sound in self.sounds if sound.path)
        return tuple(dict.fromkeys((*cover, *sounds, *files_in(self.body))))
