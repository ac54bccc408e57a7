"""Applying the mends that need no second thought."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from workflow.checks.check import Context, Pair
from workflow.checks.finding import Finding
from workflow.checks.run import findings_by_pair, safe_checks

_MOST_ROUNDS = 5
"""One mend may make room for another (`a  ,b`); after so many rounds a text stays as it is."""


def mended(
    pairs: Sequence[Pair],
    context: Context,
    may_stand: Callable[[Finding], bool] = lambda _: False,
) -> list[Pair]:
    """Return the pairs with all safe mends applied to their translations.

    `may_stand` says which findings are left alone, since somebody waived them.
    """
    now = list(pairs)
    for _ in range(_MOST_ROUNDS):
        found: dict[int, list[Finding]] = {}
        for pair, finding in findings_by_pair(now, context):
            if not may_stand(finding):
                found.setdefault(id(pair), []).append(finding)
        after = [_mended_once(pair, found.get(id(pair), ())) for pair in now]
        if after == now:
            break
        now = after
    return now


def safe_mends(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings that can be mended without asking, none of which touches another."""
    safe = safe_checks()
    chosen: list[Finding] = []
    for finding in sorted(
        (f for f in findings if f.check in safe and f.span and len(f.suggestions) == 1),
        key=lambda finding: finding.span or (0, 0),
    ):
        start = (finding.span or (0, 0))[0]
        if not chosen or start > (chosen[-1].span or (0, 0))[1]:
            chosen.append(finding)
    return chosen


def _mended_once(pair: Pair, findings: Iterable[Finding]) -> Pair:
    text = pair.target
    for finding in reversed(safe_mends(findings)):
        start, end = finding.span or (0, 0)
        text = text[:start] + finding.suggestions[0] + text[end:]
    return replace(pair, target=text) if text != pair.target else pair
