"""The sound that a page names or plays, and which episode of a podcast it is."""

import re
from typing import Any

from lxml.html import HtmlElement

from workflow.document import inline
from workflow.document.importing.links import web_address
from workflow.document.importing.structured_data import each, string
from workflow.document.source import ArticleKind, Audio, clock

_LENGTH = re.compile(r"PT(?:(\d{1,3})H)?(?:(\d{1,4})M)?(?:(\d{1,6})(?:\.\d+)?S)?")
"""A duration as in ISO 8601."""

_NUMBER = re.compile(r"\d{1,4}")


def about_episode(
    page: HtmlElement, data: dict[str, Any], title: str | None, base: str | None
) -> dict[str, Any]:
    """Return what is known of an episode, by the names of `About`'s fields.

    `data` is the page's own of schema.org, `title` its title, relative addresses start from `base`.
    """
    known: dict[str, Any] = {"audio": _audio(page, data, title, base)}
    if "PodcastEpisode" in each(data.get("@type")):
        known["kind"] = ArticleKind.PODCAST
        known["episode"] = _number(data.get("episodeNumber"))
        season = data.get("partOfSeason")
        known["season"] = _number(season.get("seasonNumber")) if isinstance(season, dict) else None
    return known


def _number(value: object) -> int | None:
    match = _NUMBER.fullmatch(str(value))
    return int(match[0]) if match else None


def _audio(
    page: HtmlElement, data: dict[str, Any], title: str | None, base: str | None
) -> tuple[Audio, ...]:
    """Return the sound that the page names or plays, by the page's title."""
    for media in each(data.get("associatedMedia") or data.get("audio")):
        url = web_address(string(media.get("contentUrl")), base) if isinstance(media, dict) else ""
        if url and title:
            length = _LENGTH.fullmatch(string(media.get("duration")) or "")
            kind = string(media.get("encodingFormat"))
            written = _written(*length.groups()) if length else None
            return (Audio(title=inline.escape(title), url=url, duration=written, type=kind),)
    players = [node for node in page.iter("audio", "source") if _plays_sound(node)]
    found = {web_address(node.get("src"), base): node.get("type") for node in players}
    return tuple(
        Audio(title=inline.escape(title or ""), url=url, type=kind)
        for url, kind in found.items()
        if url and title
    )


def _written(hours: str | None, minutes: str | None, seconds: str | None) -> str:
    return clock(int(hours or 0) * 3600 + int(minutes or 0) * 60 + int(seconds or 0))


def _plays_sound(node: HtmlElement) -> bool:
    parent = node.getparent()
    return node.tag == "audio" or (parent is not None and parent.tag == "audio")
