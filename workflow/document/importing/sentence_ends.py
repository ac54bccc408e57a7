"""Whether a line ends as sentences do, in any script."""

import re

_CLOSERS = r"[\s'\"”’»)\]」』]*$"
_END = re.compile(rf"[.!?…。！？؟۔।։።]{_CLOSERS}")
_STOP = re.compile(rf"(?:(?<!\W[^\W\d_])(?<!\.)\.|[。۔।։።]){_CLOSERS}")
"""Not the dot of an initial, as in “the U.S.”, nor the last of three."""


def ends_sentence(line: str) -> bool:
    """Say whether a line ends in a full stop, in dots, or in a question or exclamation mark."""
    return bool(_END.search(line))


def ends_in_stop(line: str) -> bool:
    """Say whether a line ends in a full stop, which titles are written without."""
    return bool(_STOP.search(line))
