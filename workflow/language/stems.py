"""Stems: what is left of a word without its endings, for words and languages without a dictionary.

Most are Snowball's (https://snowballstem.org/). Slavic languages of Cyrillic script lose the case
endings of nouns, adjectives and names and nothing else: Snowball, where it has them, takes
`заключение` for `заключённый` and cuts names short. Korean loses its particles.
"""

import re
from collections.abc import Callable
from functools import cache

_SNOWBALL = {
    "ar": "arabic",
    "ca": "catalan",
    "cs": "czech",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "eo": "esperanto",
    "es": "spanish",
    "et": "estonian",
    "eu": "basque",
    "fa": "persian",
    "fi": "finnish",
    "fr": "french",
    "ga": "irish",
    "hi": "hindi",
    "hu": "hungarian",
    "hy": "armenian",
    "id": "indonesian",
    "it": "italian",
    "lt": "lithuanian",
    "nb": "norwegian",
    "ne": "nepali",
    "nl": "dutch",
    "nn": "norwegian",
    "no": "norwegian",
    "pl": "polish",
    "pt": "portuguese",
    "ro": "romanian",
    "sr": "serbian",
    "sv": "swedish",
    "ta": "tamil",
    "tr": "turkish",
    "yi": "yiddish",
}
_CYRILLIC = frozenset({"be", "bg", "mk", "ru", "rue", "uk"})
_CYRILLIC_ENDING = re.compile(
    r"(?<=\w{3})(?:ого|его|ього|ага|яга|ому|ему|ьому|аму|яму|ими|імі|ымі|ами|ями|амі|ямі|ові|еві|єві|ах|ях|ам|ям"
    r"|ом|ем|єм|ою|ею|єю|ой|ай|ої|ій|ий|ый|их|іх|ых|им|ім|ым|ую|юю|ая|яя|ое|ее|ів|їв|оў|аў|ей|ев|ёв"
    r"|[аеєиіїоуюяйьы])$"
)
_VERBAL_NOUN = re.compile(r"(?<=\w{3}[ае]н)ь$")
"""Ukrainian `катувань`, the genitive plural of `катування`, has lost one letter of two."""
_KOREAN_PARTICLE = re.compile(
    r"(?<=[\uac00-\ud7a3]{2})(?:에게서|으로서|으로써|에서는|에서도|이라는|이라고|에게|에서|으로|까지|부터|처럼|보다|하고"
    r"|이나|라는|라고|에는|에도|과의|와의|들이|들은|들을|들의|은|는|이|가|을|를|의|에|로|와|과|도|만|나)$"
)

_ARABIC_PREFIX = re.compile(r"^(?:[وف]?[بك]?ال|[وف]?لل|[وف](?=[بكل]))(?=\w{3})")
"""`and`, `so`, `in`, `like` and `to` before the article, which Snowball leaves on."""

_ARABIC_PREPOSITION = re.compile(r"^[وف]?[بلك](?=\w{4})")
"""`in`, `to`, `like` before a word without the article."""

Stemmer = Callable[[str], str]


@cache
def stemmer(language: str) -> Stemmer | None:
    """Return a function from a word (as `words` spells it) to its stem.

    `language` is a subtag such as `fi`. None for a language that no stemmer is known for.
    """
    if language == "uk":
        return lambda word: _CYRILLIC_ENDING.sub("", _VERBAL_NOUN.sub("ня", word))
    if language in _CYRILLIC:
        return lambda word: _CYRILLIC_ENDING.sub("", word)
    if language == "ko":
        return lambda word: _KOREAN_PARTICLE.sub("", word)
    if language not in _SNOWBALL:
        return None
    import snowballstemmer

    stem: Stemmer = snowballstemmer.stemmer(_SNOWBALL[language]).stemWord
    if language == "ar":
        return cache(lambda word: stem(without_arabic_prefix(word)))
    return cache(stem)


def without_arabic_prefix(word: str) -> str:
    """Return an Arabic word without its article and the little words written on to it."""
    bare = _ARABIC_PREFIX.sub("", word)
    return bare if bare != word else _ARABIC_PREPOSITION.sub("", word)


def keeps_words_apart(language: str) -> bool:
    """Whether a stem lacks nothing but endings, so that two words seldom share one.

    Then a shared stem counts even where a dictionary, which knows one lemma for each form, names
    two: `судах` is of `суд` (court) and of `судно` (ship).
    """
    return language in _CYRILLIC or language == "ar"
