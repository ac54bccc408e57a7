"""What search engines are told of: every page with its versions in other languages.

The format: https://www.sitemaps.org/protocol.html, with `xhtml:link` for the languages.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from lxml import etree

from workflow.publish.addresses import PAGE, folder_of, web_address
from workflow.publish.site import front
from workflow.publish.site.batch import Batch, Page
from workflow.publish.site.desk import Desk
from workflow.publish.site.listing import batch_of
from workflow.publish.site.lists import ALL
from workflow.publish.site.page_keys import Span
from workflow.publish.site.scope import Scope
from workflow.publish.site.sheets import Sheet
from workflow.publish.web.alternates import alternates

PATH, FOLDER, ROBOTS = "sitemap.xml", "sitemaps", "robots.txt"
REACH = 50
"""The least number of articles that a file lists; most list about 100 (50,000 is the limit)."""
_FRONTS, _NEWEST = "fronts", "newest"
_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"
_NAMESPACES: dict[Any, str] = {None: _SITEMAP, "xhtml": _XHTML}


def pages(desk: Desk) -> Iterator[Page]:
    """Yield the list of front pages, and `robots.txt`, which leads to the site map."""
    if not desk.has_feeds():
        return
    site = desk.site.url or ""
    yield desk.file(_path(_FRONTS), None, partial(_fronts, site, front.twins(desk)))
    robots = f"User-agent: *\nAllow: /\nSitemap: {web_address(site, PATH)}\n"
    yield desk.file(ROBOTS, robots, robots.encode)


def batches(desk: Desk, scope: Scope) -> Iterator[Batch]:
    """Yield the files that list articles."""
    if not desk.has_feeds():
        return

    def page(sheet: Sheet) -> Page:
        make = partial(_articles, desk, sheet)
        return desk.file(_path(sheet.name or _NEWEST), sheet.key, make, since=sheet.since)

    for run in scope.runs(ALL, REACH):
        yield batch_of(FOLDER, run, page)


def contents(desk: Desk) -> Iterator[Batch]:
    """Yield the site map itself, which lists all other files, once the index knows them."""
    if desk.has_feeds():
        site, names = desk.site.url or "", [_path(_FRONTS), *desk.index.page_keys.of(Span(FOLDER))]
        yield Batch(Span(PATH), [desk.file(PATH, names, partial(_index, site, names))])


def _path(name: str) -> str:
    return f"{FOLDER}/{name}.xml"


def _index(site: str, names: Iterable[str]) -> bytes:
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


def _articles(desk: Desk, sheet: Sheet) -> bytes:
    site = desk.site.url or ""
    root = etree.Element(_tag("urlset"), nsmap=_NAMESPACES)
    for row in sheet.rows:
        modified = desk.index.versions(row)
        addresses = {
            tag: web_address(site, f"{folder_of(tag, row.slug)}/{PAGE}") for tag in modified
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
