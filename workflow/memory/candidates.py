"""Which of a million texts may be like a given one: an index of each text's rarest words.

Two texts of n and m words that are alike to at least 70 % share at least 70 % of the longer one's
words. So one of the rarest ⌊0.3·n⌋ + 1 words of the first is among the rarest ⌊0.3·m⌋ + 1 words of
the second, in any order of words that both go by: only these are indexed and looked up. (Prefix
filtering: S. Chaudhuri, V. Ganti, R. Kaushik, "A primitive operator for similarity joins in data
cleaning", ICDE 2006.) Each posting also has the text's length and a 64-bit signature of its words,
which show for most others how unlike they are without looking at them.

A word is a 32-bit number here. Two words of one number cost a look and no match: what is
proposed is scored word by word afterwards.
"""

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

LEAST: Final = 0.7
"""How alike texts must be to be found for certain."""

Numbers = npt.NDArray[np.uint32]
Postings = npt.NDArray[np.void]
Order = npt.NDArray[np.uint16]
"""How frequent words are, on a scale of logarithms, by the upper bits of their numbers."""

POSTING: Final = np.dtype([("unit", "<u4"), ("length", "u1"), ("signature", "<u8")])
_ORDER_BITS = 18
_SCALE = 160  # the 12 bits that there are tell 2²⁵ occurrences apart
_LONGEST = 255


def no_order() -> Order:
    """Return the order of words before anything is known of them."""
    return np.zeros(1 << _ORDER_BITS, dtype=np.uint16)


class Counting:
    """Counts words, text by text, for the order of rarity."""

    def __init__(self) -> None:
        self._counts = np.zeros(1 << _ORDER_BITS, dtype=np.uint32)

    def add(self, words: Numbers) -> None:
        """Count the words of some texts."""
        counts = np.bincount(_buckets(words), minlength=len(self._counts))
        self._counts += counts.astype(np.uint32)

    def order(self) -> Order:
        """Return the order by what was counted."""
        order: Order = np.minimum(np.log2(self._counts + 1.0) * _SCALE, 4095).astype(np.uint16)
        return order


def postings(
    units: Numbers, words: Numbers, lengths: npt.NDArray[np.int64], order: Order
) -> Iterator[tuple[int, bytes]]:
    """Yield every indexed word and its postings; the texts of `units` stand one after the other."""
    ranked, signatures = _ranked(words, lengths, order)
    owners = (ranked >> 44).astype(np.int64)
    starts = np.concatenate(([0], np.cumsum(lengths)[:-1]))
    places = np.arange(len(ranked)) - starts[owners]
    kept = places < _prefix(lengths)[owners]
    owners, keys = owners[kept], (ranked[kept] & 0xFFFFFFFF).astype(np.uint32)
    by_word = np.argsort(keys, kind="stable")
    owners, keys = owners[by_word], keys[by_word]
    found = np.empty(len(keys), dtype=POSTING)
    found["unit"] = units[owners]
    found["length"] = np.minimum(lengths, _LONGEST)[owners]
    found["signature"] = signatures[owners]
    edges = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1], [True])))
    for start, end in zip(edges[:-1].tolist(), edges[1:].tolist(), strict=True):
        yield int(keys[start]), found[start:end].tobytes()


class Query:
    """A text to which others are sought."""

    def __init__(self, words: Sequence[int], order: Order) -> None:
        self._length = len(words)
        lengths = np.array([len(words)])
        ranked, signatures = _ranked(np.array(words, dtype=np.uint32), lengths, order)
        self._signature = signatures[0]
        rarest = ranked[: int(_prefix(lengths)[0])] & 0xFFFFFFFF
        self.words: list[int] = rarest.tolist()
        """The words of which a text that is alike enough has at least one."""

    def choose(self, found: bytes, least: float, most: int) -> list[int]:
        """Return the units of these postings that may be alike to at least `least`.

        Those that may be the most alike come first; of more than `most`, the others are left out.
        """
        postings = np.frombuffer(found, dtype=POSTING)
        bounds = self._bounds(postings)
        likely = bounds >= least
        units, first = np.unique(postings["unit"][likely], return_index=True)
        best = np.argsort(-bounds[likely][first], kind="stable")[:most]
        chosen: list[int] = units[best].tolist()
        return chosen

    def _bounds(self, postings: Postings) -> npt.NDArray[np.float64]:
        """Return how alike each text is at most, by its length and its signature."""
        lengths = postings["length"].astype(np.int64)
        lengths = np.where(lengths == _LONGEST, max(_LONGEST, self._length), lengths)
        signatures = postings["signature"]
        mine = self._length - np.bitwise_count(self._signature & ~signatures).astype(np.int64)
        theirs = lengths - np.bitwise_count(signatures & ~self._signature)
        bounds: npt.NDArray[np.float64] = np.minimum(mine, theirs) / np.maximum(
            lengths, self._length
        )
        return bounds


def _prefix(lengths: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    return lengths * 3 // 10 + 1


def _ranked(
    words: Numbers, lengths: npt.NDArray[np.int64], order: Order
) -> tuple[npt.NDArray[np.uint64], npt.NDArray[np.uint64]]:
    """Return the words of each text from the rarest on, and the texts' signatures.

    A ranked word is one number: 20 bits for the text, 12 for how frequent it is, 32 for the word.
    """
    owners = np.repeat(np.arange(len(lengths), dtype=np.uint64), lengths)
    frequency = order[_buckets(words)].astype(np.uint64)
    ranked = np.sort((owners << np.uint64(44)) | (frequency << np.uint64(32)) | words)
    bits = np.uint64(1) << (words & np.uint32(63)).astype(np.uint64)
    starts = np.concatenate(([0], np.cumsum(lengths)[:-1])).astype(np.int64)
    signatures: npt.NDArray[np.uint64] = np.bitwise_or.reduceat(bits, starts)
    return ranked, signatures


def _buckets(words: Numbers) -> Numbers:
    buckets: Numbers = words >> np.uint32(32 - _ORDER_BITS)
    return buckets
