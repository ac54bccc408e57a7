"""A line around an article, such as a credit: the same on a page and in a document."""

import string
from collections.abc import Sequence
from dataclasses import dataclass

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
    pattern = listed([f"{{{number}}}" for number in range(len(names))], language)
    parts: list[Part] = []
    for literal, number, _, _ in string.Formatter().parse(pattern):
        if literal:
            parts.append(Part(literal))
        if number is not None:
            parts.append(names[int(number)])
    return tuple(parts)
