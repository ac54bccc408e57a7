"""The text of an article as Markdown that reads the same in Hugo (Goldmark) and Jekyll (kramdown).

Signs that could mean something are escaped: those that both programs let follow a backslash, by a
backslash, the others by a character reference. Nothing is left of `{{`, `{%` and `{:`, with which a
site generator's own commands begin.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

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
    words_of,
)
from workflow.publish.line import Line
from workflow.publish.reading import read_line

_REFERENCES = {ord(sign): f"&#{ord(sign)};" for sign in "&<>{}~=$^"}
_SLASHED = re.compile(r"([\\`*_\[\]|])")
_REWRITTEN = re.compile(r":(?=//)|(?<=www)\.|(?<=-)-")
"""Signs by which an address is found that is no link, and dashes that would be joined."""
_BLOCK_START = re.compile(r"(?:#{1,6}|[+-])(?=\s|$)|(\d{1,9})[.)](?=\s|$)|-{2,}|\+{3,}|(:)")
_COMMAND = re.compile(r"\{[{%:#]")
_UNSAFE_IN_ADDRESS = {ord(sign): f"%{ord(sign):02X}" for sign in "<>()[]{}|`\"'*_~ "}
_RULE = "* * *"
_ALIGNED = {None: "---", "start": ":--", "center": ":-:", "end": "--:"}


@dataclass(frozen=True)
class MarkdownWriter:
    """Writes the content of an article as Markdown; `address` is that of a file below `media/`."""

    address: Callable[[str], str]

    def line(self, line: Line) -> str:
        """Return a line around the article, with its links."""
        parts = (
            self._link(part.url, escaped(part.text)) if part.url else escaped(part.text)
            for part in line
        )
        return _safe_start("".join(parts))

    def inlines(self, inlines: Iterable[Inline]) -> str:
        """Return inline content. Emphasis that Markdown cannot express here leaves its words."""
        inlines = tuple(inlines)
        written = "".join(map(self._inline, inlines))
        if not _reads_as(written, inlines):
            written = "".join(map(self._inline, _without_emphasis(inlines)))
        return _safe_start(written)

    def _inline(self, inline: Inline) -> str:
        match inline:
            case Text(text):
                return escaped(text)
            case Code(text):
                return _code(text)
            case Break():
                return "\\\n"
            case FootnoteMark(number, _):
                return f"[^{number}]"
            case Picture(path, alt):
                return f"![{escaped(alt)}]({self.address(path)})"
            case Emphasis(children):
                return _around("*", self._children(children))
            case Strong(children):
                return _around("**", self._children(children))
            case Link(url, children):
                return self._link(url, self._children(children))
            case Download(path, children):
                return self._link(self.address(path), self._children(children))

    def _children(self, inlines: Iterable[Inline]) -> str:
        return "".join(map(self._inline, inlines))

    def _link(self, url: str, words: str) -> str:
        return f"[{words}]({url.translate(_UNSAFE_IN_ADDRESS)})"

    def blocks(self, blocks: Iterable[Block]) -> str:
        """Return blocks, with an empty line between them."""
        return "\n\n".join(filter(None, map(self._block, blocks)))

    def footnotes(self, footnotes: Iterable[tuple[Block, ...]]) -> Iterator[str]:
        """Yield the footnotes, from number 1."""
        for number, blocks in enumerate(footnotes, start=1):
            yield _hanging(self.blocks(blocks), f"[^{number}]: ", "    ")

    def _block(self, block: Block) -> str:
        match block:
            case Paragraph(children):
                return self.inlines(children)
            case Heading(level, children):
                return f"{'#' * level} {self.inlines(children)}".replace("\\\n", " ")
            case Quote(inner):
                return _hanging(self.blocks(inner), "> ", "> ")
            case Listing():
                return self._listing(block)
            case Table(head, rows):
                return self._table(head, rows)
            case CodeBlock(text):
                return self._code_block(text)
            case Figure(picture, caption):
                return "\n\n".join(filter(None, (self._inline(picture), self.inlines(caption))))
            case Rule():
                return _RULE

    def _listing(self, listing: Listing) -> str:
        items = []
        for number, item in enumerate(listing.items, start=listing.start or 0):
            mark = "- " if listing.start is None else f"{number}. "
            between = "\n" if listing.tight else "\n\n"
            content = between.join(filter(None, map(self._block, item)))
            items.append(_hanging(content, mark, " " * len(mark)))
        return ("\n" if listing.tight else "\n\n").join(items)

    def _table(self, head: tuple[Cell, ...], rows: Iterable[tuple[Cell, ...]]) -> str:
        sides = "|".join(_ALIGNED[cell.align] for cell in head)
        lines = [self._row(head), f"|{sides}|", *map(self._row, rows)]
        return "\n".join(lines)

    def _row(self, cells: Iterable[Cell]) -> str:
        texts = (self.inlines(cell.children).replace("\\\n", " ") for cell in cells)
        return f"| {' | '.join(texts)} |"

    def _code_block(self, text: str) -> str:
        if _COMMAND.search(text) or "~~~" in text:
            return "\\\n".join(escaped(line) or "\u00a0" for line in text.split("\n"))
        return f"~~~\n{text}\n~~~"


def escaped(text: str) -> str:
    """Return plain text so that no sign in it means anything."""
    return _REWRITTEN.sub(_reference, _SLASHED.sub(r"\\\1", text.translate(_REFERENCES)))


def _reference(found: re.Match[str]) -> str:
    return f"&#{ord(found[0])};"


def _code(text: str) -> str:
    """Return text in a fixed width; where it could be a command, without."""
    if _COMMAND.search(text) or "`" in text or "|" in text or text != text.strip():
        return escaped(text)
    return f"`{text}`"


def _around(mark: str, words: str) -> str:
    """Return words between two marks; spaces at their ends stay outside."""
    inner = words.strip()
    if not inner:
        return words
    start = words.index(inner)
    return f"{words[:start]}{mark}{inner}{mark}{words[start + len(inner) :]}"


def _safe_start(text: str) -> str:
    """Return text whose lines do not begin a heading, a list or a rule."""
    return "\n".join(map(_safe_line, text.split("\n")))


def _safe_line(line: str) -> str:
    line = line.lstrip(" \t")
    found = _BLOCK_START.match(line)
    if found is None:
        return line
    number, colon = found.groups()
    if colon:
        return f"&#58;{line[1:]}"
    return f"{number or ''}\\{line[len(number or '') :]}"


def _hanging(text: str, first: str, others: str) -> str:
    lines = text.split("\n")
    rest = [f"{others}{line}".rstrip() if line else others.rstrip() for line in lines[1:]]
    return "\n".join([first + lines[0], *rest])


def _reads_as(written: str, inlines: tuple[Inline, ...]) -> bool:
    """Tell whether Markdown would be read with the emphasis that was meant."""
    return _emphasised(read_line(written)) == _emphasised(inlines)


def _emphasised(inlines: Iterable[Inline]) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for inline in inlines:
        if isinstance(inline, Emphasis | Strong):
            found.append((type(inline).__name__, words_of(inline.children).strip()))
        if isinstance(inline, Emphasis | Strong | Link | Download):
            found.extend(_emphasised(inline.children))
    return found


def _without_emphasis(inlines: Iterable[Inline]) -> Iterator[Inline]:
    for inline in inlines:
        if isinstance(inline, Emphasis | Strong):
            yield from _without_emphasis(inline.children)
        else:
            yield inline
