"""The pages that lead to the articles: one per language, and the front door."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from workflow.language.direction import Direction, direction
from workflow.language.names import own_name
from workflow.publish.addresses import PAGE, STYLE, folder_of, page_url
from workflow.publish.article import Dated, PublishedArticle, Site
from workflow.publish.blocks import Inline
from workflow.publish.labels.catalogue import labels
from workflow.publish.line import Line
from workflow.publish.output import OutputFile
from workflow.publish.web.rendering import Renderer
from workflow.workspace.templates import find_template

_NO_DATE = ""


@dataclass(frozen=True, kw_only=True)
class Card:
    """What an index says of an article."""

    slug: str
    kicker: Line
    title: tuple[Inline, ...]
    summary: tuple[Inline, ...]
    byline: Line
    date: Dated | None


@dataclass(frozen=True, kw_only=True)
class LanguageEntry:
    """A language that something is published in; `name` is in its own words."""

    language: str
    direction: Direction
    name: str


def card_of(article: PublishedArticle) -> Card:
    """Return what an index says of `article`."""
    return Card(
        slug=article.slug,
        kicker=article.kicker,
        title=article.title,
        summary=article.summary,
        byline=article.byline,
        date=article.date,
    )


def index_files(
    site: Site,
    cards: Mapping[str, Sequence[Card]],
    templates: Path | None,
    *,
    draft: bool = False,
) -> Iterator[OutputFile]:
    """Yield the index of each language in `cards`, the front door and the style sheet.

    The front door speaks the first language that something is published in. Raises InputError
    for a broken template.
    """
    renderer = Renderer(templates)
    for language in sorted(cards):
        path = f"{folder_of(language)}/{PAGE}"
        values = {
            "cards": _newest_first(cards[language]),
            "canonical": None if draft else page_url(site.url, language),
        }
        page = renderer.page("web/index.html", path, site, labels(language), values, draft=draft)
        yield OutputFile(path, page)
    yield _front_door(renderer, site, [tag for tag in cards if cards[tag]], draft=draft)
    style = find_template("web/style.css", templates)
    if style is not None:
        yield OutputFile(STYLE, style.read_bytes())


def _newest_first(cards: Sequence[Card]) -> list[Card]:
    by_slug = sorted(cards, key=lambda card: card.slug)
    return sorted(by_slug, key=lambda card: card.date.iso if card.date else _NO_DATE, reverse=True)


def _front_door(
    renderer: Renderer, site: Site, languages: Sequence[str], *, draft: bool
) -> OutputFile:
    entries = [
        LanguageEntry(language=tag, direction=direction(tag), name=own_name(tag))
        for tag in languages
    ]
    words = labels(languages[0] if languages else "en")
    values = {"languages": entries}
    page = renderer.page("web/languages.html", PAGE, site, words, values, draft=draft)
    return OutputFile(PAGE, page)
