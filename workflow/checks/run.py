"""Running the checks over pairs: from marks to findings."""

from collections.abc import Iterable, Sequence

from workflow.checks.check import Check, Context, Mark, Pair
from workflow.checks.finding import Finding
from workflow.checks.registry import all_checks


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
    order = {id(pair): number for number, pair in enumerate(pairs)}
    found = [
        (pair, _finding(check, pair, mark, context))
        for check in (all_checks() if checks is None else checks)
        if check.name not in context.off
        for pair, mark in check.marks(pairs, context)
        if not context.is_off(check.name, pair.target_language)
    ]
    return sorted(
        found, key=lambda item: (order[id(item[0])], item[1].span or (-1, -1), item[1].check)
    )


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
