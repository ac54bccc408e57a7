"""Where the two site generators look for an article, and what they want to know of it first."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import yaml

from workflow.publish.addresses import folder_of
from workflow.publish.article import PublishedArticle
from workflow.publish.correcting import correction_line, updated_line
from workflow.publish.labels.label import Label
from workflow.publish.line import Line, plain
from workflow.publish.markdown.writing import MarkdownWriter, escaped
from workflow.publish.media import media_content
from workflow.publish.output import OutputFile

_TAG = re.compile(r"<(?=[A-Za-z/!?])")
"""What may begin a tag: not every theme escapes what stands in front matter."""


class HugoPage:
    """The output `hugo`: a page bundle, to be copied into `content/`.

    `<slug>/index.<language>.md`; the bundles of several languages go into one folder.
    """

    def __init__(self, templates: Path | None = None) -> None:
        """Nothing of it depends on templates."""

    def files(self, article: PublishedArticle, media: Path) -> Iterator[OutputFile]:
        """Yield the page and its media. See `Output`."""
        folder = f"{folder_of(article.language, article.slug)}/hugo/{article.slug}"
        write = MarkdownWriter(lambda name: f"media/{quote(name)}")
        values = {
            **_front_matter(article),
            "slug": article.slug,
            "translationKey": article.slug,
            "lastmod": article.facts.modified,
            "draft": article.draft,
        }
        path = f"{folder}/index.{article.language.lower()}.md"
        yield OutputFile(path, _document(values, article, write))
        for name in article.media:
            yield OutputFile(f"{folder}/media/{name}", media_content(media, name))


class JekyllPost:
    """The output `jekyll`: `_posts/<day>-<slug>-<language>.md` and `assets/<slug>/`."""

    def __init__(self, templates: Path | None = None) -> None:
        """Nothing of it depends on templates."""

    def files(self, article: PublishedArticle, media: Path) -> Iterator[OutputFile]:
        """Yield the post and its media. See `Output`."""
        folder = f"{folder_of(article.language, article.slug)}/jekyll"
        write = MarkdownWriter(lambda name: f"/assets/{article.slug}/{quote(name)}")
        values = {
            "layout": "post",
            **_front_matter(article),
            "categories": [str(article.kind)],
            "lang": article.language,
            "ref": article.slug,
            "last_modified_at": article.facts.modified,
            "published": not article.draft,
            "render_with_liquid": False,
        }
        name = f"{_day(article)}-{article.slug}-{article.language.lower()}.md"
        yield OutputFile(f"{folder}/_posts/{name}", _document(values, article, write))
        for name in article.media:
            path = f"{folder}/assets/{article.slug}/{name}"
            yield OutputFile(path, media_content(media, name))


def _front_matter(article: PublishedArticle) -> dict[str, Any]:
    facts = article.facts
    return {
        "title": article.title_text,
        "description": article.summary_text,
        "date": _day(article),
        "authors": list(facts.authors),
        "translators": list(facts.translators),
        "kicker": plain(article.kicker),
        "categories": [plain(article.kicker)],
        "tags": list(article.tags),
        "source_url": facts.source_url,
        "source_language": facts.source_language,
        "source_date": article.date.iso if article.date else None,
    }


def _day(article: PublishedArticle) -> str:
    """Return the day on which the translation, or else the text, came out: 2024-04-01."""
    if article.facts.published:
        return article.facts.published.isoformat()
    return article.date.iso if article.date else "2000-01-01"


def _document(values: dict[str, Any], article: PublishedArticle, write: MarkdownWriter) -> bytes:
    told = {key: _tagless(value) for key, value in values.items() if value not in (None, "", [])}
    matter = yaml.safe_dump(told, allow_unicode=True, sort_keys=False, width=1000)
    return f"---\n{matter}---\n\n{_text(article, write)}\n".encode()


def _tagless(value: Any) -> Any:
    """Return a value of front matter with no tag in its texts: `‹` stands for a tag's `<`."""
    if isinstance(value, list):
        return [_tagless(each) for each in value]
    return _TAG.sub("‹", value) if isinstance(value, str) else value


def _text(article: PublishedArticle, write: MarkdownWriter) -> str:
    return "\n\n".join(filter(None, _pieces(article, write)))


def _pieces(article: PublishedArticle, write: MarkdownWriter) -> Iterator[str]:
    """Yield what stands below the title: the site's theme shows title and description."""
    labels = article.labels
    if article.draft:
        yield write.line(labels.line(Label.DRAFT))
    yield write.line(article.byline)
    yield escaped(article.date.text) if article.date else ""
    yield write.line(updated_line(article))
    yield write.line(article.source)
    yield write.line(article.notice)
    if article.cover:
        yield f"![{escaped(article.cover.alt)}]({write.address(article.cover.path)})"
        yield write.inlines(article.cover.credit)
    for sound in article.sounds:
        address = write.address(sound.path) if sound.path else sound.url
        title = write.inlines(sound.title)
        yield f"[{title}]({address})" if address else title
        yield write.line(sound.duration)
    yield write.line(article.listen)
    yield from map(write.line, article.episode)
    if article.parts:
        yield _heading(labels.line(Label.PARTS), write)
        yield "\n".join(f"- {part.time} {write.inlines(part.title)}" for part in article.parts)
    yield write.blocks(article.body.blocks)
    yield from write.footnotes(article.body.footnotes)
    if article.corrections:
        yield _heading(labels.line(Label.CHANGES), write)
        yield "\n".join(f"- {write.line(correction_line(c))}" for c in article.corrections)
    if article.notes:
        yield _heading(labels.line(Label.NOTES), write)
        yield from map(write.inlines, article.notes)
    if article.credits:
        yield _heading(labels.line(article.credits_label), write)
        yield "\n".join(f"- {write.line(credit)}" for credit in article.credits)


def _heading(line: Line, write: MarkdownWriter) -> str:
    return f"## {write.line(line)}"
