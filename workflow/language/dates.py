"""Dates as a language writes them in running text."""

from datetime import date
from functools import cache

from workflow.language.locales import cldr
from workflow.language.numerals import own_digits


def written_date(day: date, language: str) -> str:
    """Return `day` in the long form of a BCP 47 tag: `en` March 5, 2024, `ru` 5 марта 2024 г.

    French has an ordinal for the first of the month, which CLDR leaves out.
    """
    from babel.dates import format_date  # sets up time zones

    text = format_date(day, _long_form(language), locale=cldr(language))
    if day.day == 1 and cldr(language).language == "fr":
        text = text.replace("1 ", "1er ", 1)
    return own_digits(text, language)


@cache
def _long_form(language: str) -> str:
    """Return the pattern of dates that CLDR calls long: to look it up takes longer than its use."""
    from babel.dates import get_date_format

    return get_date_format("long", locale=cldr(language)).pattern


@cache
def calendar_words(language: str) -> frozenset[str]:
    """Return the names of months and days of the week in a language, in small letters."""
    locale = cldr(language)
    return frozenset(
        name.lower()
        for named in (locale.months, locale.days)
        for context in ("format", "stand-alone")
        for name in named[context]["wide"].values()
    )
