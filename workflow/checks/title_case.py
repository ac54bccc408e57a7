"""Headings with a capital on every word, where only English writes them so."""

from collections.abc import Iterator

from workflow.checks.check import Context, Mark, Pair, check
from workflow.checks.finding import Severity
from workflow.checks.words import Word
from workflow.document.units import UnitKind
from workflow.language.lexicon import lexicon
from workflow.language.scripts import is_cased

_HEADINGS = frozenset({UnitKind.TITLE, UnitKind.HEADING})
_OWN_CAPITALS = frozenset({"de", "en", "lb"})
"""English writes headings so, German and Luxembourgish write their nouns so."""
_LONG = 4
"""Shorter words are small in English headings too."""
_FEWEST = 3


@check("title-case", Severity.INFO)
def title_case(pair: Pair, _: Context) -> Iterator[Mark]:
    """A heading with a capital on every word, in a language that does not write headings so.

    Why: machine drafts and hasty hands keep the capitals of English headings. Only words that the
        dictionary knows in small letters count, so names keep theirs.

    Fails (es): [h] El Río Crece Y Nadie Duerme Ya
    Passes (es): [h] El río crece y nadie duerme ya en San Martín
    Passes (en): [h] The River Rises and Nobody Sleeps
    """
    if pair.kind not in _HEADINGS or pair.into in _OWN_CAPITALS or not is_cased(pair.into):
        return
    home = lexicon(pair.into)
    long = [word for word in pair.words[1:] if len(word.text) >= _LONG]
    if home is None or pair.text.isupper() or not all(word.text[0].isupper() for word in long):
        return
    ordinary = [
        word
        for word in pair.words[1:]
        if word.text[0].isupper() and word.text.lower() in home.lemmas
    ]
    if sum(len(word.text) >= _LONG for word in ordinary) >= _FEWEST:
        span = ordinary[0].start, long[-1].end
        yield Mark(
            "Headings have no capitals on every word in this language.",
            span,
            (_lowered(pair.text, ordinary)[slice(*span)],),
        )


def _lowered(text: str, words: list[Word]) -> str:
    letters = list(text)
    for word in words:
        letters[word.start] = letters[word.start].lower()
    return "".join(letters)
