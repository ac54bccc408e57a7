"""The transcript of an episode or a film: what is said, with its times."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workflow.document.edition import Edition
from workflow.document.subtitles.limits import Limits
from workflow.document.subtitles.timing import Passage, passages

if TYPE_CHECKING:
    from workflow.document.subtitles.captions import Caption


@dataclass(frozen=True)
class Transcript:
    """The passages of a text in one language, and what readers of that language can follow."""

    passages: tuple[Passage, ...]
    limits: Limits

    def captions(self, *, named: bool = False) -> "tuple[Caption, ...]":
        """Return what stands on the screen; `named`, with speakers' names in the text."""
        from workflow.document.subtitles.captions import captions

        return captions(self.passages, self.limits, named=named)


def transcript(edition: Edition, limits: Limits) -> Transcript | None:
    """Return the transcript of an article, None for a text without time codes."""
    said = passages(edition)
    return Transcript(said, limits) if said else None
