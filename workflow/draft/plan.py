"""A unit's nodes laid out as sentences to translate and Markdown that stays between them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from workflow.draft.nodes import Break, Node, Span, Text, plain_text, to_markdown
from workflow.language.sentences import split_sentences

_SPACES = re.compile(r"(\A\s+|\s+\Z)")


@dataclass(frozen=True)
class Sentence:
    """The nodes of one sentence, without white space around it."""

    nodes: tuple[Node, ...]


Step = str | Sentence
"""Markdown to copy, or a sentence to translate."""


def plan(nodes: Sequence[Node], tag: str) -> list[Step]:
    """Lay out a unit in the language `tag`. The steps, read in order, are the whole unit.

    A span that holds the end of a sentence is opened and closed between sentences; any other stays
    inside of its sentence.
    """
    text = plain_text(nodes)
    ends = accumulate(map(len, split_sentences(text, tag)))
    breaks = (match.end() for match in re.finditer("\n", text))
    return laid_out(nodes, {*ends, *breaks})


def laid_out(nodes: Sequence[Node], cuts: set[int]) -> list[Step]:
    """Lay out nodes that are cut at these places of their plain text."""
    return list(_steps(nodes, 0, cuts))


def _steps(nodes: Sequence[Node], start: int, cuts: set[int]) -> Iterator[Step]:
    sentence: list[Node] = []
    for node in nodes:
        end = start + len(node.text)
        match node:
            case Break(raw):
                yield from _finished(sentence)
                yield raw
                sentence = []
            case Span(opening, closing, children) if _holds_cut(start, end, cuts):
                yield from _finished(sentence)
                yield opening
                yield from _steps(children, start, cuts)
                yield closing
                sentence = []
            case Text(text):
                *whole, rest = _cut(text, start, cuts)
                for piece in whole:
                    yield from _finished([*sentence, Text(piece)])
                    sentence = []
                sentence.append(Text(rest))
            case _:
                sentence.append(node)
        start = end
    yield from _finished(sentence)


def _holds_cut(start: int, end: int, cuts: set[int]) -> bool:
    return any(start < cut < end for cut in cuts)


def _cut(text: str, start: int, cuts: set[int]) -> list[str]:
    places = [0, *sorted(c - start for c in cuts if start < c <= start + len(text)), len(text)]
    return [text[a:b] for a, b in pairwise(places)]


def _finished(nodes: Sequence[Node]) -> Iterator[Step]:
    """Yield a sentence, and apart from it the white space and marks at its two ends."""
    apart = [piece for node in nodes for piece in _spaces_apart(node)]
    inside = [index for index, node in enumerate(apart) if not _is_beside(node)]
    start, end = (inside[0], inside[-1] + 1) if inside else (len(apart), len(apart))
    yield from map(_raw, apart[:start])
    if inside:
        yield Sentence(tuple(apart[start:end]))
    yield from map(_raw, apart[end:])


def _spaces_apart(node: Node) -> list[Node]:
    if not isinstance(node, Text):
        return [node]
    parts = _SPACES.split(node.text)
    return [Text(part) for part in parts if part]


def _is_beside(node: Node) -> bool:
    return not isinstance(node, Span) and not node.text.strip()


def _raw(node: Node) -> str:
    return to_markdown([node])
