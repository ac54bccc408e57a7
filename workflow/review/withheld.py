"""The gate that nothing opens: a withheld name in what is about to be published."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from workflow.review.gates import Obstacle
from workflow.withheld import Seeker, WithheldList


def withheld_obstacles(withheld: WithheldList, texts: Mapping[str, str]) -> tuple[Obstacle, ...]:
    """Return an obstacle for each of `texts`, by its place, in which a withheld name stands.

    The name itself is not repeated: not everybody who publishes may know it.
    """
    seeker = Seeker(withheld.names)
    return tuple(_obstacle(places) for places in _found(seeker, texts))


def _found(seeker: Seeker, texts: Mapping[str, str]) -> Iterable[str]:
    for place, text in texts.items():
        if spans := seeker.find(text):
            times = "once" if len(spans) == 1 else f"{len(spans)} times"
            yield f"{place} ({times})"


def _obstacle(place: str) -> Obstacle:
    return Obstacle(
        f"a withheld name stands in {place}",
        "Replace it there; ask the editor who keeps the list if you cannot see it.",
    )
