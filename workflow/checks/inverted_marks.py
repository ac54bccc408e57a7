"""Spanish questions and exclamations without their first mark."""

import re
from collections.abc import Iterator

from workflow.checks.check import Context, Mark, Pair, check
from workflow.checks.finding import Severity

_OPENING = {"?": "¿", "!": "¡"}
_OPEN = re.compile(r"[¿¡]")
_MARK = re.compile(r"[?!]")


@check("inverted-marks", Severity.WARNING, languages=["es", "ast", "gl"])
def inverted_marks(pair: Pair, _: Context) -> Iterator[Mark]:
    """A Spanish question or exclamation that only has its last mark.

    Why: Spanish opens a question with ¿ and an exclamation with ¡; engines and other languages'
        keyboards leave them out. Where the mark belongs only a person can say.

    Fails (es): Quién lo sabe?
    Passes (es): ¿Quién lo sabe? Pero ¡qué sorpresa!
    """
    begin = 0
    for match in _MARK.finditer(pair.text):
        before = pair.text[begin : match.start()].rpartition("\n")[2]
        begin = match.end()
        if not _OPEN.search(before) and any(letter.isalpha() for letter in before):
            yield Mark(f"The “{_OPENING[match.group()]}” is missing.", match.span())
