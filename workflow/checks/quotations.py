"""Quotations that have lost their marks, and words that were put between marks."""

from collections.abc import Iterator

from workflow.checks.check import Context, Mark, Pair, check
from workflow.checks.facts.quotations import quotation_entries
from workflow.checks.facts.titles import is_speech
from workflow.checks.finding import Severity

_LONGEST_NAMED = 60


@check("quotations", Severity.INFO, bilingual=True)
def quotations(pair: Pair, _: Context) -> Iterator[Mark]:
    """A quotation of the source without its marks here, or one that the source does not have.

    Why: what was said and what was reported are two things, and a quotation that nobody spoke may
        end up in court. Quotations are those of the ledger of facts, told by their order and their
        length; a remark, since much may be said without marks. Names and terms of a few words are
        left alone: some languages put marks around those of newspapers and companies.

    Fails (ru → en): «Мы ждём», — сказал он. ⇒ We are waiting, he said.
    Fails (ru → en): Он сказал, что они ждут. ⇒ He said: “We are waiting.”
    Passes (ru → en): «Мы ждём», — сказал он. ⇒ “We are waiting,” he said.
    Passes (ru → en): «Мы ждём, — сказал он. — Уже два года». ⇒ “We are waiting,” he said. “It has
        been two years.”
    Passes (es → en): —Estamos esperando —dijo él. ⇒ “We are waiting,” he said.
    Passes (ru → en): Закрыли газету «Северный листок». ⇒ They closed Severny Listok, a newspaper.
    """
    for entry in quotation_entries(pair):
        here, there = entry.target, entry.source
        if here is None and there is not None and is_speech(there, pair.original):
            words = there.text
            named = words if len(words) <= _LONGEST_NAMED else f"{words[:_LONGEST_NAMED]}…"
            yield Mark(f"“{named}” is no quotation here.", subject=words)
        elif there is None and here is not None and is_speech(here, pair.text):
            yield Mark("The source does not have this quotation.", here.span)
