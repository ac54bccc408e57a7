"""A cue: the time in which a subtitle stands on the screen."""

import re
from dataclasses import dataclass

_CLOCK = r"(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})"
_TIMES = re.compile(rf"\s*{_CLOCK}\s*-->\s*{_CLOCK}(?:\s+(?P<settings>\S.*))?\s*")
_SETTING = re.compile(r"(?:vertical|line|position|size|align):[\w.%,-]+", re.ASCII)
_HOUR, _MINUTE, _SECOND = 3_600_000, 60_000, 1_000


@dataclass(frozen=True, slots=True)
class Cue:
    """Two moments, in milliseconds from the beginning, and where on the screen the words stand.

    `settings` are those of WebVTT, such as `line:0 align:start`.
    """

    start: int
    end: int
    settings: str = ""

    @property
    def seconds(self) -> float:
        """How long it lasts."""
        return (self.end - self.start) / _SECOND

    @property
    def times(self) -> str:
        """Both moments as WebVTT writes them: `00:00:01.000 --> 00:00:04.200`."""
        return f"{clock(self.start)} --> {clock(self.end)}"


def clock(milliseconds: int) -> str:
    """Return a moment as `00:00:01.000`."""
    hours, rest = divmod(milliseconds, _HOUR)
    minutes, rest = divmod(rest, _MINUTE)
    seconds, rest = divmod(rest, _SECOND)
    return f"{hours:02}:{minutes:02}:{seconds:02}.{rest:03}"


def read_times(line: str) -> Cue | None:
    """Return the cue that a line of a .vtt or .srt file announces, None for any other line.

    Settings that WebVTT does not know, and `region`, are left out.
    """
    match = _TIMES.fullmatch(line)
    if match is None:
        return None
    start, end = _milliseconds(match.groups()[:4]), _milliseconds(match.groups()[4:8])
    settings = (match["settings"] or "").split()
    return Cue(start, end, " ".join(filter(_SETTING.fullmatch, settings)))


def _milliseconds(parts: tuple[str | None, ...]) -> int:
    hours, minutes, seconds, fraction = parts
    whole = int(hours or 0) * _HOUR + int(minutes or 0) * _MINUTE + int(seconds or 0) * _SECOND
    return whole + int((fraction or "0").ljust(3, "0"))
