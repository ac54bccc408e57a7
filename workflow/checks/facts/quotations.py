"""The quotations of a source beside those of its translation."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, product

from workflow.checks.check import Pair
from workflow.checks.facts.fact import Entry, Fact, FactKind, Standing
from workflow.checks.facts.titles import title_in
from workflow.language.quotes import DOUBLE, sides

_MARKS = re.compile(r"[\"“”„‟«»「」『』]|[‘‚‹'](?<!\w.)|['’›](?!\w)")
_JAPANESE = {"「": "open", "『": "open", "」": "close", "』": "close"}
_SINGLE = {"‘": "open", "‚": "open", "‹": "open", "›": "close"}
_LASTING = f"{DOUBLE}「」『』"
"""Marks that may have their other half in the paragraph before or after."""
_INSET = re.compile(
    r"(?<=[,.?!…])\s+[—–]\s(?=(\w))[^—–]{2,90}?[.,:]\s+[—–]\s+"
    r"|\s[—–](?=(\w))[^—–]{2,90}[—–][.,:;]?\s*"
)
"""Who speaks, between dashes in the middle of a speech: “, — сказал он. — ”, “ —dijo él—. ”."""
_DIALOGUE = re.compile(r"\s*[—–-]\s?(?=[\w¿¡«“])")
_SPEAKER = re.compile(r"(?:[,.?!…]\s+[—–]\s+|\s[—–])(?=(\w))")
_SPEAKS_ON = re.compile(r"\W+\w[^.!?…:;]{0,80},?\W+")
"""What stands between two halves of one sentence: “,” she said on Friday, “"""
_BEGINNINGS = "¿¡…([«„“‘‚'\ufffc"
_PAUSES = (",", "…", "—", "–")
_APART = 0.45
"""Two quotations whose lengths are further apart than this share are not the same one."""


def quotation_entries(pair: Pair) -> Iterator[Entry]:
    """Yield the rows of the ledger that are quotations, in their order.

    Without knowing the words, quotations are told by their order and by their length. What is said
    in two halves may count once. A name that one language puts between marks and the other does
    not, as «Колокольчик», is known by its letters.
    """
    there, said_there = _both_ways(pair.original, pair.source_language or "")
    here, said_here = _both_ways(pair.text, pair.target_language)
    if not there:
        there = said_there = _dialogue(pair.original, is_sure=not here)
    if not here:
        here = said_here = _dialogue(pair.text, is_sure=not there)
    for these, those in product((there, said_there), (here, said_here)):
        if len(these) == len(those):
            for mine, theirs in zip(these, those, strict=True):
                yield Entry(mine, theirs, Standing.SAME)
            return
    yield from _by_length(there, here, pair)


def _by_length(there: Sequence[Fact], here: Sequence[Fact], pair: Pair) -> Iterator[Entry]:
    left = list(here)
    for fact in there:
        partner = _like(fact, left, pair)
        if partner is None:
            yield _without_marks(fact, pair)
            continue
        place = left.index(partner)
        yield from (Entry(None, other, Standing.ADDED) for other in left[:place])
        left = left[place + 1 :]
        yield Entry(fact, partner, Standing.SAME)
    yield from (Entry(None, other, Standing.ADDED) for other in left)


def _without_marks(fact: Fact, pair: Pair) -> Entry:
    """Return the row of a quotation of the source that has no marks in the translation."""
    name = title_in(pair.text, fact)
    return Entry(fact, name, Standing.SAME if name else Standing.UNSURE)


def quotations(text: str, tag: str) -> list[Fact]:
    """Return the outer quotations of a text in a language (a BCP 47 tag), without their marks.

    One that is closed or opened in another paragraph reaches to the end of the text, or begins with
    it; one that is interrupted by who speaks makes two.
    """
    return [piece for span in _marked(text, tag) for piece in _pieces(text, span)]


def _both_ways(text: str, tag: str) -> tuple[list[Fact], list[Fact]]:
    """Return the quotations of a text, and what is said in it, each speech in one piece."""
    spans = _marked(text, tag)
    pieces = [piece for span in spans for piece in _pieces(text, span)]
    return pieces, [fact for span in _joined(text, spans) for fact in _fact(text, *span)]


def _marked(text: str, tag: str) -> list[tuple[int, int]]:
    """Return from where to where there are words between outer marks."""
    found: list[tuple[int, int]] = []
    begun: list[tuple[int, bool]] = []
    for match in _MARKS.finditer(text):
        lasting = match.group() in _LASTING
        if _opens(match.group(), text, match.start(), tag, inside=bool(begun)):
            begun.append((match.end(), lasting))
            continue
        while begun and lasting and not begun[-1][1]:
            begun.pop()
        if begun and begun[-1][1] == lasting:
            start, _ = begun.pop()
            if not begun:
                found.append((start, match.start()))
        elif lasting and not begun and not found:
            found.append((0, match.start()))
    if open_ended := [start for start, lasting in begun if lasting]:
        found.append((open_ended[0], len(text)))
    return found


def _opens(mark: str, text: str, place: int, tag: str, *, inside: bool) -> bool:
    side = _JAPANESE.get(mark) or _SINGLE.get(mark)
    if side is None:
        side = "both" if mark in "'’" else sides(mark, tag)
    if side != "both":
        return side == "open"
    before = text[place - 1] if place else " "
    after = text[place + 1] if place + 1 < len(text) else " "
    begins = after.isalnum() or after in _BEGINNINGS
    if not inside:
        return begins or (before.isspace() and not after.isspace())
    return begins and (before.isspace() or before in "([—–")


def _pieces(text: str, span: tuple[int, int]) -> Iterator[Fact]:
    """Yield a quotation, or what is left of it without who speaks in its middle."""
    start, end = span
    for inset in _INSET.finditer(text, start, end):
        if (inset[1] or inset[2]).islower():
            yield from _fact(text, start, inset.start())
            start = inset.end()
    yield from _fact(text, start, end)


def _fact(text: str, start: int, end: int) -> Iterator[Fact]:
    if words := text[start:end].strip():
        yield Fact(FactKind.QUOTATION, words, (start, end))


def _joined(text: str, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join the halves of a sentence that is interrupted by who speaks."""
    joined = list(spans[:1])
    for (start, end), (other, last) in pairwise(spans):
        goes_on = text[other : other + 1].islower() and text[start:end].rstrip()[-1:] in _PAUSES
        if goes_on and _SPEAKS_ON.fullmatch(text, end, other):
            joined[-1] = (joined[-1][0], last)
        else:
            joined.append((other, last))
    return joined


def _dialogue(text: str, *, is_sure: bool) -> list[Fact]:
    """Return what is said after a dash at the beginning of a paragraph.

    With `is_sure` only where somebody is named who says it: it may be the item of a list.
    """
    dash = _DIALOGUE.match(text)
    if dash is None:
        return []
    speakers = (match for match in _SPEAKER.finditer(text, dash.end()) if match[1].islower())
    speaker = next(speakers, None)
    if speaker is None:
        return [] if is_sure else list(_fact(text, dash.end(), len(text)))
    return list(_fact(text, dash.end(), speaker.start()))


def _like(fact: Fact, others: Sequence[Fact], pair: Pair) -> Fact | None:
    """Return the first of `others` that takes up as much of its text as `fact` does of its own."""
    share = len(fact.text) / max(1, len(pair.original))
    for other in others:
        theirs = len(other.text) / max(1, len(pair.text))
        if min(share, theirs) >= max(share, theirs) * (1 - _APART):
            return other
    return None
