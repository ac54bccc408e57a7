"""The words by which an article is found. `templates/web/search.js` cuts a reader's words alike.

Words lose their accents, their capitals and all but their first letters, so that `schools` finds
`school` in languages that inflect. Scripts that put no spaces are cut into pairs of letters.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

LENGTH = 6
"""How many letters of a word count."""
_ADDRESS = re.compile(r"\]\([^()\s]*\)|<https?:[^\s>]*>")
_WORD = re.compile(r"[^\W_]+")
_UNSPACED = "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]"
"""Thai, Lao, Burmese, Khmer, Japanese and Chinese letters: ranges so long that they are compiled
only for words that reach the first of them."""


def search_words(texts: Iterable[str]) -> str:
    """Return the words of inline Markdown as they are searched for: each once, with spaces."""
    pieces = set(" ".join(texts).split())
    return " ".join(sorted(set().union(*map(_cut, pieces))))


@lru_cache(maxsize=1 << 14)
def _cut(piece: str) -> frozenset[str]:
    """Return the words in a text without spaces; most come again and again."""
    words = _WORD.findall(_folded(_ADDRESS.sub("]", piece)))
    return frozenset(cut for word in words for cut in _beginnings(word))


def _folded(text: str) -> str:
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFD", text).translate(_MARKS).lower()


class _Marks(dict[int, int | None]):
    """Takes accents and other marks out of a text, by `str.translate`."""

    def __missing__(self, code: int) -> int | None:
        self[code] = None if unicodedata.category(chr(code)).startswith("M") else code
        return self[code]


_MARKS = _Marks()


def _beginnings(word: str) -> Iterable[str]:
    if max(word) >= "\u0e00" and re.search(_UNSPACED, word):
        return (word[at : at + 2] for at in range(max(1, len(word) - 1)))
    return (word[:LENGTH],)
