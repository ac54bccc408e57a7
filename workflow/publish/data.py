"""An article as JSON: for a program that makes something of its own from it."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

from workflow.publish.addresses import folder_of, page_url
from workflow.publish.article import PublishedArticle
from workflow.publish.blocks import Block, Cell, Inline
from workflow.publish.line import Line
from workflow.publish.media import media_files
from workflow.publish.output import OutputFile

VERSION = 1
"""Raised when a field changes its meaning or goes; a new field is no new version."""
_WORD = re.compile(r"(?<!^)(?=[A-Z])")


class JsonData:
    """The output `json`: `<slug>.json`, with the article's media beside it."""

    def __init__(self, templates: Path | None = None) -> None:
        """Nothing of it depends on templates."""

    def files(self, article: PublishedArticle, media: Path) -> Iterator[OutputFile]:
        """Yield the data and the media. See `Output`."""
        path = f"{folder_of(article.language, article.slug)}/{article.slug}.json"
        text = json.dumps(article_data(article), ensure_ascii=False, indent=2)
        yield OutputFile(path, f"{text}\n".encode())
        yield from media_files(article, media)


def article_data(article: PublishedArticle) -> dict[str, Any]:
    """Return an article as JSON values; `docs/publishing.md` says what each means."""
    facts = article.facts
    return {
        "version": VERSION,
        "draft": article.draft,
        "site": {"name": article.site.name, "url": article.site.url},
        "url": page_url(article.site.url, article.language, article.slug),
        "slug": article.slug,
        "language": article.language,
        "direction": article.direction,
        "kind": article.kind,
        "kicker": _line(article.kicker),
        "title": _nodes(article.title),
        "title_text": article.title_text,
        "summary": _nodes(article.summary),
        "summary_text": article.summary_text,
        "authors": facts.authors,
        "translators": facts.translators,
        "byline": _line(article.byline),
        "date": article.date.iso if article.date else None,
        "date_text": article.date.text if article.date else None,
        "published": facts.published.isoformat() if facts.published else None,
        "modified": facts.modified.isoformat() if facts.modified else None,
        "source": _line(article.source),
        "notice": _line(article.notice),
        "licence": facts.licence,
        "source_language": facts.source_language,
        "source_title": facts.source_title,
        "source_url": facts.source_url,
        "original_url": facts.original_url,
        "cover": _cover(article),
        "sounds": _sounds(article),
        "listen": _line(article.listen),
        "episode": [_line(line) for line in article.episode],
        "parts": [{"start": part.start, "title": _nodes(part.title)} for part in article.parts],
        "body": _nodes(article.body.blocks),
        "footnotes": [_nodes(footnote) for footnote in article.body.footnotes],
        "corrections": [
            {"date": change.date.iso, "what": _line(change.what), "note": change.note}
            for change in article.corrections
        ],
        "notes": [_nodes(note) for note in article.notes],
        "tags": article.tags,
        "credits": [_line(credit) for credit in article.credits],
        "versions": [version.language for version in article.versions],
        "media": article.media,
    }


def _line(line: Line) -> list[dict[str, Any]]:
    return [
        {
            "text": part.text,
            **({"url": part.url} if part.url else {}),
            **({"language": part.language} if part.language else {}),
        }
        for part in line
    ]


def _cover(article: PublishedArticle) -> dict[str, Any] | None:
    cover = article.cover
    if cover is None:
        return None
    return {"path": cover.path, "alt": cover.alt, "credit": _nodes(cover.credit)}


def _sounds(article: PublishedArticle) -> list[dict[str, Any]]:
    return [
        {
            "title": _nodes(sound.title),
            "path": sound.path,
            "url": sound.url,
            "type": sound.type,
            "duration": _line(sound.duration),
        }
        for sound in article.sounds
    ]


def _nodes(nodes: Sequence[Block | Inline]) -> list[dict[str, Any]]:
    return [_node(node) for node in nodes]


def _node(node: Block | Inline | Cell) -> dict[str, Any]:
    """Return a node of the text: `type` is its class, the other keys are its fields."""
    kind = _WORD.sub("-", type(node).__name__).lower()
    return {"type": kind} | {
        field.name: _value(getattr(node, field.name)) for field in fields(node)
    }


def _value(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_value(item) for item in value]
    return value if value is None or isinstance(value, str | int) else _node(value)
