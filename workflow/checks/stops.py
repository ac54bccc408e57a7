"""Stops and commas that stand twice."""

import re
from collections.abc import Iterator

from workflow.checks.check import Context, Mark, Pair, check
from workflow.checks.finding import Severity

_DOUBLED = re.compile(
    "|".join(
        (
            r"(?<![.…])\.\.(?![./\\])",
            r"[,;]{2,}",
            r"(?<!\w):{2,}|:{2,}(?!\w)",  # std::sort has no space on either side
            r":+[,;]+|[,;]+:+",
            r"[,;]\.|\.,,",
            r"[?!]\.(?!\.)",
            "。{2,}|，{2,}|、{2,}",
        )
    )
)
_TWO_SIGNS = re.compile(r"[.,;:?!。，、]{2}")
"""The quick answer for most texts."""


@check("stops", Severity.WARNING, safe=True)
def stops(pair: Pair, _: Context) -> Iterator[Mark]:
    """Two stops, two commas or a comma with a stop in a row.

    Why: they are left behind when a sentence is cut or two are joined. An ellipsis, and “?!” and
        “!!”, may stand; so may what the source has.

    Fails (en): He was released on Friday..
    Fails (en): The judge,, a woman, agreed.
    Passes (en): “And then …?!” he asked. Etc., etc.
    Passes (en): Well... we shall see.
    Passes (en): Sort the names with std::sort.
    """
    if not _TWO_SIGNS.search(pair.text):
        return
    for match in _DOUBLED.finditer(pair.text):
        signs = match.group()
        if signs not in pair.original:
            yield Mark(f"“{signs}” are too many signs.", match.span(), (signs[-1],))
