"""HTML elements to blocks: paragraphs, headings, lists, quotes, tables, captions."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from lxml.html import HtmlElement

from workflow.document.importing import compose, pictures
from workflow.document.importing.blocks import Block, Picture
from workflow.document.importing.context import nothing
from workflow.document.importing.links import absolute, may_lead
from workflow.document.importing.pictures import Gallery
from workflow.document.importing.raised import above_line, below_line
from workflow.document.importing.runs import BREAK, Run, markdown, plain, trimmed

BLOCK_TAGS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details"}
    | {"dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header"}
    | {"h1", "h2", "h3", "h4", "h5", "h6", "hgroup", "hr", "li", "main", "nav", "ol", "p", "pre"}
    | {"section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"}
)
"""Elements that begin and end a block; all others run inside a line."""

_CAPTIONED = {"wp-caption", "media-caption-wrapper", "image-with-caption"}
"""Classes of elements that are figures in all but their tag."""

_HEADING = re.compile(r"h[1-6]")
_WORDS_MEET = re.compile(r"[^\W\d_A-ZА-ЯЁЇІЄҐ][A-ZА-ЯЁЇІЄҐ\d]")
_CELL_LIMIT = 400
_MAX_INSIDE = 6
"""How deeply lists and quotations are set in; Markdown parsers give up at some depth."""

_LOOKLESS = Run("")


class Converter:
    """Reads elements of one page into blocks; `base` is what the page's links are relative to.

    `marks` are the links that are marks of footnotes, with their labels. `lost` are the words of
    links whose address is not known, in order.
    """

    def __init__(
        self,
        base: str | None,
        gallery: Gallery | None = None,
        marks: Mapping[HtmlElement, str] | None = None,
    ) -> None:
        self._marks = marks or {}
        self.lost: list[tuple[str, str]] = []
        self._base = base
        self._gallery = gallery or Gallery(nothing)
        self._waiting: list[Picture] = []
        self._inside = 0

    def blocks(self, element: HtmlElement, look: Run = _LOOKLESS) -> list[Block]:
        """Return the blocks inside `element`; `look` is the emphasis and link around it."""
        result: list[Block] = []
        line: list[Run] = []
        for node in _nodes(element):
            if isinstance(node, str):
                line.append(replace(look, text=node))
            elif holds_blocks(node):
                result.extend(self._paragraphs(line))
                line = []
                result.extend(self._block(node, look))
            else:
                line.extend([Run(" ")] if _is_apart(node) else [])
                line.extend(self._runs(node, look))
        return [*result, *self._paragraphs(line)]

    def _paragraphs(self, line: list[Run]) -> list[Block]:
        """Return the paragraphs of a line, after the pictures that stood in it."""
        waiting, self._waiting = self._waiting, []
        return [*pictures.shown(waiting, ()), *compose.paragraphs(line)]

    def _block(self, element: HtmlElement, look: Run) -> list[Block]:
        tag = str(element.tag)
        if tag == "figure" or not _CAPTIONED.isdisjoint((element.get("class") or "").split()):
            return self._figure(element, look)
        if _HEADING.fullmatch(tag):
            return compose.heading(self._runs(element, look), int(tag[1]))
        match tag:
            case "ul" | "ol" | "blockquote" if self._inside < _MAX_INSIDE:
                self._inside += 1
                blocks = self._set_in(element, look)
                self._inside -= 1
                return blocks
            case "table" if rows := self._rows(element):
                captions = [b for caption in element.iter("caption") for b in self.blocks(caption)]
                return [*captions, compose.table(_written(rows))]
            case "pre":
                return compose.preformatted(_lines(element))
            case "hr":
                return [compose.RULE]
            case "dt":
                return self.blocks(element, replace(look, strong=True))
        return self.blocks(element, self._look(element, look))

    def _figure(self, element: HtmlElement, look: Run) -> list[Block]:
        blocks = self.blocks(element, look)
        found = [block.picture for block in blocks if block.picture]
        return pictures.shown(found, [block for block in blocks if not block.picture])

    def _set_in(self, element: HtmlElement, look: Run) -> list[Block]:
        """Return a list or a quotation."""
        if element.tag == "blockquote":
            return compose.quotation(self.blocks(element, look))
        return compose.items([self._item(item) for item in _children(element)], _first(element))

    def _item(self, element: HtmlElement) -> list[Block]:
        return (
            self._block(element, _LOOKLESS) if element.tag in ("ul", "ol") else self.blocks(element)
        )

    def _runs(self, element: HtmlElement, look: Run) -> list[Run]:
        """Return the text of an element that runs inside a line, with its looks and links."""
        if element.tag == "br":
            return [Run(BREAK)]
        if label := self._marks.get(element):
            return [Run(f"[^{label}]", note=True)]
        if element.tag == "img":
            self._waiting.extend(self._pictured(element))
            return []
        inside = self._look(element, look)
        runs: list[Run] = []
        for node in _nodes(element):
            if isinstance(node, str):
                runs.append(replace(inside, text=node))
            else:
                runs.extend(self._runs(node, inside))
        return _set_off(element, runs)

    def _pictured(self, element: HtmlElement) -> list[Picture]:
        found = self._gallery.picture(element.get("src", ""), element.get("alt", ""))
        return [found] if found else []

    def _look(self, element: HtmlElement, look: Run) -> Run:
        """Return the look of what stands inside `element`."""
        match element.tag:
            case "b" | "strong":
                return replace(look, strong=True)
            case "i" | "em" | "cite" | "dfn":
                return replace(look, emphasis=True)
            case "code" | "kbd" | "samp" | "tt":
                return replace(look, code=True)
            case "a":
                link = self._link(element)
                return replace(look, link=link, lost=link is None and bool(element.get("href")))
        return look

    def _link(self, element: HtmlElement) -> str | None:
        address = element.get("href", "")
        link = absolute(address, self._base)
        words = " ".join(element.text_content().split())
        if link is None and words and may_lead(address):
            self.lost.append((words, address))
        return link

    def _rows(self, element: HtmlElement) -> list[list[tuple[Run, ...]]]:
        """Return the cells of a table of data; nothing for a table that only lays out a page."""
        if element.get("role") == "presentation" or element.xpath(
            ".//table|.//h1|.//h2|.//ul|.//ol"
        ):
            return []
        rows = [
            [self._cell(cell) for cell in row if cell.tag in ("td", "th")]
            for row in element.iter("tr")
        ]
        rows = [row for row in rows if any(row)]
        longest = max((len(plain(cell)) for row in rows for cell in row), default=0)
        is_data = len(rows) > 1 and max(map(len, rows)) > 1 and longest <= _CELL_LIMIT
        return rows if is_data else []

    def _cell(self, element: HtmlElement) -> tuple[Run, ...]:
        runs = self._runs(element, _LOOKLESS)
        return trimmed(replace(run, text=run.text.replace(BREAK, " ")) for run in runs)


def _is_apart(element: HtmlElement) -> bool:
    """Say whether an element stands right behind another that a page parts from it by its looks.

    That is so of two links, and of what ends like a word before what begins like another.
    """
    before = element.getprevious()
    if before is None or before.tail or not isinstance(before.tag, str):
        return False
    if element.tag == before.tag == "a":
        return bool(before.get("href") != element.get("href"))
    if element.get("class") is None or before.get("class") == element.get("class"):
        return False
    return bool(_WORDS_MEET.fullmatch(before.text_content()[-1:] + element.text_content()[:1]))


def _lines(element: HtmlElement) -> str:
    """Return text with the line ends that its breaks make."""
    for line_end in element.iter("br"):
        line_end.tail = f"\n{line_end.tail or ''}"
    return str(element.text_content())


def holds_blocks(element: HtmlElement) -> bool:
    """Say whether an element is a block or has one inside it."""
    return next(element.iter(*BLOCK_TAGS), None) is not None


def _nodes(element: HtmlElement) -> Iterator["str | HtmlElement"]:
    """Yield the text and the child elements of `element` in order, spaces collapsed."""
    if element.text:
        yield re.sub(r"\s+", " ", element.text)
    for child in element:
        if isinstance(child.tag, str):
            yield child
        if child.tail:
            yield re.sub(r"\s+", " ", child.tail)


def _children(element: HtmlElement) -> list[HtmlElement]:
    return [child for child in element if isinstance(child.tag, str)]


def _written(rows: list[list[tuple[Run, ...]]]) -> list[list[tuple[str, str]]]:
    return [[(markdown(cell), plain(cell)) for cell in row] for row in rows]


def _first(element: HtmlElement) -> int | None:
    """Return the number that a numbered list starts with."""
    if element.tag == "ul":
        return None
    start = element.get("start", "")
    return int(start) if re.fullmatch(r"[0-9]{1,6}", start) else 1


def _set_off(element: HtmlElement, runs: list[Run]) -> list[Run]:
    """Show what an element does to its text besides looks: raised digits, quotes, a new line."""
    match element.tag:
        case "sup" | "sub":
            raised = above_line if element.tag == "sup" else below_line
            return [replace(run, text=raised(run.text)) for run in runs]
        case "q":
            return [Run("“"), *runs, Run("”")]
        case tag if tag in BLOCK_TAGS:
            return [Run(BREAK), *runs, Run(BREAK)]
    return runs
