"""The plural of nouns and of phrases that begin with one, where a language's rules are few.

English, Spanish, French, Italian and Portuguese, after their school grammars. What a rule does not
reach (`oxen`, `œil`) is left alone: better no plural than a wrong one.
"""

import re
from collections.abc import Callable

from workflow.language.tags import language

_VOWELS = "aeiouáéíóú"
_ACCENTED_END = re.compile(r"([áéíóú])([ns])\Z")
_BARE = str.maketrans("áéíóú", "aeiou")
_PREPOSITIONS = {
    "es": "a al ante con contra de del desde en entre para por sin sobre y e o u",
    "fr": "à au aux avec contre d' de des du en et ou par pour sans sur",
    "it": "a al alla con contro da dal dalla dei del della delle dello di e in o per senza su",
    "pt": "a ao à com contra da das de do dos e em na no ou para por sem sobre",
}
"""Words before which a phrase's noun and its adjectives end: `derechos | de autor`."""


def is_plural_of(written: str, form: str, tag: str) -> bool:
    """Whether words of a text are the plural of a term's own `form`, as far as the rules say."""
    made = plural(form, tag)
    return made is not None and written.casefold() == made.casefold() != form.casefold()


def plural(phrase: str, tag: str) -> str | None:
    """Return the plural of a phrase in the language `tag` (BCP 47), None where no rule is known."""
    base = language(tag)
    rule = _RULES.get(base)
    words = phrase.split(" ")
    if rule is None or not all(words) or not words[0].isalpha():
        return None
    if base == "en":
        return " ".join([*words[:-1], rule(words[-1])])
    stops = frozenset(_PREPOSITIONS[base].split())
    end = next((n for n, word in enumerate(words) if word.lower() in stops), len(words))
    return " ".join([*map(rule, words[:end]), *words[end:]])


def _english(word: str) -> str:
    if re.search(r"[^aeiou]y\Z", word):
        return word[:-1] + "ies"
    return word + ("es" if re.search(r"(?:s|x|z|ch|sh)\Z", word) else "s")


def _spanish(word: str) -> str:
    if word.endswith("z"):
        return word[:-1] + "ces"
    if word[-1] in _VOWELS:
        return word + "s"
    if word.endswith(("s", "x")) and not _ACCENTED_END.search(word):
        return word  # la crisis, las crisis
    return _ACCENTED_END.sub(lambda end: end[1].translate(_BARE) + end[2], word) + "es"


def _french(word: str) -> str:
    if word.endswith(("s", "x", "z")):
        return word
    if word.endswith("al"):
        return word[:-1] + "ux"
    return word + ("x" if word.endswith(("eau", "eu")) else "s")


def _italian(word: str) -> str:
    for end, many in (("ca", "che"), ("ga", "ghe"), ("ista", "isti"), ("io", "i")):
        if word.endswith(end):
            return word.removesuffix(end) + many
    changed = {"a": "e", "e": "i", "o": "i"}.get(word[-1])
    return word[:-1] + changed if changed else word


def _portuguese(word: str) -> str:
    for end, many in (("ção", "ções"), ("são", "sões"), ("m", "ns"), ("al", "ais"), ("el", "éis")):
        if word.endswith(end):
            return word.removesuffix(end) + many
    if word[-1] in _VOWELS:
        return word + "s"
    return word if word.endswith(("s", "x")) else word + "es"


_RULES: dict[str, Callable[[str], str]] = {
    "en": _english,
    "es": _spanish,
    "fr": _french,
    "it": _italian,
    "pt": _portuguese,
}
