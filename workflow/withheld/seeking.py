"""Finding withheld names in a text, in whatever script and form they stand there.

Words are brought to Latin letters and to what the transliterations of a name have in common, with
and without the endings of case; so a name in Cyrillic is found in Latin, and the other way round.
In scripts without vowels, or of syllables, its consonants are looked for. A letter too many is
better than a person found: one wrong letter in a long word counts as the name. What no matcher can
see: nicknames, pictures, sound, a person described and not named.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from anyascii import anyascii
from rapidfuzz.distance import OSA

from workflow.language.stems import stemmer
from workflow.language.transliteration import skeleton
from workflow.language.words import Word, words
from workflow.withheld.frames import Frames

_ENDING = re.compile(
    r"(?:oho|eho|omu|emu|imi|ami|oi|oiu|ei|eiu|im|om|em|am|ah|uiu|aia|[aeiou]|iu|ia|ie|s)$"
)
"""Endings of case of names, after transliteration."""
_LONG = 6
_SHORTEST = 3
_APART = 2
"""How many words may stand between the words of a name: a patronymic, a nickname."""

_APART_ALTOGETHER = re.compile(r"\n\s*(?:\n|#|msg)")
Span = tuple[int, int]


class Seeker:
    """Finds `names`. What it found is told by places only, never by the words themselves."""

    def __init__(self, names: Iterable[str]) -> None:
        names = list(names)
        spelt = (tuple(_sounds(word.form) for word in words(name, "")) for name in names)
        self._names = [name for name in spelt if name]
        self._frames = Frames(names)

    def __bool__(self) -> bool:
        """Whether there is anything to find."""
        return bool(self._names)

    def find(self, text: str) -> list[Span]:
        """Return where withheld names stand in `text`, in code points, in reading order, apart."""
        found = list(words(text, "")) if self._names else []
        spans: list[Span] = []
        places = {place for name in self._names for place in _places(name, found)}
        for start, end in sorted(places.union(self._frames.places(text))):
            if spans and start < spans[-1][1]:
                spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
            else:
                spans.append((start, end))
        return spans

    def replaced(self, text: str, instead: str) -> str:
        """Return `text` with `instead` for every name, be it broken over two lines of a paragraph.

        One whose words are parts of different paragraphs, or strings of a PO file, stays.
        """
        for start, end in reversed(self.find(text)):
            if not _APART_ALTOGETHER.search(text[start:end]):
                text = text[:start] + instead + text[end:]
        return text


Sounds = frozenset[str]


def _places(name: tuple[Sounds, ...], text: list[Word]) -> Iterator[Span]:
    for first, word in enumerate(text):
        for order in {name, tuple(reversed(name))}:
            end = _end(order, text, first)
            if end is not None:
                yield word.start, text[end].end


def _end(name: tuple[Sounds, ...], text: list[Word], first: int) -> int | None:
    """Return the place of the last word of a name that begins at `first`, None if none does."""
    if not _fits(name[0], text[first], initial=len(name) > 1):
        return None
    last = first
    for part in name[1:]:
        reach = range(last + 1, min(last + 2 + _APART, len(text)))
        step = next((i for i in reach if _fits(part, text[i], initial=True)), None)
        if step is None:
            return None
        last = step
    whole = any(len(word.form) > 1 for word in text[first : last + 1])
    return last if whole else None


def _fits(part: Sounds, word: Word, *, initial: bool) -> bool:
    sounds = _sounds(word.form)
    if not part.isdisjoint(sounds):
        return True
    if initial and len(word.form) == 1:
        return any(sound[:1] == other[:1] for sound in part for other in sounds)
    return any(
        min(len(a), len(b)) >= _LONG and OSA.distance(a, b, score_cutoff=1) <= 1
        for a in part
        for b in sounds
    )


@cache
def _sounds(word: str) -> Sounds:
    """Return what a word sounds like, with its ending and without: `ana` and `an-` of Anna."""
    whole = _sound(word)
    if len(word) < _SHORTEST:
        return frozenset({whole})
    stem = stemmer("ru")
    bare = {_sound(stem(word)) if stem else whole, _ENDING.sub("", whole)} - {whole}
    long = {sound for sound in bare if len(sound) >= _SHORTEST}
    return frozenset({whole, *long, *(f"{sound}-" for sound in bare)})


def _sound(word: str) -> str:
    return skeleton(word if word.isascii() else anyascii(word))
