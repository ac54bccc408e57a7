"""Words of the source that stand in a translation of the same script."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from workflow.checks.check import Context, Mark, Pair, article_check
from workflow.checks.finding import Severity
from workflow.checks.leftovers import Leftover, Leftovers
from workflow.language.scripts import scripts

_NAME = re.compile(r"[^\W\d_a-zß-öø-ÿ](?<=[\w,] .)[^\W\d_]*")
_LOAN = 3
"""A word that is left in so many units is meant, and a matter for the glossary."""


@article_check("source-words", Severity.WARNING, bilingual=True)
def source_words(pairs: Sequence[Pair], _: Context) -> Iterator[tuple[Pair, Mark]]:
    """A word of the source language that was left standing in the translation.

    Why: engines copy words that they do not know, and readers cannot guess them. A word counts when
        the source has it and the target language's dictionary has not. Names, titles in quotation
        marks and set phrases are left alone; a word that comes again and again is a remark.

    Fails (fr → en): Elle a également témoigné. ⇒ She également testified.
    Fails (de → en): Die Behörden schwiegen. ⇒ The Behörden were silent.
    Fails (de → en): Er und sie kamen. ⇒ He und she came.
    Passes (de → en): Zimmermann lebt in Bayreuth. ⇒ Zimmermann lives in Bayreuth.
    Passes (fr → en): Le roman « La Peste » ⇒ The novel “La Peste”
    Passes (fr → en): La population de cette nation ⇒ The population of this nation
    """
    alike = [pair for pair in pairs if _in_one_script(pair)]
    names = frozenset(name for pair in alike for name in _names(pair))
    found = [(pair, left) for pair in alike for left in Leftovers(pair, names).find()]
    units = Counter(form for _, form in {(id(pair), left.word.text) for pair, left in found})
    for pair, left in found:
        yield pair, _mark(left, units[left.word.text])


def _in_one_script(pair: Pair) -> bool:
    if pair.into == pair.out_of:
        return False
    return bool(scripts(pair.target_language) & scripts(pair.source_language or ""))


def _names(pair: Pair) -> Iterator[str]:
    """Yield the words of the source that have a capital in the middle of a sentence."""
    if pair.out_of != "de":
        yield from (word for word in _NAME.findall(pair.original) if word[0].isupper())


def _mark(left: Leftover, units: int) -> Mark:
    word = left.word
    if left.sure or units < _LOAN:
        return Mark(f"“{word.text}” is left from the source.", (word.start, word.end))
    return Mark(
        f"“{word.text}” is left from the source in {units} units; if it is meant to stay, put it "
        "into the glossary.",
        (word.start, word.end),
        severity=Severity.INFO,
    )
