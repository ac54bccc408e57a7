"""The CLDR data of a language, as Babel carries it."""

from functools import cache

from babel import Locale, UnknownLocaleError


@cache
def cldr(tag: str) -> Locale:
    """Return the data for a BCP 47 tag, or of the nearest tag that has some.

    A language that CLDR does not know gets English data.
    """
    parts = tag.split("-")
    for length in range(len(parts), 0, -1):
        try:
            return Locale.parse("-".join(parts[:length]), sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return Locale("en")
