"""What search engines are told of: every page with its versions in other languages.

The format: https://www.sitemaps.org/protocol.html, with `xhtml:link` for the languages.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from lxml import etree

from workflow.publish.addresses import PAGE, folder_of, web_address
from workflow.publish.site import front
from workflow.publish.site.desk import Desk, Page
from workflow.publish.web.alternates import alternates

PATH, FOLDER, ROBOTS = "sitemap.xml", "sitemaps", "robots.txt"
SIZE = 1000
"""How many articles one file lists; a file may have up to 50,000 addresses."""
_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"
_NAMESPACES: dict[Any, str] = {None: _SITEMAP, "xhtml": _XHTML}

Versions = Sequence[tuple[str, Mapping[str, str]]]


def pages(desk: Desk) -> Iterator[Page]:
    """Yield the site map, in files of so many articles, and `robots.txt`, which leads to it."""
    if not desk.has_feeds():
        return
    site = desk.site.url or ""
    versions = desk.index.versions()
    parts = [versions[at : at + SIZE] for at in range(0, len(versions), SIZE)]
    names = [f"{FOLDER}/{number}.xml" for number in range(len(parts) + 1)]
    yield desk.file(PATH, names, partial(_index, site, names))
    yield desk.file(names[0], None, partial(_fronts, site, front.twins(desk)))
    for name, part in zip(names[1:], parts, strict=True):
        yield desk.file(name, part, partial(_articles, site, part))
    robots = f"User-agent: *\nAllow: /\nSitemap: {web_address(site, PATH)}\n"
    yield desk.file(ROBOTS, robots, robots.encode)


def _index(site: str, names: Sequence[str]) -> bytes:
    root = etree.Element(_tag("sitemapindex"), nsmap=_NAMESPACES)
    for name in names:
        entry = etree.SubElement(root, _tag("sitemap"))
        etree.SubElement(entry, _tag("loc")).text = web_address(site, name)
    return _written(root)


def _fronts(site: str, paths: Mapping[str, str]) -> bytes:
    addresses = {tag: web_address(site, path) for tag, path in paths.items()}
    root = etree.Element(_tag("urlset"), nsmap=_NAMESPACES)
    for url in addresses.values():
        _add(root, url, "", addresses)
    return _written(root)


def _articles(site: str, versions: Versions) -> bytes:
    root = etree.Element(_tag("urlset"), nsmap=_NAMESPACES)
    for slug, modified in versions:
        addresses = {
            tag: web_address(site, f"{folder_of(tag, slug)}/{PAGE}") for tag in sorted(modified)
        }
        links = {each.hreflang: each.url for each in alternates(addresses)}
        for tag, url in addresses.items():
            _add(root, url, modified[tag], links)
    return _written(root)


def _add(root: etree._Element, url: str, modified: str, links: Mapping[str, str]) -> None:
    entry = etree.SubElement(root, _tag("url"))
    etree.SubElement(entry, _tag("loc")).text = url
    if modified:
        etree.SubElement(entry, _tag("lastmod")).text = modified
    for tag, other in links.items():
        link = f"{{{_XHTML}}}link"
        etree.SubElement(entry, link, rel="alternate", hreflang=tag, href=other)


def _written(root: etree._Element) -> bytes:
    return etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)


def _tag(name: str) -> str:
    return f"{{{_SITEMAP}}}{name}"
