"""Units without a translation."""

from collections.abc import Iterator

from workflow.checks.check import Context, Mark, Pair, check
from workflow.checks.finding import Severity
from workflow.checks.words import has_letters


@check("missing", Severity.ERROR, bilingual=True, empty=True)
def missing(pair: Pair, _: Context) -> Iterator[Mark]:
    """A unit has no translation, or one without a single word.

    Why: an empty unit leaves a hole in the published page; an engine that gives up returns nothing
        or a lone full stop.

    Fails (ru → en): Суд отложил заседание. ⇒
    Fails (de → en): Der Prozess beginnt am Montag. ⇒ .
    Passes (ru → en): Суд отложил заседание. ⇒ The court adjourned the hearing.
    Passes (ru → en): 12:30 ⇒ 12:30
    """
    if not pair.target.strip():
        yield Mark("There is no translation.")
    elif has_letters(pair.original) and not any(c.isalnum() or c == "\ufffc" for c in pair.text):
        yield Mark("The translation has no words.", (0, len(pair.text)))
