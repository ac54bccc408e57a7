"""Dates as people write them in many languages: `17 мая 2024 г.`, `May 17th, 2024`, `17.5.2024`."""

import re
from datetime import date, datetime
from functools import cache

from babel import Locale, UnknownLocaleError

from workflow.language.tags import language

_EARLIEST, _LATEST = 1900, 2100
_SHORT = 80
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
_NUMBERS = re.compile(r"(?<!\d)(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)")
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})\s*[./年-]\s*(\d{1,2})\s*[./月-]\s*(\d{1,2})\s*日?(?!\d)")
_DAY_MONTH = re.compile(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|°|-?го|-?е)?[.,]?\s+(?:de\s+|of\s+|d')?([^\W\d_]{3,})\.?,?"
    r"\s+(?:de\s+|del\s+)?(\d{4})(?!\d)"
)
_MONTH_DAY = re.compile(r"([^\W\d_]{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)")
_REST = re.compile(
    r"t?\d{1,2}[:h.]\d{2}(?::\d{2})?(?:\+\d{2}:?\d{2}|z)?|(?:года?|року|time)\b|\b[^\W\d_]{1,3}\b|[^\w(]"
)


def find(text: str, tag: str) -> date | None:
    """Return the first date that stands in `text`, written as in the language `tag` or English.

    A date whose day and month cannot be told apart (`05/04/2024` in English) is not found.
    """
    found = _match(text, tag)
    return found[0] if found else None


def alone(text: str, tag: str) -> date | None:
    """Return the date if the line says nothing else; a weekday and a time may stand with it."""
    parts = split(text, tag)
    return parts[0] if parts and not parts[1] and not parts[2] else None


def split(text: str, tag: str) -> tuple[date, str, str] | None:
    """Return the date in a short line, and what stands before and after it.

    Weekdays, times and short words such as `on` and `le` are nothing; `text` may be 80 characters.
    """
    found = _match(text, tag) if len(text) <= _SHORT else None
    if not found:
        return None
    day, (start, end) = found
    return day, _said(text[:start], tag), _said(text[end:], tag)


def _said(text: str, tag: str) -> str:
    """Return a piece of a line beside a date, empty if it only goes with the date."""
    rest = text.lower()
    for name in sorted(_weekdays(language(tag)) | _weekdays("en"), key=len, reverse=True):
        rest = rest.replace(name, " ")
    return text.strip(" ,;–—-|") if _REST.sub("", rest) else ""


def from_machine(value: str) -> date | None:
    """Return the date of a time stamp as in ISO 8601 (`2024-05-17T10:00:00+03:00`)."""
    try:
        return datetime.fromisoformat(value.strip()).date()
    except ValueError:
        match = _ISO.search(value)
        return _day(match[1], match[2], match[3]) if match else None


def _match(text: str, tag: str) -> tuple[date, tuple[int, int]] | None:
    for pattern, order in ((_ISO, (1, 2, 3)), (_YEAR_FIRST, (1, 2, 3))):
        if (match := pattern.search(text)) and (day := _day(*(match[i] for i in order))):
            return day, match.span()
    months = _months("en") | _months(language(tag))
    for pattern, day_at, month_at in ((_DAY_MONTH, 1, 2), (_MONTH_DAY, 2, 1)):
        for match in pattern.finditer(text):
            number = _month(match[month_at].lower(), months)
            if number and (day := _day(match[3], number, match[day_at])):
                return day, match.span()
    match = _NUMBERS.search(text)
    if match and (day := _ordered(match, tag)):
        return day, match.span()
    return None


def _month(name: str, months: dict[str, int]) -> int | None:
    """Return the number of a month from its name or from what it begins with (`sept`)."""
    numbers = {number for known, number in months.items() if known.startswith(name)}
    return months.get(name) or (numbers.pop() if len(numbers) == 1 else None)


def _ordered(match: re.Match[str], tag: str) -> date | None:
    first, second = int(match[1]), int(match[3])
    if language(tag) == "en" and match[2] == "/" and first != second:
        if first <= 12 and second <= 12:
            return None
        if second > 12:
            first, second = second, first
    return _day(match[4], second, first)


def _day(year: str, month: str | int, day: str | int) -> date | None:
    if not _EARLIEST <= int(year) <= _LATEST:
        return None
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


@cache
def _months(code: str) -> dict[str, int]:
    """Map the names of months in a language, whole and shortened, in any case, to their numbers."""
    locale = _locale(code)
    if locale is None:
        return {}
    return {
        name.lower().rstrip("."): number
        for use in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for number, name in locale.months[use][width].items()
        if not name.isdigit()
    }


@cache
def _weekdays(code: str) -> frozenset[str]:
    locale = _locale(code)
    if locale is None:
        return frozenset()
    return frozenset(
        name.lower()
        for use in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for name in locale.days[use][width].values()
    )


def _locale(code: str) -> Locale | None:
    try:
        return Locale(code)
    except (UnknownLocaleError, ValueError):
        return None
