"""The names in the texts of an article, and whether two of them are one name spelt in two ways."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from workflow.checks.check import Pair
from workflow.language.cached import cached_property
from workflow.language.dates import calendar_words
from workflow.language.lexicon import lexicon
from workflow.language.stems import stemmer
from workflow.language.surnames import surname_base
from workflow.language.transliteration import skeleton
from workflow.language.words import folded

_WORD = re.compile(r"[^\W\d_a-zß-öø-ÿа-ячё](?<![\w’'\-].)[^\W\d_]*(?:[’'ʼ\-‐‑][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"(?:^|[.!?…:]|\n)[\s\"«»“”„'’‘*_()\[\]—–-]*$")
_POSSESSIVE = re.compile(r"[’']s?$")
_OF_A_WOMAN = re.compile(r"(?:a|aya|aia|aja|а|ая)$")
_OF_A_MAN = re.compile(r"(?:y|i|iy|ii|ij|yi|yj|ий|ый|ой)$")
_LAST_LETTERS = re.compile(r"[aeious]+$")
"""What tells men, women and families apart: `Mario` and `Maria`, `Petrova` and `Petrovs`."""
_ABBREVIATED = re.compile(r"(?:^|[-‐‑])[^\W\d_a-zа-я]{1,3}(?:$|[-‐‑])")
"""An abbreviation in a compound: `China-EU`, `US-China`."""
_SHORTEST = 4
_LENGTH_FOR_ONE, _LENGTH_FOR_TWO = 5, 9
"""From how many letters on one wrong letter, or two, are a slip and not another name."""
_MOST_LETTERS = 2
"""In how many letters two spellings of one word may differ."""
_LENGTH_ALONE = 7
"""From how many letters on one wrong letter is a slip in a name that stands alone."""
_INFLECTED = frozenset(
    [
        "be",
        "bg",
        "cs",
        "et",
        "fi",
        "hr",
        "hu",
        "lt",
        "lv",
        "mk",
        "pl",
        "ru",
        "sk",
        "sl",
        "sr",
        "tr",
        "uk",
    ]
)


class Likeness(Enum):
    """How two words are alike: the same, by their sound, or but for a letter or two."""

    SAME = auto()
    SOUND = auto()
    NEAR = auto()


@dataclass(frozen=True)
class Spelling:
    """The words of a name in a language, without the possessive."""

    words: tuple[str, ...]
    language: str

    @property
    def text(self) -> str:
        """The name as it is written."""
        return " ".join(self.words)

    @cached_property
    def bases(self) -> tuple[str, ...]:
        """The words as they are compared: without the endings of case where there are any."""
        return tuple(_base(word, self.language) for word in self.words)

    @cached_property
    def skeletons(self) -> tuple[str, ...]:
        """What the transliterations of the words have in common."""
        return tuple(skeleton(base) for base in self.bases)

    def likeness(self, other: Spelling) -> Likeness | None:
        """How surely this is the name that `other` is, written in another way; None if it is not.

        Words that sound alike are enough; where a letter or two differ, the rest of the name has to
        be the same, so that two people are not taken for one.
        """
        shared = min(len(self.words), len(other.words))
        if shared > 1:  # what else the longer one has is a title: Mayor Rosa Quintanar
            kinds = {_likeness(self, -i, other, -i) for i in range(1, shared + 1)}
            if None in kinds or kinds == {Likeness.SAME}:
                return None
            near = Likeness.NEAR in kinds
            if near:
                return Likeness.NEAR if Likeness.SAME in kinds else None
            return Likeness.SOUND
        kind = _likeness(self, -1, other, -1)
        alone = len(self.words) == 1 < len(other.words) and len(self.words[0]) >= _LENGTH_ALONE
        return kind if kind is Likeness.SOUND or (kind is Likeness.NEAR and alone) else None


class Neighbours:
    """Names whose last words may be one word in two spellings, found without comparing all."""

    def __init__(self, names: Iterable[Spelling]) -> None:
        self._by_letter: dict[str, list[Spelling]] = defaultdict(list)
        self._by_sound: dict[str, list[Spelling]] = defaultdict(list)
        for name in names:
            self._by_letter[name.bases[-1][:1]].append(name)
            self._by_sound[name.skeletons[-1]].append(name)
        self._bases = {
            letter: [name.bases[-1] for name in some] for letter, some in self._by_letter.items()
        }
        self._skeletons = {
            letter: [name.skeletons[-1] for name in some]
            for letter, some in self._by_letter.items()
        }

    def of(self, name: Spelling) -> list[Spelling]:
        """Return the names of which `likeness` may say something."""
        letter = name.bases[-1][:1]
        some = self._by_letter.get(letter, [])
        near = dict.fromkeys(self._by_sound.get(name.skeletons[-1], ()))
        near |= dict.fromkeys(
            some[at] for at in _close(name.bases[-1], self._bases.get(letter, []))
        )
        near |= dict.fromkeys(
            some[at] for at in _close(name.skeletons[-1], self._skeletons.get(letter, []))
        )
        return list(near)


def _close(word: str, others: list[str]) -> Iterator[int]:
    """Yield which of the others differ from a word in a letter or two."""
    found = extract(word, others, scorer=OSA.distance, score_cutoff=_MOST_LETTERS, limit=None)
    return (at for _, _, at in found)


@dataclass(frozen=True)
class Mention:
    """A name where it stands in a text; the span is in code points."""

    spelling: Spelling
    pair: Pair
    span: tuple[int, int]


def mentions(pairs: Iterable[Pair]) -> Iterator[Mention]:
    """Yield the names in the texts: words with a capital, all that stand in a row as one."""
    for pair in pairs:
        run: list[re.Match[str]] = []
        for match in _WORD.finditer(pair.text):
            if not match.group()[0].isupper():
                continue
            if run and pair.text[run[-1].end() : match.start()] not in (" ", "\u00a0"):
                yield from _mention(pair, run)
                run = []
            run.append(match)
        yield from _mention(pair, run)


def _mention(pair: Pair, run: list[re.Match[str]]) -> Iterator[Mention]:
    while run and _begins_sentence(pair.text, run[0]) and _is_ordinary(run, pair.into):
        run = run[1:]
    if len(run) > 2 and run[0].group().lower() in calendar_words(pair.into):
        run = run[1:]  # In July Anna Orlina left
    last = run[-1].group() if run else ""
    if len(last) < _SHORTEST or last.isupper() or _ABBREVIATED.search(last):
        return
    words = tuple(_POSSESSIVE.sub("", match.group()) for match in run)
    end = run[-1].start() + len(words[-1])
    yield Mention(Spelling(words, pair.into), pair, (run[0].start(), end))


def _begins_sentence(text: str, match: re.Match[str]) -> bool:
    return _SENTENCE_END.search(text, max(0, match.start() - 20), match.start()) is not None


def _is_ordinary(run: list[re.Match[str]], language: str) -> bool:
    """Whether the first word may owe its capital to the sentence; `Anna` in a name does not."""
    words, word = lexicon(language), run[0].group()
    if words is None or word.lower() not in words.lemmas:
        return False
    return len(run) == 1 or word not in words.lemmas


def _base(word: str, language: str) -> str:
    spelt = folded(word, language).replace("-", "")
    if language not in _INFLECTED:
        return spelt
    stem = stemmer(language)
    base = surname_base(spelt, language) or spelt
    return stem(base) if stem else base


def _likeness(a: Spelling, i: int, b: Spelling, j: int) -> Likeness | None:
    first, second = a.bases[i], b.bases[j]
    if first == second:
        return Likeness.SAME
    if _is_word(a.words[i], a.language) and _is_word(b.words[j], b.language):
        return None
    shorter = min(len(first), len(second))
    if shorter < _SHORTEST or _is_form(first, second) or _is_form(second, first):
        return None
    if a.skeletons[i] == b.skeletons[j]:
        return Likeness.SOUND
    allowed = 2 if shorter >= _LENGTH_FOR_TWO else 1 if shorter >= _LENGTH_FOR_ONE else 0
    if _LAST_LETTERS.sub("", first) == _LAST_LETTERS.sub("", second):
        return None
    distance = min(
        OSA.distance(first, second, score_cutoff=_MOST_LETTERS),
        OSA.distance(a.skeletons[i], b.skeletons[j], score_cutoff=_MOST_LETTERS),
    )
    near = first[0] == second[0] and distance <= allowed
    return Likeness.NEAR if near else None


def _is_word(name: str, language: str) -> bool:
    """Whether a dictionary has the word in small letters: `Society` is no slip of `Sociology`."""
    words = lexicon(language)
    return words is not None and name.lower() in words.lemmas


def _is_form(longer: str, shorter: str) -> bool:
    """Whether a word is a plural, or the name of a woman: `Petrovs` or `Petrova` for `Petrov`."""
    if longer in (f"{shorter}s", f"{shorter}n", f"{shorter}an"):
        return True
    bare = _OF_A_WOMAN.sub("", longer)
    return bare != longer and bare in (shorter, _OF_A_MAN.sub("", shorter))
