"""Names in scripts that leave vowels out, or write whole syllables: found by their consonants.

`Timur Zvezdov` is تيمور زفيزدوف in Arabic and 铁木尔 in Chinese: what such spellings share are the
consonants, by the place in the mouth where they are made (the idea of Russell's Soundex, US patent
1,261,167 of 1918), in one row over the whole name. A row that is too short would be found anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from anyascii import anyascii

from workflow.language.words import words

Span = tuple[int, int]

_CLASSES = {
    letter: kind
    for kind, letters in {"p": "bfpv", "t": "dt", "k": "gkq", "s": "cjsz", "r": "lr"}.items()
    for letter in letters
} | {"m": "m", "n": "n"}
_SILENT = frozenset("hwyaeiou'`")
"""Letters that these scripts drop, add, or have for vowels."""
_SHORTEST = 6
"""How many consonants a name has at least: of fewer, ordinary words have the same."""
_OTHER_SCRIPTS = re.compile(
    "[\u0370-\u03ff\u0530-\u06ff\u0750-\u077f\u0900-\u0dff\u0e00-\u0eff\u1000-\u10ff\u3040-\u30ff"
    "\u3400-\u9fff\uac00-\ud7a3]"
    "[\u0370-\u03ff\u0530-\u06ff\u0750-\u077f\u0900-\u0dff\u0e00-\u0eff\u1000-\u10ff\u3040-\u30ff"
    "\u3400-\u9fff\uac00-\ud7a3 \u00a0·・•=＝-]*"
)
"""Greek, Armenian, Hebrew, Arabic, the scripts of India and the South-East, Georgian, Japanese,
Chinese, Korean; with what stands between the words of a name."""
_VOWEL_IN_HEBREW = "ו"
_AFFRICATE = re.compile(r"t[sz]|dz|x")


class Frames:
    """The consonants of `names`, where they have enough of them."""

    def __init__(self, names: Iterable[str]) -> None:
        self._frames = {frame for name in names for frame in _frames(name)}

    def places(self, text: str) -> Iterator[Span]:
        """Yield where the names stand in `text` in scripts other than Latin and Cyrillic."""
        for run in _OTHER_SCRIPTS.finditer(text) if self._frames else ():
            sounds = list(_sounds(run.group()))
            row = "".join(sound for sound, _ in sounds)
            for frame in self._frames:
                at = row.find(frame)
                while at >= 0:
                    last = sounds[at + len(frame) - 1][1]
                    yield run.start() + sounds[at][1], run.start() + last + 1
                    at = row.find(frame, at + 1)


def _frames(name: str) -> Iterator[str]:
    """Yield the consonants of a name, its words in order and turned round."""
    spelt = [word.form for word in words(name, "")]
    for parts in (spelt, spelt[::-1]):
        frame = "".join(sound for part in parts for sound, _ in _sounds(part))
        if len(frame) >= _SHORTEST:
            yield frame


def _sounds(text: str) -> Iterator[tuple[str, int]]:
    """Yield the class of each consonant of `text`, and where it stands; doubled ones once."""
    before = ""
    for place, letter in enumerate(text):
        spelt = "" if letter == _VOWEL_IN_HEBREW else anyascii(letter).lower()
        for sound in _AFFRICATE.sub(lambda found: "ks" if found[0] == "x" else "s", spelt):
            if sound in _CLASSES and sound != before:
                yield _CLASSES[sound], place
            before = sound if sound in _CLASSES or sound in _SILENT else ""
