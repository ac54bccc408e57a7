"""A translation that has nothing to do with its source."""

from collections.abc import Iterator

from workflow.checks.check import Context, Mark, Pair, check
from workflow.checks.finding import Severity
from workflow.language.cognates import SHORTEST, content_words, share_a_word
from workflow.language.function_words import function_words
from workflow.language.scripts import is_cased

_FEWEST_WORDS = 9
"""Shorter texts may well share nothing: “Ich weiß es nicht”, “I don't know”."""
_FEWEST_SLAVIC = 11
"""Slavic languages took less from Latin."""
_SLAVIC = frozenset({"be", "bg", "bs", "cs", "hr", "mk", "pl", "ru", "sk", "sl", "sr", "uk"})


@check("unrelated", Severity.WARNING, bilingual=True)
def unrelated(pair: Pair, _: Context) -> Iterator[Mark]:
    """A longer translation that shares neither a name, nor a number, nor any word with its source.

    Why: when a row slips in a table, a paragraph gets the translation of another one. Two languages
        nearly always share some words of a sentence, if spelt otherwise; where no single one is
        shared, the pair deserves a look. Only for alphabets that can be compared.

    Fails (de → en): Der Präsident empfing gestern die Minister der Provinz im alten Palast und
        aß mit ihnen frischen Fisch. ⇒ Last year's bad weather ruined every wheat field that lay
        along both banks of our river.
    Passes (de → en): Der Präsident empfing gestern die Minister der Provinz im alten Palast. ⇒
        Yesterday the president received the ministers of the province in the old palace.
    Passes (de → en): Ich weiß es nicht. ⇒ I have no idea.
    """
    if not (is_cased(pair.target_language) and is_cased(pair.source_language or "")):
        return
    if _share_a_spelling(pair):
        return
    there = content_words(pair.original, pair.out_of)
    here = content_words(pair.text, pair.into)
    slavic = (pair.into in _SLAVIC) != (pair.out_of in _SLAVIC)
    fewest = _FEWEST_SLAVIC if slavic else _FEWEST_WORDS
    if min(len(there), len(here)) < fewest or share_a_word(there, here):
        return
    if not pair.names.same and not _share_a_number(pair):
        yield Mark(
            "Not one word, name or number of the source is found here: it may be the translation "
            "of another text.",
            (0, len(pair.text)),
        )


def _share_a_spelling(pair: Pair) -> bool:
    """Whether both texts have a word in the very same letters: the quick answer for most texts."""
    shared = pair.there.vocabulary & pair.here.vocabulary
    shared = shared - function_words(pair.into) - function_words(pair.out_of)
    return any(len(word) >= SHORTEST for word in shared)


def _share_a_number(pair: Pair) -> bool:
    there = {value for quantity in pair.numbers.there for value in quantity.values}
    return any(quantity.values & there for quantity in pair.numbers.here)
