"""How much of a machine's draft was left as it was, and what was confirmed faster than it is read.

Neither says that a text is bad: both say where nobody may have looked.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from workflow.document.units import UnitKind
from workflow.review.credits import is_machine
from workflow.workspace.events import NOBODY, Edited, Event, Vouched
from workflow.workspace.fold import in_force
from workflow.workspace.state import State

FASTEST = 600
"""Words a minute that nobody reads: M. Brysbaert (2019), "How many words do we read per minute?",
found 238 on average, and hardly anybody above 400."""
_FEW = 40
"""Fewer words than this are confirmed at a glance."""
_NAMES = frozenset(
    {
        UnitKind.AUTHOR,
        UnitKind.PARTICIPANT,
        UnitKind.PUBLICATION,
        UnitKind.ORIGINAL,
        UnitKind.TAG,
    }
)
"""Units that are mostly names, which a good draft leaves nothing to change in."""


@dataclass(frozen=True)
class Kept:
    """How much of a unit's draft still stands, by weight of its words; `by` confirmed it."""

    unit: str
    kept: int
    total: int
    by: str

    @property
    def percent(self) -> int:
        """The part that was left as it was, rounded down."""
        return 100 * self.kept // self.total


def kept_units(state: State) -> list[Kept]:
    """Return, for each unit that a machine drafted, how much of the draft still stands."""
    found = []
    for key, unit in state.units.items():
        drafted = unit.draft and unit.origin and is_machine(unit.origin)
        if drafted and UnitKind(key.partition("-")[0]) not in _NAMES:
            total = _weight(unit.draft or "")
            if total:
                found.append(Kept(key, _kept(unit.draft or "", unit.text), total, unit.by))
    return found


def kept_percent(state: State) -> int | None:
    """Return how much of all drafts still stands, in percent; None where no machine drafted."""
    units = kept_units(state)
    total = sum(unit.total for unit in units)
    return 100 * sum(unit.kept for unit in units) // total if total else None


def is_vouched(state: State) -> bool:
    """Whether a reviewer has said that exactly this text of this source was read."""
    sealed = (state.text_hash, state.source_hash)
    return any(
        isinstance(event.payload, Vouched) and (event.payload.text, event.payload.source) == sealed
        for event in state.decisions
    )


def hasty_units(events: Sequence[Event]) -> tuple[str, ...]:
    """Return the units whose texts were last confirmed faster than anybody reads them.

    The time that somebody had is that since the event before: the text may have been open for
    longer, but what is named here cannot have been read after it had come.
    """
    hasty: dict[str, bool] = {}
    before = ""
    for event in in_force(events):
        if isinstance(event.payload, Edited) and event.by != NOBODY:
            confirmed = [change for change in event.payload.changes if change.confirmed]
            words = sum(_words(change.text) for change in confirmed)
            fast = bool(before) and words >= _FEW and words > FASTEST * _minutes(before, event.at)
            hasty |= {change.unit: fast for change in confirmed}
        before = event.at
    return tuple(unit for unit, fast in hasty.items() if fast)


def _kept(draft: str, text: str) -> int:
    from workflow.review.diff_text import HunkKind, diff

    return sum(_weight(hunk.old) for hunk in diff(draft, text) if hunk.kind is HunkKind.EQUAL)


def _weight(text: str) -> int:
    from workflow.review.tokens import weight

    return sum(weight(piece) for piece in _words_of(text))


def _words(text: str) -> int:
    return sum(1 for _ in _words_of(text))


def _words_of(text: str) -> Iterator[str]:
    from workflow.review.tokens import tokens

    return (piece for piece in tokens(text) if piece[0].isalnum())


def _minutes(start: str, end: str) -> float:
    passed = datetime.fromisoformat(end) - datetime.fromisoformat(start)
    return max(passed.total_seconds(), 0) / 60
