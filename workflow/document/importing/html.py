"""Saved web pages: the article is located, what surrounds it is dropped, the rest is converted."""

import re
from collections.abc import Sequence
from dataclasses import replace

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from workflow.document.importing import clutter
from workflow.document.importing.blocks import Block
from workflow.document.importing.clutter import Keep
from workflow.document.importing.context import Context
from workflow.document.importing.convert import Converter
from workflow.document.importing.covers import take_cover
from workflow.document.importing.encoding import decode, refuse_endless
from workflow.document.importing.footnotes import take_footnotes
from workflow.document.importing.house_page import take_frame
from workflow.document.importing.imported import About, Dropped, Reading
from workflow.document.importing.locate import locate
from workflow.document.importing.marks import strip_unseen
from workflow.document.importing.page import about_page, address
from workflow.document.importing.pictures import Gallery
from workflow.document.importing.posts import choose_posts
from workflow.document.importing.prune import Pruning
from workflow.errors import InputError

EXTENSIONS: tuple[str, ...] = (".html", ".htm", ".xhtml")

MAX_DEPTH = 200
"""How deeply elements may nest."""

_NO_ADDRESS = "the address of a link (the page does not say where it stood)"

_HEAD = 6
"""Among how many blocks at the beginning a summary is looked for."""

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{2,40})", re.IGNORECASE)


def read(data: bytes, name: str, keep: Keep, context: Context) -> Reading:
    """Read a page; everything visible that is not taken is among what was dropped."""
    page = _tree(decode(data, name, _declared(data)), name)
    choose_posts(page, context.posts, name)
    about, gallery = about_page(page, context.address), Gallery(context.find)
    base = address(page) or context.address
    strip_unseen(page)
    refuse_endless(sum(map(len, page.itertext())), name)
    footnotes = take_footnotes(page)
    converter = Converter(base, gallery, footnotes.marks)
    frame = take_frame(page, keep)
    notes = [block.markdown for section in frame.notes for block in converter.blocks(section)]
    about = about.along(About(notes=tuple(notes), tags=frame.topics))
    article, taken = locate(page, about.title or "")
    pruning = Pruning(article, taken, keep)
    pruning.run(next(page.iter("body"), page))
    blocks, swept = clutter.sweep(converter.blocks(article), keep)
    head, above = _swept(pruning.before, converter, keep)
    cover, head, blocks, captions = take_cover(head, blocks, keep)
    summary, head = _summary(head, about.summary)
    if summary is None:
        summary, blocks = _summary(blocks, about.summary)
    tail, below = _swept(pruning.after, converter, keep)
    return Reading(
        blocks=(*blocks, *footnotes.blocks(converter, blocks)),
        head=head,
        tail=tail,
        about=replace(about, language=None, summary=summary, cover=cover),
        claimed=about.language,
        dropped=(
            *(*frame.dropped, *above, *pruning.dropped, *captions, *swept, *below),
            *(*footnotes.left_out(blocks), *_lost(converter)),
        ),
        media=gallery.media,
    )


def _summary(
    blocks: Sequence[Block], description: str | None
) -> tuple[str | None, tuple[Block, ...]]:
    """Take the line that the page describes itself with off the top of the text, if it is there."""
    for index, block in enumerate(blocks[:_HEAD]):
        if description and block.text == description:
            written = re.sub(r"^#+ ", "", block.markdown)
            return written, (*blocks[:index], *blocks[index + 1 :])
    return None, tuple(blocks)


def _lost(converter: Converter) -> list[Dropped]:
    """Report the links whose words are kept, but whose address cannot be known."""
    found = dict.fromkeys(converter.lost)
    return [Dropped(f"{words} → {address}", _NO_ADDRESS) for words, address in found]


def _swept(
    elements: Sequence[HtmlElement], converter: Converter, keep: Keep
) -> tuple[tuple[Block, ...], tuple[Dropped, ...]]:
    blocks = [block for element in elements for block in converter.blocks(element)]
    return clutter.sweep(blocks, keep)


def _declared(data: bytes) -> str | None:
    match = _CHARSET.search(data, 0, 8192) or _XML_ENCODING.match(data)
    return match[1].decode("ascii", "replace") if match else None


def _tree(text: str, name: str) -> HtmlElement:
    """Parse a page without loading anything that it names."""
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text)
    parser = HTMLParser(no_network=True, remove_pis=True, huge_tree=False)
    try:
        page = document_fromstring(text, parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        raise InputError(
            f"{name}: not a web page", hint="Save the page again from a browser."
        ) from None
    depth = 0
    for event, _ in etree.iterwalk(page, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > MAX_DEPTH:
            raise InputError(
                f"{name}: its elements are nested too deeply to be read",
                hint="Save its text as plain text or Markdown.",
            )
    return page
