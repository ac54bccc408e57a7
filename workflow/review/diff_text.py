"""What changed between two texts, in as few and as sensible pieces as a person would mark."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from workflow.review.diff_moves import moves
from workflow.review.diff_sentences import Group, align
from workflow.review.diff_words import Piece, Words, compare, merged
from workflow.review.tokens import sentences, tokens


class HunkKind(StrEnum):
    """What happened to a piece of text."""

    EQUAL = "equal"
    DELETE = "delete"
    INSERT = "insert"
    REPLACE = "replace"


@dataclass(frozen=True)
class Hunk:
    """A piece of the old text and what stands there in the new one; one of them may be empty.

    `move` numbers the moves of a text from 1: a sentence that left one place (DELETE) and came to
    another (INSERT) has the same number in both; 0 is no move.
    """

    old: str
    new: str
    move: int = 0

    @property
    def kind(self) -> HunkKind:
        if self.old == self.new:
            return HunkKind.EQUAL
        if not self.new:
            return HunkKind.DELETE
        return HunkKind.REPLACE if self.old else HunkKind.INSERT


def diff(old: str, new: str) -> tuple[Hunk, ...]:
    """Return the hunks from `old` to `new`: their sides joined are the two texts.

    Sentences are paired first, then compared word by word. Equal hunks and changes take turns, but
    for sentences that were moved: each of their two places is a hunk of its own.
    """
    groups = list(align(tuple(sentences(tokens(old))), tuple(sentences(tokens(new)))))
    moved = moves(groups)
    hunks: list[Hunk] = []
    for move, places in groupby(range(len(groups)), key=lambda place: moved.get(place, 0)):
        run = [groups[place] for place in places]
        hunks += [_moved(run[0], move)] if move else _compared(run)
    return tuple(_with_spaces(hunks))


def _compared(groups: Sequence[Group]) -> list[Hunk]:
    pieces = merged([piece for group in groups for piece in compare(group.old, group.new)])
    pieces = merged([part for piece in pieces for part in _trimmed(piece)])
    return [Hunk("".join(piece.old), "".join(piece.new)) for piece in _settled(pieces)]


def _moved(group: Group, move: int) -> Hunk:
    return Hunk("".join(group.old), "".join(group.new), move)


def _with_spaces(hunks: Sequence[Hunk]) -> list[Hunk]:
    """Return the hunks; the space that came or went with a moved sentence is part of its hunk."""
    result: list[Hunk] = []
    for hunk in hunks:
        last = result[-1] if result else None
        if last and _is_space_of(last, hunk):
            result[-1] = Hunk(last.old + hunk.old, last.new + hunk.new, last.move or hunk.move)
        else:
            result.append(hunk)
    return result


def _is_space_of(one: Hunk, other: Hunk) -> bool:
    """Whether one of two neighbours is a moved sentence and the other only its space."""
    space = other if one.move else one
    alike = one.kind is other.kind is not HunkKind.EQUAL
    return alike and bool(one.move) != bool(other.move) and (space.old + space.new).isspace()


def _trimmed(piece: Piece) -> list[Piece]:
    """Return the piece without the space that both its sides end in, and that space."""
    if piece.kept or not (piece.old and piece.new) or piece.old[-1] != piece.new[-1]:
        return [piece]
    return [Piece(piece.old[:-1], piece.new[:-1]), Piece(piece.old[-1:], piece.new[-1:])]


def _settled(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces with each insertion and deletion moved to where a reader would put it.

    In "the big dog" → "the big bad dog" both " bad" and "bad " came in; people mark the second.
    """
    result = list(pieces)
    for n in range(1, len(result) - 1):
        before, here, after = result[n - 1 : n + 2]
        if not here.kept and not (here.old and here.new):
            change = here.old or here.new
            line = before.new + change + after.new
            start = _best_start(line, len(before.new), len(change))
            left, moved, right = (
                line[:start],
                line[start : start + len(change)],
                line[start + len(change) :],
            )
            result[n - 1] = Piece(left, left)
            result[n] = Piece(moved, ()) if here.old else Piece((), moved)
            result[n + 1] = Piece(right, right)
    return merged(result)


def _best_start(line: Words, start: int, length: int) -> int:
    """Return where in the line the same change of `length` tokens stands best."""
    first = last = start
    while first > max(0, start - length) and line[first - 1] == line[first - 1 + length]:
        first -= 1
    while last < min(len(line), start + 2 * length) - length and line[last] == line[last + length]:
        last += 1
    return max(range(last, first - 1, -1), key=lambda place: _fit(line, place, place + length))


def _fit(line: Words, start: int, end: int) -> int:
    """Return how natural a place is: whole sentences, then words with the space after them."""
    tail = line[max(0, start - 4) : start]
    starts_sentence = len(tuple(sentences((*tail, "x")))) > len(tuple(sentences(tail)))
    starts_word = not tail or tail[-1].isspace()
    ends_word = line[end - 1].isspace() or end == len(line)
    return 4 * starts_sentence + 2 * starts_word + ends_word
