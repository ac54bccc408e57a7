"""A word that stands twice in a row."""

from collections.abc import Iterator

from workflow.checks.check import Context, Mark, Pair, check
from workflow.checks.finding import Severity
from workflow.language.doubled import doubled_words as doubled_in


@check("doubled-words", Severity.WARNING, safe=True)
def doubled_words(pair: Pair, _: Context) -> Iterator[Mark]:
    """A word that stands twice in a row.

    Why: machine drafts stutter, and so does cut-and-paste. Words that a language does double, words
        that the source doubles, and languages that double for emphasis are left alone (there only
        a word that stands three times counts).

    Fails (en): This is is a text.
    Fails (en): They took the the papers with them.
    Fails (ru → en): Их отпустили домой. ⇒ They were sent home home home.
    Passes (en): What it is is another question, and he had had enough of it.
    Passes (fr): Nous nous sommes vus hier.
    Passes (tr): Yavaş yavaş yürüdü.
    """
    source = None if pair.source is None else pair.original
    for found in doubled_in(pair.text, pair.target_language, source):
        times = "twice" if found.times == 2 else f"{found.times} times"
        yield Mark(f"“{found.word}” stands {times} in a row.", found.span, (found.word,))
