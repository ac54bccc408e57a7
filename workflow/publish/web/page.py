"""One article as a web page, with the media that it shows."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from workflow.language.slug import slug as slug_of
from workflow.publish.addresses import CHAPTERS, FEED, PAGE, PEOPLE, TOPICS, folder_of, page_url
from workflow.publish.article import PublishedArticle
from workflow.publish.blocks import words_of
from workflow.publish.media import media_files
from workflow.publish.output import OutputFile
from workflow.publish.pictures.size import Size, picture_size
from workflow.publish.site.model import Alternate, PersonLink, TopicLink
from workflow.publish.web.alternates import alternates
from workflow.publish.web.rendering import Renderer
from workflow.publish.web.structured_data import json_ld


@dataclass(frozen=True, kw_only=True)
class VersionLink:
    """A published version: a relative `href`, and its `url` where the site has an address."""

    language: str
    direction: str
    name: str
    original: bool
    href: str
    url: str | None


class WebPage:
    """The output `web`: `index.html`, the article's media, and the chapters of an episode."""

    def __init__(self, templates: Path | None = None) -> None:
        self._renderer = Renderer(templates)

    def files(self, article: PublishedArticle, media: Path) -> Iterator[OutputFile]:
        """Yield the page and what belongs to it. See `Output`."""
        folder = folder_of(article.language, article.slug)
        path = f"{folder}/{PAGE}"
        shown = list(media_files(article, media))
        values = {
            "article": article,
            "sizes": _sizes(article.media, shown),
            "canonical": None if article.draft else _url(article, article.language),
            "alternates": [] if article.draft else _alternates(article),
            "feed": f"../{FEED}" if article.site.url and not article.draft else None,
            "versions": [] if article.draft else _versions(article),
            "topics": _topics(article),
            "people": _people(article),
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
        if article.parts:
            yield OutputFile(f"{folder}/{CHAPTERS}", _chapters(article))
        yield from shown


def _sizes(names: Iterable[str], files: Iterable[OutputFile]) -> dict[str, Size]:
    """Return the sizes of pictures by their names, of those that are known."""
    contents = {
        name: file.content
        for name, file in zip(names, files, strict=True)
        if isinstance(file.content, bytes)
    }
    sizes = ((name, picture_size(content)) for name, content in contents.items())
    return {name: size for name, size in sizes if size}


def _url(article: PublishedArticle, language: str) -> str | None:
    return page_url(article.site.url, language, article.slug)


def _alternates(article: PublishedArticle) -> list[Alternate]:
    found = ((version.language, _url(article, version.language)) for version in article.versions)
    return alternates({language: url for language, url in found if url})


def _versions(article: PublishedArticle) -> list[VersionLink]:
    return [
        VersionLink(
            language=version.language,
            direction=version.direction,
            name=version.name,
            original=version.original,
            href=f"../../{folder_of(version.language, article.slug)}/{PAGE}",
            url=_url(article, version.language),
        )
        for version in article.versions
    ]


def _topics(article: PublishedArticle) -> list[TopicLink]:
    return [TopicLink(name=tag, href=_way(article, TOPICS, tag)) for tag in article.tags]


def _people(article: PublishedArticle) -> list[PersonLink]:
    """Return the authors, then the translators; who is both is there once."""
    roles: dict[str, list[str]] = {}
    for role, names in (
        ("author", article.facts.authors),
        ("translator", article.facts.translators),
    ):
        for name in names:
            roles.setdefault(name, []).append(role)
    return [
        PersonLink(name=name, roles=tuple(found), href=_way(article, PEOPLE, name))
        for name, found in roles.items()
    ]


def _way(article: PublishedArticle, folder: str, name: str) -> str | None:
    """Return the way to the site's page of a topic or a person; a draft is on no site."""
    return None if article.draft else _way_from_article(folder, name)


@lru_cache(maxsize=1 << 12)
def _way_from_article(folder: str, name: str) -> str:
    return f"../{folder}/{slug_of(name)}/{PAGE}"


def _chapters(article: PublishedArticle) -> bytes:
    """Return the parts of an episode as podcast apps read them.

    The format: https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/
    chapters/jsonChapters.md.
    """
    chapters = [{"startTime": part.start, "title": words_of(part.title)} for part in article.parts]
    content = {"version": "1.2.0", "chapters": chapters}
    return f"{json.dumps(content, ensure_ascii=False, indent=1)}\n".encode()
