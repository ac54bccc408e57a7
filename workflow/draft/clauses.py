"""A sentence cut into shorter parts, for engines that lose their way in a long one."""

import re
from collections.abc import Iterator, Sequence

from workflow.draft.nodes import Node, Text, plain_text
from workflow.draft.plan import Sentence, Step

_CUT = re.compile(r"([,;:] | [—–-] )")
_FEWEST_WORDS = 4


def clauses(nodes: Sequence[Node]) -> list[Step]:
    """Return a sentence as clauses to translate and the marks between them.

    It is cut outside of spans, where at least a few words stand on both sides.
    """
    pieces = [piece for node in nodes for piece in _pieces(node)]
    steps: list[Step] = []
    clause: list[Node] = []
    for number, piece in enumerate(pieces):
        if isinstance(piece, str):
            rest = [node for node in pieces[number + 1 :] if not isinstance(node, str)]
            if _words(clause) >= _FEWEST_WORDS <= _words(rest):
                steps += [Sentence(tuple(clause)), piece]
                clause = []
            else:
                clause.append(Text(piece))
        else:
            clause.append(piece)
    return [*steps, Sentence(tuple(clause))]


def _pieces(node: Node) -> Iterator[Node | str]:
    if not isinstance(node, Text):
        yield node
        return
    for number, part in enumerate(_CUT.split(node.text)):
        if number % 2:
            yield part
        elif part:
            yield Text(part)


def _words(nodes: Sequence[Node]) -> int:
    return len(plain_text(nodes).split())
