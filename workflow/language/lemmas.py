"""Dictionary forms of words: `агентами` → `агент`, `committees` → `committee`.

The dictionaries are those of simplemma (54 languages). It keeps each as one compressed stream in
which every record is written as a difference from the one before, so that nothing can be looked up
before all of it (1.4 million records of Russian) is decoded into a Python dict, which takes
seconds. Here they are read through simplemma's own trie, which it builds once and keeps in the
user's cache folder; from there a language opens in milliseconds. Where the folder cannot be written
it is built anew each time.
"""

import logging
from collections.abc import Callable, Mapping
from functools import cache

from workflow.language.surnames import surname_base
from workflow.language.words import folded

_SHARED = {"bs": "hbs", "hr": "hbs", "no": "nb", "sh": "hbs", "sr": "hbs", "fil": "tl"}
"""Languages that simplemma knows under another code."""

Lemmatiser = Callable[[str], frozenset[str]]


@cache
def lemmatiser(language: str) -> Lemmatiser | None:
    """Return a function from a word (as `words` spells it) to its dictionary forms.

    `language` is a subtag such as `ru`; None for one without a dictionary. A word has several forms
    where the lower-case word and the name are spelt the same (`путина`), and none where it is
    unknown. Opening a language costs seconds the first time on a machine and milliseconds from then
    on.
    """
    from simplemma.strategies import DefaultStrategy
    from simplemma.strategies.dictionaries import TrieDictionaryFactory
    from simplemma.strategies.dictionaries.dictionary_factory import SUPPORTED_LANGUAGES

    code = _SHARED.get(language, language)
    if code not in SUPPORTED_LANGUAGES:
        return None
    # an unwritable cache folder is no news for the user: the trie is built in memory
    logging.getLogger(TrieDictionaryFactory.__module__).setLevel(logging.CRITICAL)
    factory = TrieDictionaryFactory()
    dictionary: Mapping[str, str] = factory.get_dictionary(code)
    strategy = DefaultStrategy(dictionary_factory=factory)

    @cache
    def lemmas(word: str) -> frozenset[str]:
        listed = dictionary.get(word), dictionary.get(word.capitalize())
        found = {lemma for lemma in (*listed, surname_base(word, language)) if lemma}
        if not found and (guess := strategy.get_lemma(word, code)):
            found = {guess}
        return frozenset(folded(lemma, language) for lemma in found)

    return lemmas
