"""Whether a line ends as sentences do, in any script."""

import re

_CLOSERS = r"[\s'\"”’»)\]」』]*$"
_DOT = r"(?<!\W[^\W\d_])(?<!^[^\W\d_])\."
"""A full stop, but not the dot of an initial, as in “the U.S.”."""
_END = re.compile(rf"[.!?…。！？؟۔।։።]{_CLOSERS}")
_STOP = re.compile(rf"(?:(?<!\.){_DOT}|[。۔।։።]){_CLOSERS}")
_LAST_DOT = re.compile(rf"{_DOT}$")


def ends_sentence(line: str) -> bool:
    """Say whether a line ends in a full stop, in dots, or in a question or exclamation mark."""
    return bool(_END.search(line))


def ends_in_stop(line: str) -> bool:
    """Say whether a line ends in a full stop, which titles are written without."""
    return bool(_STOP.search(line))


def without_stop(line: str) -> str:
    """Return a line without the full stop at its end."""
    return _LAST_DOT.sub("", line)
