"""What is left of a name when the ways to transliterate it are taken out.

`Sergey` and `Sergei`, `Khodorin` and `Jodorin`, `Tchernov`, `Chernov` and `Černov` come to the same
letters. The rules join what the usual systems (BGN/PCGN, ISO 9, GOST, the French, German and
Spanish press, passports of Russia, Ukraine and Belarus) write for one Cyrillic letter; they are
coarser than any of them.
"""

import re
import unicodedata
from functools import cache

_JOINED = {
    r"[’'ʼʹ`´\-‐‑]": "",
    r"s(?:hch|tch|chtch|htsh|cz?cz)|chtch": "S",
    r"tsch|tch|cz|ch": "C",
    r"sch|sh|sz": "S",
    r"zh|gh|dj|j(?=[dnt])": "Z",
    r"kh": "h",
    r"ts|tz|c(?=[eiy])": "c",
    r"ks|x": "ks",
    r"ph|ff": "f",
    r"w": "v",
    r"ou|oo": "u",
    r"[yij]o": "e",
    r"(?:i[yij]|y[iy]|ij|[yij])(?=[aeou])": "",
    r"[ij]{2,}|i?y|[ij]": "i",
    r"(?<=[aeou])i(?=[aeou])": "",
    r"ck|q|k": "k",
    r"g": "h",
    r"(.)\1+": r"\1",
}
_RULES = [(re.compile(pattern), letters) for pattern, letters in _JOINED.items()]


@cache
def skeleton(name: str) -> str:
    """Return the letters that the transliterations of one name have in common.

    `name` is one word in Latin letters; accents do not count, nor do hyphens and apostrophes.
    """
    spelt = unicodedata.normalize("NFD", name.casefold())
    spelt = "".join(letter for letter in spelt if not unicodedata.combining(letter))
    for pattern, letters in _RULES:
        spelt = pattern.sub(letters, spelt)
    return spelt
