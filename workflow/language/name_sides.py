"""One of two texts, and which words of the other stand for its names.

Two names are one where they begin alike, where one is a part of the other, where both are names of
one place, or where one is the initials of the other. What begins with the same sound and looks
alike is taken for one name in two languages (`Neapel`, `Naples`), if nothing else is left that it
could be.
"""

import re
from collections.abc import Iterator

from rapidfuzz.fuzz import ratio

from workflow.language.cached import cached_property
from workflow.language.cognates import SHORTEST, begin_alike, common_start, folded
from workflow.language.function_words import function_words
from workflow.language.name_words import COMMON_ABBREVIATIONS
from workflow.language.places import place_codes
from workflow.language.proper_names import Name, NamedText
from workflow.language.tags import language

_NUMERAL = re.compile(r"[IVXLC]+")
_SHORTEST_MADE, _LOST_END = 4, 2
"""How much of a name is left in a word that is made of it."""
_LONG_PART = 5
"""From so many letters on a name may be part of a compound: Südafrika, Africa."""
_ALIKE, _VERY_ALIKE = 57.0, 65.0
"""How alike two words must be to be one name, where the other has a capital and where it has none
(a people: `Christians`, `chrétiens`)."""


class Side:
    """One of the two texts; `found` says for each word which word of the other stands for it."""

    def __init__(self, text: NamedText) -> None:
        self.text = text
        self.base = language(text.tag)
        self.found: dict[int, int] = {}

    @cached_property
    def codes(self) -> list[frozenset[str]]:
        """What each word may name, of the places and languages that are known."""
        return [place_codes(word, self.base) for word in self.text.words]

    @cached_property
    def _starts(self) -> list[str]:
        """The first letters of each word, `SHORTEST` at most, in the folded spelling."""
        return [word[:SHORTEST] for word in self.text.folded]

    @cached_property
    def spelt(self) -> dict[str, int]:
        """Where each word with a capital stands first, in the folded spelling."""
        folded_words = self.text.folded
        return {folded_words[word.place]: word.place for word in reversed(self.text.capitalised)}

    def beginning_as(self, folded_name: str) -> list[int]:
        """Where words stand that share the first letters of a name, or are shorter than these."""
        shared = {folded_name[:end] for end in range(SHORTEST + 1)}
        return [at for at, start in enumerate(self._starts) if start in shared]

    @cached_property
    def initials(self) -> list[tuple[int, str]]:
        """Where each word stands that is no small one, and its first letter."""
        small = function_words(self.base)
        words = enumerate(zip(self.text.words, self.text.folded, strict=True))
        return [(at, spelt[:1]) for at, (word, spelt) in words if word.lower() not in small]

    @cached_property
    def capitals(self) -> list[Name]:
        """The words in capitals."""
        return [word for word in self.text.capitalised if word.text.isupper()]

    @cached_property
    def abbreviations(self) -> list[Name]:
        """The words in capitals that are no numerals and do not stand for an ordinary word."""
        return [
            word
            for word in self.capitals
            if len(word.text) > 1
            and word.text not in COMMON_ABBREVIATIONS
            and not _NUMERAL.fullmatch(word.text)
        ]

    @cached_property
    def odd_runs(self) -> list[list[Name]]:
        """The names of which no word has a counterpart; to be asked for when all are matched."""
        return [run for run in self.text.runs if all(name.place not in self.found for name in run)]

    def most_runs(self, other: "Side") -> int:
        """How many names this may be, without those that the other writes in small letters."""
        return sum(
            not all(self._is_small_in(other, word) for word in run)
            for run in self.text.possible_runs
        )

    def _is_small_in(self, other: "Side", word: Name) -> bool:
        at = self.found.get(word.place)
        return at is not None and other.text.words[at].islower()

    def match(self, other: "Side") -> None:
        """Note the counterparts of this text's names that leave no doubt."""
        for name in self.text.names:
            at = self._counterpart(name, other)
            if at is not None:
                self.found[name.place] = at
                other.found.setdefault(at, name.place)
        for run in self.text.runs:
            if len(run) == 1:
                continue
            letters = sorted(folded(name.text)[0] for name in run)
            for short in other.capitals:
                if sorted(folded(short.text)) == letters:
                    self.found |= {name.place: short.place for name in run}

    def _counterpart(self, name: Name, other: "Side") -> int | None:
        if name.text.isupper() and (at := _spelt_out(name, other)) is not None:
            return at
        mine = folded(name.text)
        at = _alike(name, mine, other)
        if at is not None:
            return at
        if codes := place_codes(name.text, self.base):
            for at, others in enumerate(other.codes):
                if codes & others:
                    return at
        return _compound(mine, other) if len(mine) >= _LONG_PART else None

    def guess(self, other: "Side") -> None:
        """Take for a counterpart what looks alike and stands for nothing else."""
        for name in self.text.names:
            if name.place in self.found or name.text.isupper():
                continue
            places = list(self._guesses(folded(name.text), other))
            if places:
                at = max(places, key=lambda at: other.text.words[at][0].isupper())
                self.found[name.place] = at
                other.found[at] = name.place

    def _guesses(self, mine: str, other: "Side") -> Iterator[int]:
        """Yield the places of words that look like a name (`mine` in the folded spelling)."""
        for at, theirs in enumerate(other.text.folded):
            if at in other.found or mine[:1] != theirs[:1] or len(theirs) < SHORTEST:
                continue
            may_be_name = other.text.words[at][0].isupper()
            if ratio(mine, theirs) >= (_ALIKE if may_be_name else _VERY_ALIKE):
                yield at


