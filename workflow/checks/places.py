"""Where in a file a text stands, so that a finding can name line and column."""

import re
from dataclasses import dataclass

_MSGSTR = re.compile(r"\s*msgstr(?:\[\d+\])?\s*(?=\")")
_STRING = re.compile(r'\s*"(.*)"\s*$')
_ESCAPE = re.compile(r"\\(?:[0-7]{1,3}|x[0-9a-fA-F]{2}|.)")


@dataclass(frozen=True)
class Place:
    """A text in a file: for each stretch that is on one line, its offset in the text, line, column.

    Lines and columns count from 1, columns in code points.
    """

    stretches: tuple[tuple[int, int, int], ...]

    def at(self, span: tuple[int, int] | None) -> tuple[int, int]:
        """Return line and column of the beginning of `span`, or of the text."""
        offset = span[0] if span else 0
        before = [stretch for stretch in self.stretches if stretch[0] <= offset]
        start, line, column = before[-1] if before else self.stretches[0]
        return line, column + offset - start


def po_places(text: str) -> list[Place]:
    """Return the places of all translations (`msgstr`) in a PO file, its header first.

    Columns are exact up to the first escaped sign on a line.
    """
    places = []
    lines = text.splitlines()
    number = 0
    while number < len(lines):
        keyword = _MSGSTR.match(lines[number]) if "msgstr" in lines[number] else None
        if keyword is None:
            number += 1
            continue
        offset = 0
        stretches: list[tuple[int, int, int]] = []
        string = _STRING.match(lines[number], keyword.end())
        while string is not None:
            if string[1] or not stretches:
                stretches.append((offset, number + 1, string.start(1) + 1))
            offset += len(_ESCAPE.sub("?", string[1]) if "\\" in string[1] else string[1])
            number += 1
            string = _STRING.match(lines[number]) if number < len(lines) else None
        number += not stretches
        places.append(Place(tuple(stretches) or ((0, number, 1),)))
    return places
