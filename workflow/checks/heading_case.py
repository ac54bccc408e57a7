"""Headings of one article with capitals on every word, and others without."""

from collections.abc import Iterator, Sequence

from workflow.checks.check import Context, Mark, Pair, article_check
from workflow.checks.finding import Severity
from workflow.document.units import UnitKind
from workflow.language.lexicon import Lexicon, lexicon

_LONG = 4
"""Shorter words are small in all headings."""
_FEWEST_SMALL, _FEWEST_CAPITALS = 2, 3
"""So many ordinary words tell how a heading is written; two capitals may be a name."""


@article_check("heading-case", Severity.INFO, languages=["en"])
def heading_case(pairs: Sequence[Pair], context: Context) -> Iterator[tuple[Pair, Mark]]:
    """An English heading that is not written as the other headings of the article are.

    Why: English headings have capitals on every word or only on the first, and one article should
        keep to one of the two. The title may differ. Words of names and of the glossary's terms do
        not count.

    Fails (en): [h] The River Rises Again ¶ [h] What the lawyer says ¶ [h] Nobody sleeps in town
    Passes (en): [h] The river rises again ¶ [h] The Committee Against Torture ¶ [h] Pavel Orlin
    Passes (en): [title] The River Rises Again ¶ [h] What the lawyer says
    """
    headings = [pair for pair in pairs if pair.kind is UnitKind.HEADING]
    home = lexicon("en") if len(headings) > 1 else None
    if home is None:
        return
    written = [
        (pair, style) for pair in headings if (style := _style(pair, home, context)) is not None
    ]
    titled = sum(style for _, style in written)
    usual = written[0][1] if titled * 2 == len(written) else titled * 2 > len(written)
    for pair, style in written:
        if style != usual:
            how = "a capital on every word" if usual else "a capital on the first word alone"
            yield pair, Mark(f"The other headings have {how}.", (0, len(pair.text)))


def _style(pair: Pair, home: Lexicon, context: Context) -> bool | None:
    """Return whether all words have capitals, as in a title; None where that cannot be told."""
    terms = _terms(pair, context)
    ordinary = [
        word.text
        for word in pair.words[1:]
        if len(word.text) >= _LONG
        and word.text.lower() in home.lemmas
        and not any(start <= word.start < end for start, end in terms)
    ]
    capitals = sum(word[0].isupper() for word in ordinary)
    if len(ordinary) - capitals >= _FEWEST_SMALL:
        return False
    is_titled = capitals == len(ordinary) >= _FEWEST_CAPITALS and not pair.text.isupper()
    return True if is_titled else None


def _terms(pair: Pair, context: Context) -> list[tuple[int, int]]:
    if context.glossary is None:
        return []
    matcher = context.glossary.matcher(pair.target_language)
    return [match.span for match in matcher.occurrences(pair.text)]
