"""One block of a translation that two units of the source became, cut in two again."""

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate

from workflow.document.importing.likeness import Text, cost
from workflow.document.inline import markup_signature
from workflow.document.units import Unit
from workflow.language.sentences import split_sentences

_FITS = 7.0
"""What a half may cost at most to be put to its unit, for a person to confirm."""


def cut_in_two(text: str, units: Sequence[Text], ratio: float, language: str) -> tuple[str, ...]:
    """Return a text cut between two sentences where the halves fit two units best.

    Nothing is returned where no cut fits: where lengths or facts speak against it, or markup would
    be torn apart.
    """
    sentences = split_sentences(text, language)
    ends = list(accumulate(map(len, sentences)))[:-1]
    halves = [(text[:end].strip(" \\\n"), text[end:].strip(" \\\n")) for end in ends]
    whole = markup_signature(text)
    priced = [
        (_price(units, pair, ratio), pair)
        for pair in halves
        if all(pair) and sum(map(markup_signature, pair), Counter()) == whole
    ]
    price, best = min(priced, default=(_FITS + 1, ()))
    return best if price <= _FITS else ()


def _price(units: Sequence[Text], halves: Sequence[str], ratio: float) -> float:
    """Return what speaks against the worse of two halves."""
    pairs = zip(units, halves, strict=True)
    return max(cost([unit], [_like(unit, half)], ratio) for unit, half in pairs)


def _like(unit: Text, half: str) -> Text:
    return Text.of(Unit("", unit.kind, half))
