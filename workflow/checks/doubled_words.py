"""A word that stands twice in a row."""

import re
from collections.abc import Iterator

from workflow.checks.check import Context, Mark, Pair, check
from workflow.checks.finding import Severity

_DOUBLED = re.compile(
    r"(?<![\w'’-])([\w'’-]{1,60}+)((?:[^\S\n]+\1)+)(?![\w'’-])"
    r"|(?<!\S)((?=\S{0,60}\w)\S{1,60}+)((?:[^\S\n]+\3)+)(?=[.,;:!?]*(?:\s|$))",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"\s*[.!?…,;]|\s*$")
_MEETING = {
    "da": "der det",
    "de": "der die das dem den des denen sie ihr ihm wir",
    "en": "had that do her",
    "es": "nos",
    "fr": "nous vous fait",
    "nl": "dat die het zij haar je",
    "no": "det den som",
    "pl": "się",
    "pt": "nos",
    "sv": "det den som att",
}
"""Words of which grammar brings two together, though not at the end of a clause."""
_CLEFT = re.compile(r"\b(?:what|who|where|how|why|all)\b", re.IGNORECASE)
"""“What it is is clear”: only after such a word do two verbs meet."""
_EMPHATIC = {
    "en": "so very bye ha no yes many long blah hear far",
    "es": "muy no sí poco casi ya",
    "fr": "si non bien très oui",
    "it": "via man mano poco piano ora così quasi sotto molto ancora",
    "pl": "ha bardzo",
    "pt": "muito não sim quase",
    "ru": "да нет еле очень чуть",
    "uk": "так ні ледь дуже",
}
"""Words that are doubled for emphasis."""
_REDUPLICATING = frozenset(
    [
        "az",
        "bn",
        "fa",
        "fil",
        "gu",
        "hi",
        "hy",
        "id",
        "ja",
        "ka",
        "kk",
        "km",
        "ko",
        "kn",
        "ky",
        "lo",
        "ml",
        "mr",
        "ms",
        "my",
        "ne",
        "pa",
        "si",
        "sw",
        "ta",
        "te",
        "tg",
        "th",
        "tk",
        "tl",
        "tr",
        "ug",
        "ur",
        "uz",
        "vi",
        "yo",
        "zh",
    ]
)


@check("doubled-words", Severity.WARNING, safe=True)
def doubled_words(pair: Pair, _: Context) -> Iterator[Mark]:
    """A word that stands twice in a row.

    Why: machine drafts stutter, and so does cut-and-paste. Words that a language does double, words
        that the source doubles, and languages that double for emphasis are left alone (there only
        a word that stands three times counts).

    Fails (en): This is is a text.
    Fails (en): They took the the papers with them.
    Fails (ru → en): Их отпустили домой. ⇒ They were sent home home home.
    Passes (en): What it is is another question, and he had had enough of it.
    Passes (fr): Nous nous sommes vus hier.
    Passes (tr): Yavaş yavaş yürüdü.
    """
    for match in _DOUBLED.finditer(pair.text):
        word = match[1] or match[3]
        times = 1 + len((match[2] or match[4]).split())
        if times == 2 and _may_meet(word, match.end(), pair):
            continue
        if not _stands_doubled(word, pair.original):
            yield Mark(f"“{word}” stands {_times(times)} in a row.", match.span(), (word,))


def _may_meet(word: str, end: int, pair: Pair) -> bool:
    """Whether the language lets this word stand twice in a row."""
    if pair.into in _REDUPLICATING or word.lower() in _EMPHATIC.get(pair.into, "").split():
        return True
    if not any(letter.isalpha() for letter in word):
        return pair.source is None  # a telephone number, a score
    if word.lower() == "is" and pair.into == "en":
        return _CLEFT.search(pair.text, 0, end) is not None
    goes_on = _SENTENCE_END.match(pair.text, end) is None
    return goes_on and word.lower() in _MEETING.get(pair.into, "").split()


def _times(number: int) -> str:
    return "twice" if number == 2 else f"{number} times"


def _stands_doubled(word: str, source: str) -> bool:
    """Whether the source has the same word twice in a row, or doubles some name."""
    for match in _DOUBLED.finditer(source):
        there = match[1] or match[3]
        if there.lower() == word.lower() or (there[0].isupper() and word[0].isupper()):
            return True
    return False
