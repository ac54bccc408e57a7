"""Translations that are too short or too long for their source."""

from collections.abc import Iterator

from workflow.checks.check import Context, Mark, Pair, check
from workflow.checks.finding import Severity
from workflow.language.lengths import unlikely_ratio


@check("length", Severity.WARNING, bilingual=True)
def length(pair: Pair, _: Context) -> Iterator[Mark]:
    """The translation is much shorter or much longer than such a text can be.

    Why: an engine that stops half-way, a sentence that was overlooked, a note that slipped in.
        Lengths are compared in letters, and a Chinese character counts as three.

    Fails (en → es): He was arrested on Monday at his home, and nobody was told where he is. ⇒ Lo
        detuvieron.
    Fails (zh → en): 他们被拘留了。 ⇒ They were detained, and after that there came a long
        story which no one had told, about other people, in another town, in quite another year.
    Passes (ru → en): СИЗО ⇒ a pre-trial detention centre of the ministry of the interior
    Passes (zh → en): 他们昨天在首都被拘留，没有人知道他们现在在哪里。 ⇒ They were
        detained in the capital yesterday, and nobody knows where they are now.
    """
    ratio = unlikely_ratio(pair.original, pair.text)
    if ratio is None:
        return
    if ratio < 1:
        yield Mark(f"The translation has only {ratio:.0%} of the source's length.")
    else:
        yield Mark(f"The translation is {ratio:.1f} times as long as the source.")
