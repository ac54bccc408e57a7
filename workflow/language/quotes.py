"""Quotation marks: which side of a quotation each may stand on, and what a language prefers.

The pairs are those of CLDR (https://cldr.unicode.org, `delimiters`), with the second pair for a
quotation inside a quotation.
"""

from dataclasses import dataclass

from workflow.language.tags import language


@dataclass(frozen=True)
class QuoteStyle:
    """The marks around a quotation, and around one inside it."""

    open: str
    close: str
    inner_open: str
    inner_close: str


_STYLES = {
    "en": QuoteStyle("“", "”", "‘", "’"),
    "de": QuoteStyle("„", "“", "‚", "‘"),
    "fr": QuoteStyle("«", "»", "“", "”"),
    "es": QuoteStyle("«", "»", "“", "”"),
    "it": QuoteStyle("«", "»", "“", "”"),
    "pt": QuoteStyle("“", "”", "‘", "’"),
    "ru": QuoteStyle("«", "»", "„", "“"),
    "uk": QuoteStyle("«", "»", "„", "“"),
    "be": QuoteStyle("«", "»", "„", "“"),
    "pl": QuoteStyle("„", "”", "«", "»"),
    "cs": QuoteStyle("„", "“", "‚", "‘"),
    "nl": QuoteStyle("“", "”", "‘", "’"),
    "sv": QuoteStyle("”", "”", "’", "’"),
    "fi": QuoteStyle("”", "”", "’", "’"),
    "ja": QuoteStyle("「", "」", "『", "』"),
    "zh": QuoteStyle("“", "”", "‘", "’"),
}
DOUBLE = '"“”„‟«»″'
"""Marks that stand around a quotation; single ones double as apostrophes and are not here."""
_OPENING = frozenset("„‟")
_CLOSING = frozenset("")
_SWEDISH = frozenset({"sv", "fi", "da", "no", "nb", "nn"})
_GERMAN = frozenset(
    {"de", "cs", "sk", "sl", "hr", "sr", "bs", "mk", "bg", "et", "lt", "is", "da", "hu"}
)


def style(tag: str) -> QuoteStyle:
    """Return the quotation marks of a language; English ones where nothing else is known."""
    return _STYLES.get(language(tag), _STYLES["en"])


def sides(mark: str, tag: str) -> str:
    """Return which sides of a quotation `mark` may stand on: `open`, `close` or `both`.

    A mark that closes in one style and opens in another, as “ does in German and in English, may do
    both in the languages where the styles meet.
    """
    base = language(tag)
    if mark in '"″':
        return "both"
    if mark == "„":
        return "open"
    if mark == "“":
        return "both" if base in _GERMAN or base in ("ru", "uk", "be", "pl") else "open"
    if mark == "”":
        return "both" if base in _SWEDISH else "close"
    if base in _GERMAN or base in _SWEDISH or base == "pl":
        return "both"
    return "open" if mark in "«‟" else "close"
