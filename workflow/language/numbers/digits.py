"""Numbers, dates and times in digits."""

import re
from collections.abc import Callable, Iterator

from workflow.language.numbers.quantity import Quantity, Value, Weight, hour, time_of_day, year

_SPACES = " \u00a0\u2009\u202f"
_GROUPED = "|".join(
    (
        rf"\d{{1,3}}(?:[{_SPACES}]\d{{3}})+",
        r"\d{1,3}(?:,\d{3})+",
        r"\d{1,3}(?:\.\d{3})+",
        r"\d{1,3}(?:['’]\d{3})+",
        r"\d{1,2}(?:,\d{2})+,\d{3}",  # as in India
    )
)
DIGITS = rf"""
      (?P<iso>(?<!\d)\d{{4}}-\d{{2}}-\d{{2}}(?!\d))
    | (?P<dotted>(?<![\d.])\d{{1,2}}\.\s?\d{{1,2}}\.\s?(?:\d{{4}}|\d{{2}})(?![\d.]))
    | (?P<slashed>(?<![\d/])\d{{1,2}}/\d{{1,2}}/(?:\d{{4}}|\d{{2}})(?![\d/]))
    | (?P<time>(?<![\d:.,])(?:[01]?\d|2[0-4])
        (?:(?::\s?|\s?h\s?|\s?Uhr\s|[時时点點])[0-5]\d(?!\d)|[時时点點]半))
    | (?P<clock>(?<!\d)(?:[01]\d|2[0-4])[0-5]\d(?=[{_SPACES}]?(?:GMT|UTC|hrs|hours)\b))
    | (?P<fraction>(?<![\d/])\d/\d{{1,2}}(?![\d/])|[½⅓⅔¼¾⅕⅛])
    | (?P<number>(?<!\d)(?:(?:{_GROUPED})(?!\d)(?:[.,]\d+(?!\d))?|\d+(?:[.,]\d+)?))
"""
"""A verbose pattern for whatever is written in digits; `read_digits` reads what it matches."""
_HOUR_AFTER = re.compile(
    r"\s?(?:Uhr|h\b|heures?|ч(?:ас|\.)|годин|godz|[ap]\.?\s?m\b|[時时点點]|hrs?\b|o['’]clock"
    r"|horas?\b|ore\b)",
    re.IGNORECASE,
)
_HOUR_BEFORE = re.compile(
    r"\b(?:godz(?:inie|\.)?|at|um|в|о|об|à|a las|alle|kl\.?)\s?$|(?:下午|晚上|傍晚)$", re.IGNORECASE
)
_DECADE_AFTER = re.compile(r"['’]?s\b|-?(?:е|х|ті|их)\b|er\b|er-|ern\b|年代|-luvu", re.IGNORECASE)
_CODE_BEFORE = re.compile(r"(?:[^\W\d_\u3040-\u9fff]|[A-ZА-ЯЁ][a-z]*-|\d-?[^\W\d_]-)$")
_YEAR_BEFORE = re.compile(r"(\d{4})[/–-]$")
_SCALES = re.compile(r"\s?(k|bn|mn|mln|mio|mrd|mld|m)\b", re.IGNORECASE)
_SCALE_VALUES = {"k": 1e3, "bn": 1e9, "mrd": 1e9, "mld": 1e9}
_AROUND = 12
_MOST_DIGITS = 30


def read_digits(match: re.Match[str]) -> Iterator[Quantity]:
    """Yield the quantities in a match of `DIGITS`."""
    kind = match.lastgroup or ""
    return _READERS[kind](match)


def _iso(match: re.Match[str]) -> Iterator[Quantity]:
    years, month, day = map(int, match.group().split("-"))
    return _date(match, day, month, years)


def _dotted(match: re.Match[str]) -> Iterator[Quantity]:
    day, month, years = map(int, re.split(r"\.\s?", match.group()))
    if 1 <= day <= 31 and 1 <= month <= 12:
        yield from _date(match, day, month, years)
        return
    for number in re.finditer(r"\d+", match.group()):
        yield _number_at(match.string, match.start() + number.start(), number.group())


def _date(match: re.Match[str], day: int, month: int, years: int) -> Iterator[Quantity]:
    months: set[Value] = {("month", month), float(month)}
    yield Quantity(*match.span(), frozenset({float(day)}), Weight.DIGITS)
    yield Quantity(*match.span(), frozenset(months), Weight.WORD)
    yield Quantity(*match.span(), year(years), Weight.DIGITS)


