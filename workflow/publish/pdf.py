"""An article as a tagged PDF. WeasyPrint makes it, which is installed apart."""

from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from workflow.errors import MissingPart
from workflow.publish.addresses import folder_of
from workflow.publish.article import PublishedArticle
from workflow.publish.media import media_content, media_type
from workflow.publish.output import OutputFile
from workflow.publish.web.html import HtmlWriter, media_url
from workflow.publish.web.rendering import Renderer
from workflow.workspace.templates import find_template

_BASE = "media-of-the-article:/"
"""What relative addresses are below; nobody but `_fetcher` can read it."""


class PortableDocument:
    """The output `pdf`: `<slug>.pdf`, PDF/UA-1."""

    def __init__(self, templates: Path | None = None) -> None:
        self._weasyprint = _weasyprint()
        self._templates = templates
        self._renderer = Renderer(templates, HtmlWriter(_address))

    def files(self, article: PublishedArticle, media: Path) -> Iterator[OutputFile]:
        """Yield the PDF. See `Output`."""
        path = f"{folder_of(article.language, article.slug)}/{article.slug}.pdf"
        page = self._renderer.page(
            self._renderer.template("pdf", article.kind),
            path,
            article.site,
            article.labels,
            {"article": article},
            draft=article.draft,
        )
        yield OutputFile(path, self._printed(page.decode(), media))

    def _printed(self, page: str, media: Path) -> bytes:
        fetch = _fetcher(media)
        document = self._weasyprint.HTML(string=page, base_url=_BASE, url_fetcher=fetch)
        style = find_template("pdf/style.css", self._templates)
        sheets = []
        if style is not None:
            text = style.read_text(encoding="utf-8")
            sheets = [self._weasyprint.CSS(string=text, base_url=_BASE, url_fetcher=fetch)]
        made: bytes = document.write_pdf(stylesheets=sheets, pdf_variant="pdf/ua-1")
        return made


def _weasyprint() -> Any:
    try:
        return import_module("weasyprint")
    except (ImportError, OSError) as error:
        raise MissingPart(
            f"a PDF needs WeasyPrint, which cannot be used here ({error})",
            hint="Install it: pip install 'newsroom-workflow[pdf]'. It needs Pango: "
            "https://doc.courtbouillon.org/weasyprint/stable/first_steps.html",
        ) from None


def _address(name: str) -> str | None:
    """Return the address of a picture; paper plays no sound, and a file beside it is not there."""
    return media_url(name) if media_type(name).startswith("image/") else None


def _fetcher(media: Path) -> Callable[..., dict[str, Any]]:
    """Return what reads an address for WeasyPrint: a picture of the article, and nothing else."""

    def fetch(url: str) -> dict[str, Any]:
        parts = urlsplit(url)
        folder, _slash, name = unquote(parts.path).lstrip("/").partition("/")
        if parts.scheme != urlsplit(_BASE).scheme or folder != "media":
            raise ValueError(f"{url} is not a picture of the article")
        content = media_content(media, name)
        data = content if isinstance(content, bytes) else content.read_bytes()
        return {"string": data, "mime_type": media_type(name)}

    return fetch
