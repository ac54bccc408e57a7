"""The facts that are made of numbers: dates, times, money, percentages, ages, measures, articles.

What a number says is told by the words beside it: see `workflow.checks.facts.signs`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workflow.checks.check import Pair
from workflow.checks.facts.counted import other_units
from workflow.checks.facts.fact import Entry, Fact, FactKind, Standing
from workflow.checks.facts.signs import signs_after, signs_before
from workflow.language.numbers import (
    Quantity,
    Weight,
    stand_for_each_other,
)

_IN_DATE = re.compile(
    r"[\s.,/年月日-]*(?:(?:de|del|of|the|st|nd|rd|th|er|го|-го|е|г|года|році|року)\b)?[\s.,年月日-]*"
)
_FURTHER = re.compile(r"(?:[-–.]\d+(?!\d))+")
"""What follows the number of an article of law: 431-1."""
_WINDOW = 24
_YEARS = range(1500, 2200)


@dataclass(frozen=True)
class _Group:
    """Numbers that say one thing together, such as the three of a date."""

    fact: Fact
    quantities: tuple[Quantity, ...]

    @property
    def is_sure(self) -> bool:
        return any(one.weight is Weight.DIGITS for one in self.quantities)


def number_entries(pair: Pair) -> Iterator[Entry]:
    """Yield the rows of the ledger that are made of numbers, in the order of the source."""
    compared = pair.numbers
    odd = {*compared.missing, *(there for _, there in compared.changed)}
    for of_time in (False, True):
        odd.update(other.there for other in other_units(pair, of_time=of_time))
    left = _groups(pair.text, compared.here)
    for group in _groups(pair.original, compared.there):
        partner = _counterpart(group, left)
        if partner is not None:
            left.remove(partner)
            same = not odd.intersection(group.quantities)
            standing = Standing.SAME if same else Standing.CHANGED
            yield Entry(group.fact, partner.fact, standing)
            continue
        wrong = [here for here, there in compared.changed if there in group.quantities]
        wrong_group = next((g for g in left if set(wrong) & set(g.quantities)), None)
        if wrong_group is not None:
            left.remove(wrong_group)
            yield Entry(group.fact, wrong_group.fact, Standing.CHANGED)
        elif odd.intersection(group.quantities) and group.is_sure:
            yield Entry(group.fact, None, Standing.MISSING)
        elif any(one.weight is not Weight.HINT for one in group.quantities):
            yield Entry(group.fact, None, Standing.UNSURE)
    for group in left:
        if group.is_sure and set(compared.added).intersection(group.quantities):
            yield Entry(None, group.fact, Standing.ADDED)


def number_facts(text: str, found: Sequence[Quantity]) -> dict[Quantity, Fact]:
    """Return the fact that each number of a text is a part of."""
    return {one: group.fact for group in _groups(text, found) for one in group.quantities}


def _counterpart(group: _Group, others: Sequence[_Group]) -> _Group | None:
    """Return the group that shares most numbers with `group`, None where none does."""

    def shared(other: _Group) -> int:
        return sum(
            any(stand_for_each_other(mine, theirs) for theirs in other.quantities)
            for mine in group.quantities
        )

    best = max(
        others,
        key=lambda other: (
            shared(other),
            other.fact.kind is group.fact.kind,
            other.is_sure is group.is_sure,
        ),
        default=None,
    )
    return best if best is not None and shared(best) else None


def _groups(text: str, found: Sequence[Quantity]) -> list[_Group]:
    """Put the numbers that make one date together, and say of each what it is."""
    groups: list[list[Quantity]] = []
    for quantity in found:
        if groups and _go_together(text, groups[-1], quantity):
            groups[-1].append(quantity)
        else:
            groups.append([quantity])
    made: list[_Group] = []
    for group in groups:
        if any(one.weight is not Weight.HINT for one in group):
            if made and group[0].start < made[-1].fact.span[1]:  # 431-1
                group = [*made.pop().quantities, *group]
            made.append(_Group(_fact(text, group), tuple(group)))
    return made


def _go_together(text: str, group: Sequence[Quantity], quantity: Quantity) -> bool:
    last = group[-1]
    if quantity.start < last.end:
        return True
    if not _IN_DATE.fullmatch(text[last.end : quantity.start]) or len(group) > 2:
        return False
    months = sum(map(_has_month, [*group, quantity]))
    return months == 1 and (_may_be_date_part(quantity) and all(map(_may_be_date_part, group)))


def _has_month(quantity: Quantity) -> bool:
    return any(isinstance(value, tuple) and value[0] == "month" for value in quantity.values)


def _may_be_date_part(quantity: Quantity) -> bool:
    if _has_month(quantity):
        return True
    return quantity.scale == 1 and any(
        isinstance(value, float) and (1 <= value <= 31 or value in _YEARS)
        for value in quantity.values
    )


def _fact(text: str, group: Sequence[Quantity]) -> Fact:
    start, end = group[0].start, max(one.end for one in group)
    if any(map(_has_month, group)):
        return Fact(FactKind.DATE, text[start:end], (start, end))
    for kind, before in signs_before():
        if match := before.search(text[max(0, start - _WINDOW) : start]):
            start -= len(match.group())
            if kind is FactKind.LAW and (further := _FURTHER.match(text, end)):
                end = further.end()
            return Fact(kind, text[start:end], (start, end))
    for kind, after in signs_after():
        if match := after.match(text, end, end + _WINDOW):
            if kind is FactKind.MEASURE and _is_year(group):
                break
            return Fact(kind, text[start : match.end()], (start, match.end()))
    return Fact(_bare_kind(group), text[start:end], (start, end))


def _bare_kind(group: Sequence[Quantity]) -> FactKind:
    if any(isinstance(value, tuple) for one in group for value in one.values):
        return FactKind.TIME
    return FactKind.DATE if _is_year(group) else FactKind.NUMBER


def _is_year(group: Sequence[Quantity]) -> bool:
    (first, *more) = group
    values = [value for value in first.values if isinstance(value, float)]
    return (
        not more
        and first.end - first.start == 4
        and bool(values)
        and all(value in _YEARS for value in values)
    )
