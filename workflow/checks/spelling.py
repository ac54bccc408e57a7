"""Words that no dictionary knows."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from workflow.checks.check import Context, Mark, Pair, article_check
from workflow.checks.finding import Severity
from workflow.checks.words import Word, words
from workflow.language.cognates import folded
from workflow.language.lexicon import lexicon
from workflow.language.scripts import script_of, scripts
from workflow.language.spelling import Speller, speller

_SHORTEST = 3
_SHORTEST_PART = 4
_LONGEST_SLIP = 8
_MEANT = 3
"""A word that comes so often is meant, and belongs into the glossary."""
_POWER = re.compile(r"[²³]")
_PARTS = re.compile(r"[-‐]")
_LETTERS = re.compile(r"[^\W\d_]+")
_CODE = re.compile(r"[\w.]*[\d@/\\_][\w.]*|\w+(?:\.\w+)+")


@article_check("spelling", Severity.WARNING)
def spelling(pairs: Sequence[Pair], context: Context) -> Iterator[tuple[Pair, Mark]]:
    """A word that the dictionary of the language does not know.

    Why: a misspelt word is the first slip that a reader sees. Needs a Hunspell dictionary of the
        language on this computer, and spylls (`pip install "newsroom-workflow[spelling]"`); without
        them this check is silent, and the command says so once. Names, words of the glossary and of
        the source, and what comes three times are left alone, unless its letters only stand in
        a wrong order; a long word that is not one slip away from any other is a remark, since
        it is more likely rare than wrong.

    Fails (en): They were detaned at the airport.
    Passes (en): They were detained at Sheremetyevo.
    """
    unknown = [
        (pair, word, home)
        for pair in pairs
        if (home := speller(pair.target_language)) is not None
        for word in _unknown(pair, home, context)
    ]
    count = Counter(word.text.lower() for _, word, _ in unknown)
    for pair, word, home in unknown:
        suggestions = tuple(home.suggestions(word.text))
        if count[word.text.lower()] < _MEANT or _is_turned(word.text, suggestions):
            yield (
                pair,
                Mark(
                    f"“{word.text}” is not in the dictionary.",
                    (word.start, word.end),
                    suggestions,
                    severity=Severity.INFO if _may_be_rare(word.text, suggestions) else None,
                ),
            )


def _is_turned(word: str, suggestions: tuple[str, ...]) -> bool:
    """Whether the letters of a word only stand in a wrong order: nobody means “thna”."""
    return any(sorted(guess) == sorted(word) for guess in suggestions)


def _may_be_rare(word: str, suggestions: tuple[str, ...]) -> bool:
    """Whether this is more likely a learned word than a wrong one."""
    return not suggestions and len(word) > _LONGEST_SLIP


def _unknown(pair: Pair, home: Speller, context: Context) -> Iterator[Word]:
    there = {folded(word) for word in _LETTERS.findall(pair.original)}
    codes = [match.span() for match in _CODE.finditer(pair.text)]
    listed = _listed(pair, context)
    alphabet = scripts(pair.target_language)
    for word in pair.words:
        if (
            len(word.text) < _SHORTEST
            or not word.text.islower()
            or _POWER.search(word.text)
            or folded(word.text) in there
        ):
            continue
        if any(start <= word.start < end for start, end in codes) or word.text in listed:
            continue
        if script_of(word.text[0]) not in alphabet:
            continue
        parts = [part for part in _PARTS.split(word.text) if part]
        if not all(_is_known(part, home) or _is_rare(part, home, pair.into) for part in parts):
            yield word


def _is_known(word: str, home: Speller) -> bool:
    """Whether a dictionary has a word, or a compound of two words that are long enough to tell.

    What is a slip away from another word is no compound: “cont” and “roll” do not make “controll”.
    """
    if home.knows(word):
        return True
    is_compound = any(
        home.knows(word[:cut]) and home.knows(word[cut:])
        for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)
    )
    return is_compound and not home.suggestions(word)


def _is_rare(word: str, home: Speller, base: str) -> bool:
    """Whether the Hunspell dictionary lacks a word whole that another one has: roubles, rouble.

    A form alone proves nothing, since that one lists slips too: occured, of occur.
    """
    other = lexicon(base)
    lemma = other.lemmas.get(word, word) if other else word
    return lemma != word and not home.knows(lemma)


def _listed(pair: Pair, context: Context) -> frozenset[str]:
    """Return the words of the glossary's terms in the target language."""
    if context.glossary is None:
        return frozenset()
    return frozenset(
        word.text.lower()
        for concept in context.glossary.concepts
        for term in concept.terms.get(pair.into, ())
        for word in words(term.text)
    )
