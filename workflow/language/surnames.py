"""Surnames of Russian, Ukrainian, Belarusian and Bulgarian, which dictionaries of lemmas lack.

Surnames in -ов, -ев, -ин and -ский have one declension each, and a woman's form beside a man's:
`Савельева`, `Савельевой`, `Савельевым` are forms of `Савельев`, `Зелинскую` of `Зелинский`.
"""

import re

_POSSESSIVE = re.compile(
    r"(?P<base>\w{2,}(?:ов|ев|єв|їв|ёв|ин|ін|їн|ын))"
    r"(?:а|у|ым|им|ом|ем|е|і|ой|ою|ої|ій|ы|и|ых|их|ыми|ими|ым|ай|аю|ові)?"
)
_ADJECTIVE = re.compile(
    r"(?P<base>\w{2,}(?:ск|цк|зк|ськ|цьк|зьк))"
    r"(?:ий|ый|і|ая|а|ую|у|ой|ою|ої|ій|ого|ага|аго|ому|аму|им|ім|ым|ие|ые|их|іх|ых|ими|імі|ымі|ай|ую)"
)
_ENDING = {"ru": "ий", "uk": "ий", "be": "і", "bg": "и"}


def surname_base(word: str, language: str) -> str | None:
    """Return the form of a man in the nominative, None if `word` is no such surname.

    `word` is in lower case. An ordinary word may look like a surname (`основа`); its forms still
    lead to one and the same.
    """
    ending = _ENDING.get(language)
    if ending is None:
        return None
    if name := _POSSESSIVE.fullmatch(word):
        return name["base"]
    if name := _ADJECTIVE.fullmatch(word):
        return name["base"] + ending
    return None
