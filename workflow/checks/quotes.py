"""Quotation marks that do not close, or that are turned round."""

import re
from collections.abc import Iterator

from workflow.checks.check import Context, Mark, Pair, check
from workflow.checks.finding import Severity
from workflow.language.quotes import DOUBLE, sides
from workflow.language.quotes import pair as quotation_marks

_MARK = re.compile(f"[{DOUBLE}]")
_INCH = re.compile(r"(?<=\d)[\"″](?!\w)")
_EMPTY = re.compile(r"(?<![\w\"])(?:\"\s?\"|“\s?”|«\s?»|„\s?[“”])(?![\w\"])")
_TURNED_CLOSE = re.compile(r"(?:(?<=\s)|^)[”»](?=[^\W\d_])")
_TURNED_OPEN = re.compile(r"(?<=[\w.!?…])[“„«](?=[\s.,;:!?)]|$)")


@check("quotes", Severity.WARNING)
def quotes(pair: Pair, _: Context) -> Iterator[Mark]:
    """A quotation that is not closed, not opened or empty, or a mark that is turned round.

    Why: the reader no longer knows who speaks. A quotation that runs over several paragraphs is
        open in the source too, and then it may be.

    Fails (ru → en): «Мы ждём», — сказал он. ⇒ “We are waiting, he said.
    Fails (de → en): „Hanna“ zog weiter. ⇒ “” moved on.
    Fails (en): We passed the motorway, ”said the minister”.
    Passes (ru → en): «Мы ждём», — сказал он. ⇒ “We are waiting,” he said.
    Passes (de): Sie sagte: „Wir warten“, und ging.
    Passes (fr): « Nous attendons », dit-elle.
    """
    places = _marks(pair.text)
    if not places:
        return
    if not _EMPTY.search(pair.original):
        for match in _EMPTY.finditer(pair.text):
            yield Mark("The words of this quotation are gone.", match.span())
    turned = list(_turned(pair))
    if turned:
        yield from turned
    elif pair.source is None or len(_marks(pair.original)) % 2 == 0:
        place = _odd_one(pair, places)
        if place is not None:
            sign = pair.text[place]
            what = (
                "never opened" if sides(sign, pair.target_language) == "close" else "never closed"
            )
            yield Mark(f"The quotation mark {sign} is {what}.", (place, place + 1))


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
