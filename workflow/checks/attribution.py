"""A quotation of which nobody says any more whose it is."""

from collections.abc import Iterator

from workflow.checks.check import Context, Mark, Pair, check
from workflow.checks.facts.fact import Fact
from workflow.checks.facts.quotations import quotations
from workflow.checks.finding import Severity
from workflow.checks.words import words
from workflow.language.scripts import is_spaced

_FEWEST = 2
"""So many words beside a quotation say whose it is: “sagte er”."""
_FEWEST_SIGNS = 3
"""As many signs do, in scripts without spaces."""


@check("attribution", Severity.WARNING, bilingual=True)
def attribution(pair: Pair, _: Context) -> Iterator[Mark]:
    """A quotation that says in the source whose it is, and in the translation no more.

    Why: engines drop “he said”, and then the newsroom itself says it. Quotations are those of the
        ledger of facts.

    Fails (ru → en): «Мы ждём», — сказал Иван Петров. ⇒ “We are waiting.”
    Passes (ru → en): «Мы ждём», — сказал Иван Петров. ⇒ “We are waiting,” said Ivan Petrov.
    Passes (ru → en): «Мы ждём». ⇒ “We are waiting.”
    Passes (ru → en): Он сказал: «Мы ждём». ⇒ He says that they are waiting.
    """
    here = quotations(pair.text, pair.target_language)
    if not here or _is_attributed(pair.text, here, pair.target_language, 1):
        return
    if here[0].span[0] == 0 or here[-1].span[1] == len(pair.text):
        return  # who speaks may stand in the paragraph before or after
    there = quotations(pair.original, pair.source_language or "")
    if there and _is_attributed(pair.original, there, pair.source_language or "", _FEWEST):
        yield Mark("Nobody says any more whose words these are.", here[0].span)


def _is_attributed(text: str, quoted: list[Fact], tag: str, fewest: int) -> bool:
    """Whether so many words stand outside the quotations of a text."""
    beside, end = [], 0
    for fact in quoted:
        beside.append(text[end : fact.span[0]])
        end = fact.span[1]
    beside.append(text[end:])
    if is_spaced(tag):
        return sum(1 for piece in beside for _ in words(piece)) >= fewest
    return sum(letter.isalpha() for piece in beside for letter in piece) >= fewest * _FEWEST_SIGNS
