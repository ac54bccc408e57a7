"""Words that stand twice in a row where a language does not double them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from operator import eq

from workflow.language.tags import language

_DOUBLED = re.compile(
    r"(?<![\w'’-])([\w'’-]{1,60}+)((?:[^\S\n]+\1)+)(?![\w'’-])"
    r"|(?<!\S)((?=\S{0,60}\w)\S{1,60}+)((?:[^\S\n]+\3)+)(?=[.,;:!?]*(?:\s|$))",
    re.IGNORECASE,
)
_WORD = re.compile(r"[\w'’-]+")
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


@dataclass(frozen=True)
class Doubled:
    """A word that stands several times in a row, from where to where (code points)."""

    word: str
    times: int
    span: tuple[int, int]


def doubled_words(text: str, tag: str, source: str | None = None) -> Iterator[Doubled]:
    """Yield the words of a text in the language `tag` (BCP 47) that stand twice in a row.

    Words that the language doubles, and those that the `source` doubles, are left out.
    """
    if not _may_double(text):
        return
    base = language(tag)
    for match in _DOUBLED.finditer(text):
        word = match[1] or match[3]
        times = 1 + len((match[2] or match[4]).split())
        if times == 2 and _may_meet(word, match.end(), text, base, translated=source is not None):
            continue
        if not _stands_doubled(word, source or ""):
            yield Doubled(word, times, match.span())


def _may_double(text: str) -> bool:
    """Whether two words in a row begin alike: the quick answer for most texts."""
    lower = text.lower()
    words, pieces = _WORD.findall(lower), lower.split()
    return any(map(eq, words, words[1:])) or any(map(str.startswith, pieces[1:], pieces))


def _may_meet(word: str, end: int, text: str, base: str, *, translated: bool) -> bool:
    """Whether the language lets this word stand twice in a row."""
    if base in _REDUPLICATING or word.lower() in _EMPHATIC.get(base, "").split():
        return True
    if not any(letter.isalpha() for letter in word):
        return not translated  # a telephone number, a score
    if word.lower() == "is" and base == "en":
        return _CLEFT.search(text, 0, end) is not None
    goes_on = _SENTENCE_END.match(text, end) is None
    return goes_on and word.lower() in _MEETING.get(base, "").split()


def _stands_doubled(word: str, source: str) -> bool:
    """Whether the source has the same word twice in a row, or doubles some name."""
    for match in _DOUBLED.finditer(source):
        there = match[1] or match[3]
        if there.lower() == word.lower() or (there[0].isupper() and word[0].isupper()):
            return True
    return False
