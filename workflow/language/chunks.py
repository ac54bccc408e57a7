"""Reading texts chunk by chunk, where the same words come again and again.

A chunk is what stands between two spaces. What is found out about one is remembered, which takes a
fifth of the time of running a pattern over every text.
"""

from collections.abc import Callable, Iterator
from typing import Generic, TypeVar

_MOST_KEPT = 100_000
_LONGEST_KEPT = 40
"""Longer ones hardly come again: addresses, and texts of scripts without spaces."""

Found = TypeVar("Found")


class Chunks(dict[str, Found], Generic[Found]):
    """By chunks: what `look` finds in each; it sees neither the spaces nor what lies beyond."""

    def __init__(self, look: Callable[[str], Found]) -> None:
        self._look = look

    def of(self, text: str) -> Iterator[Found]:
        """Yield what is found in the chunks of a text, in its order."""
        return map(self.__getitem__, text.split())

    def placed(self, text: str) -> Iterator[tuple[int, int, Found]]:
        """Yield where each chunk of a text begins and ends, and what is found in it."""
        end = 0
        for chunk in text.split():
            start = text.index(chunk, end)
            end = start + len(chunk)
            yield start, end, self[chunk]

    def __missing__(self, chunk: str) -> Found:
        found = self._look(chunk)
        if len(chunk) <= _LONGEST_KEPT:
            if len(self) >= _MOST_KEPT:
                self.clear()
            self[chunk] = found
        return found
