"""Which words a language has, as far as simplemma's dictionaries know (54 languages)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from workflow.language.sieve import Sieve
from workflow.language.tags import language

_ADVERBS = {"fr": "ment", "ca": "ment", "es": "mente", "it": "mente", "pt": "mente"}
"""Romance adverbs, which the dictionaries leave out: relative, relativement."""
_NOUN_ENDINGS = ("e", "en", "n", "er", "ern", "nen")
_LONGER_THAN_SURNAMES = 12
_SHORTEST_TITLE = 7
_SHORTEST_PART, _TINY_PART = 4, 3
_LINKS = ("", "s", "es", "n", "en", "e")
_NOUN = re.compile(
    r"(?:ung|heit|keit|schaft|tion|sion|ismus|ität|tum|nis|chen|lein|ling|amt|recht|rat|gruppe|fahrer)"
    r"(?:s|es|e|en|er|ern|in|innen)?$"
)
"""How German nouns end that a dictionary may lack."""
_PLACE_ENDINGS = frozenset(
    ["straße", "platz", "allee", "berg", "dorf", "stadt", "burg", "hafen", "heim", "brücke"]
)


@dataclass(frozen=True)
class Lexicon:
    """The words of a language.

    `lemmas` maps each form to its dictionary form; `adverb` is the ending that makes adverbs of
    adjectives.
    """

    lemmas: Mapping[str, str]
    adverb: str = ""

    def knows(self, word: str) -> bool:
        """Whether `word`, or each part of a compound with hyphens, is in the dictionary."""
        if self._has(word) or ("-" in word and all(map(self._has, word.split("-")))):
            return True
        adverb = bool(self.adverb) and word.endswith(self.adverb)
        return adverb and self._has(word.removesuffix(self.adverb))

    @cached_property
    def unknown(self) -> Sieve:
        """Keeps back the words that it does not know."""
        return Sieve(lambda word: not self.knows(word))

    def _has(self, word: str) -> bool:
        return (
            word in self.lemmas or word.lower() in self.lemmas or word.capitalize() in self.lemmas
        )

    def is_common_noun(self, word: str) -> bool:
        """Whether a capitalised German word is an ordinary noun and no name: it has case or number.

        A name has no form but the one with -s. Trades, which are surnames too (“Fischer”), do not
        count; compounds of ordinary nouns do.
        """
        lemma = self.lemmas.get(word)
        if lemma is None:
            return self._is_compound(word)
        if lemma != word:
            return not word.endswith("s")
        if self._may_be_surname(word):
            return False
        return any(self.lemmas.get(word + ending) == word for ending in _NOUN_ENDINGS)

    def may_be_noun(self, word: str) -> bool:
        """Whether a German word that no dictionary has may be a noun, by its end or as a compound.

        More is taken for a noun here than by `is_common_noun`.
        """
        if _NOUN.search(word):
            return True
        for cut in range(_TINY_PART, len(word) - _TINY_PART + 1):
            head, tail = word[:cut], word[cut:].capitalize()
            if tail in self.lemmas and self.is_common_noun(tail) and self._may_begin(head):
                return True
        return False

    def _may_begin(self, head: str) -> bool:
        return any(
            bare in self.lemmas or bare.lower() in self.lemmas
            for bare in (head.removesuffix(link) for link in _LINKS)
        )

    def is_title(self, word: str) -> bool:
        """Whether a German noun is an office: there is a form for a woman."""
        return len(word) >= _SHORTEST_TITLE and f"{word}in" in self.lemmas

    def is_land(self, word: str) -> bool:
        """Whether a German name is that of a land: “Kalifornien”, since “kalifornisch”."""
        return word.endswith("ien") and f"{word[:-3].lower()}isch" in self.lemmas

    def _may_be_surname(self, word: str) -> bool:
        trade = word.endswith("er") and f"{word}in" in self.lemmas
        return len(word) < _LONGER_THAN_SURNAMES and (trade or word.endswith("mann"))

    def _is_compound(self, word: str) -> bool:
        for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
            head, tail = word[:cut], word[cut:]
            if tail in _PLACE_ENDINGS or not (
                tail in self.lemmas or tail.capitalize() in self.lemmas
            ):
                continue
            if len(tail) > _SHORTEST_PART and (
                head in self.lemmas or head.removesuffix("s") in self.lemmas
            ):
                return True
        return False


@cache
def lexicon(tag: str) -> Lexicon | None:
    """Return the words of a language, None where there is no dictionary of it."""
    from workflow.language.dictionaries import dictionary, dictionary_code

    code = dictionary_code(language(tag))
    if code is None:
        return None
    return Lexicon(dictionary(code), _ADVERBS.get(language(tag), ""))
