"""How much speaks for one stretch of text being the translation of another.

The measure of lengths is that of W. A. Gale and K. W. Church, "A Program for Aligning Sentences in
Bilingual Corpora" (Computational Linguistics 19(1), 1993). What a translation keeps – numbers,
addresses, names, the kind of block – is weighed too, as R. C. Moore ("Fast and Accurate Sentence
Alignment of Bilingual Corpora", 2002) does with words.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from anyascii import anyascii

from workflow.document import inline
from workflow.document.units import Unit, UnitKind

_VARIANCE = 6.8
"""Of the difference in length for each character (Gale and Church, section 3.2)."""

_MOST = 25.0
_ALONE, _KEPT, _LOST, _OTHER_KIND = 3.0, 8.0, 4.0, 4.0
_NUMBER = re.compile(r"\d+(?:[.,\u00a0 ]\d{3})*")
_NAME = re.compile(r"(?<=[\w,] )[^\W\d_]\w{2,}")


@dataclass(frozen=True)
class Text:
    """What is compared of a unit: its kind, its length in characters, what a translation keeps."""

    kind: UnitKind
    length: int
    anchors: Counter[str]

    @classmethod
    def of(cls, unit: Unit) -> "Text":
        """Return what is compared of a unit."""
        shown = inline.plain(unit.text)
        found = [re.sub(r"\D", "", number) for number in _NUMBER.findall(shown)]
        found += inline.links(unit.text)
        found += [_sounds(name) for name in _NAME.findall(shown) if name[0].isupper()]
        return cls(unit.kind, len(shown), Counter(found))


def _sounds(name: str) -> str:
    """Return what a name keeps when it is spelled in another script: its first consonants."""
    plain = re.sub(r"[^a-z]", "", anyascii(name).lower())
    for written, spoken in (("sch", "s"), ("ch", "h"), ("kh", "h"), ("sh", "s"), ("zh", "j")):
        plain = plain.replace(written, spoken)
    plain = plain.translate(str.maketrans("cqwzv", "kkvsv"))
    sounds = plain[:1] + re.sub(r"[aeiouyj]", "", plain[1:])
    return "".join(sound for sound, _ in groupby(sounds))[:4]


def cost(ours: Sequence[Text], theirs: Sequence[Text], ratio: float) -> float:
    """Return how much speaks against a pair, as the negative logarithm of its likelihood.

    `ratio` is how many characters of the translation go with one of the source.
    """
    if not ours or not theirs:
        return _ALONE
    first, second = sum(t.length for t in ours) * ratio, sum(t.length for t in theirs)
    delta = (second - first) / math.sqrt(_VARIANCE * max((first + second) / 2, 1))
    far = math.erfc(abs(delta) / math.sqrt(2))
    price = min(-math.log(far), _MOST) if far else _MOST
    price += _OTHER_KIND * len({t.kind for t in (*ours, *theirs)}) - _OTHER_KIND
    return price + _anchored(ours, theirs)


def _anchored(ours: Sequence[Text], theirs: Sequence[Text]) -> float:
    kept, found = _together(ours), _together(theirs)
    if not kept or not found:
        return 0.0 if not kept and not found else 1.0
    share = 2 * (kept & found).total() / (kept.total() + found.total())
    return _LOST - (_KEPT + _LOST) * share


def _together(texts: Sequence[Text]) -> Counter[str]:
    first, *others = (text.anchors for text in texts)
    return sum(others, first) if others else first
