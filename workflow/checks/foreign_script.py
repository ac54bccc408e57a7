"""Letters of another script than the target language's."""

import re
from collections.abc import Iterator

from workflow.checks.check import Context, Mark, Pair, check
from workflow.checks.finding import Severity
from workflow.checks.words import Word
from workflow.language.scripts import script_of, scripts

_ASCII = re.compile(r"[\x00-\u024f\u2000-\u20ff\ufffc]*")
_SIGNS = re.compile(r"(?<![Ͱ-Ͽ])[α-ωΓΔΘΛΞΠΣΦΨΩ](?![Ͱ-Ͽ])")
"""A single Greek letter is a sign of mathematics or medicine: IFN-γ, α."""
_FEWEST_WORDS = 3
_OPEN, _CLOSE = "([（【", ")]）】"


@check("foreign-script", Severity.ERROR)
def foreign_script(pair: Pair, _: Context) -> Iterator[Mark]:
    """A word in a script that the language is not written in, or one that mixes two scripts.

    Why: engines leave words that they do not know as they stand in the source, and a Cyrillic
        letter in a Latin word breaks searching and sorting. The original form of a name in brackets
        may stay, and so may Latin names in a text in another script.

    Fails (zh → en): 一名学生被捕。 ⇒ A 学生 was arrested.
    Fails (ru → en): Он живёт в Туле. ⇒ He lives in Тула.
    Fails (en → ru): The hearing was closed. ⇒ Слушание было closed.
    Passes (zh → en): 高考推迟了。 ⇒ The national examination (高考) was put off.
    Passes (en → ru): He wrote on Facebook. ⇒ Он написал в Facebook.
    """
    home = scripts(pair.target_language)
    if not home or (home == {"Latn"} and _ASCII.fullmatch(pair.text)):
        return
    if is_all_foreign(pair):
        return  # `wrong-language` says so once
    for word in pair.words:
        found = {script for letter in _SIGNS.sub("", word.text) if (script := script_of(letter))}
        if found <= home:
            continue
        if len(found) > 1 and found & home and _is_mixture(word, found):
            yield Mark(f"“{word.text}” mixes letters of two scripts.", (word.start, word.end))
        elif "Latn" in found - home:
            if _is_left_over(word, pair):
                yield _mark(word, pair)
        elif not _is_gloss(word, pair.text, home) and not _is_foreign_there(word, found, pair):
            yield _mark(word, pair)


def is_all_foreign(pair: Pair) -> bool:
    """Whether a text of several words has no letter of its language, and is no list of names."""
    home = scripts(pair.target_language)
    found = (script for letter in pair.text if (script := script_of(letter)))
    if not home or any(script in home for script in found):
        return False
    small = sum(not word.text[0].isupper() for word in pair.words)
    return small >= _FEWEST_WORDS and 2 * small >= len(pair.words)


def _mark(word: Word, pair: Pair) -> Mark:
    left = word.text in pair.original
    return Mark(
        f"“{word.text}” is left from the source."
        if left
        else f"“{word.text}” is in another script than the rest of the text.",
        (word.start, word.end),
        severity=None if left else Severity.WARNING,
    )


def _is_mixture(word: Word, found: set[str]) -> bool:
    """Whether letters of two scripts that look alike are joined without a hyphen."""
    alike = {"Latn", "Cyrl", "Grek"}
    return any(
        len({script_of(c) for c in part} & alike) > 1 for part in re.split(r"['’ʼ‐-]", word.text)
    ) and bool(found & alike)


def _is_left_over(word: Word, pair: Pair) -> bool:
    """Whether a Latin word in a text of another script is an ordinary word of the source."""
    return (
        len(word.text) > 2
        and word.text.islower()
        and pair.source is not None
        and re.search(rf"\b{re.escape(word.text)}\b", pair.original) is not None
    )


def _is_foreign_there(word: Word, found: set[str], pair: Pair) -> bool:
    """Whether the word is as foreign in the source, which has it as well."""
    there = scripts(pair.source_language or "")
    return bool(there) and not found & there and word.text in pair.original


def _is_gloss(word: Word, text: str, home: frozenset[str]) -> bool:
    """Whether the word stands between brackets that hold no word of the text's script."""
    before = max(text.rfind(mark, 0, word.start) for mark in _OPEN)
    after = min((at for mark in _CLOSE if (at := text.find(mark, word.end)) >= 0), default=-1)
    if before < 0 or after < 0:
        return False
    inside = text[before + 1 : after]
    return not any(script_of(letter) in home for letter in inside)
