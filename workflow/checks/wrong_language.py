"""A translation into another language than the target's."""

from collections.abc import Iterator
from functools import cache

from workflow.checks.check import Context, Mark, Pair, check
from workflow.checks.finding import Severity
from workflow.checks.foreign_script import is_all_foreign
from workflow.language.function_words import function_words
from workflow.language.names import language_name
from workflow.language.scripts import script_of, scripts

_LISTED = ("de", "en", "es", "fr", "it", "nl", "pl", "pt")
_FEWEST_WORDS = 6
_FEWEST_SMALL_WORDS = 3
_FOREIGN_LETTERS = {
    "ru": ("іїєґўјљњћђџ", "uk"),
    "uk": ("ыэёъўјљњћђџ", "ru"),
    "be": ("щиїєґъјљњћђџ", "ru"),
    "bg": ("ыэёіїєґўјљњћђџ", "ru"),
}
"""Letters that a language does not have, and where they most often come from."""
_MOST_FOREIGN = 3


@check("wrong-language", Severity.ERROR)
def wrong_language(pair: Pair, _: Context) -> Iterator[Mark]:
    """The text is in another language than it should be.

    Why: an engine without a model for a language answers in another one, and a person pastes the
        wrong column. Scripts tell, in one script small words, and letters Russian from Ukrainian.

    Fails (ru → es): Суд отложил заседание до мая. ⇒ The court put off the
        hearing until the end of May.
    Fails (en → uk): The judges knew it. ⇒ Мы думали, что это было ошибкой, и судьи это знали.
    Fails (ru → en): Температура не поднималась. ⇒ La temperatura en la celda no subía de los diez.
    Fails (uk → en): Суддя відклав слухання. ⇒ Суддя знову відклав слухання до травня.
    Passes (ru → es): Суд отложил заседание. ⇒ El tribunal aplazó la vista hasta
        el mes de mayo.
    """
    other = _by_script(pair) or _by_letters(pair) or _by_small_words(pair)
    if other is not None:
        name = language_name(other, "en")
        yield Mark(f"This looks like {name}.", (0, len(pair.text)))


def _by_script(pair: Pair) -> str | None:
    """Return the source's language, if the text is in its script and not in the target's."""
    there = scripts(pair.source_language or "")
    if pair.source_language is None or there == scripts(pair.target_language):
        return None
    is_left = is_all_foreign(pair) and any(script_of(letter) in there for letter in pair.text)
    return pair.source_language if is_left else None


def _by_small_words(pair: Pair) -> str | None:
    """Return the language whose small words are here while the target's own are not."""
    if pair.into not in _LISTED:
        return None
    own = _small_words(pair)
    if not own <= _shared_small_words(pair.into):
        return None
    if len(pair.here.small_words) < _FEWEST_WORDS:
        return None
    found = [word.text.lower() for word in pair.words if not word.text.isupper()]
    if len(found) < _FEWEST_WORDS:
        return None
    count = {
        tag: len(words.intersection(found))
        for tag in _LISTED
        if own <= (words := function_words(tag))
    }
    best = max(count, key=lambda tag: count[tag])
    return best if count[best] >= len(own) + _FEWEST_SMALL_WORDS else None


def _small_words(pair: Pair) -> frozenset[str]:
    """Return the small words of the target's language that are here, not in capitals."""
    own = function_words(pair.into) & pair.here.vocabulary
    if not own or not pair.text.isupper():
        return own
    small = {word.text.lower() for word in pair.words if not word.text.isupper()}
    return own & small


@cache
def _shared_small_words(tag: str) -> frozenset[str]:
    """Return the small words of a language that another one has as well: “no”, “son”."""
    others = (function_words(other) for other in _LISTED if other != tag)
    return function_words(tag) & frozenset[str]().union(*others)


def _by_letters(pair: Pair) -> str | None:
    """Return the language whose letters come again and again, if the target has no such letters."""
    letters, other = _FOREIGN_LETTERS.get(pair.into, ("", ""))
    if not letters:
        return None
    if pair.text.isascii() or set(letters).isdisjoint(pair.text.lower()):
        return None
    foreign = [word for word in pair.words if not set(letters).isdisjoint(word.text.lower())]
    return other if len(foreign) >= _MOST_FOREIGN else None
