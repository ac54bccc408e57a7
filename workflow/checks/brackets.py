"""Brackets that do not close, or that hold nothing."""

import re
from collections.abc import Iterator

from workflow.checks.check import Context, Mark, Pair, check
from workflow.checks.finding import Severity

_PAIRS = {")": "(", "]": "[", "}": "{", "）": "（", "］": "［", "】": "【", "』": "『", "」": "「"}
_ALIKE = {"（": "(", "）": ")", "［": "[", "］": "]"}
_BRACKET = re.compile("[" + re.escape("".join([*_PAIRS, *_PAIRS.values()])) + "]")
_EMPTY = re.compile(r"\(\s*[,;.]?\s*\)|\(\s*(?=[,;.]\s)|\[\s*\]|（\s*）|【\s*】")
_LABEL = re.compile(r"(?:^|(?<=[\s;,:]))(?:\d{1,3}|[^\W\d_]|[ivx]{1,4})\)")
_FACE = re.compile(r"[:;=]-?[)(\]\[]+")
_WORD_BEFORE = re.compile(r"[\w.]$")


@check("brackets", Severity.WARNING)
def brackets(pair: Pair, _: Context) -> Iterator[Mark]:
    """A bracket without its other half, or brackets with nothing between them.

    Why: half a pair is a slip of the hand, or a part of the sentence has gone; empty brackets are
        what engines leave of an abbreviation. List labels such as “a)” are left alone, and so is a
        bracket that the source leaves open too.

    Fails (ru → en): Он вышел (в мае). ⇒ He was released (in May.
    Fails (ru → en): Совет (СПЧ) собрался. ⇒ The council ( ) met.
    Fails (de → en): Lernen (Muster u. a., 1995) ⇒ Learning (, 1995)
    Passes (en): There are two ways: a) by post, b) by hand (on weekdays).
    """
    if not _BRACKET.search(pair.text):
        return
    for match in _EMPTY.finditer(pair.text):
        if not _EMPTY.search(pair.original) and not _is_call(pair.text, match.start()):
            mend = ("",) if match.group()[-1] in _PAIRS else ()
            yield Mark("The words of these brackets are gone.", match.span(), mend)
    odd = _unpaired(pair.text)
    if odd and (pair.source is None or not _same_oddity(odd, pair)):
        for place in odd:
            yield _mark(pair.text, place)


def _is_call(text: str, place: int) -> bool:
    """Whether empty brackets follow a word at once, as in the name of a function."""
    return place > 0 and _WORD_BEFORE.search(text[:place]) is not None


def _mark(text: str, place: int) -> Mark:
    bracket = text[place]
    what = "is never opened" if bracket in _PAIRS else "is never closed"
    return Mark(f"The bracket “{bracket}” {what}.", (place, place + 1))


def _same_oddity(odd: list[int], pair: Pair) -> bool:
    """Whether the source leaves the same kinds of brackets unpaired."""
    there = [pair.original[place] for place in _unpaired(pair.original)]
    return [_ALIKE.get(pair.text[place], pair.text[place]) for place in odd] == [
        _ALIKE.get(bracket, bracket) for bracket in there
    ]


def _unpaired(text: str) -> list[int]:
    """Return the places of brackets that have no other half."""
    ignored = {
        place
        for pattern in (_LABEL, _FACE)
        for match in pattern.finditer(text)
        for place in range(*match.span())
    }
    waiting: list[tuple[str, int]] = []
    odd = []
    for match in _BRACKET.finditer(text):
        place, bracket = match.start(), _ALIKE.get(match.group(), match.group())
        if bracket not in _PAIRS:
            waiting.append((bracket, place))
        elif waiting and waiting[-1][0] == _PAIRS[bracket]:
            waiting.pop()
        elif place not in ignored:
            odd.append(place)
    return sorted(odd + [place for _, place in waiting if place not in ignored])
