"""What a podcast says of an episode in its text: its number, and its parts with their times."""

import re
from collections.abc import Sequence
from itertools import pairwise

from workflow.document import inline
from workflow.document.importing.blocks import Block, BlockKind
from workflow.document.importing.imported import About
from workflow.document.importing.labels import episode_number, opens_parts
from workflow.document.importing.sentence_ends import ends_in_stop
from workflow.document.source import AudioPart

_TIME = r"(?:(?P<hours>\d{1,2}):)?(?P<minutes>\d{1,3}):(?P<seconds>[0-5]\d)"
_BEFORE = re.compile(rf"[\[(]?{_TIME}[\])]?\s*[-–—:|.]?\s+(?P<title>\S.*)")
_AFTER = re.compile(rf"(?P<title>\S.*?)\s*[-–—|:\[(]?\s*{_TIME}[\])]?")
_LEAST, _MOST = 2, 100
_LONGEST = 200
"""A longer line is what somebody said at that time, not the name of a part."""

_NUMBER_APART = re.compile(r"\s*(?:[:.|–—-]\s|$)")


def numbered(title: str) -> About:
    """Return the number of an episode whose title begins with it: `Episode 14: The river`."""
    found = episode_number(title)
    if found is None or not _NUMBER_APART.match(title, found.end):
        return About()
    return About(season=found.season, episode=found.episode)


def take_parts(
    blocks: Sequence[Block], *, is_podcast: bool
) -> tuple[tuple[Block, ...], tuple[AudioPart, ...]]:
    """Return the blocks without the parts of an episode, and the parts.

    The times of a day look like those of a sound: they are parts only where something else speaks
    of a podcast, or a line above them says that they are.
    """
    for start in range(len(blocks)):
        headed = opens_parts(blocks[start].text.split("\n")[0])
        if not headed and not is_podcast:
            continue
        end, parts = _parts(blocks, start, headed=headed)
        if parts:
            return (*blocks[:start], *blocks[end:]), parts
    return tuple(blocks), ()


def _parts(
    blocks: Sequence[Block], start: int, *, headed: bool
) -> tuple[int, tuple[AudioPart, ...]]:
    """Return where the parts that begin at a block end, and the parts, if that is what they are."""
    found: list[AudioPart] = []
    end = start
    for block in blocks[start:]:
        lines = block.text.split("\n")
        if headed and end == start:
            lines = lines[1:]
        elif block.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST):
            break
        parts = [_part(line) for line in lines]
        if None in parts:
            break
        found.extend(part for part in parts if part)
        end += 1
    return (end, tuple(found)) if _are_parts(found) else (start, ())


def _part(line: str) -> AudioPart | None:
    match = _BEFORE.fullmatch(line.strip()) or _AFTER.fullmatch(line.strip())
    if match is None or len(match["title"]) > _LONGEST:
        return None
    minutes = int(match["hours"] or 0) * 60 + int(match["minutes"])
    return AudioPart(
        start=minutes * 60 + int(match["seconds"]), title=inline.escape(match["title"].strip())
    )


def _are_parts(found: Sequence[AudioPart]) -> bool:
    """Say whether times go on and on, and titles stand beside them: what is said ends in stops."""
    if not _LEAST <= len(found) <= _MOST:
        return False
    if any(later.start <= earlier.start for earlier, later in pairwise(found)):
        return False
    return 2 * sum(ends_in_stop(part.title) for part in found) < len(found)
