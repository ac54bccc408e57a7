"""Blocks and lines as HTML. Every text is escaped; tags come from here alone."""

from collections.abc import Iterable
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

_EMPTY = Markup("")


def line_html(line: Line) -> Markup:
    """Return a line with its links, its languages and its names in any script."""
    return _EMPTY.join(_part(part) for part in line)


def _part(part: Part) -> Markup:
    html = escape(part.text)
    if part.url:
        html = Markup('<a href="{}" rel="noopener">{}</a>').format(part.url, html)
    if part.language:
        side = direction(part.language)
        return Markup('<span lang="{}" dir="{}">{}</span>').format(part.language, side, html)
    return Markup("<bdi>{}</bdi>").format(html) if part.isolated else html


def media_url(path: str) -> str:
    """Return the address, from an article's page, of a file below its `media/`."""
    return "media/" + quote(path)


def inlines_html(inlines: Iterable[Inline]) -> Markup:
    """Return inline content as HTML."""
    return _EMPTY.join(_inline(inline) for inline in inlines)


def _inline(inline: Inline) -> Markup:
    match inline:
        case Text(text):
            return escape(text)
        case Code(text):
            return Markup("<code>{}</code>").format(text)
        case Break():
            return Markup("<br>\n")
        case Emphasis(children):
            return Markup("<em>{}</em>").format(inlines_html(children))
        case Strong(children):
            return Markup("<strong>{}</strong>").format(inlines_html(children))
        case Struck(children):
            return Markup("<s>{}</s>").format(inlines_html(children))
        case Link(url, children):
            html = inlines_html(children)
            return Markup('<a href="{}" rel="noopener">{}</a>').format(url, html)
        case Download(path, children):
            return Markup('<a href="{}">{}</a>').format(media_url(path), inlines_html(children))
        case Picture():
            return _picture(inline)
        case FootnoteMark(number):
            link = Markup('<a href="#note-{0}" id="mark-{0}" role="doc-noteref">{0}</a>')
            return Markup('<sup class="mark">{}</sup>').format(link.format(number))


def _picture(picture: Picture) -> Markup:
    return Markup('<img src="{}" alt="{}" loading="lazy">').format(
        media_url(picture.path), picture.alt
    )


def blocks_html(blocks: Iterable[Block]) -> Markup:
    """Return blocks as HTML, one after the other."""
    return _EMPTY.join(_block(block) + Markup("\n") for block in blocks)


def _block(block: Block) -> Markup:
    match block:
        case Paragraph(children):
            return Markup("<p>{}</p>").format(inlines_html(children))
        case Heading(level, children):
            return Markup("<h{0}>{1}</h{0}>").format(level, inlines_html(children))
        case Quote(blocks):
            return Markup("<blockquote>\n{}</blockquote>").format(blocks_html(blocks))
        case Listing():
            return _listing(block)
        case Table(head, rows):
            return _table(head, rows)
        case CodeBlock(text):
            return Markup('<pre tabindex="0"><code>{}\n</code></pre>').format(text)
        case Figure(picture, caption):
            return _figure(picture, caption)
        case Rule():
            return Markup("<hr>")


def _listing(listing: Listing) -> Markup:
    items = _EMPTY.join(
        Markup("<li>{}</li>\n").format(_item(item, tight=listing.tight)) for item in listing.items
    )
    if listing.start is None:
        return Markup("<ul>\n{}</ul>").format(items)
    start = Markup(' start="{}"').format(listing.start) if listing.start != 1 else _EMPTY
    return Markup("<ol{}>\n{}</ol>").format(start, items)


def _item(blocks: tuple[Block, ...], *, tight: bool) -> Markup:
    if not tight:
        return blocks_html(blocks)
    return Markup("\n").join(
        inlines_html(block.children) if isinstance(block, Paragraph) else _block(block)
        for block in blocks
    )


def _table(head: tuple[Cell, ...], rows: tuple[tuple[Cell, ...], ...]) -> Markup:
    top = _EMPTY.join(_cell("th", cell) for cell in head)
    body = _EMPTY.join(
        Markup("<tr>{}</tr>\n").format(_EMPTY.join(_cell("td", cell) for cell in row))
        for row in rows
    )
    return Markup(
        '<div class="scroll" tabindex="0">\n<table>\n<thead>\n<tr>{}</tr>\n</thead>\n'
        "<tbody>\n{}</tbody>\n</table>\n</div>"
    ).format(top, body)


def _cell(tag: str, cell: Cell) -> Markup:
    side = Markup(' class="{}"').format(cell.align) if cell.align else _EMPTY
    scope = Markup(' scope="col"') if tag == "th" else _EMPTY
    return Markup("<{0}{1}{2}>{3}</{0}>").format(tag, scope, side, inlines_html(cell.children))


def _figure(picture: Picture, caption: tuple[Inline, ...]) -> Markup:
    below = Markup("\n<figcaption>{}</figcaption>").format(inlines_html(caption))
    return Markup("<figure>\n{}{}\n</figure>").format(
        _picture(picture), below if caption else _EMPTY
    )
