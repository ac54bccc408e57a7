"""Bytes to text: marks, UTF-8, what a page declares, and old code pages told by their letters."""

import codecs
import re
import unicodedata

from workflow.errors import InputError

MAX_SIZE = 20 * 1024 * 1024
"""The largest file that is read, in bytes."""

MAX_TEXT = 1_000_000
"""The longest text that is taken for an article, in characters."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    r"(?:cp|windows-?|iso-?8859-|koi8-|gb|gbk|big5|shift|euc|mac)[a-z0-9_-]*", re.ASCII
)
_AS_BROWSERS_READ = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030"}
"""https://encoding.spec.whatwg.org/#names-and-labels"""

_CYRILLIC = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфёіїєґў"
_LIKELY = {  # letters beyond ASCII that texts in these code pages are full of
    "cp1251": _CYRILLIC,
    "koi8-u": _CYRILLIC,
    "cp866": _CYRILLIC,
    "cp1252": "éèêëàâáäãåçñíîïìóôöòõøúùûüýÿœæßªº¿¡",
    "cp1250": "ąćęłńśźżčďěňřšťůžőűăţşđáéíóúýöüâîç",
}
_PUNCTUATION = "«»“”„‘’–—…№§°€\u00a0"
_SAMPLE = 100_000
_BROKEN = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x9f\ufffd]")
_NO_TEXT = {"Cn", "Co", "Cs"}
_MIXED = re.compile(r"[a-z][\u0400-\u04ff]|[\u0400-\u04ff][a-z]|[а-яёіїєґ][А-ЯЁІЇЄҐ]")
_INVISIBLE = re.compile(r"[\u00ad\u200b\u2060\ufeff]|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_SPACES = re.compile(r"[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_LINE_ENDS = re.compile(r"\r\n?|\u2028|\u2029")


def decode(data: bytes, name: str, declared: str | None = None) -> str:
    """Return the text of a file as `tidy` leaves it.

    `declared` is the encoding that the file itself names. Raises InputError for a file that is
    empty, too large or not text; `name` is what the error calls it.
    """
    if len(data) > MAX_SIZE:
        raise InputError(
            f"{name}: larger than {MAX_SIZE // 2**20} MB",
            hint="Save only the page or the text itself, without its pictures.",
        )
    raw = _decoded(data, declared)
    text = tidy(raw)
    if not text.strip():
        raise InputError(f"{name}: there is no text in it", hint="Check that it is the right file.")
    if _is_broken(raw):
        raise InputError(
            f"{name}: this is not a text file",
            hint="Save the article as HTML, plain text or Markdown.",
        )
    return text


def refuse_endless(length: int, name: str) -> None:
    """Raise InputError for more text than any article has, before it costs time."""
    if length > MAX_TEXT:
        raise InputError(
            f"{name}: there are {length:,} characters of text in it, at most {MAX_TEXT:,} are read",
            hint="Save each article in a file of its own.",
        )


def tidy(text: str) -> str:
    """Return `text` composed (NFC), with plain spaces and line ends, and nothing invisible."""
    text = _LINE_ENDS.sub("\n", unicodedata.normalize("NFC", text))
    return _SPACES.sub(" ", _INVISIBLE.sub("", text))


def _decoded(data: bytes, declared: str | None) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    if b"\0" in data[:_SAMPLE] and (text := _utf_16(data)) is not None:
        return text
    if (text := _utf_8(data)) is not None:
        return text
    if encoding_named := _known(declared):
        return data.decode(encoding_named, "replace")
    return data.decode(max(_LIKELY, key=lambda page: _likelihood(data, page)), "replace")


def _utf_8(data: bytes) -> str | None:
    """Return the text if this is UTF-8, a few damaged bytes allowed."""
    text = data.decode("utf-8", "replace")
    damaged = text.count("\ufffd")
    whole = sum(char > "\x7f" for char in text) - damaged if damaged else 1
    return text if damaged * 20 <= whole else None


def _utf_16(data: bytes) -> str | None:
    """Return the text if this is UTF-16 without a mark."""
    texts = [data.decode(encoding, "replace") for encoding in ("utf-16-le", "utf-16-be")]
    best = max(texts, key=lambda text: sum(c.isalpha() and c < "\u2000" for c in text[:_SAMPLE]))
    return None if _is_broken(best) else best


def _is_broken(text: str) -> bool:
    """Say whether more than one sign in fifty is one that no text has."""
    sample = text[:_SAMPLE]
    unknown = sum(unicodedata.category(char) in _NO_TEXT for char in sample)
    return (unknown + len(_BROKEN.findall(sample))) * 50 > len(sample)


def _known(declared: str | None) -> str | None:
    """Return Python's name of a declared encoding that a page may have."""
    if not declared or not _DECLARED.fullmatch(declared.strip().lower()):
        return None
    try:
        name = codecs.lookup(declared.strip()).name
    except LookupError:
        return None
    return _AS_BROWSERS_READ.get(name, name)


def _likelihood(data: bytes, page: str) -> float:
    """Score how much `data` reads like text when it is read in the code page `page`."""
    text = data[:_SAMPLE].decode(page, "replace")
    foreign = [char for char in text if char > "\x7f"]
    likely = sum((char in _LIKELY[page]) + 0.5 * (char in _PUNCTUATION) for char in foreign)
    capitals = sum(char.lower() in _LIKELY[page] for char in foreign if char.isupper())
    return likely + 0.5 * capitals - 2 * len(_MIXED.findall(text)) - 2 * len(_BROKEN.findall(text))
