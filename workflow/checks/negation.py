"""A negation that the translation has lost, or that the source does not have."""

from collections.abc import Iterator

from workflow.checks.check import Context, Mark, Pair, check
from workflow.checks.finding import Severity
from workflow.language.negation import may_negate
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
    there = first_negation(pair.original, pair.source_language or "")
    here = first_negation(pair.text, pair.target_language)
    if there and not may_negate(pair.text, pair.target_language):
        yield Mark(f"The “{there.group()}” of the source is lost.", subject=there.group())
    if here and not may_negate(pair.original, pair.source_language or ""):
        yield Mark(f"The source has no “{here.group()}”.", here.span())
