"""Finding withheld names in a text, in whatever script and form they stand there.

Words are brought to Latin letters and to what the transliterations of a name have in common, with
and without the endings of case; so a name in Cyrillic is found in Latin, and the other way round.
In scripts without vowels, or of syllables, its consonants are looked for. A letter too many is
better than a person found: one wrong letter in a long word counts as the name. What no matcher can
see: nicknames, pictures, sound, a person described and not named.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from anyascii import anyascii
from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from workflow.language.stems import stemmer
from workflow.language.transliteration import skeleton
from workflow.language.words import Word, words
from workflow.withheld.frames import Frames

_ENDING = re.compile(
    r"(?:oho|eho|omu|emu|imi|ami|oi|oiu|ei|eiu|im|om|em|am|ah|uiu|aia|[aeiou]|iu|ia|ie|s)$"
)
"""Endings of case of names, after transliteration."""
_FLEETING = re.compile(r"(?<=[^aeiou])[eo](?=[lck]$)|(?<=^l)e(?=v$)")
"""The vowel that a name loses before an ending: `Павел, Павла`, `Кравец, Кравца`, `Лев, Льва`."""
_VOWEL = re.compile(r"[aeiou]$")
"""All of the ending after a vowel: `Зоя, Зои`, `Майя, Майи`."""
_LONG = 6
_SHORTEST = 3
_APART = 2
"""How many words may stand between the words of a name: a patronymic, a nickname."""
_RUN_TOGETHER = 8
"""How many letters a whole name has at least that is looked for as one word: `#ZoyaKrasova`."""

_APART_ALTOGETHER = re.compile(r"\n\s*(?:\n|#|msg)")
Span = tuple[int, int]


class Seeker:
    """Finds `names`. What it found is told by places only, never by the words themselves."""

    def __init__(self, names: Iterable[str]) -> None:
        names = list(names)
        spelt = [tuple(word.form for word in words(name, "")) for name in names]
        self._parts = _Parts(part for name in spelt for part in name)
        orders = {order for name in spelt if name for order in (name, name[::-1])}
        self._beginning: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for order in sorted(orders):
            self._beginning[order[0]].append(order)
        self._run_together = {sound for order in orders for sound in _run_together(order)}
        self._frames = Frames(names)

    def __bool__(self) -> bool:
        """Whether there is anything to find."""
        return bool(self._beginning)

    def find(self, text: str) -> list[Span]:
        """Return where withheld names stand in `text`, in code points, in reading order, apart."""
        return _united({*self._places(text), *self._frames.places(text)})

    def replaced(self, text: str, instead: str) -> str:
        """Return `text` with `instead` for every name, be it broken over two lines of a paragraph.

        One whose words are parts of different paragraphs, or strings of a PO file, stays.
        """
        found = {*self._places(text), *self._frames.places(text)}
        whole = (span for span in found if not _APART_ALTOGETHER.search(text[slice(*span)]))
        for start, end in reversed(_united(whole)):
            text = text[:start] + instead + text[end:]
        return text

    def _places(self, text: str) -> Iterator[Span]:
        told = list(words(text, "")) if self else []
        fitting = [self._parts.fitting(word.form) for word in told]
        for first, parts in enumerate(fitting):
            if _sound(told[first].form) in self._run_together:
                yield told[first].start, told[first].end
            for part in parts:
                for name in self._beginning.get(part, ()):
                    last = _end(name, fitting, first)
                    if last is not None and _is_told(name, told[first : last + 1]):
                        yield told[first].start, told[last].end


def _run_together(name: tuple[str, ...]) -> Iterator[str]:
    """Yield what a name of several words sounds like as one, as in addresses and hashtags."""
    whole = "".join(name)
    if len(name) > 1 and len(whole) >= _RUN_TOGETHER:
        yield _sound(whole)


def _united(spans: Iterable[Span]) -> list[Span]:
    """Return spans in reading order, those that overlap as one."""
    united: list[Span] = []
    for start, end in sorted(spans):
        if united and start < united[-1][1]:
            united[-1] = (united[-1][0], max(end, united[-1][1]))
        else:
            united.append((start, end))
    return united


def _end(name: tuple[str, ...], fitting: list[frozenset[str]], first: int) -> int | None:
    """Return the place of the last word of a name that begins at `first`, None if none does."""
    last = first
    for part in name[1:]:
        reach = range(last + 1, min(last + 2 + _APART, len(fitting)))
        step = next((place for place in reach if part in fitting[place]), None)
        if step is None:
            return None
        last = step
    return last


def _is_told(name: tuple[str, ...], found: list[Word]) -> bool:
    """Whether a word of the name is there in full: initials alone are anybody's."""
    if len(name) == 1:
        return len(found[0].form) > 1 or len(name[0]) == 1
    return any(len(word.form) > 1 for word in found)


class _Parts:
    """The words that names are made of, by what they sound like."""

    def __init__(self, parts: Iterable[str]) -> None:
        self._by_sound: dict[str, set[str]] = defaultdict(set)
        for part in parts:
            for sound in _sounds(part) | _shortened(part):
                self._by_sound[sound].add(part)
        self._long = [sound for sound in self._by_sound if len(sound) >= _LONG]
        self._initials: dict[str, set[str]] = defaultdict(set)
        for sound, known in self._by_sound.items():
            self._initials[sound[:1]] |= known
        self._known: dict[str, frozenset[str]] = {}

    def fitting(self, word: str) -> frozenset[str]:
        """Return the parts that a word of a text may be: in any form, misspelt, or as initial."""
        if word not in self._known:
            self._known[word] = frozenset(self._fitting(word))
        return self._known[word]

    def _fitting(self, word: str) -> Iterator[str]:
        for sound in _sounds(word):
            yield from self._by_sound.get(sound, ())
            if len(word) == 1:
                yield from self._initials.get(sound[:1], ())
            if len(sound) >= _LONG:
                near = extract(sound, self._long, scorer=OSA.distance, score_cutoff=1, limit=None)
                for other, _, _ in near:
                    yield from self._by_sound[other]


Sounds = frozenset[str]


@cache
def _sounds(word: str) -> Sounds:
    """Return what a word sounds like, with its ending and without: `ana` and `an-` of Anna."""
    whole = _sound(word)
    if len(word) < _SHORTEST:
        return frozenset({whole})
    stem = stemmer("ru")
    without = {_ENDING.sub("", whole), _VOWEL.sub("", whole)}
    bare = {_sound(stem(word)) if stem else whole, *without} - {whole}
    long = {sound for sound in bare if len(sound) >= _SHORTEST}
    return frozenset({whole, *long, *(f"{sound}-" for sound in bare)})


def _shortened(name: str) -> Sounds:
    """Return what a name sounds like before endings: `pavl-` of Pavel, `ma-` of Maya."""
    whole = _sound(name)
    short, lost = _FLEETING.subn("", whole)
    return frozenset({f"{short}-"} if lost or _VOWEL.search(whole) else ())


@cache
def _sound(word: str) -> str:
    return skeleton(word if word.isascii() else anyascii(word))
