"""Words of a sentence that are decided on before an engine sees it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workflow.document.inline import escape
from workflow.draft.masking import protected_pieces
from workflow.draft.nodes import Kept, Node, Span, Text


@dataclass(frozen=True)
class Decided:
    """What stands from `start` to `end` of a sentence's plain text becomes `words`."""

    start: int
    end: int
    words: str


def with_decided(nodes: Sequence[Node], decided: Sequence[Decided]) -> list[Node]:
    """Return a sentence in which these words are kept, as code and addresses are.

    Words that markup cuts in two, or that are part of an address, stay as they are.
    """
    return list(_nodes(nodes, decided, 0))


def _nodes(nodes: Sequence[Node], decided: Sequence[Decided], start: int) -> Iterator[Node]:
    for node in nodes:
        match node:
            case Text(text):
                yield from _pieces(text, decided, start)
            case Span(opening, closing, children):
                yield Span(opening, closing, tuple(_nodes(children, decided, start)))
            case _:
                yield node
        start += len(node.text)


def _pieces(text: str, decided: Sequence[Decided], start: int) -> Iterator[Node]:
    for piece in protected_pieces(text):
        end = start + len(piece.text)
        if isinstance(piece, Text):
            yield from _cut(
                piece.text, start, [d for d in decided if start <= d.start < d.end <= end]
            )
        else:
            yield piece
        start = end


def _cut(text: str, start: int, decided: Sequence[Decided]) -> Iterator[Node]:
    position = start
    for one in decided:
        if one.start > position:
            yield Text(text[position - start : one.start - start])
        yield Kept(escape(one.words), text[one.start - start : one.end - start])
        position = one.end
    if text[position - start :]:
        yield Text(text[position - start :])
