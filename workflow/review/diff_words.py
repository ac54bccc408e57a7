"""Which words of a sentence stayed when it was rewritten.

An alignment with a price for every place of change (affine gaps, as in O. Gotoh 1982, "An improved
algorithm for matching biological sequences") leaves few and long changes: a lone "the" between two
changes does not pay for itself, so the reader sees one phrase replaced by another.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from workflow.review.tokens import weight

Words = tuple[str, ...]

_OPEN = 10
"""The price of one more place of change, in units of `tokens.weight`: a word of five letters."""
_MOST_CELLS = 400_000
"""The largest table that is filled, in tokens times tokens: about a second's work."""
_NOWHERE = -(10**9)


@dataclass(frozen=True)
class Piece:
    """Tokens of the old text and what stands there in the new; the same where they stayed."""

    old: Words
    new: Words

    @property
    def kept(self) -> bool:
        return self.old == self.new

    @property
    def size(self) -> int:
        return max(sum(map(weight, self.old)), sum(map(weight, self.new)))


def compare(old: Words, new: Words) -> list[Piece]:
    """Return the pieces from `old` to `new`, kept and changed in turn."""
    start, end = shared_ends(old, new)
    head, tail = (
        Piece(old[:start], new[:start]),
        Piece(old[len(old) - end :], new[len(new) - end :]),
    )
    old, new = old[start : len(old) - end], new[start : len(new) - end]
    if len(old) * len(new) > _MOST_CELLS:
        return merged([head, Piece(old, new), tail])
    middle = [Piece(old[i:k], new[j:m]) for i, k, j, m in _steps(old, new)]
    pieces = merged([head, *middle, tail])
    while (crumb := _crumb(pieces)) is not None:
        around = pieces[crumb - 1 : crumb + 2]
        pieces[crumb - 1 : crumb + 2] = [_together(around)]
    return pieces


def shared_ends(old: Sequence[object], new: Sequence[object]) -> tuple[int, int]:
    """Return how many items the two share at the start, and how many of the rest at the end."""
    most = min(len(old), len(new))
    start = next((n for n in range(most) if old[n] != new[n]), most)
    end = next((n for n in range(most - start) if old[-1 - n] != new[-1 - n]), most - start)
    return start, end


def merged(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces with neighbours of a kind put together."""
    result: list[Piece] = []
    for piece in pieces:
        if result and result[-1].kept == piece.kept:
            result[-1] = _together((result[-1], piece))
        elif piece.old or piece.new:
            result.append(piece)
    return result


def _together(pieces: Sequence[Piece]) -> Piece:
    return Piece(
        tuple(token for piece in pieces for token in piece.old),
        tuple(token for piece in pieces for token in piece.new),
    )


def _crumb(pieces: Sequence[Piece]) -> int | None:
    """Return the place of kept words that are too few between the changes on their sides."""
    for n in range(1, len(pieces) - 1):
        before, here, after = pieces[n - 1 : n + 2]
        if here.kept and 2 * here.size < min(before.size, after.size):
            return n
    return None


def _steps(old: Words, new: Words) -> list[tuple[int, int, int, int]]:
    """Return (old start, old end, new start, new end) of each token that stays, goes or comes.

    `stay[j]` and `move[j]` are the best scores up to a place that ends in a kept token and in a
    change; `came_*` remember, for each place, which of the two the best way there came through.
    """
    weights = [weight(token) for token in old]
    stay, move = [_NOWHERE] * (len(new) + 1), [_NOWHERE] * (len(new) + 1)
    came_to_stay, came_to_move = [], []
    for i in range(len(old) + 1):
        above_stay, above_move = stay, move
        stay, move = [_NOWHERE] * (len(new) + 1), [_NOWHERE] * (len(new) + 1)
        to_stay, to_move = bytearray(len(new) + 1), bytearray(len(new) + 1)
        for j in range(len(new) + 1):
            if i == j == 0:
                stay[0] = 0
                continue
            if i and j and old[i - 1] == new[j - 1]:
                to_stay[j] = above_move[j - 1] > above_stay[j - 1]
                stay[j] = weights[i - 1] + max(above_stay[j - 1], above_move[j - 1])
            ways = []
            if i:
                ways += [(above_move[j], 0), (above_stay[j] - _OPEN, 1)]
            if j:
                ways += [(move[j - 1], 2), (stay[j - 1] - _OPEN, 3)]
            move[j], to_move[j] = max(ways, key=lambda way: way[0])
        came_to_stay.append(to_stay)
        came_to_move.append(to_move)
    return _walk_back(came_to_stay, came_to_move, moving=move[-1] > stay[-1])


def _walk_back(
    came_to_stay: Sequence[bytearray], came_to_move: Sequence[bytearray], *, moving: bool
) -> list[tuple[int, int, int, int]]:
    i, j = len(came_to_stay) - 1, len(came_to_stay[0]) - 1
    steps = []
    while i or j:
        if moving:
            way = came_to_move[i][j]
            di, dj = (1, 0) if way < 2 else (0, 1)
            moving = way in (0, 2)
        else:
            di, dj = 1, 1
            moving = bool(came_to_stay[i][j])
        steps.append((i - di, i, j - dj, j))
        i, j = i - di, j - dj
    return steps[::-1]
