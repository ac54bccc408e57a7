"""Subtitles that do not fit on the screen."""

from collections.abc import Iterator

from workflow.checks.check import Context, Mark, Pair, check
from workflow.checks.finding import Severity
from workflow.document.subtitles.cue import clock
from workflow.document.subtitles.spoken import width


@check("line-length", Severity.WARNING)
def line_length(pair: Pair, _: Context) -> Iterator[Mark]:
    """A subtitle does not fit on the screen.

    Why: a player cuts a line that is too long, or covers the picture with a third one. Two lines of
        42 signs are usual; `[subtitles]` in the settings has other figures, also for one language.

    Fails (es): 00:01.000 --> 00:07.000 Cuando llegó el agua, estábamos todos durmiendo, y nadie nos
        dijo qué debíamos hacer ni adónde.
    Passes (es): 00:01.000 --> 00:05.000 Cuando llegó el agua, estábamos todos durmiendo.
    """
    if pair.screen is None:
        return
    limits = pair.screen.limits
    for caption in pair.screen.captions(pair.target):
        if len(caption.lines) > limits.lines:
            yield Mark(
                f"{len(caption.lines)} lines at {clock(caption.cue.start)}: {limits.lines} fit on "
                "the screen.",
                subject=clock(caption.cue.start),
            )
        longest = max(width(line.text) for line in caption.lines)
        if longest > limits.line:
            yield Mark(
                f"A line of {longest} signs at {clock(caption.cue.start)}: {limits.lines} lines of "
                f"{limits.line} fit on the screen.",
                subject=clock(caption.cue.start),
            )
