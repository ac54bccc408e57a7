"""A word that stands twice in a row."""

import re
from collections.abc import Iterator

from workflow.checks.check import Context, Mark, Pair, check
from workflow.checks.finding import Severity

_DOUBLED = re.compile(r"(?<![\w'’-])([\w'’-]+)((?:[^\S\n]+\1)+)(?![\w'’-])", re.IGNORECASE)
_LEGITIMATE = {
    "da": "der det",
    "de": "der die das dem den des denen sie ihr ihm wir",
    "en": "had that is do so very bye ha no yes many long blah hear",
    "es": "muy nos no sí poco casi ya",
    "fr": "nous vous si non bien très fait",
    "it": "via man mano poco piano ora così quasi sotto molto ancora",
    "nl": "dat die het zij haar je",
    "no": "det den som",
    "pl": "się ha bardzo",
    "pt": "muito não sim quase nos",
    "ru": "да нет еле очень чуть",
    "sv": "det den som att",
    "uk": "так ні ледь дуже",
}
_REDUPLICATING = frozenset(
    "az bn fa fil gu hi hy id ja ka kk km ko kn ky lo ml mr ms my ne pa si sw ta te tg th tk tl tr "
    "ug ur uz vi yo zh".split()
)


@check("doubled-words", Severity.WARNING)
def doubled_words(pair: Pair, _: Context) -> Iterator[Mark]:
    """A word that stands twice in a row.

    Why: machine drafts stutter, and so does cut-and-paste. Words that a language does double, words
        that the source doubles, and languages that double for emphasis are left alone (there only
        a word that stands three times counts).

    Fails (en): They took the the papers with them.
    Fails (ru → en): Их отпустили домой. ⇒ They were sent home home home.
    Passes (en): He had had enough of it.
    Passes (fr): Nous nous sommes vus hier.
    Passes (tr): Yavaş yavaş yürüdü.
    """
    allowed = _LEGITIMATE.get(pair.into, "").split()
    for match in _DOUBLED.finditer(pair.text):
        word = match[1]
        times = 1 + len(match[2].split())
        if times == 2 and (word.lower() in allowed or pair.into in _REDUPLICATING):
            continue
        if _is_number(word) and times == 2:
            continue
        if _stands_doubled(word, pair.original):
            continue
        yield Mark(f"“{word}” stands {_times(times)} in a row.", match.span(), (word,))


def _times(number: int) -> str:
    return "twice" if number == 2 else f"{number} times"


def _is_number(word: str) -> bool:
    return not any(letter.isalpha() for letter in word)


def _stands_doubled(word: str, source: str) -> bool:
    """Whether the source has the same word twice in a row, or doubles some word where it is a name."""
    for match in _DOUBLED.finditer(source):
        if match[1].lower() == word.lower() or (match[1][0].isupper() and word[0].isupper()):
            return True
    return False
