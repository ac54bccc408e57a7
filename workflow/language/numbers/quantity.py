"""A number in a text, and all that it may mean."""

from enum import IntEnum
from typing import NamedTuple

Value = float | tuple[str, int]
"""A number; or `("month", 7)`; or `("time", 630)`, minutes after midnight or noon."""


class Weight(IntEnum):
    """How sure it is that a translation must keep a quantity."""

    HINT = 0
    """Only explains a number of the other text: “both”, “decade”, a lone V."""
    WORD = 1
    """In words, Roman or part of a name: counts where the other text has an odd one as well."""
    DIGITS = 2
    """In digits: must be there."""


class Quantity(NamedTuple):
    """A number from `start` to `end` (code points) of a text.

    `parts` are the values of its pieces, should the whole be no number: `2,3` may be a score.
    `scale` is what a word behind it multiplies it by, as in “3 million”.
    """

    start: int
    end: int
    values: frozenset[Value]
    weight: Weight
    parts: tuple[frozenset[Value], ...] = ()
    scale: float = 1.0

    def scaled(self, scale: float, end: int) -> "Quantity":
        """Return this number multiplied, as by the word that ends at `end`."""
        values = frozenset(round(v * scale, 6) for v in self.values if isinstance(v, float))
        return self._replace(end=end, values=values, parts=(), scale=self.scale * scale)

    def also(self, values: set[Value] | frozenset[Value]) -> "Quantity":
        """Return this number with more that it may mean."""
        return self._replace(values=self.values | values)


def hour(hour: int) -> frozenset[Value]:
    """Return the numbers that an hour may be called by: 20 and 8."""
    return frozenset({float(hour), float(hour % 12), float(hour % 12 + 12)})


def time_of_day(hours: int, minutes: int) -> Value:
    """Return the value of a time; half past eight is the same in the morning and in the evening."""
    return ("time", (hours * 60 + minutes) % 720)


def year(number: int) -> frozenset[Value]:
    """Return the years that a number may mean: 15 is 15, 1915 or 2015."""
    if number >= 100:
        return frozenset({float(number)})
    return frozenset({float(number), 1900.0 + number, 2000.0 + number})