def _alike(name: Name, mine: str, other: Side) -> int | None:
    """Return where a word stands that begins as a name does (`mine` in the folded spelling).

    Of several it is one with a capital, and the likest: Марат is Marat, though March begins so too.
    """
    if len(mine) >= SHORTEST and mine in other.spelt:
        return other.spelt[mine]
    places = list(_alike_places(name, mine, other))
    if len(places) < 2:
        return places[0] if places else None
    words, spelt = other.text.words, other.text.folded
    return max(places, key=lambda at: (words[at][0].isupper(), ratio(mine, spelt[at])))


def _alike_places(name: Name, mine: str, other: Side) -> Iterator[int]:
    for at in other.beginning_as(mine):
        word = other.text.folded[at]
        if begin_alike(mine, word):
            if not name.sure or not other.text.words[at].islower() or _is_made(word, mine):
                yield at
        elif len(word) < SHORTEST and _is_short_name(other, at):
            yield at


def _is_made(word: str, name: str) -> bool:
    """Whether a word in small letters is made of a name: `kafkaesk`."""
    return common_start(word, name) >= max(_SHORTEST_MADE, len(name) - _LOST_END)


def _is_short_name(other: Side, at: int) -> bool:
    """Whether a word of two letters may be the beginning of a name: `Rz` for Rzeczpospolita."""
    word = other.text.words[at]
    return len(word) > 1 and word.istitle() and word.lower() not in function_words(other.base)


def _compound(mine: str, other: Side) -> int | None:
    """Return where a word stands that a name is a part of, or that is a part of the name."""
    for at, word in enumerate(other.text.folded):
        if mine in word or (len(word) >= _LONG_PART and word in mine):
            return at
    return None


def _spelt_out(name: Name, other: Side) -> int | None:
    """Return where an abbreviation stands with its letters turned (`ONU`, `sida`), or in words."""
    letters = sorted(folded(name.text))
    count, words = len(letters), other.text.words
    for at, spelt in enumerate(other.text.folded):
        is_short = len(spelt) == count and (count > SHORTEST or words[at].isupper())
        if is_short and sorted(spelt) == letters:
            return at
    for first in range(len(other.initials) - count + 1):
        if other.initials[first][1] in letters:
            part = other.initials[first : first + count]
            if sorted(letter for _, letter in part) == letters:
                return part[0][0]
    return None
