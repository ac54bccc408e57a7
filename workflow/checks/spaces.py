"""Spaces where none belong, and missing ones."""

import re
from collections.abc import Iterator

from workflow.checks.check import Context, Mark, Pair, check
from workflow.checks.finding import Severity
from workflow.language.scripts import is_spaced

_LOOSE_BEFORE = re.compile(r"(?<=[^\s–—])[^\S\n]+([,;:!?.])(?![\w.\-()/\\|!?\[])")
_LOOSE_BEFORE_FRENCH = re.compile(r"(?<=[^\s–—])[^\S\n]+([,.])(?![\w.\-])")
_SPACE_AND_SIGN = re.compile(r"[,;:!?.](?<=[^\S\n].)")
_BRACKET = re.compile(r"[()\[\]]")
_INSIDE = re.compile(r"(?<=[(\[])[^\S\n]+(?=\w)|(?<=\w)[^\S\n]+(?=[)\]])")
_MISSING_AFTER = re.compile(r"([,;])(?<=[^\W\d_]{2}.)(?=[^\W\d_]{2})")
_DOUBLE = re.compile(r"(?<=\S)[^\S\n]{2,}(?=\S)")


@check("spaces", Severity.WARNING, safe=True)
def spaces(pair: Pair, _: Context) -> Iterator[Mark]:
    """A space before a comma or a stop, inside brackets, none after a comma, or several in a row.

    Why: readers stumble over them, and engines that cut text into tokens do not always put it
        together again. French puts a space before high signs (; : ! ?), so there it may stand.

    Fails (en): The court , he said , was closed.
    Fails (en): He was held ( without a lawyer ) for a month.
    Fails (en): Bread,milk and salt.
    Passes (fr): Qui est là ? « Moi » !
    Passes (en): The budget was 1,000, or .5 % of it ...
    """
    if not is_spaced(pair.target_language):
        return
    if _SPACE_AND_SIGN.search(pair.text):
        loose = _LOOSE_BEFORE_FRENCH if pair.into == "fr" else _LOOSE_BEFORE
        for match in loose.finditer(pair.text):
            yield Mark(f"There is a space before “{match[1]}”.", match.span(), (match[1],))
    if _BRACKET.search(pair.text):
        for match in _INSIDE.finditer(pair.text):
            if not _INSIDE.search(pair.original):
                yield Mark("There is a space inside the bracket.", match.span(), ("",))
    for match in _MISSING_AFTER.finditer(pair.text):
        around = pair.text[max(0, match.start() - 2) : match.end() + 2]
        if around not in pair.original:
            yield Mark(f"There is no space after “{match[1]}”.", match.span(), (match[1] + " ",))
    for match in _DOUBLE.finditer(pair.text):
        yield Mark(
            "There are several spaces in a row.", match.span(), (" ",), severity=Severity.INFO
        )
