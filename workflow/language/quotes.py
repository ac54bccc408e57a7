"""Quotation marks: which side of a quotation each may stand on, and what a language prefers.

The pairs are those of CLDR (https://cldr.unicode.org, `delimiters`).
"""

from workflow.language.tags import language

_PAIRS = {
    "en": ("“", "”"),
    "de": ("„", "“"),
    "fr": ("«", "»"),
    "es": ("«", "»"),
    "it": ("«", "»"),
    "pt": ("“", "”"),
    "ru": ("«", "»"),
    "uk": ("«", "»"),
    "be": ("«", "»"),
    "pl": ("„", "”"),
    "cs": ("„", "“"),
    "nl": ("“", "”"),
    "sv": ("”", "”"),
    "fi": ("”", "”"),
    "ja": ("「", "」"),
    "zh": ("“", "”"),
}
_INNER = {
    "en": ("‘", "’"),
    "de": ("‚", "‘"),
    "fr": ("“", "”"),
    "es": ("“", "”"),
    "it": ("“", "”"),
    "pt": ("‘", "’"),
    "ru": ("„", "“"),
    "uk": ("„", "“"),
    "be": ("„", "“"),
    "pl": ("«", "»"),
    "cs": ("‚", "‘"),
    "nl": ("‘", "’"),
}
DOUBLE = '"“”„‟«»″'
"""Marks that stand around a quotation; single ones double as apostrophes and are not here."""
_ALLOWED = {
    "en": "“”",
    "de": "„“»«",
    "fr": "«»“”",
    "es": "«»“”",
    "it": "«»“”",
    "pt": "«»“”",
    "ru": "«»„“",
    "uk": "«»„“”",
    "be": "«»„“”",
    "bg": "„“«»",
    "pl": "„”«»",
    "cs": "„“»«",
}
"""Outer and inner marks that the guides of a language know."""
_SWEDISH = frozenset({"sv", "fi", "da", "no", "nb", "nn"})
_GERMAN = frozenset(
    {"de", "cs", "sk", "sl", "hr", "sr", "bs", "mk", "bg", "et", "lt", "is", "da", "hu"}
)


def pair(tag: str) -> tuple[str, str]:
    """Return the marks that open and close a quotation; English ones where nothing is known."""
    return _PAIRS.get(language(tag), _PAIRS["en"])


def inner_pair(tag: str) -> tuple[str, str] | None:
    """Return the marks of a quotation inside a quotation; None where they are not known."""
    return _INNER.get(language(tag))


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


def is_foreign(mark: str, tag: str) -> bool:
    """Whether a double mark is none that the language's printers use; never for straight ones."""
    allowed = _ALLOWED.get(language(tag))
    return allowed is not None and mark in "“”„‟«»" and mark not in allowed
