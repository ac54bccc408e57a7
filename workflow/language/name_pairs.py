"""The proper names of a source held against those of its translation.

Two names are one where they begin alike, where one is a part of the other, where CLDR knows both
as names of one place, or where one is the initials of the other. What begins with the same sound
and looks alike is taken for one name in two languages (`Neapel`, `Naples`), if nothing else is
left that it could be. Names that may be translated word by word are only missed where the
translation has fewer names than the source, however they are counted.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz.fuzz import ratio

from workflow.language.cognates import SHORTEST, begin_alike, folded
from workflow.language.function_words import function_words
from workflow.language.lexicon import lexicon
from workflow.language.locales import cldr
from workflow.language.places import place_codes
from workflow.language.proper_names import Name, NamedText
from workflow.language.scripts import is_cased, scripts
from workflow.language.tags import language

_CAPITALS = re.compile(r"[^\W\d_]{3,5}")
_NUMERAL = re.compile(r"[IVXLC]+")
_LONG_PART = 5
"""From so many letters on a name may be part of a compound: Südafrika, Africa."""
_ALIKE, _VERY_ALIKE = 57.0, 65.0
"""How alike two words must be to be one name, where the other has a capital and where it has none
(a people: `Christians`, `chrétiens`)."""


@dataclass(frozen=True)
class ComparedNames:
    """The names that both texts have, and those that only one has."""

    same: tuple[tuple[Name, Name], ...] = ()
    lost: tuple[Name, ...] = ()
    gained: tuple[Name, ...] = ()


def compare_names(source: str, text: str, source_tag: str, tag: str) -> ComparedNames:
    """Return what has become of the names of a source in its translation (BCP 47 tags).

    Nothing where one of the languages has no capitals.
    """
    if not (is_cased(source_tag) and is_cased(tag)):
        return ComparedNames()
    there = _Side(NamedText(source, source_tag, tag))
    here = _Side(NamedText(text, tag, source_tag))
    if not there.text.names and not here.text.names:
        return ComparedNames()
    there.match(here)
    here.match(there)
    there.guess(here)
    here.guess(there)
    lost, gained = there.without_counterpart(), here.without_counterpart()
    lost += there.fewer_than(here)
    gained += [name for name in here.new_abbreviations(there) if name not in gained]
    same = (
        (name, here.text.at(at))
        for name in there.text.names
        if (at := there.found.get(name.place)) is not None
    )
    return ComparedNames(tuple(same), tuple(lost), tuple(gained))


def are_comparable(source_tag: str, tag: str) -> bool:
    """Whether a name that `compare_names` misses is missing: both languages have Latin letters.

    Between scripts, and with the endings of Slavic cases, too many ways of spelling are right.
    """
    return scripts(source_tag) == scripts(tag) == {"Latn"}


class _Side:
    """One of the two texts; `found` says for each word which word of the other stands for it."""

    def __init__(self, text: NamedText) -> None:
        self.text = text
        self.base = language(text.tag)
        self.found: dict[int, int] = {}

    @cached_property
    def codes(self) -> list[frozenset[str]]:
        """What each word may name, of the places and languages that CLDR knows."""
        return [place_codes(word, self.base) for word in self.text.words]

    @cached_property
    def abbreviations(self) -> list[Name]:
        """The words in capitals that are no numerals."""
        return [
            word
            for word in self.text.capitalised
            if word.text.isupper() and len(word.text) > 1 and not _NUMERAL.fullmatch(word.text)
        ]

    def match(self, other: "_Side") -> None:
        """Note the counterparts of this text's names that leave no doubt."""
        for name in self.text.names:
            at = self._counterpart(name, other)
            if at is not None:
                self.found[name.place] = at
                other.found.setdefault(at, name.place)
        for run in self.text.runs:
            letters = sorted(folded(name.text)[0] for name in run)
            for short in other.abbreviations:
                if len(run) > 1 and sorted(folded(short.text)) == letters:
                    self.found |= {name.place: short.place for name in run}

    def _counterpart(self, name: Name, other: "_Side") -> int | None:
        if name.text.isupper() and (at := self._spelt_out(name, other)) is not None:
            return at
        mine, theirs = folded(name.text), other.text.folded
        start = mine[:SHORTEST]
        for at, word in enumerate(theirs):
            if word.startswith(start) and begin_alike(mine, word):
                return at
        if codes := place_codes(name.text, self.base):
            for at, others in enumerate(other.codes):
                if codes & others:
                    return at
        if len(mine) >= _LONG_PART:
            for at, word in enumerate(theirs):
                if mine in word or (len(word) >= _LONG_PART and word in mine):
                    return at
        return None

    def _spelt_out(self, name: Name, other: "_Side") -> int | None:
        """Return where an abbreviation stands with its letters turned (`ONU`), or in words."""
        letters = sorted(folded(name.text))
        for short in other.abbreviations:
            if sorted(folded(short.text)) == letters:
                return short.place
        small = function_words(other.base)
        words = enumerate(other.text.words)
        long = [(at, folded(word)[:1]) for at, word in words if word.lower() not in small]
        for first in range(len(long) - len(letters) + 1):
            part = long[first : first + len(letters)]
            if sorted(letter for _, letter in part) == letters:
                return part[0][0]
        return None

    def guess(self, other: "_Side") -> None:
        """Take for a counterpart what looks alike and stands for nothing else."""
        for name in self.text.names:
            if name.place in self.found:
                continue
            mine = folded(name.text)
            for at, theirs in enumerate(other.text.folded):
                if at in other.found or mine[:1] != theirs[:1] or len(theirs) < SHORTEST:
                    continue
                may_be_name = other.text.words[at][0].isupper() or not name.sure
                if ratio(mine, theirs) >= (_ALIKE if may_be_name else _VERY_ALIKE):
                    self.found[name.place] = at
                    other.found[at] = name.place
                    break

    def without_counterpart(self) -> list[Name]:
        """Return the names that no translator translates and that the other text has not."""
        return [name for name in self.text.names if name.sure and name.place not in self.found]

    def fewer_than(self, other: "_Side") -> list[Name]:
        """Return the names that may be translated, if the other text has fewer of all kinds."""
        if len(self._odd_runs) <= len(other._odd_runs) or other.text.most_runs >= len(
            self.text.runs
        ):
            return []
        return [
            name
            for run in self._odd_runs
            if len(run) > 1 or run[0].text.isupper() or not self.text.translates_single_words
            for name in run
            if not name.sure
        ]

    @cached_property
    def _odd_runs(self) -> list[list[Name]]:
        return [run for run in self.text.runs if all(name.place not in self.found for name in run)]

    def new_abbreviations(self, other: "_Side") -> Iterator[Name]:
        """Yield the abbreviations of this text, if the other has none of any kind."""
        if any(_CAPITALS.fullmatch(short.text) for short in other.abbreviations):
            return
        words = lexicon(self.base)
        for short in self.abbreviations:
            if (
                _CAPITALS.fullmatch(short.text)
                and short.place not in self.found
                and short.text not in cldr(self.base).currencies
                and not (words and short.text.lower() in words.lemmas)
            ):
                yield short
