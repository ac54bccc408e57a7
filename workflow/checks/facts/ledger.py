"""The ledger of an article: the facts of all its units."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from workflow.checks.check import Pair
from workflow.checks.facts.addresses import address_entries
from workflow.checks.facts.fact import Entry
from workflow.checks.facts.names import name_entries
from workflow.checks.facts.numbers import number_entries
from workflow.checks.facts.quotations import quotation_entries

_READERS: tuple[Callable[[Pair], Iterable[Entry]], ...] = (
    number_entries,
    name_entries,
    quotation_entries,
    address_entries,
)


@dataclass(frozen=True)
class Row:
    """An entry of the ledger and the id of the unit that it is in."""

    unit: str | None
    entry: Entry


def ledger(pairs: Iterable[Pair]) -> Iterator[Row]:
    """Yield the facts of all units that are translated, unit by unit."""
    for pair in pairs:
        if pair.target.strip():
            yield from (Row(pair.unit, entry) for entry in entries(pair))


def entries(pair: Pair) -> list[Entry]:
    """Return the facts of one unit in the order of the source, what was added at the end."""
    found = [entry for reader in _READERS for entry in reader(pair)]
    return sorted(found, key=_place)


def _place(entry: Entry) -> tuple[bool, int]:
    fact = entry.source or entry.target
    return entry.source is None, fact.span[0] if fact else 0
