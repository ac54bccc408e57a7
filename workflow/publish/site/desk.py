"""What every page of the site is made with: the index, the templates, and the words around."""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from urllib.parse import quote

from workflow.language.direction import direction
from workflow.language.names import own_name
from workflow.publish.addresses import FEED, PAGE, folder_of, way_up, web_address
from workflow.publish.article import Dated, Site
from workflow.publish.days import dated
from workflow.publish.labels.catalogue import labels
from workflow.publish.labels.label import Label
from workflow.publish.line import Line, Part
from workflow.publish.naming import people_line
from workflow.publish.site.batch import Page
from workflow.publish.site.card import Card
from workflow.publish.site.index import SiteIndex
from workflow.publish.site.lists import Row
from workflow.publish.site.model import Alternate, LanguageLink, Teaser, Thumbnail
from workflow.publish.site.page_keys import BEGINNING
from workflow.publish.web.rendering import Renderer
from workflow.workspace.settings import PodcastSettings


class Desk:
    """Makes pages from cards. `surroundings` is a key of everything that all pages depend on.

    `links` lead to people's own pages elsewhere, by their names. `languages` are those in which
    something is on the web, `tongues` those in which pages are made: an article that was withdrawn
    leaves one. `targets` are the languages of the settings: the first of them that is there is what
    pages for readers of any language speak.
    """

    def __init__(
        self,
        index: SiteIndex,
        site: Site,
        renderer: Renderer,
        surroundings: str,
        *,
        links: Mapping[str, str] | None = None,
        podcast: PodcastSettings | None = None,
        targets: Sequence[str] = (),
        draft: bool = False,
    ) -> None:
        self.index, self.site, self.draft = index, site, draft
        self.links, self.podcast = links or {}, podcast or PodcastSettings()
        self._renderer, self._surroundings = renderer, surroundings
        self.languages = tuple(index.lists.languages())
        self.tongues = tuple(sorted({*self.languages, *index.stub_languages()}))
        self._targets = tuple(targets)

    @property
    def first_language(self) -> str | None:
        """The language of the pages that all readers come to, None where nothing is published."""
        there = self.languages or self.tongues
        return next((tag for tag in (*self._targets, *there) if tag in there), None)

    @property
    def all_languages(self) -> str:
        """A key of all languages: when they change, all pages do, for they name each other."""
        return f"{' '.join(self.languages)} / {' '.join(self.tongues)}"

    def key(self, *things: object) -> str:
        """Return the key of a page that is made from `things`, which must all have a `repr`."""
        content = repr((self._surroundings, self.languages, self.draft, things))
        return hashlib.sha256(content.encode()).hexdigest()[:32]

    def file(
        self, path: str, made_from: object, make: Callable[[], bytes], *, since: str = BEGINNING
    ) -> Page:
        """Return a file that no template makes."""
        return Page(path, self.key(path, made_from), make, since)

    def page(
        self,
        template: str,
        path: str,
        language: str,
        made_from: object,
        values: Callable[[], Mapping[str, object]],
        *,
        twins: Mapping[str, str] | None = None,
        root: str | None = None,
        since: str = BEGINNING,
    ) -> Page:
        """Return a page that the template `web/<template>.html` makes of `values`.

        `twins` are the paths of the same page in other languages, by their tags.
        """

        def make() -> bytes:
            content = {**self._around(path, language, twins or {}), **values()}
            if root is not None:
                content["root"] = root
            return self._renderer.page(
                f"web/{template}.html",
                path,
                self.site,
                labels(language),
                content,
                draft=self.draft,
            )

        return Page(path, self.key(template, path, made_from, twins), make, since)

    def address(self, path: str) -> str | None:
        """Return the address of a page on the web, None for a draft or without a site."""
        return web_address(self.site.url, path) if self.site.url and not self.draft else None

    def has_feeds(self) -> bool:
        """Tell whether feeds can be made: all their addresses are whole."""
        return self.site.url is not None and not self.draft

    def feed(
        self,
        name: str,
        language: str,
        rows: Sequence[Row],
        render: Callable[["Desk", str, list[Card]], bytes],
    ) -> Iterator[Page]:
        """Yield a file of the newest articles, where there are any and feeds can be made."""
        if rows and self.has_feeds():
            yield self.file(
                f"{folder_of(language)}/{name}",
                rows,
                lambda: render(self, language, list(self.index.cards(language, rows))),
            )

    def switch(self, path: str, language: str) -> list[LanguageLink]:
        """Return the links from a page to the front page of every language."""
        return [
            LanguageLink(
                language=tag,
                direction=direction(tag),
                name=own_name(tag),
                href=f"{way_up(path)}{folder_of(tag)}/{PAGE}",
                current=tag == language,
            )
            for tag in self.languages
        ]

    def teasers(self, language: str, rows: Sequence[Row], path: str) -> list[Teaser]:
        """Return what the list at `path`, in that language, says of articles, in their order."""
        up = way_up(path).removesuffix("../")
        return [_teaser(card, up) for card in self.index.cards(language, rows)]

    def _around(self, path: str, language: str, twins: Mapping[str, str]) -> dict[str, object]:
        feed = f"{way_up(path)}{folder_of(language)}/{FEED}" if self.has_feeds() else None
        return {
            "canonical": self.address(path),
            "alternates": self._alternates(twins),
            "feed": feed if language in self.languages else None,
            "switch": self.switch(path, language),
        }

    def _alternates(self, twins: Mapping[str, str]) -> list[Alternate]:
        found = [(tag, self.address(path)) for tag, path in twins.items()]
        return [Alternate(hreflang=tag, url=url) for tag, url in found if url]


@cache
def written_day(iso: str, language: str) -> Dated:
    """Return an ISO 8601 date as readers write it."""
    return dated(date.fromisoformat(iso), language)


@cache
def _byline(authors: tuple[str, ...], language: str) -> Line:
    return people_line(labels(language), Label.BYLINE, authors)


def _teaser(card: Card, up: str) -> Teaser:
    folder = f"{up}{card.slug}/"
    cover = Thumbnail(href=f"{folder}media/{quote(card.cover)}", alt=card.alt)
    return Teaser(
        href=folder + PAGE,
        kind=card.kind,
        kicker=(Part(card.kicker),),
        title=card.title,
        summary=card.summary,
        byline=_byline(card.authors, card.language),
        date=written_day(card.date, card.language) if card.date else None,
        published=written_day(card.published[:10], card.language),
        picture=cover if card.cover else None,
        audible=bool(card.sounds),
    )
