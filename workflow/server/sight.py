"""What a person may see of texts: a withheld name is never sent to somebody without the right."""

from functools import lru_cache
from typing import TypeVar

from workflow.withheld.redaction import Redaction
from workflow.workspace.state import State

_MOST = 20_000
"""How many texts are remembered with their bars."""
_Value = TypeVar("_Value")


class Sight:
    """Texts as one may see them: with bars, letter for letter, where a withheld name stands."""

    def __init__(self, redaction: Redaction) -> None:
        self._redaction = redaction
        self.whole = not redaction.seeker
        self.text = lru_cache(_MOST)(redaction.hidden)

    def of(self, value: _Value) -> _Value:
        """Return a value (a list, a data class …) with bars in all its texts."""
        return self._redaction.hidden_in(value)

    def hides(self, unit: str, state: State) -> bool:
        """Whether something of a unit is kept from this person: then they may not write it."""
        if self.whole:
            return False
        standing = state.units[unit]
        texts = (state.source[unit], standing.text, standing.draft, standing.previous)
        return any(text and self.text(text) != text for text in (*texts, standing.rival))
