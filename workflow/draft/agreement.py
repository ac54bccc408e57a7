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
"""By language, words of which one stands before a noun, as its gender and number ask for.

Sets of four have masculine and feminine, then both in the plural.
"""
_FORMS = 4
_ENDINGS = {
    "es": (
        re.compile(r"(?:o|or|aje|ore)s?\Z"),
        re.compile(r"(?:(?<!m)(?<!ist)a|dad|tud|[cs]ión)s?\Z|(?:dad|tud|[cs]ion)es\Z"),
    ),
    "pt": (
        re.compile(r"(?:(?<!ã)o|or|ore)s?\Z"),
        re.compile(r"(?:(?<!m)(?<!ist)a|dade|[çs]ão)s?\Z|(?:[çs]ões|gem|gens)\Z"),
    ),
}
"""By language, how masculine nouns end, and feminine ones; `periodista` and `problema` are open."""
_OPEN = {
    "es": re.compile(
        r"(?:cura|día|flor|foto|guardia|labor|mano|mapa|miembro|modelo|moto|piloto|planeta|poeta"
        r"|policía|radio|soldado|testigo)s?|gas"
        r"|h?(?:á\w*|au?[^aeiouáéíóú]+u?)as?"  # `el acta`, `el arma`, `un área`: a stressed a
    ),
    "pt": re.compile(
        r"(?:cor|dor|flor)(?:es)?|gás"
        r"|(?:dia|foto|guarda|mapa|membro|modelo|moto|piloto|planeta|poeta|polícia|rádio"
        r"|soldado|tribo)s?"
    ),
}
"""By language, common nouns whose ending tells the wrong gender, or whose article is another."""


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


def right_article(text: str, start: int, noun: str, tag: str) -> tuple[Range, str] | None:
    """Return where the article before position `start` stands and what it is before `noun`.

    None where there is none, it is right already, or the noun's ending does not tell its gender:
    only those of Spanish and Portuguese do so well enough.
    """
    base = language(tag)
    feminine = _is_feminine(noun, base)
    if feminine is None:
        return None
    is_plural = noun.split()[0].endswith("s")
    for pattern, articles in _patterns(base):
        found = pattern.search(text, max(0, start - 20), start)
        if found is not None:
            if len(articles) < _FORMS:
                return None
            article = articles[2 * is_plural + feminine]
            written = found[1]
            begun = article[0].upper() if written[0].isupper() else article[0]
            return (found.span(1), begun + article[1:]) if article != written.lower() else None
    return None


def _is_feminine(noun: str, base: str) -> bool | None:
    head = noun.split()[0].lower()
    if base in _OPEN and _OPEN[base].fullmatch(head):
        return None
    for feminine, ending in enumerate(_ENDINGS.get(base, ())):
        if ending.search(head):
            return bool(feminine)
    return None


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
