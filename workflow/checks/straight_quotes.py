"""Straight quotation marks among those that printers use."""

import re
from collections.abc import Iterator, Sequence

from workflow.checks.check import Context, Mark, Pair, article_check
from workflow.checks.finding import Severity
from workflow.language.quotes import pair as quotation_marks
from workflow.language.typography import space_before

_QUOTED = re.compile(r'(?<![\w"])"(?=[^\s"])([^"]*[^\s"])"(?![\w"])')
_PRINTED = re.compile("[“”„«»]")


@article_check("straight-quotes", Severity.INFO)
def straight_quotes(pairs: Sequence[Pair], _: Context) -> Iterator[tuple[Pair, Mark]]:
    """Straight quotation marks in an article that has the language's own elsewhere.

    Why: a paragraph came from another program, and the page looks patched. Told where most marks
        are the printers', so that a house that writes straight ones everywhere is left alone.

    Fails (en): “We are waiting,” she said. ¶ He said "no" to them.
    Fails (fr): « Nous attendons », dit-elle. ¶ Il a dit "non".
    Passes (en): He said "no" to them.
    Passes (en): “We are waiting,” she said. ¶ A screen of 15" is enough.
    """
    straight = [(pair, match) for pair in pairs for match in _QUOTED.finditer(pair.text)]
    printed = sum(len(_PRINTED.findall(pair.text)) for pair in pairs) if straight else 0
    if printed < 2 * len(straight):
        return
    for pair, match in straight:
        yield (
            pair,
            Mark("These marks are straight, others are not.", match.span(), (_mend(pair, match),)),
        )


def _mend(pair: Pair, match: re.Match[str]) -> str:
    opening, closing = quotation_marks(pair.target_language)
    space = space_before(":", pair.target_language) if opening == "«" else ""
    return f"{opening}{space}{match[1]}{space}{closing}"
