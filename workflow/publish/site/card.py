"""What lists, feeds and the search know of a page: an article's card."""

import json
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from workflow.document.source import Source
from workflow.publish.addresses import folder_of
from workflow.publish.article import PublishedArticle
from workflow.publish.blocks import words_of
from workflow.publish.line import plain
from workflow.publish.output import OutputFile


@dataclass(frozen=True, kw_only=True)
class CardSound:
    """A sound file of an episode: `path` below the article's `media/`, or `url`.

    `size` is in bytes, 0 where it is not known; `duration` is as a person wrote it.
    """

    title: str
    path: str = ""
    url: str = ""
    type: str = ""
    size: int = 0
    duration: str = ""


@dataclass(frozen=True, kw_only=True)
class Card:
    """One page of an article; texts are plain. What is not known is empty, or None.

    `date` is the day of the text itself, `published` and `modified` are when this page first and
    last went out (ISO 8601), `first_slug` is the one that it had then. `cover` is a path below the
    article's `media/`; an episode with `chapters` has a file that lists them; `transcripts` are the
    formats of those beside the page.
    """

    language: str
    slug: str
    kind: str
    kicker: str
    title: str
    summary: str
    authors: tuple[str, ...]
    translators: tuple[str, ...]
    topics: tuple[str, ...]
    date: str
    published: str
    modified: str
    first_slug: str = ""
    cover: str = ""
    alt: str = ""
    sounds: tuple[CardSound, ...] = ()
    season: int | None = None
    episode: int | None = None
    participants: tuple[str, ...] = ()
    chapters: bool = False
    transcripts: tuple[str, ...] = ()

    @property
    def order(self) -> str:
        """What cards are sorted by: the day on which they went out, then the text's own day."""
        return f"{self.published[:10]} {self.date or '0000-00-00'} {self.published}"

    def lasting_id(self, site: str, part: str = "") -> str:
        """Return an id of the page, or of a `part` of it, that stays when its address changes.

        It is a name-based UUID (RFC 9562), so that it does not tell a former address.
        """
        first = folder_of(self.language, self.first_slug or self.slug)
        return uuid.uuid5(uuid.NAMESPACE_URL, f"{site}/{first}/{part} {self.published}").urn


def card_of(
    article: PublishedArticle,
    source: Source,
    files: Iterable[OutputFile],
    published: str,
    modified: str,
    first_slug: str = "",
) -> Card:
    """Return the card of an article that went out.

    `source` is what it was made from, `files` are its own; for the others see `Card`.
    """
    from workflow.publish.subtitles import transcript_files

    cover = article.cover
    folder = folder_of(article.language, article.slug)
    sizes = {file.path: file.size for file in files} if article.sounds else {}
    return Card(
        language=article.language,
        slug=article.slug,
        kind=article.kind,
        kicker=plain(article.kicker),
        title=article.title_text,
        summary=article.summary_text,
        authors=article.facts.authors,
        translators=article.facts.translators,
        topics=article.tags,
        date=article.date.iso if article.date else "",
        published=published,
        modified=modified,
        first_slug=first_slug,
        cover=cover.path if cover else "",
        alt=cover.alt if cover else "",
        sounds=tuple(
            CardSound(
                title=words_of(sound.title),
                path=sound.path or "",
                url=sound.url or "",
                type=sound.type or "",
                size=sizes.get(f"{folder}/media/{sound.path}", 0),
                duration=audio.duration or "",
            )
            for sound, audio in zip(article.sounds, source.audio, strict=True)
        ),
        season=source.season,
        episode=source.episode,
        participants=article.facts.participants,
        chapters=bool(article.parts),
        transcripts=tuple(file.format for file in transcript_files(article)),
    )


def card_text(card: Card) -> str:
    """Return a card as JSON."""
    values = {**vars(card), "sounds": [vars(sound) for sound in card.sounds]}
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def read_card(text: str) -> Card:
    """Return the card in the JSON of `card_text`. Raises ValueError or TypeError for other text."""
    values: dict[str, Any] = json.loads(text)
    lists = ("authors", "translators", "topics", "participants")
    values.update({name: tuple(values[name]) for name in lists})
    values["transcripts"] = tuple(values.get("transcripts", ()))
    values["sounds"] = tuple(CardSound(**sound) for sound in values["sounds"])
    return Card(**values)
