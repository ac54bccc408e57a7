"""Texts as words, the way in which matches are counted."""

import re
import unicodedata

_ALONE = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
"""Letters of scripts without spaces between words: each counts as a word."""
_TOKEN = re.compile(
    rf"\]\([^()\s]*\)"  # a link's address is one word, however long
    rf"|[{_ALONE}]"
    rf"|[^\W{_ALONE}]+"
    rf"|\*+|[^\w\s]"
)


def normal(text: str) -> str:
    """Return a text as it is compared for sameness: composed letters, single spaces."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def tokens(text: str) -> list[str]:
    """Return the words, numbers and marks of inline Markdown, without regard to capitals."""
    return _TOKEN.findall(unicodedata.normalize("NFC", text).casefold())
