"""Source text that stands unchanged where its translation should be."""

from collections.abc import Iterator

from workflow.checks.check import Context, Mark, Pair, check
from workflow.checks.finding import Severity

_FEWEST_COMMON_WORDS = 3


@check("copied", Severity.WARNING, bilingual=True)
def copied(pair: Pair, _: Context) -> Iterator[Mark]:
    """The translation is the source text, unchanged.

    Why: an engine without a model for a language, and a hurried person, copy the source. A line of
        names and numbers may stay as it is, so only texts with several ordinary words count.

    Fails (de → en): Er wurde gestern in Minsk verhaftet. ⇒ Er wurde gestern in Minsk verhaftet.
    Passes (de → en): Anna Muster, Der Bote, 2021 ⇒ Anna Muster, Der Bote, 2021
    """
    if pair.into == pair.out_of or pair.text.strip() != pair.original.strip():
        return
    ordinary = [word for word in pair.words if not word.text[0].isupper()]
    if len(ordinary) >= _FEWEST_COMMON_WORDS:
        yield Mark("The source text stands here untranslated.", (0, len(pair.text)))
