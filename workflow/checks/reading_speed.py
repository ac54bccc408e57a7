"""Subtitles that are gone before they are read."""

from collections.abc import Iterator

from workflow.checks.check import Context, Mark, Pair, check
from workflow.checks.finding import Severity
from workflow.document.subtitles.cue import clock


@check("reading-speed", Severity.WARNING)
def reading_speed(pair: Pair, _: Context) -> Iterator[Mark]:
    """A subtitle has more to read than its time allows.

    Why: who reads too slowly loses the words and the picture. In most languages 17 signs a second
        can be read; `[subtitles]` in the settings has other figures, also for one language.

    Fails (es): 00:01.000 --> 00:02.500 Cuando llegó el agua, estábamos todos durmiendo.
    Fails (ja): 00:01.000 --> 00:03.000 水が来たとき、私たちは寝ていました。
    Passes (es): 00:01.000 --> 00:04.000 Cuando llegó el agua, estábamos todos durmiendo.
    """
    if pair.screen is None:
        return
    most = pair.screen.limits.speed
    for caption in pair.screen.captions(pair.target):
        speed = caption.signs / caption.cue.seconds
        if speed > most:
            yield Mark(
                f"{speed:.1f} signs a second at {clock(caption.cue.start)}, and at most {most:g} "
                f"can be read: {caption.signs} signs in {caption.cue.seconds:.1f} s.",
                subject=clock(caption.cue.start),
            )
