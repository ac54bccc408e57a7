"""Asking of many texts which of their words have some property, and of each word only once.

The same words come again and again, and most of them have it not. Sets answer for all words of a
text at once, in a fraction of the time that asking word by word takes.
"""

from collections.abc import Callable, Set

_MOST_KEPT = 200_000


class Sieve:
    """Keeps back the words that `holds` is true of, and remembers its answers."""

    def __init__(self, holds: Callable[[str], object]) -> None:
        self._holds = holds
        self._kept: set[str] = set()
        self._passed: set[str] = set()

    def of(self, words: Set[str]) -> Set[str]:
        """Return those of the words that have the property."""
        rest = words - self._passed
        if new := rest - self._kept:
            if len(self._passed) + len(self._kept) > _MOST_KEPT:
                self._passed, self._kept, new = set(), set(), words
            kept = set(filter(self._holds, new))
            self._kept |= kept
            self._passed |= new - kept
            rest = words & self._kept
        return rest
