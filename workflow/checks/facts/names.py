"""The rows of the ledger that are proper names."""

import re
from collections.abc import Iterator

from rapidfuzz.fuzz import ratio

from workflow.checks.check import Pair
from workflow.checks.facts.fact import Entry, Fact, FactKind, Standing
from workflow.language.cognates import folded
from workflow.language.name_pairs import are_comparable
from workflow.language.proper_names import Name

_BEFORE, _AFTER = re.compile(r"(?<!\w)([^\W\d_]{2,}) $"), re.compile(r" ([^\W\d_]{2,})(?!\w)")
_ALIKE = 57.0
"""How alike two words beside a name must be, in percent, to belong to it."""


def name_entries(pair: Pair) -> Iterator[Entry]:
    """Yield the rows of the ledger that are names; words that stand together make one row."""
    compared = pair.names
    waiting: tuple[Name, Name] | None = None
    for there, here in compared.same:
        if waiting and _is_next(waiting[0], there) and _is_next(waiting[1], here):
            there = _joined(waiting[0], there, pair.original)
            here = _joined(waiting[1], here, pair.text)
        elif waiting:
            yield _same(*waiting, pair)
        waiting = there, here
    if waiting:
        yield _same(*waiting, pair)
    sure = are_comparable(pair.source_language or "", pair.target_language)
    for there in compared.lost:
        yield Entry(_fact(there), None, Standing.MISSING if sure else Standing.UNSURE)
    if sure:
        yield from (Entry(None, _fact(here), Standing.ADDED) for here in compared.gained)


def _same(there: Name, here: Name, pair: Pair) -> Entry:
    """Return the row of a name, with words beside it that are in the dictionary: Пётр Орлов."""
    mine, theirs = there.span, here.span
    for beside in (_BEFORE, _AFTER):
        word, other = _beside(beside, pair.original, mine), _beside(beside, pair.text, theirs)
        if word and other and _may_be_same(word[1], other[1]):
            mine, theirs = _reaching(mine, word.span(1)), _reaching(theirs, other.span(1))
    return Entry(
        Fact(FactKind.NAME, pair.original[slice(*mine)], mine),
        Fact(FactKind.NAME, pair.text[slice(*theirs)], theirs),
        Standing.SAME,
    )


def _beside(pattern: re.Pattern[str], text: str, span: tuple[int, int]) -> re.Match[str] | None:
    """Return the word with a capital that stands before or after a place in a text."""
    match = pattern.match(text, span[1]) if pattern is _AFTER else pattern.search(text, 0, span[0])
    return match if match and match[1][0].isupper() else None


def _may_be_same(word: str, other: str) -> bool:
    mine, theirs = folded(word), folded(other)
    return mine[:1] == theirs[:1] and ratio(mine, theirs) >= _ALIKE


def _reaching(span: tuple[int, int], other: tuple[int, int]) -> tuple[int, int]:
    return min(span[0], other[0]), max(span[1], other[1])


def _is_next(first: Name, second: Name) -> bool:
    return first.span[1] + 1 == second.span[0]


def _joined(first: Name, second: Name, text: str) -> Name:
    span = (first.span[0], second.span[1])
    return first._replace(text=text[slice(*span)], span=span)


def _fact(name: Name) -> Fact:
    return Fact(FactKind.NAME, name.text, name.span)
