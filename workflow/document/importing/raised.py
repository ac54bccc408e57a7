"""Figures above and below the line, which plain text has signs of its own for: m², H₂O."""

_ABOVE = str.maketrans("0123456789+-()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾")
_BELOW = str.maketrans("0123456789+-()", "₀₁₂₃₄₅₆₇₈₉₊₋₍₎")


def above_line(text: str) -> str:
    """Return a text in signs that stand above the line, unchanged where one of them is missing."""
    return _in_signs(text, _ABOVE)


def below_line(text: str) -> str:
    """Return a text in signs that stand below the line, unchanged where one of them is missing."""
    return _in_signs(text, _BELOW)


def _in_signs(text: str, signs: dict[int, int]) -> str:
    return text.translate(signs) if all(ord(char) in signs for char in text) else text
