"""What goes through review again after a source was corrected: only what no approval covers."""

from workflow.errors import InputError
from workflow.workspace.state import Seal, State
from workflow.workspace.target import Target


def approved_units(target: Target) -> tuple[Seal | None, frozenset[str]]:
    """Return the last approval of a target, and the units that stand exactly as it saw them."""
    state = target.state
    if state.approved is None:
        return None, frozenset()
    try:
        then = target.revision("approved")
    except InputError:  # the approval was undone
        return None, frozenset()
    same = (key for key in state.units if _pair(then, key) == _pair(state, key))
    return state.approved, frozenset(same)


def units_to_review(target: Target) -> tuple[str, ...]:
    """Return the units that no approval covers as they stand, in reading order."""
    _, approved = approved_units(target)
    return tuple(key for key in target.state.units if key not in approved)


def _pair(state: State, key: str) -> tuple[str, str] | None:
    unit = state.units.get(key)
    return (state.source[key], unit.text) if unit else None
