"""A negation that the translation has lost, or that the source does not have."""

import re
from collections.abc import Iterator

from workflow.checks.check import Context, Mark, Pair, check
from workflow.checks.finding import Severity
from workflow.checks.reading import Reading
from workflow.language.negation import has_negation, may_negate
from workflow.language.negation import negation as first_negation


@check("negation", Severity.WARNING, bilingual=True)
def negation(pair: Pair, _: Context) -> Iterator[Mark]:
    """The source says no and the translation does not, or the other way round.

    Why: the shortest word of a sentence turns it round, and engines do lose it. Words in which a
        negation may hide (“refuse”, “impossible”, “only”) are answer enough.

    Fails (ru → en): Его не судили. ⇒ He was tried.
    Fails (de → en): Er wurde freigelassen. ⇒ He was not released.
    Passes (ru → en): Он не согласился. ⇒ He refused.
    Passes (fr → en): Elle n'a vu personne. ⇒ She saw nobody.
    """
    there, here = _first(pair.there), _first(pair.here)
    if there and not may_negate(pair.text, pair.target_language):
        yield Mark(f"The “{there.group()}” of the source is lost.", subject=there.group())
    if here and not may_negate(pair.original, pair.source_language or ""):
        yield Mark(f"The source has no “{here.group()}”.", here.span())


def _first(reading: Reading) -> re.Match[str] | None:
    if not has_negation(reading.vocabulary, reading.tag):
        return None
    return first_negation(reading.text, reading.tag)
