"""Articles that agree with a noun, where another noun has come to stand behind them."""

import re
from collections.abc import Iterator
from functools import cache

from workflow.draft.translation import Range
from workflow.language.tags import language

_SETS = {
    "es": "el|la|los|las, un|una|unos|unas, del|de la|de los|de las, al|a la|a los|a las,"
    " este|esta|estos|estas, su|sus",
    "fr": "le|la|les, un|une|des, du|de la|des, au|à la|aux, ce|cette|ces, son|sa|ses",
    "it": "il|lo|la|i|gli|le, un|uno|una, del|dello|della|dei|degli|delle,"
    " nel|nello|nella|nei|negli|nelle, al|allo|alla|ai|agli|alle",
    "pt": "o|a|os|as, um|uma, do|da|dos|das, no|na|nos|nas, ao|à|aos|às, este|esta|estes|estas",
}
"""By language, words of which one stands before a noun, as its gender and number ask for."""


def other_articles(text: str, start: int, tag: str) -> Iterator[tuple[Range, str]]:
    """Yield where the article before position `start` stands, with each that might be right."""
    for pattern, articles in _patterns(language(tag)):
        found = pattern.search(text, max(0, start - 20), start)
        if found is None:
            continue
        written = found[1]
        for article in articles:
            if article != written.lower():
                begun = article[0].upper() if written[0].isupper() else article[0]
                yield found.span(1), begun + article[1:]
        return


@cache
def _patterns(language: str) -> list[tuple[re.Pattern[str], tuple[str, ...]]]:
    """Return the sets of a language, those of longer articles first: `de la` before `la`."""
    sets = [tuple(each.strip().split("|")) for each in _SETS.get(language, "").split(",") if each]
    sets.sort(key=lambda articles: -max(map(len, articles)))
    return [
        (
            re.compile(rf"\b({'|'.join(sorted(each, key=len, reverse=True))}) \Z", re.IGNORECASE),
            each,
        )
        for each in sets
    ]
