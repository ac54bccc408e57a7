"""The newest articles of a language as an Atom feed (RFC 4287)."""

from collections.abc import Iterator
from typing import Any

from lxml import etree

from workflow.publish.addresses import FEED, PAGE, folder_of, web_address
from workflow.publish.site.batch import Page
from workflow.publish.site.card import Card
from workflow.publish.site.desk import Desk

COUNT = 30
"""How many articles a feed has."""
_ATOM = "http://www.w3.org/2005/Atom"
_NAMESPACES: dict[Any, str] = {None: _ATOM}
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def pages(desk: Desk, language: str) -> Iterator[Page]:
    """Yield the feed, where the address of the site is known."""
    yield from desk.feed(FEED, language, desk.index.lists.newest(language, COUNT), atom)


def atom(desk: Desk, language: str, cards: list[Card]) -> bytes:
    """Return the feed of these cards, which begin with the newest."""
    site = desk.site.url or ""
    home = web_address(site, f"{folder_of(language)}/{PAGE}")
    root = etree.Element(_tag("feed"), {_LANGUAGE: language}, nsmap=_NAMESPACES)
    _add(root, "id", home)
    _add(root, "title", desk.site.name)
    _add(root, "updated", max(card.modified for card in cards))
    own = web_address(site, f"{folder_of(language)}/{FEED}")
    etree.SubElement(root, _tag("link"), rel="self", type="application/atom+xml", href=own)
    etree.SubElement(root, _tag("link"), rel="alternate", hreflang=language, href=home)
    _add_people(root, "author", (desk.site.name,))
    root.extend(_entry(site, card) for card in cards)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)


def _entry(site: str, card: Card) -> etree._Element:
    entry = etree.Element(_tag("entry"), nsmap=_NAMESPACES)
    url = web_address(site, f"{folder_of(card.language, card.slug)}/{PAGE}")
    _add(entry, "id", card.lasting_id(site))
    _add(entry, "title", card.title)
    etree.SubElement(entry, _tag("link"), rel="alternate", hreflang=card.language, href=url)
    _add(entry, "published", card.published)
    _add(entry, "updated", card.modified)
    _add_people(entry, "author", card.authors)
    _add_people(entry, "contributor", card.translators)
    for topic in card.topics:
        etree.SubElement(entry, _tag("category"), term=topic)
    if card.summary:
        _add(entry, "summary", card.summary)
    return entry


def _add(parent: etree._Element, tag: str, text: str) -> None:
    etree.SubElement(parent, _tag(tag)).text = text


def _add_people(parent: etree._Element, tag: str, names: tuple[str, ...]) -> None:
    for name in names:
        _add(etree.SubElement(parent, _tag(tag)), "name", name)


def _tag(name: str) -> str:
    return f"{{{_ATOM}}}{name}"
