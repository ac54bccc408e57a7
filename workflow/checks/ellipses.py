"""Two ways of writing an ellipsis in one article."""

import re
from collections.abc import Iterator, Sequence

from workflow.checks.check import Context, Mark, Pair, article_check
from workflow.checks.finding import Severity

_DOTS = re.compile(r"(?<!\.)\.\.\.(?!\.)")
_SIGN = re.compile("…")


@article_check("ellipses", Severity.INFO)
def ellipses(pairs: Sequence[Pair], _: Context) -> Iterator[tuple[Pair, Mark]]:
    """An ellipsis of three dots in an article that writes it as one sign, or the other way round.

    Why: a page by several hands shows it here. The way that the article has more often is to stay,
        of two that come alike often the sign.

    Fails (en): He waited… and waited. ¶ Then... silence.
    Passes (en): He waited... and waited. ¶ Then... silence.
    """
    dots, signs = (
        [(pair, match) for pair in pairs for match in pattern.finditer(pair.text)]
        for pattern in (_DOTS, _SIGN)
    )
    if dots and signs:
        rarer, usual = (dots, "…") if len(dots) <= len(signs) else (signs, "...")
        for pair, match in rarer:
            yield pair, Mark(f"Elsewhere the ellipsis is “{usual}”.", match.span(), (usual,))
