"""What was changed in a translation after it had gone out, as the journal tells it."""

from dataclasses import dataclass
from datetime import date

from workflow.document.units import UnitKind


@dataclass(frozen=True, kw_only=True)
class Amendment:
    """One later publication: its day, what the publisher says of it, and what was changed.

    `note` is in the target's language and may be empty. `kinds` are the kinds of units whose text
    differs from what was out before. The old text itself is not told: it may be what had to go.
    """

    day: date
    note: str
    kinds: tuple[UnitKind, ...]
