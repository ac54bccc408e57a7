"""The words and signs beside a number that say what it counts: money, percentages, ages, measures.

The lists are short on purpose, since a number that none of them knows still stands in the ledger
as a number. `*` stands for any ending.
"""

import re
from functools import cache

from workflow.checks.facts.fact import FactKind
from workflow.language.units import unit_words

_CURRENCY = "₹ CA$ AU$ BYN руб. долл. pound pounds peso pesos"
_PER_CENT = """
    % ٪ percent per_cent процент* відсот* prozent pour_cent por_cien por_ciento por_cento procent*
    per_cento
"""
_CLOCK = "Uhr am pm a.m. p.m. o'clock o’clock"
_AGE = """
    year_old years_old летн* річн* jahre_alt jahr_alt jährig* años_de_edad letni*
"""
_MEASURE = """
    m mm m² km² м² км² м ° gram* грамм* litr* литр* liter* litre* second seconds секунд* segundo*
    seconde*
"""
_MEASURES = ("length", "weight", "area", "temperature", "time")
_LAW = """
    ст. ч. п. стат* article* art. artikel* § §§ artículo* artigo* artykuł* articol* section*
"""
_AGED = "aged age âgé_de âgée_de âgés_de в_возрасте у_віці de_edad"


def _pattern(words: str) -> str:
    spelt = []
    for word in sorted(words.split(), key=len, reverse=True):
        pattern = re.escape(word.rstrip("*")).replace("_", r"[\s-]")
        pattern += r"\w*" * word.endswith("*")
        spelt.append(pattern + r"(?!\w)" * word[-1].isalnum())
    return "|".join(spelt)


Signs = tuple[tuple[FactKind, re.Pattern[str]], ...]


@cache
def signs_after() -> Signs:
    """Return what tells what a number is by what follows it; the first that fits counts."""
    return tuple(
        (kind, re.compile(rf"(?:\.?\s(?:de\s|d['’])?|-)?(?:{_pattern(words)})", re.IGNORECASE))
        for kind, words in (
            (FactKind.TIME, _CLOCK),
            (FactKind.PERCENTAGE, _PER_CENT),
            (FactKind.MONEY, f"{_CURRENCY} {unit_words('money')}"),
            (FactKind.AGE, _AGE),
            (FactKind.MEASURE, f"{_MEASURE} {unit_words(*_MEASURES)}"),
        )
    )


@cache
def signs_before() -> Signs:
    """Return what tells what a number is by what comes before it."""
    return tuple(
        (kind, re.compile(rf"(?:(?<!\w)|(?=\W))(?:{_pattern(words)})\s?$", re.IGNORECASE))
        for kind, words in (
            (FactKind.MONEY, "$ € £ ¥ ₽ ₴ ₹ US$ CA$ AU$ USD EUR GBP RUB UAH CHF"),
            (FactKind.LAW, _LAW),
            (FactKind.AGE, _AGED),
            (FactKind.PERCENTAGE, "百分之"),
        )
    )
