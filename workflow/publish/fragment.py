"""An article as HTML to paste into a CMS: no page around it, no style, no script."""

import re
from collections.abc import Iterator
from pathlib import Path

from workflow.publish.addresses import folder_of, page_url
from workflow.publish.article import PublishedArticle
from workflow.publish.media import media_files
from workflow.publish.output import OutputFile
from workflow.publish.web.rendering import Renderer

_TAG = re.compile(r"(<[^>]*>)")
_BRACKETS = {ord("["): "&#91;", ord("]"): "&#93;"}


class Fragment:
    """The output `fragment`: `<slug>.fragment.html`, with the article's media beside it."""

    def __init__(self, templates: Path | None = None) -> None:
        self._renderer = Renderer(templates)

    def files(self, article: PublishedArticle, media: Path) -> Iterator[OutputFile]:
        """Yield the fragment and its media. See `Output`."""
        folder = folder_of(article.language, article.slug)
        yield OutputFile(f"{folder}/{article.slug}.fragment.html", self.html(article).encode())
        yield from media_files(article, media)

    def html(self, article: PublishedArticle) -> str:
        """Return the fragment; media have addresses on the site, where the site has one."""
        path = f"{folder_of(article.language, article.slug)}/{article.slug}.fragment.html"
        template = self._renderer.template("fragment", article.kind)
        values = {"article": article}
        page = self._renderer.page(
            template, path, article.site, article.labels, values, draft=article.draft
        )
        base = page_url(article.site.url, article.language, article.slug) or ""
        return _inert(page.decode()).replace('="media/', f'="{base}media/')


def _inert(html: str) -> str:
    """Return HTML that says the same and in which a CMS finds nothing to carry out.

    WordPress takes words in square brackets for commands, in attributes too, and replaces an
    address that is a paragraph of its own by what stands there. Character references stop both.
    """
    pieces = _TAG.split(html)
    pieces[::2] = [text.replace("://", "&#58;//") for text in pieces[::2]]
    return "".join(pieces).translate(_BRACKETS)
