"""Time codes in a body: link reference definitions above the paragraph that is said then.

[00:00:01.000 --> 00:00:04.200]: #cue
[00:00:04.200 --> 00:00:07.000]: #cue "line:0"
When the water came we were sleeping,
and nobody told us what to do.
"""

import re
from collections.abc import Sequence

from workflow.document.subtitles.cue import Cue, read_times

ADDRESS = "#cue"
"""What the definitions lead to; it tells them from others."""

_MARK = re.compile(rf'\[(?P<times>[^\[\]]+)\]: {ADDRESS}(?: "(?P<settings>[^"]*)")?\s*')


def mark(cue: Cue) -> str:
    """Return the line that gives a paragraph a cue."""
    return f"[{cue.times}]: {ADDRESS}" + (f' "{cue.settings}"' if cue.settings else "")


def has_marks(body: str) -> bool:
    """Say whether a body may have time codes; a quick answer that spares the parser other texts."""
    return f"]: {ADDRESS}" in body


def cues_above(lines: Sequence[str], index: int) -> tuple[Cue, ...]:
    """Return the cues of the block that begins at line `index`, in their order.

    Empty lines between the marks and the block, which an editor may put there, are passed over.
    """
    found: list[Cue] = []
    for line in reversed(lines[:index]):
        cue = _read(line)
        if cue is not None:
            found.append(cue)
        elif line.strip():
            break
    return tuple(reversed(found))


def _read(line: str) -> Cue | None:
    match = _MARK.fullmatch(line)
    return read_times(f"{match['times']} {match['settings'] or ''}") if match else None
