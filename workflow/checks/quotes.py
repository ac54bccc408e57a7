"""Quotation marks that do not close, or that are turned round."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workflow.checks.check import Context, Mark, Pair, article_check
from workflow.checks.finding import Severity
from workflow.language.quotes import DOUBLE, sides
from workflow.language.quotes import pair as quotation_marks

_MARK = re.compile(f"[{DOUBLE}]")
_INCH = re.compile(r"(?<=\d)[\"″](?!\w)")
_EMPTY = re.compile(r"(?<![\w\"])(?:\"\s?\"|“\s?”|«\s?»|„\s?[“”])(?![\w\"])")
_TURNED_CLOSE = re.compile(r"(?:(?<=\s)|^)[”»](?=[^\W\d_])")
_TURNED_OPEN = re.compile(r"(?<=[\w.!?…])[“„«](?=[\s.,;:!?)]|$)")


_MOST_PARAGRAPHS = 4
"""Over so many paragraphs more a quotation may run on."""


@article_check("quotes", Severity.WARNING)
def quotes(pairs: Sequence[Pair], _: Context) -> Iterator[tuple[Pair, Mark]]:
    """A quotation that is not closed, not opened or empty, or a mark that is turned round.

    Why: the reader no longer knows who speaks. A quotation may run over several paragraphs: it is
        closed in a later one, or left open in the source too.

    Fails (ru → en): «Мы ждём», — сказал он. ⇒ “We are waiting, he said.
    Fails (de → en): „Hanna“ zog weiter. ⇒ “” moved on.
    Fails (en): We passed the motorway, ”said the minister”.
    Passes (ru → en): «Мы ждём», — сказал он. ⇒ “We are waiting,” he said.
    Passes (de): Sie sagte: „Wir warten“, und ging.
    Passes (fr): « Nous attendons », dit-elle.
    Passes (en): “We are waiting. ¶ “We will go on,” she said.
    """
    odd: list[_OddMark] = []
    for number, pair in enumerate(pairs):
        if places := _marks(pair.text):
            yield from ((pair, mark) for mark in _emptied(pair))
            turned = list(_turned(pair))
            yield from ((pair, mark) for mark in turned)
            place = None if turned else _odd_one(pair, places)
            odd.append(_OddMark(number, pair, place))
    for one in _without_other_half(odd):
        if one.pair.source is None or len(_marks(one.pair.original)) % 2 == 0:
            yield one.pair, one.mark


@dataclass(frozen=True)
class _OddMark:
    """The mark without another half in a paragraph; `place` is None where all are paired."""

    number: int
    pair: Pair
    place: int | None

    @property
    def opens(self) -> bool:
        sign = self.pair.text[self.place or 0]
        side = sides(sign, self.pair.target_language)
        return _looks_open(self.pair.text, self.place or 0) if side == "both" else side == "open"

    @property
    def goes_on(self) -> bool:
        """Whether the paragraph opens a quotation again that one before it has not closed."""
        begins = _MARK.match(self.pair.text) is not None
        return begins and not _marks(self.pair.original)

    @property
    def mark(self) -> Mark:
        place = self.place or 0
        what = "never closed" if self.opens else "never opened"
        return Mark(f"The quotation mark {self.pair.text[place]} is {what}.", (place, place + 1))


def _without_other_half(marks: Sequence[_OddMark]) -> Iterator[_OddMark]:
    """Yield those that no later paragraph closes; paragraphs in between may open it again."""
    begun: list[_OddMark] = []
    for mark in marks:
        if begun and mark.number - begun[-1].number > _MOST_PARAGRAPHS:
            yield from begun
            begun = []
        if mark.place is None:
            yield from () if mark.goes_on else begun
            begun = []
        elif mark.opens:
            begun.append(mark)
        elif begun:
            begun = []
        else:
            yield mark
    yield from begun


def _emptied(pair: Pair) -> Iterator[Mark]:
    if not _EMPTY.search(pair.original):
        for match in _EMPTY.finditer(pair.text):
            yield Mark("The words of this quotation are gone.", match.span())


def _marks(text: str) -> list[int]:
    inches = {match.start() for match in _INCH.finditer(text)}
    found = [match.start() for match in _MARK.finditer(text)]
    return [place for place in found if place not in inches] if len(found) % 2 else found


def _turned(pair: Pair) -> Iterator[Mark]:
    opening, closing = quotation_marks(pair.target_language)
    for pattern, side, mend in (
        (_TURNED_CLOSE, "close", opening),
        (_TURNED_OPEN, "open", closing),
    ):
        for match in pattern.finditer(pair.text):
            if sides(match.group(), pair.target_language) == side:
                yield Mark(
                    f"The quotation mark {match.group()} is turned round.", match.span(), (mend,)
                )


def _odd_one(pair: Pair, places: list[int]) -> int | None:
    """Return the place of a mark without its other half."""
    waiting: list[int] = []
    for place in places:
        side = sides(pair.text[place], pair.target_language)
        if side == "close" or (side == "both" and waiting and not _looks_open(pair.text, place)):
            if not waiting:
                return place
            waiting.pop()
        elif side == "both" and waiting and len(places) % 2 == 0:
            waiting.pop()
        else:
            waiting.append(place)
    return waiting[-1] if waiting else None


def _looks_open(text: str, place: int) -> bool:
    before = text[place - 1] if place else " "
    after = text[place + 1] if place + 1 < len(text) else " "
    return (before.isspace() or before in "([—–-") and not after.isspace()
