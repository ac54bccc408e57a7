"""Blocks and lines as HTML. Every text is escaped; tags come from here alone."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import quote

from markupsafe import Markup, escape

from workflow.language.direction import direction
from workflow.publish.blocks import (
    Block,
    Break,
    Cell,
    Code,
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
    Struck,
    Table,
    Text,
)
from workflow.publish.line import Line, Part
from workflow.publish.speech import is_question, names_speaker

_EMPTY = Markup("")


class Person(Protocol):
    """Somebody who may have a page on the site, with the way to it."""

    @property
    def name(self) -> str: ...
    @property
    def href(self) -> str | None: ...


def line_html(line: Line, people: Iterable[Person] = ()) -> Markup:
    """Return a line with its links, its languages and its names in any script.

    The names of `people` lead to their pages.
    """
    ways = {person.name: person.href for person in people if person.href}
    return _EMPTY.join(_part(part, ways.get(part.text)) for part in line)


def _part(part: Part, way: str | None) -> Markup:
    html = escape(part.text)
    if way and part.isolated:
        html = Markup('<a href="{}">{}</a>').format(way, html)
    elif part.url:
        html = Markup('<a href="{}" rel="noopener">{}</a>').format(part.url, html)
    if part.language:
        side = direction(part.language)
        return Markup('<span lang="{}" dir="{}">{}</span>').format(part.language, side, html)
    return Markup("<bdi>{}</bdi>").format(html) if part.isolated else html


def media_url(path: str) -> str:
    """Return the address, from an article's page, of a file below its `media/`."""
    return "media/" + quote(path)


@dataclass(frozen=True)
class HtmlWriter:
    """Writes the content of an article as HTML.

    `address` gives the address of a file below `media/`, or None for a file that is not shown here:
    of a picture, its alternative text is left, and of a link, its words. In a `conversation`,
    questions and the names of speakers are marked.
    """

    address: Callable[[str], str | None] = media_url
    conversation: bool = False

    def inlines(self, inlines: Iterable[Inline]) -> Markup:
        """Return inline content as HTML."""
        return _EMPTY.join(self._inline(inline) for inline in inlines)

    def _inline(self, inline: Inline) -> Markup:
        match inline:
            case Text(text):
                return escape(text)
            case Code(text):
                return Markup("<code>{}</code>").format(text)
            case Break():
                return Markup("<br>\n")
            case Emphasis(children):
                return Markup("<em>{}</em>").format(self.inlines(children))
            case Strong(children):
                return Markup("<strong>{}</strong>").format(self.inlines(children))
            case Struck(children):
                return Markup("<s>{}</s>").format(self.inlines(children))
            case Link(url, children):
                html = self.inlines(children)
                return Markup('<a href="{}" rel="noopener">{}</a>').format(url, html)
            case Download(path, children):
                address, html = self.address(path), self.inlines(children)
                return Markup('<a href="{}">{}</a>').format(address, html) if address else html
            case Picture():
                return self._picture(inline)
            case FootnoteMark(number, earlier):
                own = f"mark-{number}-{earlier + 1}" if earlier else f"mark-{number}"
                link = Markup('<a href="#note-{0}" id="{1}" role="doc-noteref">{0}</a>')
                return Markup('<sup class="mark">{}</sup>').format(link.format(number, own))

    def _picture(self, picture: Picture) -> Markup:
        url = self.address(picture.path)
        if url is None:
            return escape(f"[{picture.alt}]" if picture.alt else "")
        return Markup('<img src="{}" alt="{}" loading="lazy">').format(url, picture.alt)

    def blocks(self, blocks: Iterable[Block]) -> Markup:
        """Return blocks as HTML, one after the other."""
        return _EMPTY.join(self._block(block) + Markup("\n") for block in blocks)

    def _block(self, block: Block) -> Markup:
        match block:
            case Paragraph(children):
                return self._paragraph(children)
            case Heading(level, children):
                return Markup("<h{0}>{1}</h{0}>").format(level, self.inlines(children))
            case Quote(blocks):
                return Markup("<blockquote>\n{}</blockquote>").format(self.blocks(blocks))
            case Listing():
                return self._listing(block)
            case Table(head, rows):
                return self._table(head, rows)
            case CodeBlock(text):
                return Markup('<pre tabindex="0"><code>{}\n</code></pre>').format(text)
            case Figure(picture, caption):
                return self._figure(picture, caption)
            case Rule():
                return Markup("<hr>")

    def _paragraph(self, children: tuple[Inline, ...]) -> Markup:
        html = self.inlines(children)
        if self.conversation and is_question(children):
            return Markup('<p class="question">{}</p>').format(html)
        if self.conversation and names_speaker(children):
            return Markup('<p class="speech">{}</p>').format(html)
        return Markup("<p>{}</p>").format(html)

    def _listing(self, listing: Listing) -> Markup:
        items = _EMPTY.join(
            Markup("<li>{}</li>\n").format(self._item(item, tight=listing.tight))
            for item in listing.items
        )
        if listing.start is None:
            return Markup("<ul>\n{}</ul>").format(items)
        start = Markup(' start="{}"').format(listing.start) if listing.start != 1 else _EMPTY
        return Markup("<ol{}>\n{}</ol>").format(start, items)

    def _item(self, blocks: tuple[Block, ...], *, tight: bool) -> Markup:
        if not tight:
            return self.blocks(blocks)
        return Markup("\n").join(
            self.inlines(block.children) if isinstance(block, Paragraph) else self._block(block)
            for block in blocks
        )

    def _table(self, head: tuple[Cell, ...], rows: tuple[tuple[Cell, ...], ...]) -> Markup:
        top = _EMPTY.join(self._cell("th", cell) for cell in head)
        body = _EMPTY.join(
            Markup("<tr>{}</tr>\n").format(_EMPTY.join(self._cell("td", cell) for cell in row))
            for row in rows
        )
        return Markup(
            '<div class="scroll" tabindex="0">\n<table>\n<thead>\n<tr>{}</tr>\n</thead>\n'
            "<tbody>\n{}</tbody>\n</table>\n</div>"
        ).format(top, body)

    def _cell(self, tag: str, cell: Cell) -> Markup:
        side = Markup(' class="{}"').format(cell.align) if cell.align else _EMPTY
        scope = Markup(' scope="col"') if tag == "th" else _EMPTY
        return Markup("<{0}{1}{2}>{3}</{0}>").format(tag, scope, side, self.inlines(cell.children))

    def _figure(self, picture: Picture, caption: tuple[Inline, ...]) -> Markup:
        below = Markup("\n<figcaption>{}</figcaption>").format(self.inlines(caption))
        return Markup("<figure>\n{}{}\n</figure>").format(
            self._picture(picture), below if caption else _EMPTY
        )
