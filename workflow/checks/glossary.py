"""Check: the translation uses the terms of the glossary."""

from __future__ import annotations

from collections.abc import Iterator

from workflow.checks.check import Context, Mark, Pair, check
from workflow.checks.finding import Severity


@check("glossary", Severity.ERROR)
def glossary(pair: Pair, context: Context) -> Iterator[Mark]:
    """The translation lacks a term of the glossary, or has a deprecated one, or wrong capitals.

    Why: an office, a court or a law that is named in two ways is two things to a reader. Terms are
        found in all their forms; one that comes several times in a unit must stand in its
        translation once at least. Wrong capitals are a warning; words that are almost the term are
        an info.

    Fails (ru → en): Их признали иностранными агентами. ⇒ They were declared agents of another
        state.
    Passes (ru → en): Их признали иностранными агентами. ⇒ They were declared foreign agents.
    """
    if context.glossary is not None:
        from workflow.checks.breaches import breach_marks

        yield from breach_marks(pair, context.glossary)
