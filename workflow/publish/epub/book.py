"""A book as a zip file: chapters, contents, credits, pictures, and the package that lists them."""

import io
import uuid
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from workflow.publish.addresses import folder_of, page_url
from workflow.publish.article import PublishedArticle
from workflow.publish.collection import Collection, Entry
from workflow.publish.epub.package import Item, Package, container_document, package_document
from workflow.publish.epub.xhtml import to_xhtml
from workflow.publish.labels.label import Label
from workflow.publish.media import media_content, media_type
from workflow.publish.output import OutputFile
from workflow.publish.web.html import HtmlWriter, media_url
from workflow.publish.web.rendering import Renderer
from workflow.workspace.templates import find_template

_CORE_TYPES = frozenset(
    {"image/jpeg", "image/png", "image/gif", "image/webp", "audio/mpeg", "audio/mp4"}
)
"""EPUB 3.3, Core Media Types: what every reading system shows."""
_MIMETYPE = "application/epub+zip"
_XHTML = "application/xhtml+xml"
_EPOCH = (1980, 1, 1, 0, 0, 0)
_FOLDER = "EPUB"
_CONTENTS, _CREDITS, _STYLE, _PACKAGE = "nav.xhtml", "credits.xhtml", "style.css", "package.opf"


class ElectronicBook:
    """The output `epub`: `<slug>.epub`, EPUB 3."""

    def __init__(self, templates: Path | None = None) -> None:
        self._templates = templates
        self._renderer = Renderer(templates, HtmlWriter(_address))

    def files(self, article: PublishedArticle, media: Path) -> Iterator[OutputFile]:
        """Yield the book. See `Output`."""
        book = Collection(title=article.title_text, entries=(Entry(article=article, media=media),))
        path = f"{folder_of(article.language, article.slug)}/{article.slug}.epub"
        yield OutputFile(path, self.bound(book))

    def bound(self, collection: Collection) -> bytes:
        """Return a book; one of several articles has a page of credits. See `Binder`."""
        items = list(self._items(collection))
        package = _package(collection, items)
        parts = {
            "META-INF/container.xml": container_document(f"{_FOLDER}/{_PACKAGE}"),
            f"{_FOLDER}/{_PACKAGE}": package_document(package),
        }
        parts |= {f"{_FOLDER}/{item.file}": item.content for item in items}
        return _zipped(parts)

    def _items(self, collection: Collection) -> Iterator[Item]:
        several = len(collection.entries) > 1
        yield self._contents(collection, several=several)
        for entry in collection.entries:
            yield from self._chapter(entry, several=several)
        if several and any(article.credits for article in collection.articles):
            values = {"articles": collection.articles}
            page = self._page("epub/credits.html", _CREDITS, collection, values)
            yield Item(file=_CREDITS, type=_XHTML, content=page, in_spine=True)
        style = find_template("epub/style.css", self._templates)
        if style is not None:
            yield Item(file=_STYLE, type="text/css", content=style.read_bytes())

    def _contents(self, collection: Collection, *, several: bool) -> Item:
        chapters = [
            {"file": f"{article.slug}.xhtml", "title": article.title_text}
            for article in collection.articles
        ]
        if several and any(article.credits for article in collection.articles):
            title = collection.labels.text(Label.CREDITS)
            chapters.append({"file": _CREDITS, "title": title})
        values = {"title": collection.title, "chapters": chapters}
        page = self._page("epub/contents.html", _CONTENTS, collection, values)
        return Item(
            file=_CONTENTS, type=_XHTML, content=page, properties=("nav",), in_spine=several
        )

    def _page(
        self, template: str, path: str, collection: Collection, values: Mapping[str, object]
    ) -> bytes:
        labels = collection.labels
        return to_xhtml(self._renderer.page(template, path, collection.site, labels, values))

    def _chapter(self, entry: Entry, *, several: bool) -> Iterator[Item]:
        article, file = entry.article, f"{entry.article.slug}.xhtml"
        page = self._renderer.page(
            self._renderer.template("epub", article.kind),
            file,
            article.site,
            article.labels,
            {"article": article, "collected": several},
            draft=article.draft,
        ).decode()
        for number, name in enumerate(filter(_is_shown, article.media), start=1):
            path = f"media/{article.slug}-{number}{PurePosixPath(name).suffix.lower()}"
            page = page.replace(f'="{media_url(name)}"', f'="{path}"')
            content = media_content(entry.media, name)
            yield Item(
                file=path,
                type=media_type(name),
                content=content if isinstance(content, bytes) else content.read_bytes(),
                properties=("cover-image",) if _is_cover(article, name) and not several else (),
            )
        yield Item(file=file, type=_XHTML, content=to_xhtml(page.encode()), in_spine=True)


def _is_shown(name: str) -> bool:
    return media_type(name) in _CORE_TYPES


def _address(name: str) -> str | None:
    return media_url(name) if _is_shown(name) else None


def _is_cover(article: PublishedArticle, name: str) -> bool:
    return article.cover is not None and article.cover.path == name


def _package(collection: Collection, items: list[Item]) -> Package:
    facts = [article.facts for article in collection.articles]
    site = collection.site
    place = page_url(site.url, collection.language, "+".join(a.slug for a in collection.articles))
    days = [day for fact in facts for day in (fact.published, fact.modified) if day]
    return Package(
        identifier=uuid.uuid5(uuid.NAMESPACE_URL, place or f"{site.name}/{collection.title}").urn,
        title=collection.title,
        language=collection.language,
        direction=collection.direction,
        creators=tuple(dict.fromkeys(name for fact in facts for name in fact.authors)),
        translators=tuple(dict.fromkeys(name for fact in facts for name in fact.translators)),
        publisher=site.name,
        description=collection.articles[0].summary_text if len(facts) == 1 else "",
        subjects=tuple(dict.fromkeys(tag for a in collection.articles for tag in a.tags)),
        source=(facts[0].source_url or "") if len(facts) == 1 else "",
        published=min(days, default=None),
        modified=max(days, default=None),
        items=tuple(items),
    )


def _zipped(parts: dict[str, bytes]) -> bytes:
    """Return the zip file that OCF asks for: `mimetype` first, as it is; always the same bytes."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr(zipfile.ZipInfo("mimetype", _EPOCH), _MIMETYPE)
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return target.getvalue()
