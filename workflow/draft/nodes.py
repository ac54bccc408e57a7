"""Inline Markdown as a small tree: text, what is kept as it is, and spans around other nodes."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workflow.document.inline import SegmentKind, escape, markup_signature, segments

_DEEPEST = 20
"""Spans in spans; a person nests three."""
_RELATIVE_LINK = re.compile(r"\[([^\[\]()]{1,300})\](\([^\s()]{1,2000}\))")


@dataclass(frozen=True)
class Text:
    """Words to translate, without Markdown's escapes."""

    text: str


@dataclass(frozen=True)
class Kept:
    """Markdown that comes through unchanged: code, an address, a footnote's mark, a picture.

    `text` is what a reader sees of it; empty for what stands beside the sentence and not in it.
    """

    raw: str
    text: str = ""


@dataclass(frozen=True)
class Break:
    """A hard line break: no sentence goes on behind it."""

    raw: str
    text: str = "\n"


@dataclass(frozen=True)
class Span:
    """Emphasis or a link around other nodes; `opening` and `closing` are its Markdown."""

    opening: str
    closing: str
    children: tuple["Node", ...]

    @property
    def text(self) -> str:
        """What a reader sees of it."""
        return plain_text(self.children)


Node = Text | Kept | Break | Span


def parse_nodes(markdown: str) -> list[Node]:
    """Read the inline Markdown of a unit; markup nested very deeply is only kept."""
    spans: list[tuple[str, list[Node]]] = [("", [])]
    depth = 0
    for segment in segments(markdown):
        children = spans[-1][1]
        depth += segment.kind is SegmentKind.OPEN
        match segment.kind:
            case SegmentKind.TEXT:
                children.extend(_text_nodes(segment.text, segment.raw))
            case SegmentKind.OPEN if depth <= _DEEPEST:
                spans.append((segment.raw, []))
            case SegmentKind.CLOSE if depth <= _DEEPEST:
                opening, inside = spans.pop()
                spans[-1][1].append(Span(opening, segment.raw, tuple(inside)))
            case SegmentKind.BREAK:
                children.append(Break(segment.raw))
            case SegmentKind.CODE | SegmentKind.AUTOLINK:
                children.append(Kept(segment.raw, segment.text))
            case _:
                children.append(Kept(segment.raw))
        depth -= segment.kind is SegmentKind.CLOSE
    return spans[0][1]


def visible_text(markdown: str) -> str:
    """Return what a reader sees of inline Markdown, without the addresses of any links."""
    return plain_text(parse_nodes(markdown))


def plain_text(nodes: Sequence[Node]) -> str:
    """Return what a reader sees of some nodes."""
    return "".join(node.text for node in nodes)


def to_markdown(nodes: Sequence[Node]) -> str:
    """Return nodes as inline Markdown."""
    return "".join(_markdown(nodes))


def signature(nodes: Sequence[Node]) -> Counter[str]:
    """Return how often each sort of markup stands in some nodes."""
    return markup_signature(to_markdown(nodes))


def _text_nodes(text: str, raw: str) -> Iterator[Node]:
    """Yield a text, in which links that lead to another file are text for a reader too.

    Only whole addresses make links of an article, but an engine must not touch the others either.
    """
    position = 0
    for match in _RELATIVE_LINK.finditer(text):
        if not re.search(rf"(?<!\\){re.escape(match[0])}", raw):  # its brackets are escaped
            continue
        if match.start() > position:
            yield Text(text[position : match.start()])
        yield Span("[", f"]{match[2]}", (Text(match[1]),))
        position = match.end()
    if position < len(text):
        yield Text(text[position:])


def _markdown(nodes: Sequence[Node]) -> Iterator[str]:
    for node in nodes:
        match node:
            case Text(text):
                yield escape(text)
            case Kept(raw) | Break(raw):
                yield raw
            case Span(opening, closing, children):
                yield opening
                yield from _markdown(children)
                yield closing
