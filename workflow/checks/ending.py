"""The sign that ends a sentence."""

import re
from collections.abc import Iterator

from workflow.checks.check import Context, Mark, Pair, check
from workflow.checks.finding import Severity
from workflow.document.units import UnitKind

_CLOSER = re.compile(r"[\s\"'”’»“›)\]）】」』*_]")
_ENDS = frozenset(".!?…。！？｡؟۔।።։")
_OPEN = re.compile(r"[\w%€$£°\ufffc]")
_PAUSES = (",", "，", "、", "،")
_LONGEST_WORD = 30
_HEADINGS = frozenset({UnitKind.TITLE, UnitKind.HEADING})
_STOPS = ".。｡۔।։።"
_MARKS = {
    "stop": {
        "zh": "。",
        "ja": "。",
        "hi": "।",
        "bn": "।",
        "ne": "।",
        "mr": ".",
        "ur": "۔",
        "hy": "։",
        "am": "።",
    },
    "?": {"zh": "？", "ja": "？", "ar": "؟", "fa": "؟", "ur": "؟", "el": ";"},
    "!": {"zh": "！", "ja": "！"},
    "…": {},
}
_NO_STOP = frozenset({"th", "lo", "km", "my", "bo"})


@check("ending", Severity.WARNING, bilingual=True, safe=True)
def ending(pair: Pair, _: Context) -> Iterator[Mark]:
    """The source ends with a stop or another mark, and the translation with none.

    Why: a missing end is a slip, or the sign that an engine cut the sentence off.

    Fails (ru → en): Его отпустили. ⇒ He was released
    Fails (es → en): ¿Quién lo sabe? ⇒ Who knows
    Fails (ru → en): «Его отпустили», — сказала мать. ⇒ “He was released,”
    Passes (ru → en): «Его отпустили». ⇒ “He was released.”
    Passes (ru → en): Жизнь после тюрьмы ⇒ Life after prison
    """
    if pair.into in _NO_STOP:
        return
    last, end = _last(pair.original), _last(pair.text)
    sign = pair.original[last - 1 : last]
    if pair.kind in _HEADINGS and sign not in _ENDS and pair.text[end - 1 : end] in _STOPS:
        yield Mark(
            "A heading ends without a stop, as it does in the source.",
            (end - 1, end),
            ("",),
            severity=Severity.INFO,
        )
    if sign not in _ENDS or _ends_with_abbreviation(pair):
        return
    if pair.text[end - 1 : end] in _PAUSES:
        yield Mark("A sentence does not end with a comma: more may be gone.", (end - 1, end))
    if not _OPEN.fullmatch(pair.text[end - 1 : end]):
        return
    start = _beginning_of_word(pair.text, end)
    yield Mark(
        f"The source ends with “{sign}”, the translation with nothing.",
        (start, end),
        (pair.text[start:end] + _sign(sign, pair.into),),
    )


def _last(text: str) -> int:
    """Return where a text ends without the quotation marks and brackets that close it."""
    end = len(text)
    while end and _CLOSER.match(text, end - 1):
        end -= 1
    return end


def _beginning_of_word(text: str, end: int) -> int:
    """Return where the last word before `end` begins (its last sign where no space is near)."""
    start = end - 1
    while end - start < _LONGEST_WORD and start > 0 and not text[start - 1].isspace():
        start -= 1
    return start if end - start < _LONGEST_WORD else end - 1


def _sign(sign: str, into: str) -> str:
    """Return the mark of the target language that does what `sign` does."""
    role = "stop" if sign in _STOPS else {"？": "?", "؟": "?", "！": "!"}.get(sign, sign)
    return _MARKS[role].get(into, "." if role == "stop" else role)


def _ends_with_abbreviation(pair: Pair) -> bool:
    """Whether the stop of a short source belongs to its last word, as in “2021 г.”."""
    last = pair.original.split()[-1] if pair.original.split() else ""
    return last.endswith(".") and len(last) <= 4 and len(pair.original.split()) <= 4
