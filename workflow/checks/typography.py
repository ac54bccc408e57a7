"""The house style of a language: dashes, spaces at signs, quotation marks, figures."""

import re
from collections.abc import Callable, Iterator

from workflow.checks.check import Context, Mark, Pair, check
from workflow.checks.finding import Severity
from workflow.language.quotes import inner_pair, is_foreign, sides
from workflow.language.quotes import pair as quotation_marks
from workflow.language.typography import dash, decimal_sign, group_sign, space_before

_HYPHEN = re.compile(r"(?<=[\w.,;!?»”\")])[^\S\n]+(?:-|--)[^\S\n]+(?=[\w«“„\"(])")
_HIGH_SIGN = re.compile(r"(?<=[\w»”)])([ ]?)([;!?]|:(?![\w/\\]))(?=[\s»”)]|$)")
_GUILLEMETS = re.compile(r"«( ?)(?=\S)|(?<=\S)( ?)»")
_CURVED = re.compile(r"[“”„‘’]")
_STRAIGHT = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])")
_DOTS = re.compile(r"(?<![.\w]\.)(?<!\.)(?:\.(?: \.){2,}|\.{4,})(?!\.)")
_DIGIT = re.compile(r"\d")
_MARKS = re.compile(r"[“”„‟«»]")
_OPENS = re.compile(r"(?<!\w)“(?=[\w…¿¡])")
_GROUPED = {
    ",": re.compile(
        r"(?<![\d.,+()-])(?<!\d )[1-9]\d{0,2}(?:[ \u00a0\u2009\u202f]\d{3})+(?![\d.,]\d|\d)"
    ),
    " ": re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3}){2,}(?![\d.,]\d|\d)"),
}
_SHARE = {
    ".": re.compile(r"(?<![\d.,])\d+,\d{1,2}(?=\s?(?:%|per\s?cent\b|million\b|billion\b))"),
    ",": re.compile(r"(?<![\d.,])\d+\.\d{1,2}(?=\s?%)"),
}
_OTHER = {".": (",", "."), ",": (".", ",")}


@check("typography", Severity.INFO, safe=True)
def typography(pair: Pair, _: Context) -> Iterator[Mark]:
    """Signs that are not as the language's printers set them.

    Why: a hyphen for a dash, another country's quotation marks or decimal comma make a page look
        carelessly translated. Each has its mend; where a house has other habits, switch this off.

    Fails (ru): Он пришёл - и замолчал.
    Fails (fr): Qui est là?
    Fails (en): She said: «We are waiting».
    Fails (en): About 12,5 % of 1 250 000 people
    Fails (ru): Около 12.5 % и 1,250,000 человек
    Fails (en): He said, “They told me “no” twice.”
    Fails (en): “I don't know,” she said.
    Fails (en): And then . . . silence
    Passes (ru): Он пришёл — и замолчал. Рост 12,5 % за год: кое-кто рад.
    Passes (en): About 12.5% of 1,250,000 people – “a record”, he said.
    """
    for rule in _RULES:
        yield from rule(pair)


def _dashes(pair: Pair) -> Iterator[Mark]:
    mend = dash(pair.target_language) if "-" in pair.text else None
    if mend is None or " - " in pair.original:
        return
    for match in _HYPHEN.finditer(pair.text):
        yield Mark("A hyphen stands for a dash.", match.span(), (mend,))


def _french_spaces(pair: Pair) -> Iterator[Mark]:
    if not space_before(":", pair.target_language):
        return
    for match in _HIGH_SIGN.finditer(pair.text):
        mend = space_before(match[2], pair.target_language) + match[2]
        yield Mark(f"Before “{match[2]}” stands a no-break space.", match.span(), (mend,))
    for match in _GUILLEMETS.finditer(pair.text):
        space = space_before(":", pair.target_language)
        if match[1] is not None or match[2] is not None:
            mend = f"«{space}" if match.group().startswith("«") else f"{space}»"
            if match.group() != mend:
                yield Mark("Inside « » stand no-break spaces.", match.span(), (mend,))


def _quotation_marks(pair: Pair) -> Iterator[Mark]:
    found = list(_MARKS.finditer(pair.text))
    if not any(is_foreign(match.group(), pair.target_language) for match in found):
        return
    opening, closing = quotation_marks(pair.target_language)
    for match in found:
        mark = match.group()
        opens = mark in "„‟«" or _OPENS.match(pair.text, match.start()) is not None
        side = sides(mark, pair.target_language)
        turned = mark == "“" and (side != "open" if opens else side == "open")
        if turned or is_foreign(mark, pair.target_language):
            yield Mark(
                f"{mark} is no quotation mark of this language.",
                match.span(),
                (opening if opens else closing,),
            )


def _nested_quotes(pair: Pair) -> Iterator[Mark]:
    """Yield outer marks that stand inside a quotation; only for marks whose side is certain."""
    inner, (opening, closing) = (
        inner_pair(pair.target_language),
        quotation_marks(pair.target_language),
    )
    if inner is None or opening == closing or pair.text.count(opening) < 2:
        return
    depth = 0
    for place, sign in enumerate(pair.text):
        if sign == opening:
            depth += 1
        if sign in (opening, closing) and depth > 1:
            mend = inner[0] if sign == opening else inner[1]
            yield Mark("Inside a quotation stand other marks.", (place, place + 1), (mend,))
        if sign == closing:
            depth = max(0, depth - 1)


def _apostrophes(pair: Pair) -> Iterator[Mark]:
    """Yield straight apostrophes beside curved marks: a word came from another program."""
    if "'" in pair.text and _CURVED.search(pair.text):
        for match in _STRAIGHT.finditer(pair.text):
            yield Mark("The apostrophe is straight, other marks are not.", match.span(), ("’",))


def _ellipses(pair: Pair) -> Iterator[Mark]:
    if ". ." in pair.text or "...." in pair.text:
        for match in _DOTS.finditer(pair.text):
            yield Mark("An ellipsis has three dots, without spaces.", match.span(), ("…",))


def _figures(pair: Pair) -> Iterator[Mark]:
    point = decimal_sign(pair.target_language) if _DIGIT.search(pair.text) else None
    if point is None:
        return
    for match in _SHARE[point].finditer(pair.text):
        mend = match.group().replace(*_OTHER[point])
        yield Mark(f"The decimal sign is “{point}”.", match.span(), (mend,))
    group = group_sign(pair.target_language)
    for match in _GROUPED.get(group if group == "," else " ", _GROUPED[" "]).finditer(pair.text):
        if group != ".":
            mend = re.sub(r"\D", group, match.group())
            yield Mark("The thousands are grouped otherwise.", match.span(), (mend,))


_RULES: tuple[Callable[[Pair], Iterator[Mark]], ...] = (
    _dashes,
    _french_spaces,
    _quotation_marks,
    _nested_quotes,
    _apostrophes,
    _ellipses,
    _figures,
)
