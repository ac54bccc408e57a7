"""Running the checks over pairs: from marks to findings."""

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from workflow.checks.check import Check, Context, Mark, Pair
from workflow.checks.finding import Finding
from workflow.checks.registry import all_checks
from workflow.checks.spreading import cores, spread

_LONG = 400
"""From so many units on, other processes are worth their start."""
_FIRST = 50
"""So many units are read before, so that each process inherits tables and patterns ready made."""
_PARTS = 12
"""Into how many parts for each core a text is cut, so that none waits long for another."""


def check_pairs(
    pairs: Sequence[Pair], context: Context, checks: Iterable[Check] | None = None
) -> list[Finding]:
    """Return the findings of all checks that are switched on, in reading order.

    `pairs` are the units of one article in its order, or the paragraphs of one text; `checks` are
    those to run instead of all.
    """
    return [finding for _, finding in findings_by_pair(pairs, context, checks)]


def findings_by_pair(
    pairs: Sequence[Pair], context: Context, checks: Iterable[Check] | None = None
) -> list[tuple[Pair, Finding]]:
    """Return the findings as `check_pairs` does, each with the pair that it is in."""
    found = _found(pairs, context, all_checks() if checks is None else checks)
    return _in_reading_order(pairs, found)


def spread_findings(pairs: Sequence[Pair], context: Context) -> list[tuple[Pair, Finding]]:
    """Return what `findings_by_pair` does, for a long text on all cores."""
    with _nothing_collected():
        return _spread(pairs, context)


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Spare Python the search for circular garbage, which checks do not leave.

    The views of a text are kept as long as its pair, so the search takes a tenth of the time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _spread(pairs: Sequence[Pair], context: Context) -> list[tuple[Pair, Finding]]:
    if len(pairs) < _LONG or cores() < 2:
        return findings_by_pair(pairs, context)
    step = -(-len(pairs) // (_PARTS * cores()))
    starts = range(_FIRST, len(pairs), step)
    parts: list[Check | slice] = [*article_checks()]
    parts += [slice(start, start + step) for start in starts]

    def find(part: Check | slice) -> list[tuple[int, Finding]]:
        if isinstance(part, Check):
            return _found(pairs, context, [part])
        return _found(pairs[part], context, unit_checks(), part.start)

    found = find(slice(0, _FIRST))
    found += [each for some in spread(find, parts) for each in some]
    return _in_reading_order(pairs, found)


def _found(
    pairs: Sequence[Pair], context: Context, checks: Iterable[Check], first: int = 0
) -> list[tuple[int, Finding]]:
    """Return the findings with the numbers of their pairs, which count from `first`."""
    order = {id(pair): number for number, pair in enumerate(pairs, first)}
    return [
        (order[id(pair)], _finding(check, pair, mark, context))
        for check in checks
        if check.name not in context.off
        for pair, mark in check.marks(pairs, context)
        if not context.is_off(check.name, pair.target_language)
    ]


def _in_reading_order(
    pairs: Sequence[Pair], found: Iterable[tuple[int, Finding]]
) -> list[tuple[Pair, Finding]]:
    ordered = sorted(found, key=lambda item: (item[0], item[1].span or (-1, -1), item[1].check))
    return [(pairs[number], finding) for number, finding in ordered]


def unit_checks() -> tuple[Check, ...]:
    """Return the checks that look at one unit alone: what they find in it no other unit changes."""
    return tuple(check for check in all_checks() if check.unit is not None)


def article_checks() -> tuple[Check, ...]:
    """Return the checks that look at all units of an article together."""
    return tuple(check for check in all_checks() if check.article is not None)


def safe_checks() -> frozenset[str]:
    """Return the names of the checks whose first suggestion is right without a second thought."""
    return frozenset(check.name for check in all_checks() if check.safe)


def known_checks() -> frozenset[str]:
    """Return the names of all checks."""
    return frozenset(check.name for check in all_checks())


def _finding(check: Check, pair: Pair, mark: Mark, context: Context) -> Finding:
    span = mark.span
    if span is not None and not mark.raw:
        span = pair.plain.raw(span)
    excerpt = pair.target[slice(*span)] if span else ""
    mendable = span is None or mark.raw or excerpt == pair.text[slice(*(mark.span or (0, 0)))]
    return Finding(
        check=check.name,
        severity=context.weight(check.name, pair.target_language)
        or mark.severity
        or check.severity,
        message=mark.message,
        unit=pair.unit,
        span=span,
        excerpt=excerpt,
        subject=mark.subject,
        suggestions=mark.suggestions if mendable else (),
    )
