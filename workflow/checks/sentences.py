"""A sentence too few or too many."""

from collections.abc import Iterator, Sequence
from statistics import median

from workflow.checks.check import Context, Mark, Pair, article_check
from workflow.checks.finding import Severity
from workflow.language.lengths import weight
from workflow.language.sentences import split_sentences

_LONG_ENOUGH = 20
_FEWEST_UNITS = 5
_MISSING, _ADDED = 0.68, 1.5
"""How a unit's length must compare with what is usual in the article."""


@article_check("sentences", Severity.WARNING, bilingual=True)
def sentences(pairs: Sequence[Pair], _: Context) -> Iterator[tuple[Pair, Mark]]:
    """The translation has fewer sentences than the source and is too short, or more and too long.

    Why: engines leave out a sentence of a paragraph, and people overlook one. Translators do join
        and split sentences, so the length has to say the same as the number: it is compared with
        what is usual in this article.

    Fails (ru → en): Суд отложил заседание до мая. Адвокат назвал это решение незаконным. ⇒ The
        court adjourned the hearing to May.
    Fails (ru → en): Суд отложил заседание до мая. ⇒ The court adjourned the hearing to Friday.
        Nobody in the room knew what would become of it.
    Passes (ru → en): Суд отложил заседание. Адвокат возразил. ⇒ The court adjourned the hearing,
        and the lawyer objected.
    """
    measured = [
        (pair, weight(pair.text) / weight(pair.original))
        for pair in pairs
        if weight(pair.original) >= _LONG_ENOUGH and pair.text.strip()
    ]
    usual = median(ratio for _, ratio in measured) if len(measured) >= _FEWEST_UNITS else 1.0
    for pair, ratio in measured:
        if _MISSING * usual <= ratio <= _ADDED * usual:
            continue
        there = _count(pair.original, pair.source_language or "")
        here = _count(pair.text, pair.target_language)
        if here < there and ratio < usual:
            yield pair, Mark(f"{_told(there)} become {here}: one may be missing.")
        elif here > there and ratio > usual:
            yield pair, Mark(f"{_told(there)} become {here}: one may have been added.")


def _told(count: int) -> str:
    return "1 sentence has" if count == 1 else f"{count} sentences have"


def _count(text: str, tag: str) -> int:
    return sum(bool(sentence.strip()) for sentence in split_sentences(text, tag))
