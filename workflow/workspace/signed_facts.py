"""Who held the facts of a translation against its source last, and whether that still counts."""

from dataclasses import dataclass

from workflow.workspace.events import FactsSigned
from workflow.workspace.state import State


@dataclass(frozen=True)
class Signature:
    """A contributor's id, the moment (ISO 8601), and whether text and source are still the same."""

    by: str
    at: str
    current: bool


def signature(state: State) -> Signature | None:
    """Return the last signature under the facts, None where nobody has signed them."""
    for event in reversed(state.decisions):
        made = event.payload
        if isinstance(made, FactsSigned):
            same = (made.text, made.source) == (state.text_hash, state.source_hash)
            return Signature(event.by, event.at, same)
    return None
