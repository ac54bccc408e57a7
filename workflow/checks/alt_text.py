"""Check: what a picture shows is said in words."""

import re
from collections.abc import Iterator, Sequence

from workflow.checks.check import Context, Mark, Pair, article_check
from workflow.checks.finding import Severity
from workflow.document.inline import SegmentKind, segments

_LONGEST_NAMED = 200
"""The picture itself may stand in an address, with `data:`."""
_FILE = re.compile(r"\S+\.(?:jpe?g|png|gif|webp|svg|avif|heic|tiff?)", re.IGNORECASE)


@article_check("alt-text", Severity.WARNING)
def alt_text(pairs: Sequence[Pair], context: Context) -> Iterator[tuple[Pair, Mark]]:
    """A picture without alternative text, or with the name of its file for one.

    Why: who cannot see a picture, or does not load it, has only these words; in many countries
        public bodies must have them. A picture of the article that has none in the source is told
        with the title.

    Fails (en): Here ![](https://b.example/map.png) the river left its bed.
    Fails (en): Here ![IMG_2041.jpg](https://b.example/map.png) the river left its bed.
    Fails (ru → en): Вот ![карта](https://b.example/map.png) реки. ⇒ Here is
        ![](https://b.example/map.png) the river.
    Fails (en): [alt] IMG_2041.jpg
    Passes (en): Here ![the valley on a map](https://b.example/map.png) the river left its bed.
    """
    for pair in pairs:
        if pair.kind == "alt" and _FILE.fullmatch(pair.text.strip()):
            yield pair, Mark("This is the name of a file.", (0, len(pair.text)))
        if "![" in pair.target:
            yield from ((pair, mark) for mark in _within(pair.target))
    for picture in context.pictures() if pairs else ():
        if not picture.has_alt:
            message = f"The picture {picture.name} has no alternative text."
            yield pairs[0], Mark(message, subject=picture.name)


def _within(raw: str) -> Iterator[Mark]:
    """Yield the pictures in the middle of a text that nobody has described."""
    place = 0
    for segment in segments(raw, any_address=True):
        end = place + len(segment.raw)
        shown = segment.text.strip()
        if segment.kind is SegmentKind.IMAGE and (not shown or _FILE.fullmatch(shown)):
            named = f"The picture {segment.url[:_LONGEST_NAMED]}" if segment.url else "A picture"
            yield Mark(f"{named} has no alternative text.", (place, end), raw=True)
        place = end
