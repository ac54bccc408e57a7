"""Check: the translation uses the terms of the glossary."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from workflow.checks.check import Context, Mark, Pair, check
from workflow.checks.finding import Severity

if TYPE_CHECKING:
    from workflow.glossary.enforcing import Breach


@check("glossary", Severity.ERROR)
def glossary(pair: Pair, context: Context) -> Iterator[Mark]:
    """A term of the glossary that the translation lacks, a deprecated term, or wrong capitals.

    Terms are found in all their forms: "иностранными агентами" holds "иностранный агент". A term that
    comes several times in a unit must stand in its translation once at least. Wrong capitals are a
    warning; words that are only almost the term are an information.

    Why: an office, a court or a law that is named in two ways is two things to a reader.

    Fails (ru → en): Их признали иностранными агентами. ⇒ They were declared agents of other countries.
    Passes (ru → en): Их признали иностранными агентами. ⇒ They were declared foreign agents.
    """
    if context.glossary is None:
        return
    # imported late: a run with the check switched off needs none of it
    from workflow.glossary.enforcing import pair_breaches, text_breaches

    target = context.glossary.matcher(pair.target_language)
    if pair.source is None or pair.source_language is None:
        breaches = text_breaches(pair.text, target)
    else:
        source = context.glossary.matcher(pair.source_language)
        breaches = pair_breaches(pair.original, pair.text, source, target)
    for breach in breaches:
        yield Mark(
            message=_message(breach),
            span=breach.span,
            suggestions=breach.use,
            severity=_severity(breach),
        )


def _severity(breach: Breach) -> Severity:
    from workflow.glossary.enforcing import BreachKind

    if breach.kind is BreachKind.NEAR:
        return Severity.INFO
    # without its source a text may mean another thing by the same words
    if breach.kind is BreachKind.CAPITALS or breach.source is None:
        return Severity.WARNING
    return Severity.ERROR


def _message(breach: Breach) -> str:
    from workflow.glossary.enforcing import BreachKind

    use = " or ".join(f"“{term}”" for term in breach.use)
    reason = f" ({breach.concept.note})" if breach.concept.note else ""
    match breach.kind:
        case BreachKind.MISSING:
            return f"“{breach.source}” is {use} in the glossary{reason}"
        case BreachKind.NEAR:
            return f"“{breach.source}” is {use} in the glossary: is “{breach.found}” meant for it?"
        case BreachKind.CAPITALS:
            return f"the glossary writes {use}{reason}"
        case BreachKind.DEPRECATED:
            instead = f": write {use}" if use else ""
            return f"the glossary rejects “{breach.found}”{instead}{reason}"