def _slashed(match: re.Match[str]) -> Iterator[Quantity]:
    """Read a date of which day and month may stand in either order."""
    first, second, years = map(int, match.group().split("/"))
    months: set[Value] = {("month", number) for number in (first, second) if number <= 12}
    for number in (first, second):
        yield Quantity(*match.span(), frozenset({float(number)} | months), Weight.DIGITS)
    yield Quantity(*match.span(), year(years), Weight.DIGITS)


def _time(match: re.Match[str]) -> Iterator[Quantity]:
    hours, minutes = map(int, (*re.findall(r"\d+", match.group()), "30")[:2])
    yield _at(match, hours, minutes)


def _clock(match: re.Match[str]) -> Iterator[Quantity]:
    hours, minutes = int(match.group()[:2]), int(match.group()[2:])
    yield _at(match, hours, minutes).also({float(match.group())})


def _at(match: re.Match[str], hours: int, minutes: int) -> Quantity:
    values: set[Value] = {time_of_day(hours, minutes)}
    if minutes == 0:
        values |= hour(hours)
    parts = (hour(hours), frozenset({float(minutes)}))
    return Quantity(*match.span(), frozenset(values), Weight.DIGITS, parts)


def _fraction(match: re.Match[str]) -> Iterator[Quantity]:
    for part in re.findall(r"[0-9]+", match.group()):
        yield Quantity(*match.span(), frozenset({float(part)}), Weight.HINT)


def _number(match: re.Match[str]) -> Iterator[Quantity]:
    yield _number_at(match.string, match.start(), match.group())


_READERS: dict[str, Callable[[re.Match[str]], Iterator[Quantity]]] = {
    "iso": _iso,
    "dotted": _dotted,
    "slashed": _slashed,
    "time": _time,
    "clock": _clock,
    "fraction": _fraction,
    "number": _number,
}


def _number_at(text: str, start: int, written: str) -> Quantity:
    end = start + len(written)
    if len(written) > _MOST_DIGITS:
        return Quantity(start, end, frozenset(), Weight.HINT)
    before = text[max(0, start - _AROUND) : start]
    after = text[end : end + _AROUND]
    pieces = re.split(r"\D", written)
    values: set[Value] = set(readings(written))
    if len(pieces) == 1:
        values |= _aliases(int(written), before, after)
    elif len(pieces) == 2 and len(pieces[1]) == 2 and int(pieces[0]) < 24 and int(pieces[1]) < 60:
        values.add(time_of_day(int(pieces[0]), int(pieces[1])))
    parts = tuple(frozenset[Value]({float(p)}) for p in pieces) if len(pieces) > 1 else ()
    weight = Weight.WORD if _CODE_BEFORE.search(before) else Weight.DIGITS
    quantity = Quantity(start, end, frozenset(values), weight, parts)
    return _with_scale(quantity, after)


def _with_scale(quantity: Quantity, after: str) -> Quantity:
    """Multiply by a short word that follows: `10bn`, `5 mln`; `5m` may be metres as well."""
    match = _SCALES.match(after)
    if match is None:
        return quantity
    scale = _SCALE_VALUES.get(match[1].lower(), 1e6)
    scaled = quantity.scaled(scale, quantity.end + match.end())
    return quantity.also(scaled.values) if match[1] in "mM" else scaled


def _aliases(number: int, before: str, after: str) -> set[Value]:
    """Return what else a whole number may be: an hour, a decade, a short year, a month."""
    values: set[Value] = set()
    if after.startswith(("月", "월")) and number <= 12:
        values.add(("month", number))
    if number <= 24 and (_HOUR_AFTER.match(after) or _HOUR_BEFORE.search(before)):
        values |= hour(number) | {time_of_day(number, 0)}
    if number % 10 == 0 and (number < 100 or 1000 < number < 2100) and _DECADE_AFTER.match(after):
        values.add(float(number % 100))
    if before.endswith(("'", "’")) and number < 100:
        values |= year(number)
    earlier = _YEAR_BEFORE.search(before) if number < 100 else None
    if earlier is not None:
        step = 10 if number < 10 else 100
        values.add(float(int(earlier[1]) // step * step + number))
    return values


def readings(written: str) -> frozenset[float]:
    """Return the values that digits with separators may have: `1,000` is a thousand, or one."""
    if written.isdigit():
        return frozenset({float(written)})
    values = set()
    if re.fullmatch(_GROUPED, written):
        values.add(float(re.sub(r"\D", "", written)))
    *whole, rest = re.split(r"\D", written)
    if written[-len(rest) - 1] in ".,":
        values.add(float(f"{''.join(whole)}.{rest}"))
    return frozenset(values)
