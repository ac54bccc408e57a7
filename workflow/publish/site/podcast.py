"""The episodes of a language as a podcast: RSS 2.0 with the tags that apps and directories read.

Apple: https://podcasters.apple.com/support/823-podcast-requirements. Podcasting 2.0:
https://podcasting2.org/docs/podcast-namespace.
"""

import uuid
from collections.abc import Iterator
from datetime import datetime
from pathlib import PurePosixPath
from urllib.parse import quote

from lxml import etree

from workflow.publish.addresses import CHAPTERS, PAGE, PODCAST, folder_of, web_address
from workflow.publish.site.batch import Page
from workflow.publish.site.card import Card
from workflow.publish.site.desk import Desk
from workflow.publish.site.lists import AUDIBLE

_ATOM = "http://www.w3.org/2005/Atom"
_ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd"
_PODCAST = "https://podcastindex.org/namespace/1.0"
_GUIDS = uuid.UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")
"""The namespace of podcasts' ids, as the tag `guid` of Podcasting 2.0 says."""
_COUNT = 300
"""How many episodes the feed has; apps show the older ones from what they have kept."""
_UNKNOWN_TYPE = "audio/mpeg"


def pages(desk: Desk, language: str) -> Iterator[Page]:
    """Yield the feed, where something can be heard and the address of the site is known."""
    rows = desk.index.lists.newest(f"{language}/{AUDIBLE}", _COUNT)
    yield from desk.feed(PODCAST, language, rows, rss)


def rss(desk: Desk, language: str, cards: list[Card]) -> bytes:
    """Return the feed of these cards, which begin with the newest; each has a sound."""
    site = desk.site.url or ""
    own = web_address(site, f"{folder_of(language)}/{PODCAST}")
    root = etree.Element(
        "rss", nsmap={"atom": _ATOM, "itunes": _ITUNES, "podcast": _PODCAST}, version="2.0"
    )
    channel = etree.SubElement(root, "channel")
    _add(channel, "title", desk.site.name)
    _add(channel, "link", web_address(site, f"{folder_of(language)}/{PAGE}"))
    etree.SubElement(channel, f"{{{_ATOM}}}link", rel="self", type="application/rss+xml", href=own)
    _add(channel, "description", desk.site.name)
    _add(channel, "language", language)
    _add(channel, "lastBuildDate", _rfc822(max(card.modified for card in cards)))
    _add(channel, f"{{{_ITUNES}}}author", desk.site.name)
    _add_category(channel, desk.podcast.category)
    _add_owner(channel, desk)
    _add(channel, f"{{{_ITUNES}}}explicit", _truth(desk.podcast.explicit))
    _add(channel, f"{{{_ITUNES}}}type", "episodic")
    if desk.podcast.cover:
        href = web_address(site, cover_path(desk.podcast.cover))
        etree.SubElement(channel, f"{{{_ITUNES}}}image", href=href)
    else:
        _add_picture(channel, site, next((card for card in cards if card.cover), None))
    _add(channel, f"{{{_PODCAST}}}guid", str(uuid.uuid5(_GUIDS, own.partition("://")[2])))
    _add(channel, f"{{{_PODCAST}}}medium", "podcast")
    for card in cards:
        channel.extend(_item(desk, card, number) for number in range(len(card.sounds)))
    return etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)


def cover_path(name: str) -> str:
    """Return where the podcast's own picture stands below `public/`."""
    return f"assets/podcast{PurePosixPath(name).suffix}"


def _item(desk: Desk, card: Card, number: int) -> etree._Element:
    site, sound = desk.site.url or "", card.sounds[number]
    item = etree.Element("item", nsmap={"itunes": _ITUNES, "podcast": _PODCAST})
    page = web_address(site, f"{folder_of(card.language, card.slug)}/{PAGE}")
    address = f"{page}media/{quote(sound.path)}" if sound.path else sound.url
    _add(item, "title", card.title if len(card.sounds) == 1 else f"{card.title}: {sound.title}")
    _add(item, "link", page)
    etree.SubElement(item, "guid", isPermaLink="false").text = card.lasting_id(site, f"{number}")
    _add(item, "pubDate", _rfc822(card.published))
    _add(item, "description", card.summary or card.title)
    if address:
        etree.SubElement(
            item,
            "enclosure",
            url=address,
            length=str(sound.size),
            type=sound.type or _UNKNOWN_TYPE,
        )
    _add(item, f"{{{_ITUNES}}}explicit", _truth(desk.podcast.explicit))
    if sound.duration:
        _add(item, f"{{{_ITUNES}}}duration", sound.duration)
    for tag, count in (("season", card.season), ("episode", card.episode)):
        if count is not None:
            _add(item, f"{{{_ITUNES}}}{tag}", str(count))
            _add(item, f"{{{_PODCAST}}}{tag}", str(count))
    _add_picture(item, site, card if card.cover else None)
    for name in card.participants:
        _add(item, f"{{{_PODCAST}}}person", name)
    if card.chapters:
        etree.SubElement(
            item,
            f"{{{_PODCAST}}}chapters",
            url=f"{page}{CHAPTERS}",
            type="application/json+chapters",
        )
    from workflow.publish.subtitles import MEDIA_TYPES

    for name in card.transcripts:
        etree.SubElement(
            item,
            f"{{{_PODCAST}}}transcript",
            url=f"{page}{card.slug}.{name}",
            type=MEDIA_TYPES[name],
            language=card.language,
            rel="captions",
        )
    etree.SubElement(
        item, f"{{{_PODCAST}}}transcript", url=page, type="text/html", language=card.language
    )
    return item


def _add(parent: etree._Element, tag: str, text: str) -> None:
    etree.SubElement(parent, tag).text = text


def _add_category(channel: etree._Element, category: str) -> None:
    parent = channel
    for name in category.split(" > "):
        parent = etree.SubElement(parent, f"{{{_ITUNES}}}category", text=name)


def _add_owner(channel: etree._Element, desk: Desk) -> None:
    if desk.podcast.email:
        owner = etree.SubElement(channel, f"{{{_ITUNES}}}owner")
        _add(owner, f"{{{_ITUNES}}}name", desk.podcast.owner or desk.site.name)
        _add(owner, f"{{{_ITUNES}}}email", desk.podcast.email)


def _truth(value: bool) -> str:
    return "true" if value else "false"


def _add_picture(parent: etree._Element, site: str, card: Card | None) -> None:
    if card:
        page = web_address(site, f"{folder_of(card.language, card.slug)}/{PAGE}")
        etree.SubElement(parent, f"{{{_ITUNES}}}image", href=f"{page}media/{quote(card.cover)}")


def _rfc822(moment: str) -> str:
    from email.utils import format_datetime

    return format_datetime(datetime.fromisoformat(moment))
