"""Which words of a text are proper names, for alphabets with capitals.

A name is a word with a capital where grammar asks for none. It is a sure one where the language's
dictionary does not know it in small letters: `White House` may be translated word by word, and so
may an abbreviation.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from workflow.language.cached import cached_property
from workflow.language.cognates import folded
from workflow.language.exonyms import exonyms
from workflow.language.lexicon import lexicon
from workflow.language.name_kinds import (
    CAPITAL_NOUNS,
    NameKind,
    is_made_of_place,
    is_owning_place,
    name_kind,
)
from workflow.language.name_words import ARTICLES, MEASURES
from workflow.language.places import is_place
from workflow.language.tags import language

_WORD = re.compile(
    r"(?<!\w)(?:[A-Za-z]{1,6}['’](?=[A-ZÀ-Þ]))?"
    r"([A-Z]{1,2}(?:\. ?[A-Z]{1,2})+(?!\w)\.?|[^\W\d_]+)"
)
"""A word, without the article that is elided before a name (`l'Irak`), or `U.S.`, `EE. UU.`"""
_CAPITALISED = re.compile(
    r"[^\W\d_a-zß-öø-ÿ](?<!\w.)(?!(?<=[A-Z])[A-Za-z]{0,5}['’][A-ZÀ-Þ])"
    r"(?:(?<=[A-Z])[A-Z]?(?:\. ?[A-Z]{1,2})+(?!\w)\.?|[^\W\d_]*)"
)
"""The same, but passing over what begins with a small Latin letter: much quicker."""
_ELIDED = re.compile(r"(?<!\w)[A-Za-z]{1,6}['’]$")
_LONGEST_ELISION = 7
_BEGINS = re.compile(r"(?:^|[.!?…:;–—•]\s|[\"“”„«»‘’'(\[¿¡])[\"“”„«»‘’'(\[\s¿¡–—-]*$")
_CAPITAL_ADJECTIVES = frozenset({"en"})
"""Where titles and peoples have capitals too: a single word that a dictionary knows is no name."""
_FULL_DICTIONARIES = frozenset({"en"})
"""Other dictionaries leave out words that are their own lemma: a first word may be any word."""
_JOINS = re.compile(r"[ \u00a0]|\. ?|-|['’]s | (?:of|of the|de|de la|du|des|del|y|&) ")
"""What may stand between the words of one name."""
_LONG_WORD, _HEADLINE = 4, 0.75
_BEFORE = 4
"""How many signs before a word tell whether a sentence or a quotation begins with it."""


class Name(NamedTuple):
    """A word that is or may be a name.

    `span` counts code points, `place` the words before it. Not `sure` is what may well be
    translated: an abbreviation, or a word that the dictionary knows in small letters.
    """

    text: str
    span: tuple[int, int]
    place: int
    sure: bool = True


def _without_stops(word: str) -> str:
    return word if word.isalnum() else re.sub(r"\W", "", word)


@dataclass(frozen=True)
class NamedText:
    """A text in a language, seen for its names; `other` is the language of its counterpart.

    Both are BCP 47 tags.
    """

    text: str
    tag: str
    other: str = ""

    @cached_property
    def words(self) -> list[str]:
        """All words of the text."""
        written: list[str] = _WORD.findall(self.text)
        return list(map(_without_stops, written)) if "." in self.text else written

    @cached_property
    def folded(self) -> list[str]:
        """The words in the spelling that forgets how a language writes a sound."""
        return list(map(folded, self.words))

    @cached_property
    def capitalised(self) -> list[Name]:
        """The words that begin with a capital."""
        high = [at for at, word in enumerate(self.words) if not word.islower()]  # most are small
        places = [place for place in high if self.words[place][0].isupper()]
        found = _CAPITALISED.finditer(self.text)
        spans = [match.span() for match in found if match.group()[0].isupper()]
        if len(spans) != len(places):  # `d'O'Brien`
            return [self.at(place) for place in places]
        return [Name(self.words[at], span, at) for at, span in zip(places, spans, strict=True)]

    @cached_property
    def _spans(self) -> list[tuple[int, int]]:
        """Where the words stand: asked for seldom, since it takes long."""
        return [match.span(1) for match in _WORD.finditer(self.text)]

    def at(self, place: int) -> Name:
        """Return the word at a place of the text, as a name."""
        return Name(self.words[place], self._spans[place], place)

    @cached_property
    def names(self) -> list[Name]:
        """The names of the text, word by word."""
        base = language(self.tag)
        if base in CAPITAL_NOUNS:
            return [name for word in self.capitalised if (name := self._among_nouns(word, base))]
        return [name for word in self.capitalised if (name := self._among_words(word, base))]

    @cached_property
    def runs(self) -> list[list[Name]]:
        """The names, those that stand together in one list."""
        return self._joined(self.names)

    @cached_property
    def possible_runs(self) -> list[list[Name]]:
        """The names, and the words that may be one or only begin a sentence."""
        base = language(self.tag)
        return self._joined([word for word in self.capitalised if name_kind(word.text, base)])

    @property
    def translates_single_words(self) -> bool:
        """Whether a single word with a capital is often no name in this language."""
        return language(self.tag) in _CAPITAL_ADJECTIVES

    def _joined(self, names: Sequence[Name]) -> list[list[Name]]:
        runs: list[list[Name]] = []
        for name in names:
            if runs and _JOINS.fullmatch(self.text, runs[-1][-1].span[1], name.span[0]):
                runs[-1].append(name)
            else:
                runs.append([name])
        return runs

    def _among_words(self, word: Name, base: str) -> Name | None:
        kind = name_kind(word.text, base)
        if not kind:
            return None
        begins = self._begins_sentence(word)
        if kind == NameKind.SURE:
            sure = not begins or base in _FULL_DICTIONARIES or is_place(word.text, base)
            return word if sure or self._neighbours(word) else None
        if (begins and not word.text.isupper()) or self._is_headline:
            return None
        return word._replace(sure=False)

    def _among_nouns(self, word: Name, base: str) -> Name | None:
        kind = name_kind(word.text, base)
        if not kind or kind == NameKind.UNSURE:
            return word._replace(sure=False) if kind else None
        if is_place(word.text, base) or exonyms(word.text) or self._is_no_noun(word, base):
            return word
        named = any(name_kind(near.text, base) == NameKind.SURE for near in self._neighbours(word))
        return word if named or self._is_apposition(word) else None

    def _is_apposition(self, word: Name) -> bool:
        """Whether a noun stands right before it: `Präsident Grindel`, not `Millionen Zuschauer`."""
        if not word.place:
            return False
        before = self.at(word.place - 1)
        return (
            self.text[before.span[1] : word.span[0]] == " "
            and before.text[0].isupper()
            and before.text not in MEASURES
            and not self._begins_sentence(before)
            and not before.text.endswith("s")
            and not is_made_of_place(before.text, language(self.tag))
        )

    def _is_no_noun(self, word: Name, base: str) -> bool:
        """Whether a word that stands alone is a name: nowhere a noun, or a name abroad too.

        The first part of a compound may be one that only this language has: `Corona-Krise`.
        """
        home, abroad = lexicon(base), lexicon(self.other) if self.other else None
        if home is None or self.text[: word.span[0]].endswith("-"):
            return False
        is_compound = self.text.startswith("-", word.span[1])
        if not is_compound and word.place and self.words[word.place - 1].lower() in ARTICLES:
            return False
        if word.text in home.lemmas:
            known = abroad if not is_compound else home
            return known is not None and known.lemmas.get(word.text) == word.text
        return not home.may_be_noun(word.text)

    def _neighbours(self, word: Name) -> list[Name]:
        """Return the words that only a space parts from `word` and that may be names too."""
        base = language(self.tag)
        places = (word.place - 1, word.place + 1)
        beside = [self.at(place) for place in places if 0 <= place < len(self.words)]
        return [
            near
            for near in beside
            if self.text[min(near.span[1], word.span[1]) : max(near.span[0], word.span[0])] == " "
            and name_kind(near.text, base)
            and not (near.place < word.place and is_owning_place(near.text, base))
        ]

    @cached_property
    def _is_headline(self) -> bool:
        """Whether nearly all long words have capitals, as in English headlines."""
        long = sum(len(word) >= _LONG_WORD for word in self.words)
        capitals = sum(len(name.text) >= _LONG_WORD for name in self.capitalised)
        return capitals > _HEADLINE * long

    def _begins_sentence(self, word: Name) -> bool:
        start = word.span[0]
        before = self.text[max(0, start - 2) : start]
        if before[1:] == " " and before[0].isalnum():
            return False  # the quick answer for most words
        if elided := _ELIDED.search(self.text, max(0, start - _LONGEST_ELISION), start):
            start = elided.start()
        return _BEGINS.search(self.text, max(0, start - _BEFORE), start) is not None


def proper_names(text: str, tag: str) -> list[Name]:
    """Return the words of a text in the language `tag` (BCP 47) that are names for sure."""
    return [name for name in NamedText(text, tag).names if name.sure]
