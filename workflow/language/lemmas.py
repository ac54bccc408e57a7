"""Dictionary forms of words: `агентами` → `агент`, `committees` → `committee`."""

from collections.abc import Callable
from functools import cache

from workflow.language.stems import without_arabic_prefix
from workflow.language.surnames import surname_base
from workflow.language.words import folded

Lemmatiser = Callable[[str], frozenset[str]]


@cache
def lemmatiser(language: str) -> Lemmatiser | None:
    """Return a function from a word (as `words` spells it) to its dictionary forms.

    `language` is a subtag such as `ru`; None for one without a dictionary. A word has several forms
    where the lower-case word and the name are spelt the same (`путина`), and none where it is
    unknown.
    """
    from simplemma.strategies import DefaultStrategy

    from workflow.language.dictionaries import Dictionaries, dictionary, dictionary_code

    code = dictionary_code(language)
    if code is None:
        return None
    entries = dictionary(code)
    strategy = DefaultStrategy(dictionary_factory=Dictionaries())

    @cache
    def lemmas(word: str) -> frozenset[str]:
        listed = entries.get(word), entries.get(word.capitalize())
        found = {lemma for lemma in (*listed, surname_base(word, language)) if lemma}
        # `przeszukania` leads to `przeszukanie`, which the dictionary has as a form of another word
        found |= {further for lemma in found if (further := entries.get(lemma))}
        if language == "ar":
            bare = without_arabic_prefix(word)
            found |= {lemma for lemma in (entries.get(bare), bare) if lemma}
        if (not found or language == "ar") and (guess := strategy.get_lemma(word, code)):
            found.add(guess)
        return frozenset(folded(lemma, language) for lemma in found)

    return lemmas
