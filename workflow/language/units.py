"""What a number counts: a currency, a unit of measure, hours before or after noon.

The lists are short: a word that none of them knows says nothing. `*` stands for any ending. Left
out is what means two things: `m` may be metres or millions, a pound is money or a weight, `mille` a
thousand, `an` a year or an article.
"""

import re
from functools import cache
from typing import NamedTuple

from workflow.language.tags import language

_WORDS = {
    "money": {
        "dollar": "$ US$ USD dollar dollars dólar dólares dollaro dollari доллар* долар* dolar*",
        "euro": "€ EUR euro euros евро євро",
        "pound": "£ GBP",
        "rouble": "₽ RUB rouble roubles ruble rubles rublo rublos rubel rubli рубл* руб",
        "hryvnia": "₴ UAH hryvnia hryvnias hryvnya hryvnyas grivnas гривн* гривень гривен грн",
        "franc": "CHF franc francs franken франк*",
        "zloty": "PLN zł złot* zloty zlotys злот*",
        "yuan": "yuan yuans yuanes юан* 元",
        "yen": "¥ JPY yen yenes yens иен* єн* 円",
    },
    "length": {
        "kilometre": """km км kilometre kilometres kilometer kilometers kilometern kilómetro
            kilómetros kilomètre kilomètres chilometri quilômetros километр* кілометр*""",
        "mile": "mile miles milla millas meile meilen миля мили миль милях milhas miglia",
        "metre": "metre metres meter meters metern metro metros mètre mètres metri метр*",
        "centimetre": "cm см centimetre centimetres centimeter centimeters сантиметр*",
        "foot": "feet фут* pies piedi",
    },
    "weight": {
        "kilogram": "kg кг kilo kilos kilogram* kilogramm* килограмм* кілограм*",
        "tonne": "ton tons tonne tonnes tonnen tonelada toneladas toneladas тонн*",
    },
    "area": {
        "hectare": "ha га hectare hectares hectárea hectáreas hektar гектар*",
        "acre": "acre acres акр*",
    },
    "temperature": {"Celsius": "°C", "Fahrenheit": "°F"},
    "time": {
        "year": """year years лет год года годов рік роки років ans année années año años jahr
            jahre jahren anno anni ano anos lat lata""",
        "month": """month months месяц* місяц* mois mes meses monat monate monaten mese mesi mês
            miesiąc* miesięcy""",
        "week": """week weeks недел* тижд* тижн* semaine semaines semana semanas woche wochen
            settimana settimane tygodn* tygodni""",
        "day": """day days день дня дней дні днів сутки суток jour jours día días tag tage tagen
            giorno giorni dia dias dzień dni""",
        "hour": """hour hours час часа часов годин* heure heures hora horas stunde stunden ora ore
            godzin*""",
        "minute": "minute minutes минут* хвилин* minuto minutos minuten minuti minut*",
    },
}
_PREFIXES = ("$", "US$", "€", "£", "₽", "₴", "¥", "USD", "EUR", "GBP", "RUB", "UAH", "CHF", "PLN")
_LONGEST = 16
_PART_OF_DAY = re.compile(r"\s?([ap])\.?\s?m\b", re.IGNORECASE)
_CLOCK = re.compile(r"\d\d[:.]\d\d(?!\d)")
_SAID_IN_WORDS = re.compile(
    r"\W?(?:\w+\W){0,4}?(?:утра|дня|вечера|ночи|ранку|вечора|ночі|tarde|noche|mañana|madrugada|soir"
    r"|matin|après-midi|abends|nachts|nachmittags|sera|noite|manhã|wieczor\w*|rano)\b",
    re.IGNORECASE,
)
_NOON = 12
_TWELVE_HOURS = frozenset({"en", "hi", "ur", "bn", "ar"})
"""Languages in which `10:30` may be in the evening."""


class Unit(NamedTuple):
    """What is counted, and what kind of thing that is: only units of one kind contradict."""

    kind: str
    name: str


def unit_words(*kinds: str) -> str:
    """Return the words of these kinds of units, with spaces between; `*` is any ending."""
    return " ".join(words for kind in kinds for words in _WORDS[kind].values())


def unit_of(text: str, start: int, end: int) -> Unit | None:
    """Return what the number from `start` to `end` (code points) counts, None if not known."""
    if after := _after().match(text, end):
        return _unit(after[1])
    before = _before().search(text, max(0, start - _LONGEST), start)
    return _unit(before[1]) if before else None


def half_of_day(text: str, start: int, end: int, tag: str) -> Unit | None:
    """Return whether a time of day is before or after noon, None where that is not sure."""
    if said := _PART_OF_DAY.match(text, end):
        return Unit("half of the day", f"{said[1].lower()}m")
    if not _CLOCK.match(text, start) or _SAID_IN_WORDS.match(text, end):
        return None
    hour = int(text[start : start + 2])
    if language(tag) in _TWELVE_HOURS and 0 < hour <= _NOON:
        return None
    return Unit("half of the day", "am" if hour < _NOON else "pm")


@cache
def _units() -> tuple[dict[str, Unit], dict[str, Unit]]:
    """Return the units by their words, and by the beginnings of words."""
    whole: dict[str, Unit] = {}
    beginnings: dict[str, Unit] = {}
    for kind, units in _WORDS.items():
        for name, words in units.items():
            for word in words.split():
                known = beginnings if word.endswith("*") else whole
                known[word.rstrip("*").lower()] = Unit(kind, name)
    return whole, beginnings


def _unit(word: str) -> Unit | None:
    whole, beginnings = _units()
    spelt = word.lower()
    if spelt in whole:
        return whole[spelt]
    return next((unit for begin, unit in beginnings.items() if spelt.startswith(begin)), None)


@cache
def _after() -> re.Pattern[str]:
    whole, beginnings = _units()
    words = [re.escape(word) + r"(?!\w)" * word[-1].isalpha() for word in whole]
    words += [re.escape(begin) + r"\w*" for begin in beginnings]
    spelt = "|".join(sorted(words, key=len, reverse=True))
    return re.compile(rf"(?:\.?\s(?:de\s|d['’])?|-)?({spelt})", re.IGNORECASE)


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)({'|'.join(map(re.escape, _PREFIXES))})\s?$")
