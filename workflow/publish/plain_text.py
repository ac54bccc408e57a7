"""An article as plain text: for a message, a reader's ear, or a program that knows nothing else."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from workflow.publish.addresses import folder_of
from workflow.publish.article import PublishedArticle
from workflow.publish.blocks import (
    Block,
    Break,
    Cell,
    CodeBlock,
    Download,
    Emphasis,
    Figure,
    FootnoteMark,
    Heading,
    Inline,
    Link,
    Listing,
    Paragraph,
    Picture,
    Quote,
    Rule,
    Strong,
    Table,
)
from workflow.publish.correcting import correction_line, updated_line
from workflow.publish.labels.label import Label
from workflow.publish.line import Line
from workflow.publish.output import OutputFile

_BULLET = "• "


class PlainText:
    """The output `text`: `<slug>.txt`, UTF-8, one paragraph on one line."""

    def __init__(self, templates: Path | None = None) -> None:
        """Nothing of it depends on templates."""

    def files(self, article: PublishedArticle, _media: Path, /) -> Iterator[OutputFile]:
        """Yield the text. See `Output`."""
        path = f"{folder_of(article.language, article.slug)}/{article.slug}.txt"
        paragraphs = [text for text in _paragraphs(article) if text.strip()]
        yield OutputFile(path, ("\n\n".join(paragraphs) + "\n").encode())


def _paragraphs(article: PublishedArticle) -> Iterator[str]:
    labels = article.labels
    if article.draft:
        yield labels.text(Label.DRAFT)
    yield _line(article.kicker)
    yield _words(article.title)
    yield _words(article.summary)
    yield "\n".join(
        filter(None, (_line(article.byline), article.date.text if article.date else ""))
    )
    yield _line(updated_line(article))
    yield _line(article.source)
    yield _line(article.notice)
    if article.cover:
        yield f"[{article.cover.alt}]"
        yield _words(article.cover.credit)
    for sound in article.sounds:
        yield "\n".join(
            filter(None, (_words(sound.title), _line(sound.duration), sound.url or sound.path))
        )
    yield _line(article.listen)
    yield "\n".join(map(_line, article.episode))
    if article.parts:
        parts = (f"{part.time} {_words(part.title)}" for part in article.parts)
        yield "\n".join((labels.text(Label.PARTS), *parts))
    yield from _blocks(article.body.blocks)
    for number, footnote in enumerate(article.body.footnotes, start=1):
        yield f"[{number}] " + "\n".join(_blocks(footnote))
    if article.corrections:
        changes = map(_line, map(correction_line, article.corrections))
        yield "\n".join((labels.text(Label.CHANGES), *changes))
    if article.notes:
        yield "\n".join((labels.text(Label.NOTES), *map(_words, article.notes)))
    if article.tags:
        yield f"{labels.text(Label.TOPICS)}\n{' · '.join(article.tags)}"
    if article.credits:
        yield "\n".join((labels.text(article.credits_label), *map(_line, article.credits)))


def _line(line: Line) -> str:
    return "".join(f"{part.text} ({part.url})" if part.url else part.text for part in line)


def _words(inlines: Iterable[Inline]) -> str:
    return "".join(map(_inline, inlines))


def _inline(inline: Inline) -> str:
    match inline:
        case Break():
            return "\n"
        case FootnoteMark(number, _):
            return f"[{number}]"
        case Picture(_, alt):
            return f"[{alt}]" if alt else ""
        case Link(url, children):
            words, address = _words(children), url.removeprefix("mailto:").removeprefix("tel:")
            return words if address in words else f"{words} ({address})"
        case Emphasis(children) | Strong(children) | Download(_, children):
            return _words(children)
        case _:
            return inline.text


def _blocks(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph(children) | Heading(_, children):
                yield _words(children)
            case Quote(inner):
                yield from (_hanging(text, "> ", "> ") for text in _blocks(inner))
            case Listing():
                yield _listing(block)
            case Table(head, rows):
                yield "\n".join(_row(row) for row in (head, *rows))
            case CodeBlock(text):
                yield text
            case Figure(picture, caption):
                yield "\n".join(filter(None, (_inline(picture), _words(caption))))
            case Rule():
                yield "* * *"


def _listing(listing: Listing) -> str:
    lines = []
    for number, item in enumerate(listing.items, start=listing.start or 0):
        mark = _BULLET if listing.start is None else f"{number}. "
        lines.append(_hanging("\n".join(_blocks(item)), mark, " " * len(mark)))
    return "\n".join(lines)


def _row(cells: Iterable[Cell]) -> str:
    return "\t".join(_words(cell.children).replace("\n", " ") for cell in cells)


def _hanging(text: str, first: str, others: str) -> str:
    return first + text.replace("\n", f"\n{others}")
