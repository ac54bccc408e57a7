"""Chinese numerals."""

import re

_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")}
_DIGITS |= {"〇": 0, "两": 2, "兩": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
SCALES = {sign: float(value) for sign, value in (_UNITS | _LARGE).items()}
"""Signs that multiply the digits before them: `5千`, `16万`."""
_SMALL = "".join([*_DIGITS, *_UNITS])
HAN_SIGNS = _SMALL + "".join(_LARGE)
"""All signs that numerals are written with."""
HAN = rf"[{_SMALL}]+(?:[{''.join(_LARGE)}][{_SMALL}]*)*|[{''.join(_LARGE)}]"
"""A pattern for a numeral, or for a large sign that stands behind digits."""
_COUNTED = re.compile(r"[个個名位次年月日天人种種只隻条條届歲岁分所张張座家项項倍周週小]")
_OF_MEASURES = re.compile(r"[瓦克米卡赫]")


def han_value(signs: str) -> float:
    """Return the value of a numeral: 三万五千 is 35,000, and 二〇二一 is 2021."""
    if all(sign in _DIGITS for sign in signs):
        return float("".join(str(_DIGITS[sign]) for sign in signs))
    total = section = digit = 0
    for sign in signs:
        if sign in _DIGITS:
            digit = _DIGITS[sign]
        elif sign in _UNITS:
            section += (digit or 1) * _UNITS[sign]
            digit = 0
        else:
            total += ((section + digit) or 1) * _LARGE[sign]
            section = digit = 0
    return float(total + section + digit)


def is_counted(text: str, end: int) -> bool:
    """Whether a word that things are counted with follows, so that the sign is a number indeed."""
    return _COUNTED.match(text, end) is not None


def is_measure(text: str, end: int) -> bool:
    """Whether 千 before this place belongs to a unit of measure: 千瓦, kilowatt."""
    return _OF_MEASURES.match(text, end) is not None
