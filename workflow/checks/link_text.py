"""Links without words, and links that have come apart."""

import re
from collections.abc import Iterator

from workflow.checks.check import Context, Mark, Pair, check
from workflow.checks.finding import Severity

_EMPTY = re.compile(r"(?<![!\\])\[\s*\]\([^()\s]*\)")
_APART = re.compile(r"(?<=\])\s+(?=\((?:https?:|/|#)[^()\s]*\))|(?<=\])(?=https?:)")


@check("link-text", Severity.ERROR)
def link_text(pair: Pair, _: Context) -> Iterator[Mark]:
    """A link without words, or one whose brackets have come apart.

    Why: a link that shows nothing cannot be clicked, and one that has come apart shows its address
        in the middle of the sentence.

    Fails (ru → en): Есть [доклад](https://un.example/1). ⇒ There is a [](https://un.example/1).
    Fails (en): Read the [report] (https://un.example/1) first.
    Passes (en): Read the [report](https://un.example/1) first.
    """
    if "]" not in pair.target:
        return
    for match in _EMPTY.finditer(pair.target):
        yield Mark("The words of this link are gone.", match.span(), raw=True)
    for match in _APART.finditer(pair.target):
        mend = ("",) if match.group() else ()
        yield Mark("This link has come apart.", match.span(), mend, raw=True)
