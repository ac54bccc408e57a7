"""What a page says of its article in data for machines: schema.org's vocabulary as JSON-LD."""

import json
import re
from collections.abc import Iterator
from typing import Any

from lxml.html import HtmlElement

from workflow.document.importing.encoding import tidy

_ARTICLE_TYPES = re.compile(r"\w*Article|\w*Posting|Report|PodcastEpisode|\w*WebPage|\w*Review")
_MAX_JSON = 500_000
_MAX_NODES = 2_000


def article_data(page: HtmlElement) -> dict[str, Any]:
    """Return the schema.org object that describes the article, empty where there is none."""
    for script in page.iter("script"):
        if "ld+json" not in (script.get("type") or "") or len(script.text or "") > _MAX_JSON:
            continue
        try:
            value = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for thing in _things(value):
            kinds = [kind for kind in each(thing.get("@type")) if isinstance(kind, str)]
            if not thing.get("headline") and "PodcastEpisode" in kinds:
                thing = {**thing, "headline": thing.get("name")}
            if thing.get("headline") and any(map(_ARTICLE_TYPES.fullmatch, kinds)):
                return thing
    return {}


def _things(value: object) -> Iterator[dict[str, Any]]:
    waiting, seen = [value], 0
    while waiting and seen < _MAX_NODES:
        seen += 1
        thing = waiting.pop(0)
        if isinstance(thing, list):
            waiting.extend(thing)
        elif isinstance(thing, dict):
            yield thing
            waiting.extend(thing.get(key) for key in ("@graph", "mainEntity", "mainEntityOfPage"))


def each(value: object) -> list[Any]:
    """Return a value as a list, one alone as a list of one."""
    return value if isinstance(value, list) else [value]


def string(value: object) -> str | None:
    """Return a text on one line, None for what is no text or an empty one."""
    return one_line(value) or None if isinstance(value, str) else None


def one_line(text: str) -> str:
    """Return a text on one line, without what nobody sees."""
    return re.sub(r"\s+", " ", tidy(text)).strip()
