"""Blocks and lines as HTML. Every text is escaped; tags come from here alone.

Strings are put together here instead of templates: most of a page is made of these.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from html import escape
from typing import Protocol
from urllib.parse import quote

from markupsafe import Markup

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
    Table,
    Text,
)
from workflow.publish.line import Line, Part
from workflow.publish.pictures.size import Size
from workflow.publish.speech import is_question, names_speaker


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
    return _made("".join(_part(part, ways.get(part.text)) for part in line))


def _part(part: Part, way: str | None) -> str:
    html = escape(part.text)
    if way and part.isolated:
        html = f'<a href="{escape(way)}">{html}</a>'
    elif part.url:
        html = f'<a href="{escape(part.url)}" rel="noopener">{html}</a>'
    if part.language:
        side = direction(part.language)
        return f'<span lang="{escape(part.language)}" dir="{side}">{html}</span>'
    return f"<bdi>{html}</bdi>" if part.isolated else html


def media_url(path: str) -> str:
    """Return the address, from an article's page, of a file below its `media/`."""
    return "media/" + quote(path)


def _made(html: str) -> Markup:
    """Return HTML in which every text has been escaped as HTML that templates let through."""
    return Markup(html)  # noqa: S704 - what this module writes


@dataclass(frozen=True)
class HtmlWriter:
    """Writes the content of an article as HTML.

    `address` gives the address of a file below `media/`, or None for a file that is not shown here:
    of a picture, its alternative text is left, and of a link, its words. In a `conversation`,
    questions and the names of speakers are marked. `sizes` are those of pictures, where known.
    """

    address: Callable[[str], str | None] = media_url
    conversation: bool = False
    sizes: Mapping[str, Size] = field(default_factory=dict)

    def inlines(self, inlines: Iterable[Inline]) -> Markup:
        """Return inline content as HTML."""
        return _made(self._inlines(inlines))

    def blocks(self, blocks: Iterable[Block]) -> Markup:
        """Return blocks as HTML, one after the other."""
        return _made(self._blocks(blocks))

    def _inlines(self, inlines: Iterable[Inline]) -> str:
        return "".join([self._inline(inline) for inline in inlines])

    def _inline(self, inline: Inline) -> str:
        match inline:
            case Text(text):
                return escape(text)
            case Code(text):
                return f"<code>{escape(text)}</code>"
            case Break():
                return "<br>\n"
            case Emphasis(children):
                return f"<em>{self._inlines(children)}</em>"
            case Strong(children):
                return f"<strong>{self._inlines(children)}</strong>"
            case Link(url, children):
                return f'<a href="{escape(url)}" rel="noopener">{self._inlines(children)}</a>'
            case Download(path, children):
                address, html = self.address(path), self._inlines(children)
                return f'<a href="{escape(address)}">{html}</a>' if address else html
            case Picture():
                return self._picture(inline)
            case FootnoteMark(number, earlier):
                own = f"mark-{number}-{earlier + 1}" if earlier else f"mark-{number}"
                link = f'<a href="#note-{number}" id="{own}" role="doc-noteref">{number}</a>'
                return f'<sup class="mark">{link}</sup>'

    def _picture(self, picture: Picture) -> str:
        url = self.address(picture.path)
        if url is None:
            return escape(f"[{picture.alt}]" if picture.alt else "")
        size = self.size(picture.path)
        return f'<img src="{escape(url)}" alt="{escape(picture.alt)}"{size} loading="lazy">'

    def size(self, path: str) -> Markup:
        """Return the attributes that tell a picture's size, nothing where it is not known."""
        if path not in self.sizes:
            return Markup("")
        width, height = self.sizes[path]
        return _made(f' width="{width}" height="{height}"')

    def _blocks(self, blocks: Iterable[Block]) -> str:
        return "".join([f"{self._block(block)}\n" for block in blocks])

    def _block(self, block: Block) -> str:
        match block:
            case Paragraph(children):
                return self._paragraph(children)
            case Heading(level, children):
                return f"<h{level}>{self._inlines(children)}</h{level}>"
            case Quote(blocks):
                return f"<blockquote>\n{self._blocks(blocks)}</blockquote>"
            case Listing():
                return self._listing(block)
            case Table(head, rows):
                return self._table(head, rows)
            case CodeBlock(text):
                return f'<pre tabindex="0"><code>{escape(text)}\n</code></pre>'
            case Figure(picture, caption):
                return self._figure(picture, caption)
            case Rule():
                return "<hr>"

    def _paragraph(self, children: tuple[Inline, ...]) -> str:
        html = self._inlines(children)
        if self.conversation and is_question(children):
            return f'<p class="question">{html}</p>'
        if self.conversation and names_speaker(children):
            return f'<p class="speech">{html}</p>'
        return f"<p>{html}</p>"

    def _listing(self, listing: Listing) -> str:
        items = "".join(
            f"<li>{self._item(item, tight=listing.tight)}</li>\n" for item in listing.items
        )
        if listing.start is None:
            return f"<ul>\n{items}</ul>"
        start = f' start="{listing.start}"' if listing.start != 1 else ""
        return f"<ol{start}>\n{items}</ol>"

    def _item(self, blocks: tuple[Block, ...], *, tight: bool) -> str:
        if not tight:
            return self._blocks(blocks)
        return "\n".join(
            self._inlines(block.children) if isinstance(block, Paragraph) else self._block(block)
            for block in blocks
        )

    def _table(self, head: tuple[Cell, ...], rows: tuple[tuple[Cell, ...], ...]) -> str:
        top = "".join(self._cell("th", cell) for cell in head)
        body = "".join(
            f"<tr>{''.join(self._cell('td', cell) for cell in row)}</tr>\n" for row in rows
        )
        return (
            f'<div class="scroll" tabindex="0">\n<table>\n<thead>\n<tr>{top}</tr>\n</thead>\n'
            f"<tbody>\n{body}</tbody>\n</table>\n</div>"
        )

    def _cell(self, tag: str, cell: Cell) -> str:
        side = f' class="{cell.align}"' if cell.align else ""
        scope = ' scope="col"' if tag == "th" else ""
        return f"<{tag}{scope}{side}>{self._inlines(cell.children)}</{tag}>"

    def _figure(self, picture: Picture, caption: tuple[Inline, ...]) -> str:
        below = f"\n<figcaption>{self._inlines(caption)}</figcaption>" if caption else ""
        return f"<figure>\n{self._picture(picture)}{below}\n</figure>"
