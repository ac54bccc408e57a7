"""The same number of something else: dollars for euros, miles for kilometres, p.m. for a.m."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from workflow.checks.check import Pair
from workflow.language.numbers import Quantity, Weight, stand_for_each_other
from workflow.language.units import Unit, half_of_day, unit_of

_ONE = frozenset({1.0})
"""The number one is an article in many languages: “un mes”, “one day”."""


class OtherUnit(NamedTuple):
    """A number here and the one of the source, which counts something else of the same kind."""

    here: Quantity
    there: Quantity


def other_units(pair: Pair, *, of_time: bool) -> Iterator[OtherUnit]:
    """Yield the numbers that count something else than in the source, or the times of day.

    Nothing is said of a number that no unit is written beside, in one text or the other.
    """
    here = _counted(pair.numbers.here, pair.text, pair.target_language, of_time=of_time)
    if not here:
        return
    there = _counted(pair.numbers.there, pair.original, pair.source_language or "", of_time=of_time)
    for one, unit in here:
        same = [
            (other, theirs)
            for other, theirs in there
            if theirs.kind == unit.kind and stand_for_each_other(one, other)
        ]
        if same and all(theirs != unit for _, theirs in same):
            yield OtherUnit(one, same[0][0])


def _counted(
    found: Sequence[Quantity], text: str, tag: str, *, of_time: bool
) -> list[tuple[Quantity, Unit]]:
    counted = []
    for one in found:
        if one.weight is Weight.HINT or one.values == _ONE or _is_time(one) is not of_time:
            continue
        unit = (
            half_of_day(text, one.start, one.end, tag)
            if of_time
            else unit_of(text, one.start, one.end)
        )
        if unit is not None:
            counted.append((one, unit))
    return counted


def _is_time(one: Quantity) -> bool:
    return any(isinstance(value, tuple) and value[0] == "time" for value in one.values)
