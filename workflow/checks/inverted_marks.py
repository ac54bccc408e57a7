"""Spanish questions and exclamations without their first mark."""

import re
from collections.abc import Iterator

from workflow.checks.check import Context, Mark, Pair, check
from workflow.checks.finding import Severity

_OPENING = {"?": "¿", "!": "¡"}
_OPEN = re.compile(r"[¿¡]")
_UP_TO_MARK = re.compile(r"([^?!\n]*)([?!])")


@check("inverted-marks", Severity.WARNING, languages=["es", "ast", "gl"])
def inverted_marks(pair: Pair, _: Context) -> Iterator[Mark]:
    """A Spanish question or exclamation that only has its last mark.

    Why: Spanish opens a question with ¿ and an exclamation with ¡; engines and other languages'
        keyboards leave them out. Where the mark belongs only a person can say.

    Fails (es): Quién lo sabe?
    Passes (es): ¿Quién lo sabe? Pero ¡qué sorpresa!
    """
    for match in _UP_TO_MARK.finditer(pair.text):
        if not _OPEN.search(match[1]) and any(letter.isalpha() for letter in match[1]):
            yield Mark(f"The “{_OPENING[match[2]]}” is missing.", match.span(2))
