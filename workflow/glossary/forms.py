"""Whether two words are forms of one word, and how surely: the same, by lemma, or by stem."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import partial
from typing import NamedTuple

from workflow.language.chunks import Chunks
from workflow.language.lemmas import lemmatiser
from workflow.language.stems import keeps_words_apart, stemmer
from workflow.language.words import words

_MANY, _SHARE = 10_000, 2_000
"""From so many words on, more processes are worth their start; how many each takes at once."""


class Tier(IntEnum):
    """How a term was found, the surest way first."""

    EXACT = 1
    """The words as the glossary writes them."""
    LEMMA = 2
    """Forms of its words, by a dictionary."""
    STEM = 3
    """Forms of its words, by their stems, where a dictionary does not know them."""
    VARIANT = 4
    """A variant that the glossary lists, or the abbreviation."""

    @property
    def label(self) -> str:
        """The tier's name as it is shown."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Form:
    """A word with what it can be recognised by; `lemmas` and `stem` are empty below those tiers.

    A `firm_stem` is shared by forms of one word only, one that is not by other words too.
    """

    text: str
    lemmas: frozenset[str] = frozenset()
    stem: str = ""
    firm_stem: bool = False

    @property
    def keys(self) -> tuple[str, ...]:
        """Everything that another form of the same word may share with this one."""
        return tuple(self.lemmas | {self.text, self.stem or self.text})

    def tier(self, other: Form, *, in_phrase: bool = False) -> Tier | None:
        """How surely this and `other` are forms of one word, None if they are not.

        Within a phrase a stem is enough, even where the dictionary names two lemmas: it knows one
        for each form, and takes `prawa` (rights) for the adjective.
        """
        if self.text == other.text:
            return Tier.EXACT
        if not self.lemmas.isdisjoint(other.lemmas):
            return Tier.LEMMA
        if self.stem and self.stem == other.stem:
            known_as_two = self.lemmas and other.lemmas
            return Tier.STEM if self.firm_stem or in_phrase or not known_as_two else None
        return None


class Placed(NamedTuple):
    """A form and where it stands in its text, in code points."""

    form: Form
    start: int
    end: int


class Analyser:
    """Turns texts of one language into forms, as deep as `deepest`. Words are remembered.

    With `deepest` EXACT neither dictionaries nor stemmers are loaded.
    """

    def __init__(self, language: str, deepest: Tier) -> None:
        self.language = language
        self.deepest = deepest
        self._lemmas: Callable[[str], frozenset[str]] | None = None
        self._stem: Callable[[str], str] | None = None
        self._ready = False
        self._forms: dict[str, Form] = {}
        self._chunks = Chunks(self._in_chunk)

    def forms(self, text: str) -> list[Placed]:
        """Return the forms of all words of `text`, in reading order."""
        return [
            Placed(form, begin + start, begin + end)
            for begin, _, found in self._chunks.placed(text)
            for form, start, end in found
        ]

    def learn(self, texts: Iterable[str]) -> None:
        """Analyse the words of many texts beforehand, on all cores where they are very many."""
        from concurrent.futures import ProcessPoolExecutor

        found = {word for text in texts for word, _, _ in words(text, self.language)}
        new = sorted(found - self._forms.keys())
        if len(new) < _MANY or self.deepest is Tier.EXACT:
            return
        shares = [new[start : start + _SHARE] for start in range(0, len(new), _SHARE)]
        with ProcessPoolExecutor() as pool:
            analysed = pool.map(partial(_forms_of, self.language, self.deepest), shares)
            for share, forms in zip(shares, analysed, strict=True):
                self._forms |= dict(zip(share, forms, strict=True))

    def _in_chunk(self, chunk: str) -> list[Placed]:
        """Return the forms of what stands between two spaces, which part words in any language."""
        known = self._forms
        placed = []
        for word, start, end in words(chunk, self.language):
            if word not in known:
                known[word] = self._analysed(word)
            placed.append(Placed(known[word], start, end))
        return placed

    def _analysed(self, word: str) -> Form:
        if self.deepest is Tier.EXACT or not word[0].isalpha():
            return Form(word)
        if not self._ready:
            self._lemmas, self._stem = lemmatiser(self.language), stemmer(self.language)
            self._ready = True
        lemmas = self._lemmas(word) if self._lemmas else frozenset()
        deep = self.deepest is not Tier.LEMMA
        stem = self._stem(word) if self._stem and deep else ""
        return Form(word, lemmas, stem, firm_stem=keeps_words_apart(self.language))


def _forms_of(language: str, deepest: Tier, words: Sequence[str]) -> list[Form]:
    """Return the form of each word: the share of one process."""
    analyser = Analyser(language, deepest)
    return [analyser._analysed(word) for word in words]
