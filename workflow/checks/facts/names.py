"""The rows of the ledger that are proper names."""

from collections.abc import Iterator

from workflow.checks.check import Pair
from workflow.checks.facts.fact import Entry, Fact, FactKind, Standing
from workflow.language.name_pairs import are_comparable
from workflow.language.proper_names import Name


def name_entries(pair: Pair) -> Iterator[Entry]:
    """Yield the rows of the ledger that are names; words that stand together make one row."""
    compared = pair.names
    waiting: tuple[Name, Name] | None = None
    for there, here in compared.same:
        if waiting and _is_next(waiting[0], there) and _is_next(waiting[1], here):
            there = _joined(waiting[0], there, pair.original)
            here = _joined(waiting[1], here, pair.text)
        elif waiting:
            yield Entry(_fact(waiting[0]), _fact(waiting[1]), Standing.SAME)
        waiting = there, here
    if waiting:
        yield Entry(_fact(waiting[0]), _fact(waiting[1]), Standing.SAME)
    sure = are_comparable(pair.source_language or "", pair.target_language)
    for there in compared.lost:
        yield Entry(_fact(there), None, Standing.MISSING if sure else Standing.UNSURE)
    if sure:
        yield from (Entry(None, _fact(here), Standing.ADDED) for here in compared.gained)


def _is_next(first: Name, second: Name) -> bool:
    return first.span[1] + 1 == second.span[0]


def _joined(first: Name, second: Name, text: str) -> Name:
    span = (first.span[0], second.span[1])
    return first._replace(text=text[slice(*span)], span=span)


def _fact(name: Name) -> Fact:
    return Fact(FactKind.NAME, name.text, name.span)
