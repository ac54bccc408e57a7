"""An import file for WordPress: the post with its topics, language, credits and pictures.

WXR 1.2 is RSS 2.0 with elements of WordPress's own; what they mean is what its importer
(https://wordpress.org/plugins/wordpress-importer/) makes of them.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time
from email.utils import format_datetime
from pathlib import Path, PurePosixPath
from zlib import crc32

from lxml import etree

from workflow.errors import InputError
from workflow.publish.addresses import folder_of, page_url
from workflow.publish.article import PublishedArticle
from workflow.publish.blocks import pictures_in
from workflow.publish.fragment import Fragment
from workflow.publish.line import plain
from workflow.publish.media import media_files
from workflow.publish.output import OutputFile
from workflow.publish.web.html import media_url

_WP = "http://wordpress.org/export/1.2/"
_EXCERPT = "http://wordpress.org/export/1.2/excerpt/"
_CONTENT = "http://purl.org/rss/1.0/modules/content/"
_DC = "http://purl.org/dc/elements/1.1/"
_NAMESPACES = {"wp": _WP, "excerpt": _EXCERPT, "content": _CONTENT, "dc": _DC}
_LONG_AGO = date(2000, 1, 1)
_SERIALIZED = re.compile(r"\A\s*(?:[abdisCEOrR]:|N;)")


class WordPressImport:
    """The output `wxr`: `<slug>.wordpress.xml`. WordPress fetches the media from the site."""

    def __init__(self, templates: Path | None = None) -> None:
        self._fragment = Fragment(templates)

    def files(self, article: PublishedArticle, media: Path) -> Iterator[OutputFile]:
        """Yield the import file and the media. See `Output`.

        Raises InputError for an article with media whose site has no address.
        """
        if article.media and article.site.url is None:
            raise InputError(
                "the WordPress file needs the address of your site: WordPress fetches the "
                "pictures and sounds from there",
                hint="Set `url` under [workspace] in workflow.toml.",
            )
        path = f"{folder_of(article.language, article.slug)}/{article.slug}.wordpress.xml"
        yield OutputFile(path, _document(article, self._fragment.html(_without_cover(article))))
        yield from media_files(article, media)


def _without_cover(article: PublishedArticle) -> PublishedArticle:
    """Return an article for the text of a post: a theme shows its cover above, but not the credit.

    The credit becomes the first of the notes, so that no theme can leave it out.
    """
    credit = (article.cover.credit,) if article.cover and article.cover.credit else ()
    return replace(article, cover=None, notes=(*credit, *article.notes))


def _document(article: PublishedArticle, content: str) -> bytes:
    root = etree.Element("rss", nsmap=_NAMESPACES, version="2.0")
    channel = etree.SubElement(root, "channel")
    _add(channel, "title", article.site.name)
    _add(channel, "link", article.site.url or "")
    _add(channel, "language", article.language)
    _add(channel, f"{{{_WP}}}wxr_version", "1.2")
    _add(channel, f"{{{_WP}}}base_site_url", article.site.url or "")
    channel.append(_post(article, content))
    described = {picture.path: picture.alt for picture in pictures_in(article.body)}
    if article.cover:
        described[article.cover.path] = article.cover.alt
    channel.extend(_attachment(article, name, described.get(name, "")) for name in article.media)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)


def _post(article: PublishedArticle, content: str) -> etree._Element:
    item = _item(article, article.slug, article.title_text, "post")
    _add(item, f"{{{_WP}}}status", "draft" if article.draft else "publish")
    _add(item, f"{{{_CONTENT}}}encoded", content)
    _add(item, f"{{{_EXCERPT}}}encoded", article.summary_text)
    _add_term(item, "category", article.kind, plain(article.kicker))
    _add_term(item, "language", article.language.lower(), article.language)
    for tag in article.tags:
        _add_term(item, "post_tag", tag.lower().replace(" ", "-"), tag)
    _add_field(item, "source_url", article.facts.source_url or "")
    _add_field(item, "source_language", article.facts.source_language)
    _add_field(item, "authors", ", ".join(article.facts.authors))
    _add_field(item, "translators", ", ".join(article.facts.translators))
    if article.cover:
        _add_field(item, "_thumbnail_id", _number(article, article.cover.path))
    return item


def _attachment(article: PublishedArticle, name: str, alt: str) -> etree._Element:
    item = _item(article, name, PurePosixPath(name).stem, "attachment")
    _add(item, f"{{{_WP}}}status", "inherit")
    _add(item, f"{{{_WP}}}post_parent", _number(article, article.slug))
    site = page_url(article.site.url, article.language, article.slug)
    _add(item, f"{{{_WP}}}attachment_url", f"{site}{media_url(name)}")
    _add_field(item, "_wp_attachment_image_alt", alt)
    return item


def _item(article: PublishedArticle, key: str, title: str, kind: str) -> etree._Element:
    """Return what posts and attachments have in common."""
    published = datetime.combine(article.facts.published or _LONG_AGO, time(), UTC)
    item = etree.Element("item", nsmap=_NAMESPACES)
    _add(item, "title", title)
    _add(item, "pubDate", format_datetime(published))
    _add(item, f"{{{_DC}}}creator", article.site.name)
    _add(item, f"{{{_WP}}}post_id", _number(article, key))
    _add(item, f"{{{_WP}}}post_date", f"{published:%Y-%m-%d %H:%M:%S}")
    _add(item, f"{{{_WP}}}post_date_gmt", f"{published:%Y-%m-%d %H:%M:%S}")
    _add(item, f"{{{_WP}}}post_type", kind)
    if kind == "post":
        _add(item, f"{{{_WP}}}post_name", f"{article.slug}-{article.language.lower()}")
    return item


def _number(article: PublishedArticle, key: str) -> str:
    """Return the number by which the items of a file refer to one another."""
    return str(crc32(f"{article.language}/{article.slug}/{key}".encode()) & 0x7FFFFFFF)


def _add(parent: etree._Element, tag: str, text: str) -> None:
    etree.SubElement(parent, tag).text = text


def _add_term(item: etree._Element, domain: str, nicename: str, name: str) -> None:
    etree.SubElement(item, "category", domain=domain, nicename=nicename).text = name


def _add_field(item: etree._Element, key: str, value: str) -> None:
    """Add a custom field of the post, where there is something to say.

    WordPress takes a value that looks like serialized PHP for an object to be made; an invisible
    character in front of it (a word joiner) keeps it a text.
    """
    if value:
        value = _SERIALIZED.sub("\u2060\\g<0>", value)
        meta = etree.SubElement(item, f"{{{_WP}}}postmeta")
        _add(meta, f"{{{_WP}}}meta_key", key)
        _add(meta, f"{{{_WP}}}meta_value", value)
