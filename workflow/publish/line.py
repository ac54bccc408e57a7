"""A line around an article, such as a credit: the same on a page and in a document."""

import string
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from workflow.language.names import listed


@dataclass(frozen=True)
class Part:
    """A stretch of a line.

    `url` makes it a link. `language` is a BCP 47 tag where it differs from the page's. An
    `isolated` part, such as a name, may be in any script and must not disturb the order of the
    words beside it.
    """

    text: str
    url: str | None = None
    language: str | None = None
    isolated: bool = False


Line = tuple[Part, ...]


def plain(line: Line) -> str:
    """Return the text of a line without its links."""
    return "".join(part.text for part in line)


def names_line(names: Sequence[Part], language: str) -> Line:
    """Return names as `language` lists them: `A, B and C`, each name its own part."""
    pattern = _pattern(len(names), language)
    return tuple(names[piece] if isinstance(piece, int) else piece for piece in pattern)


@lru_cache(maxsize=1 << 10)
def _pattern(count: int, language: str) -> tuple[Part | int, ...]:
    """Return what stands in a list of so many names: the places of the names, and words between."""
    pattern = listed([f"{{{number}}}" for number in range(count)], language)
    pieces: list[Part | int] = []
    for literal, number, _, _ in string.Formatter().parse(pattern):
        if literal:
            pieces.append(Part(literal))
        if number is not None:
            pieces.append(int(number))
    return tuple(pieces)
