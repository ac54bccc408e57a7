"""One article as a web page, with the media that it shows."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from workflow.publish.addresses import PAGE, folder_of, page_url
from workflow.publish.article import PublishedArticle
from workflow.publish.media import media_files
from workflow.publish.output import OutputFile
from workflow.publish.web.rendering import Renderer
from workflow.publish.web.structured_data import json_ld


@dataclass(frozen=True, kw_only=True)
class VersionLink:
    """A published translation: a relative `href`, and its `url` where the site has an address."""

    language: str
    direction: str
    name: str
    href: str
    url: str | None


class WebPage:
    """The output `web`: `index.html` and the article's media."""

    def __init__(self, templates: Path | None = None) -> None:
        self._renderer = Renderer(templates)

    def files(self, article: PublishedArticle, media: Path) -> Iterator[OutputFile]:
        """Yield the page and its media. See `Output`."""
        folder = folder_of(article.language, article.slug)
        path = f"{folder}/{PAGE}"
        values = {
            "article": article,
            "canonical": None if article.draft else _url(article, article.language),
            "versions": [] if article.draft else _versions(article),
            "json_ld": json_ld(article),
        }
        page = self._renderer.page(
            self._renderer.template("web", article.kind),
            path,
            article.site,
            article.labels,
            values,
            draft=article.draft,
        )
        yield OutputFile(path, page)
        yield from media_files(article, media)


def _url(article: PublishedArticle, language: str) -> str | None:
    return page_url(article.site.url, language, article.slug)


def _versions(article: PublishedArticle) -> list[VersionLink]:
    return [
        VersionLink(
            language=version.language,
            direction=version.direction,
            name=version.name,
            href=f"../../{folder_of(version.language, article.slug)}/{PAGE}",
            url=_url(article, version.language),
        )
        for version in article.versions
    ]
