"""Where a translation breaks the glossary, as marks; only loaded where there is a glossary."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from workflow.checks.check import Mark, Pair
from workflow.checks.finding import Severity
from workflow.glossary.enforcing import Breach, BreachKind, pair_breaches, text_breaches

if TYPE_CHECKING:
    from workflow.glossary.glossary import Glossary

_MOST_NAMED = 3
"""How many terms a message names; the suggestions have them all."""
_LONGEST_REASON = 80


def breach_marks(pair: Pair, glossary: Glossary) -> Iterator[Mark]:
    """Yield what the glossary says against a translation, or against a text in one language."""
    target = glossary.matcher(pair.target_language)
    if pair.source is None or pair.source_language is None:
        breaches = text_breaches(pair.text, target)
    else:
        source = glossary.matcher(pair.source_language)
        breaches = pair_breaches(pair.original, pair.text, source, target)
    for breach in breaches:
        yield Mark(
            message=_message(breach),
            span=breach.span,
            suggestions=breach.use,
            severity=_severity(breach, alone=pair.source is None),
            subject=breach.source or "",
        )


def _severity(breach: Breach, *, alone: bool) -> Severity:
    if breach.kind is BreachKind.NEAR:
        return Severity.INFO
    # without its source a text may mean another thing by the same words
    if alone or breach.kind is BreachKind.CAPITALS:
        return Severity.WARNING
    return Severity.ERROR


def _message(breach: Breach) -> str:
    use = " or ".join(f"“{term}”" for term in breach.use[:_MOST_NAMED])
    match breach.kind:
        case BreachKind.MISSING:
            return f"“{breach.source}” is {use} in the glossary"
        case BreachKind.NEAR:
            return f"“{breach.source}” is {use} in the glossary: is “{breach.found}” meant for it?"
        case BreachKind.CAPITALS:
            return f"the glossary writes {use}"
        case BreachKind.TRANSLATED:
            return f"{use} is to stand as it is in the source"
        case BreachKind.DEPRECATED:
            why = f" ({_short(breach.reason)})" if breach.reason else ""
            instead = f": write {use}" if use else ""
            return f"the glossary rejects “{breach.found}”{why}{instead}"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_REASON else text[:_LONGEST_REASON].rsplit(" ", 1)[0] + " …"
