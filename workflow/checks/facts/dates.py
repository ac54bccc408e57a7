"""The dates and times of the ledger, and which numbers of a text are a part of one."""

from collections.abc import Mapping

from workflow.checks.check import Pair
from workflow.checks.facts.fact import Fact, FactKind
from workflow.checks.facts.numbers import number_facts
from workflow.language.numbers import Quantity

_KINDS = frozenset({FactKind.DATE, FactKind.TIME})

Dates = Mapping[Quantity, Fact]
"""By the numbers that it is made of: a date, a year or a time."""


def dates_there(pair: Pair) -> Dates:
    """Return the dates of the source."""
    return _dates(number_facts(pair.original, pair.numbers.there))


def dates_here(pair: Pair) -> Dates:
    """Return the dates of the translation."""
    return _dates(number_facts(pair.text, pair.numbers.here))


def _dates(facts: Mapping[Quantity, Fact]) -> Dates:
    return {quantity: fact for quantity, fact in facts.items() if fact.kind in _KINDS}
