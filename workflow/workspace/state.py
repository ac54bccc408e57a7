"""Where a target stands: the fold of its journal."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from workflow.workspace.events import Event, Origin


class Stage(StrEnum):
    """How far a target has come."""

    NEW = "new"
    DRAFT = "draft"
    REVIEW = "review"
    APPROVED = "approved"
    PUBLISHED = "published"


@dataclass(frozen=True, kw_only=True)
class UnitState:
    """The text of one unit, who put it there and by which event.

    `origin` is the machine origin of the draft that the text began as (None for a person's own
    text); `draft` is that draft's text. `previous` is an older source text that the translation was
    made for, where the source has changed since. `rival` is the text that somebody else gave the
    unit at the same time without seeing this one.
    """

    text: str = ""
    confirmed: bool = False
    by: str = ""
    event: str = ""
    origin: Origin | None = None
    draft: str | None = None
    previous: str | None = None
    rival: str | None = None


@dataclass(frozen=True, kw_only=True)
class Comment:
    """A remark; `id` is its event's id, `resolved_by` the contributor who settled it.

    `reply` is the id of the comment that it answers; what settles that one settles it too.
    """

    id: str
    by: str
    at: str
    text: str
    unit: str | None
    blocking: bool
    resolved_by: str | None = None
    reply: str = ""


@dataclass(frozen=True, kw_only=True)
class Waiver:
    """A recorded decision that one finding may stand."""

    check: str
    unit: str | None
    excerpt: str
    reason: str
    by: str
    at: str


@dataclass(frozen=True, kw_only=True)
class Seal:
    """An approval, submission or publication: who, when, and the hashes of what it was about."""

    by: str
    at: str
    event: str
    text: str
    source: str


@dataclass(frozen=True, kw_only=True)
class State:
    """Everything known of a target; hashes are hexadecimal SHA-256 of the canonical text.

    `source` maps unit ids to source texts in reading order, as the target last saw them; `units`
    has the text of each of them, `former` those of units that the source has lost. `unclaimed` are
    the ids of events that hold edits by nobody. `translators`, `editors` and `reviewers` are
    contributor ids in the order of their first work. `decisions`
    are assignments, corrected credits, readings that were vouched for and signed facts, as events
    in order.
    """

    stage: Stage = Stage.NEW
    source: Mapping[str, str] = field(default_factory=dict)
    units: Mapping[str, UnitState] = field(default_factory=dict)
    former: Mapping[str, UnitState] = field(default_factory=dict)
    text_hash: str = ""
    source_hash: str = ""
    file: str = ""
    comments: tuple[Comment, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    submitted: Seal | None = None
    approved: Seal | None = None
    published: Seal | None = None
    unclaimed: tuple[str, ...] = ()
    decisions: tuple[Event, ...] = ()
    translators: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    reviewers: tuple[str, ...] = ()
    since: str = ""
    last: Event | None = None
