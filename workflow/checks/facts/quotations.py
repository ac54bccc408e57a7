"""The quotations of a source beside those of its translation."""

import re
from collections.abc import Iterator, Sequence

from workflow.checks.check import Pair
from workflow.checks.facts.fact import Entry, Fact, FactKind, Standing
from workflow.language.quotes import sides

_MARKS = re.compile(r"[\"“”„‟«»「」『』]|(?<!\w)[‘‚‹']|['’›](?!\w)")
_JAPANESE = {"「": "open", "『": "open", "」": "close", "』": "close"}
_SINGLE = {"‘": "open", "‚": "open", "‹": "open", "›": "close"}
_APART = 0.45
"""Two quotations whose lengths are further apart than this share are not the same one."""


def quotation_entries(pair: Pair) -> Iterator[Entry]:
    """Yield the rows of the ledger that are quotations, in their order.

    Without knowing the words, quotations are told by their order and by their length.
    """
    there = quotations(pair.original, pair.source_language or "")
    here = quotations(pair.text, pair.target_language)
    if len(there) == len(here):
        for mine, theirs in zip(there, here, strict=True):
            yield Entry(mine, theirs, Standing.SAME)
        return
    left = list(here)
    for fact in there:
        partner = _like(fact, left, pair)
        if partner is None:
            yield Entry(fact, None, Standing.UNSURE)
            continue
        place = left.index(partner)
        yield from (Entry(None, other, Standing.ADDED) for other in left[:place])
        left = left[place + 1 :]
        yield Entry(fact, partner, Standing.SAME)
    yield from (Entry(None, other, Standing.ADDED) for other in left)


def quotations(text: str, tag: str) -> list[Fact]:
    """Return the outer quotations of a text in a language (a BCP 47 tag), without their marks."""
    found: list[Fact] = []
    begun: list[int] = []
    for match in _MARKS.finditer(text):
        if _opens(match.group(), text, match.start(), tag, inside=bool(begun)):
            begun.append(match.end())
        elif begun:
            start = begun.pop()
            if not begun and text[start : match.start()].strip():
                span = (start, match.start())
                found.append(Fact(FactKind.QUOTATION, text[slice(*span)].strip(), span))
    return found


def _opens(mark: str, text: str, place: int, tag: str, *, inside: bool) -> bool:
    side = _JAPANESE.get(mark) or _SINGLE.get(mark)
    if side is None:
        side = "both" if mark in "'’" else sides(mark, tag)
    if side != "both":
        return side == "open"
    if not inside:
        return True
    before = text[place - 1] if place else " "
    after = text[place + 1] if place + 1 < len(text) else " "
    return (before.isspace() or before in "([—–") and not after.isspace()


def _like(fact: Fact, others: Sequence[Fact], pair: Pair) -> Fact | None:
    """Return the first of `others` that takes up as much of its text as `fact` does of its own."""
    share = len(fact.text) / max(1, len(pair.original))
    for other in others:
        theirs = len(other.text) / max(1, len(pair.text))
        if min(share, theirs) >= max(share, theirs) * (1 - _APART):
            return other
    return None
