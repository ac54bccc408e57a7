"""What a person may see of texts: a withheld name is never sent to somebody without the right."""

from workflow.withheld import Seeker
from workflow.workspace.settings import Contributor, Role
from workflow.workspace.state import State

BLOCK = "▇▇▇"
"""Stands where a withheld name does."""


class Sight:
    """Texts without the names that `seeker` finds; without a seeker, as they are."""

    def __init__(self, seeker: Seeker | None) -> None:
        self._seeker = seeker

    def text(self, text: str) -> str:
        """Return a text with blocks for the names that this person may not see."""
        if self._seeker is None or not text:
            return text
        for start, end in reversed(self._seeker.find(text)):
            text = text[:start] + BLOCK + text[end:]
        return text

    def hides(self, unit: str, state: State) -> bool:
        """Whether something of a unit is kept from this person: then they may not write it."""
        if self._seeker is None:
            return False
        standing = state.units[unit]
        texts = (state.source[unit], standing.text, standing.draft, standing.previous)
        return any(self._seeker.find(text) for text in (*texts, standing.rival) if text)


def knows_withheld(person: Contributor) -> bool:
    """Whether a person may see the names that the newsroom withholds."""
    return not {Role.PUBLISHER, Role.EDITOR}.isdisjoint(person.roles)
