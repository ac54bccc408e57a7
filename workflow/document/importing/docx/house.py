"""What stands around the article in a document that this tool has published, told by its styles.

The styles of our reference document have names of their own, which Word and LibreOffice keep; the
words in them are in any language.
"""

from dataclasses import dataclass, field

from workflow.document.importing.blocks import Block
from workflow.document.importing.imported import About
from workflow.document.importing.labels import Label, label_of

_OURS = frozenset({"section label", "source line", "credit", "kicker"})
_FRAME = _OURS | {"draft notice", "note", "byline", "dateline"}
_BETWEEN_TAGS = " · "


def is_ours(styles: frozenset[str]) -> bool:
    """Say whether a document that has these styles is made from our reference document."""
    return styles >= _OURS


@dataclass
class House:
    """The lines above the text and below it, and what those below say without a label."""

    above: list[Block] = field(default_factory=list)
    below: list[Block] = field(default_factory=list)
    about: About = field(default_factory=About)
    _section: str = ""

    def takes(self, style: str, blocks: list[Block], *, begun: bool) -> bool:
        """Take a paragraph of one of our styles; `begun` where the text began above it."""
        if style not in _FRAME:
            return False
        self._section = blocks[0].text if style == "section label" and blocks else self._section
        if not begun:
            self.above.extend(blocks)
        elif style == "note":
            for block in blocks:
                self.about = self.about.along(self._note(block))
        else:
            self.below.extend(blocks)
        return True

    def _note(self, block: Block) -> About:
        labelled = label_of(f"{self._section}: ")
        if _BETWEEN_TAGS in block.text or (labelled and labelled[0] is Label.TAGS):
            return About(tags=tuple(block.markdown.split(_BETWEEN_TAGS)))
        return About(notes=(block.markdown,))
