"""Phrases that go round in a loop."""

from collections.abc import Iterator

from workflow.checks.check import Context, Mark, Pair, check
from workflow.checks.finding import Severity
from workflow.language.repeats import Repeat, RepeatKind
from workflow.language.repeats import repeats as repeats_in


@check("repeats", Severity.ERROR)
def repeats(pair: Pair, _: Context) -> Iterator[Mark]:
    """A phrase that is repeated at once, or again and again.

    Why: neural engines fall into loops, above all where the source is short, in capitals or a list.
        A phrase that the source repeats too is left alone.

    Fails (ru → en): Адвоката не пустили. ⇒ The lawyer was not let in, was not let in.
    Fails (zh → en): 他没有说话。 ⇒ He did not say a word hahahahahahaha.
    Passes (ru → en): День за днём он ждал. ⇒ Day after day he waited.
    """
    return map(_mark, repeats_in(pair.text, pair.original))


def _mark(found: Repeat) -> Mark:
    match found.kind:
        case RepeatKind.LOOP:
            return Mark(f"“{found.phrase}” is repeated.", found.span, (found.phrase,))
        case RepeatKind.REFRAIN:
            return Mark(f"“{found.phrase}” comes again and again.", found.span)
        case RepeatKind.LETTERS:
            message = "The same letters come again and again."
            return Mark(message, found.span, (found.phrase,))
