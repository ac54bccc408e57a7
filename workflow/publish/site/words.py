"""The words by which an article is found. `templates/web/search.js` cuts a reader's words alike.

Words lose their accents, their capitals and all but their first letters, so that `schools` finds
`school` in languages that inflect. Scripts that put no spaces are cut into pairs of letters.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

LENGTH = 6
"""How many letters of a word count."""
_ADDRESS = re.compile(r"\]\([^()\s]*\)|<https?:[^\s>]*>")
_WORD = re.compile(r"[^\W_]+")
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
"""Thai, Lao, Burmese, Khmer, Japanese and Chinese letters."""
_PLANES = 0x20000
"""Where living scripts end; ideographs beyond have no marks."""


def search_words(texts: Iterable[str]) -> str:
    """Return the words of inline Markdown as they are searched for: each once, with spaces."""
    plain = _folded(_ADDRESS.sub("]", " ".join(texts)))
    found = {cut for word in set(_WORD.findall(plain)) for cut in _cut(word)}
    return " ".join(sorted(found))


def _folded(text: str) -> str:
    if text.isascii():
        return text.lower()
    return _marks().sub("", unicodedata.normalize("NFD", text)).lower()


@cache
def _marks() -> re.Pattern[str]:
    marks = (c for c in map(chr, range(_PLANES)) if unicodedata.category(c).startswith("M"))
    return re.compile(f"[{''.join(marks)}]")


def _cut(word: str) -> Iterable[str]:
    if _UNSPACED.search(word):
        return (word[at : at + 2] for at in range(max(1, len(word) - 1)))
    return (word[:LENGTH],)
