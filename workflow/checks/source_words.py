"""Words of the source that stand in a translation of the same script."""

import re
from collections.abc import Iterator
from functools import cache

from workflow.checks.check import Context, Mark, Pair, check
from workflow.checks.finding import Severity
from workflow.checks.words import Word, words
from workflow.language.function_words import function_words
from workflow.language.lexicon import Lexicon, lexicon
from workflow.language.locales import cldr
from workflow.language.scripts import scripts

_QUOTED = re.compile(r"[\"“„«»‘‚‹]\s?\w\S*(?:\s\S+){0,3}?\s?[\"”“»«’›]")
_PARTS = re.compile(r"['’ʼ‐-]")
_SHORTEST = 2
_LONGEST_CODE = 3
_SHORTEST_STEM = 5
_LONGEST_ENDING = 2
_ARTICLE = r"\b(?:[Dd](?:ie|er|as|en|em|es)|[Ee]ine?[nmrs]?)"
_CAPITAL_NOUNS = frozenset({"de", "lb"})


@check("source-words", Severity.WARNING, bilingual=True)
def source_words(pair: Pair, _: Context) -> Iterator[Mark]:
    """A word of the source language that was left standing in the translation.

    Why: engines copy words that they do not know, and readers cannot guess them. A word counts when
        the source has it and the target language's dictionary has not; names, and words in quotation
        marks, are left alone.

    Fails (fr → en): Elle a également témoigné. ⇒ She également testified.
    Fails (de → en): Die Behörden schwiegen. ⇒ The Behörden were silent.
    Fails (de → en): Er und sie kamen. ⇒ He und she came.
    Passes (de → en): Zimmermann lebt in Bayreuth. ⇒ Zimmermann lives in Bayreuth.
    Passes (fr → en): Le roman « La Peste » ⇒ The novel “La Peste”
    Passes (fr → en): La population de cette nation ⇒ The population of this nation
    """
    if pair.into == pair.out_of or not scripts(pair.target_language) & scripts(
        pair.source_language or ""
    ):
        return
    there = _forms(pair.original)
    stems = _stems(there)
    quoted = [match.span() for match in _QUOTED.finditer(pair.text)]
    line = list(words(pair.text))
    for index, word in enumerate(line):
        if any(start <= word.start < end for start, end in quoted):
            continue
        if _is_left(word, pair, there, stems) and not _is_in_name(line, index, pair):
            yield Mark(f"“{word.text}” is left from the source.", (word.start, word.end))


def _forms(text: str) -> frozenset[str]:
    """Return the words of a text, the parts of compounds, and the first word without its capital."""
    forms: set[str] = set()
    for index, word in enumerate(words(text)):
        forms.add(word.text)
        forms.update(_PARTS.split(word.text))
        if index == 0:
            forms.add(word.text.lower())
    return frozenset(forms)


def _is_left(word: Word, pair: Pair, there: frozenset[str], stems: frozenset[str]) -> bool:
    """Whether a word of the translation is one of the source language."""
    text = word.text
    if len(text) < _SHORTEST:
        return False
    if text in there:
        return _is_small_word(word, pair) or _is_strange(word, pair)
    parts = [] if text.isalpha() else [p for p in _PARTS.split(text) if len(p) > 1 and p in there]
    if parts:
        return any(_is_strange(Word(part, word.start, word.end), pair) for part in parts)
    if word.start == 0 and text.lower() in there:
        return _is_strange(word, pair)
    return _is_akin(text, stems) and _is_strange(word, pair) and _is_known_there(text, pair)


def _stems(forms: frozenset[str]) -> frozenset[str]:
    """Return all beginnings of the source's words that are long enough to tell a word by."""
    return frozenset(
        form[:length] for form in forms for length in range(_SHORTEST_STEM, len(form) + 1)
    )


def _is_akin(text: str, stems: frozenset[str]) -> bool:
    """Whether the source has another form of the word, or a compound that begins with it."""
    stem = text[: max(_SHORTEST_STEM, len(text) - _LONGEST_ENDING)]
    return len(stem) >= _SHORTEST_STEM and stem in stems


def _is_known_there(text: str, pair: Pair) -> bool:
    away = lexicon(pair.source_language or "")
    return away is not None and away.knows(text)


def _is_small_word(word: Word, pair: Pair) -> bool:
    """Whether this is a small word of the source language that the target language does not have."""
    small = function_words(pair.source_language or "") - function_words(pair.target_language)
    return word.text.lower() in small and (word.text.islower() or word.start == 0)


def _is_strange(word: Word, pair: Pair) -> bool:
    """Whether the target language has no such word, and it is no name in the source language."""
    text = word.text
    if text in _places(pair.source_language or "") - _places(pair.target_language):
        return True
    home = lexicon(pair.target_language)
    if home is None or home.knows(text):
        return False
    if text.islower():
        return True
    away = lexicon(pair.source_language or "") if not text.isupper() else None
    if away is None:
        return False
    begins = not any(letter.isalpha() for letter in pair.text[: word.start])
    if begins and text.lower() in away.lemmas:
        return True
    return pair.out_of in _CAPITAL_NOUNS and _is_german_noun(text, away, pair.original, begins)


def _is_german_noun(text: str, away: Lexicon, source: str, begins: bool) -> bool:
    """Whether a word with a capital is no name but a German noun.

    At the beginning, where a name is likeliest, an article in the source or a plural has to say so.
    """
    has_article = re.search(rf"{_ARTICLE} {text}\b", source) is not None
    if has_article and text.lower() in away.lemmas:
        return True
    sure = not begins or has_article or away.lemmas.get(text) != text
    return sure and away.is_common_noun(text)


@cache
def _places(tag: str) -> frozenset[str]:
    """Return what a language calls the countries and the parts of the world, where one word does."""
    return frozenset(
        name
        for name in cldr(tag).territories.values()
        if " " not in name and not name.isupper() and len(name) > _LONGEST_CODE
    )


def _is_in_name(line: list[Word], index: int, pair: Pair) -> bool:
    """Whether the word is a part of a name that the source has too: “Graf Zeppelin”, “Rue des Lilas”."""
    word = line[index]
    neighbours = [line[at] for at in (index - 1, index + 1) if 0 <= at < len(line)]
    high = [
        other
        for other in neighbours
        if other.text[0].isupper()
        and _together(min(word, other, key=_place), max(word, other, key=_place), pair)
    ]
    if word.text.islower():
        return len(high) == 2 and word.text in function_words(pair.source_language or "")
    return bool(high)


def _place(word: Word) -> int:
    return word.start


def _together(first: Word, second: Word, pair: Pair) -> bool:
    """Whether two words that follow each other do so in the source."""
    between = pair.text[first.end : second.start]
    return not between.strip() and f"{first.text} {second.text}" in pair.original
