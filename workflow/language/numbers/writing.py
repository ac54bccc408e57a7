"""A number of one language as another writes it."""

import re

from workflow.language.locales import cldr
from workflow.language.numbers.quantity import Quantity

_IN_DIGITS = re.compile(r"\d+(?:[.,'’\s]\d+)*")


def is_in_digits(written: str) -> bool:
    """Whether this is digits alone, with the marks that group them."""
    return _IN_DIGITS.fullmatch(written) is not None


def rewritten(number: Quantity, written: str, source: str, target: str) -> str | None:
    """Return a number, `written` so in the language `source`, as `target` writes it (BCP 47).

    None where it is not in digits alone, or has no value.
    """
    from babel.numbers import format_decimal, get_decimal_symbol

    if not is_in_digits(written):
        return None
    if written.isdigit():
        return written
    values = [value for value in number.values if isinstance(value, float)]
    if len(values) > 1:  # 1.250 is a fraction only where the point is the decimal sign
        is_fraction = get_decimal_symbol(cldr(source)) in written
        values = [value for value in values if (value % 1 != 0) == is_fraction]
    return format_decimal(values[0], locale=cldr(target)) if values else None
