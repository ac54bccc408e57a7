"""The journal's events: what can happen to a target, each a small data class.

An `Event` is an envelope (who, when, a sortable id) around one payload. On disk it is one JSON
object on one line; `kind` names the payload. The id is a ULID (https://github.com/ulid/spec).
"""

from dataclasses import dataclass, field

NOBODY = ""
"""Who made an edit that was found in a file and that nobody has claimed."""


@dataclass(frozen=True, kw_only=True)
class Origin:
    """Where the text of a unit comes from, when a person did not write it.

    `engine` is an engine's name, `memory` or `glossary`; `package` names its model and version;
    `score` is a match score from 0 to 1; `terms` are the ids of the concepts that were enforced;
    `note` says what a person should look at. `via` is the language of another target that it was
    translated from instead of the source, and `via_text` the hash of its text.
    """

    engine: str
    package: str = ""
    score: float | None = None
    terms: tuple[str, ...] = ()
    note: str = ""
    via: str = ""
    via_text: str = ""


@dataclass(frozen=True, kw_only=True)
class Change:
    """The new text of one unit; `saw` is the hash of the text that it replaces.

    `settles` is the hash of a rival text that the person had beside it and decided against.
    """

    unit: str
    text: str
    saw: str
    confirmed: bool = True
    origin: Origin | None = None
    settles: str = ""


@dataclass(frozen=True, kw_only=True)
class Started:
    """A target was added; `source` has the text of every unit, in order.

    `file` is the hash of `source.md` here and in SourceChanged.
    """

    source: dict[str, str]
    file: str


@dataclass(frozen=True, kw_only=True)
class SourceChanged:
    """The source text changed: `order` lists all unit ids, `added` the texts of the new ones.

    `changes` carries over what still fits; `moved` names, for each new unit that took over an
    older one's translation, that older unit.
    """

    order: tuple[str, ...]
    added: dict[str, str]
    file: str
    moved: dict[str, str] = field(default_factory=dict)
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Drafted:
    """Machine or memory text was put in."""

    changes: tuple[Change, ...]


@dataclass(frozen=True, kw_only=True)
class Edited:
    """A person's texts, or with NOBODY what was found changed in the PO file."""

    changes: tuple[Change, ...]
    via: str = ""


@dataclass(frozen=True, kw_only=True)
class Submitted:
    """The translator says that the text is ready for review; `text` and `source` are hashes."""

    text: str
    source: str


@dataclass(frozen=True, kw_only=True)
class Approved:
    """A reviewer approved exactly this text of exactly this source; both are hashes."""

    text: str
    source: str


@dataclass(frozen=True, kw_only=True)
class Returned:
    """A reviewer sent the text back to the translator."""

    reason: str


@dataclass(frozen=True, kw_only=True)
class Published:
    """The text went out, in these formats; `note` tells readers what was corrected."""

    text: str
    source: str
    formats: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Unpublished:
    """The text was taken down."""

    reason: str


@dataclass(frozen=True, kw_only=True)
class Commented:
    """A remark on a unit or on the whole target; a blocking one must be resolved to approve.

    `reply` is the id of the comment that it answers.
    """

    text: str
    unit: str | None = None
    blocking: bool = False
    reply: str = ""


@dataclass(frozen=True, kw_only=True)
class Resolved:
    """The comment with this event id is settled."""

    comment: str


@dataclass(frozen=True, kw_only=True)
class Waived:
    """One finding may stand, and why. It is known by check, unit and the words it is about."""

    check: str
    excerpt: str
    reason: str
    unit: str | None = None


@dataclass(frozen=True, kw_only=True)
class Claimed:
    """A person says: the edits in this event, found in the PO file, are mine."""

    event: str


@dataclass(frozen=True, kw_only=True)
class Assigned:
    """A person was given a role on this target; `due` is a day, ISO 8601, or empty."""

    person: str
    role: str
    due: str = ""


@dataclass(frozen=True, kw_only=True)
class Credited:
    """A credit that the journal gives was corrected by hand, and why.

    `person` is a contributor's id; with `withdrawn` they are not named in this role.
    """

    person: str
    role: str
    reason: str
    withdrawn: bool = False


@dataclass(frozen=True, kw_only=True)
class Vouched:
    """A reviewer says that a draft which was left almost unchanged was read, and why it may stand.

    `text` and `source` are the hashes of what was read.
    """

    text: str
    source: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class FactsSigned:
    """A reviewer held the facts of the translation against the source; both are hashes."""

    text: str
    source: str


@dataclass(frozen=True, kw_only=True)
class Undone:
    """The event with this id no longer counts."""

    event: str


@dataclass(frozen=True, kw_only=True)
class Renamed:
    """The article got another slug."""

    old: str
    new: str


@dataclass(frozen=True, kw_only=True)
class Archived:
    """The article was put away."""


@dataclass(frozen=True, kw_only=True)
class Restored:
    """The article was taken out of the archive."""


@dataclass(frozen=True, kw_only=True)
class Unknown:
    """An event of a newer version of this tool: kept as it stands, without effect."""

    raw: str


Payload = (
    Started
    | SourceChanged
    | Drafted
    | Edited
    | Submitted
    | Approved
    | Returned
    | Published
    | Unpublished
    | Commented
    | Resolved
    | Waived
    | Claimed
    | Assigned
    | Credited
    | Vouched
    | FactsSigned
    | Undone
    | Renamed
    | Archived
    | Restored
    | Unknown
)


@dataclass(frozen=True, kw_only=True)
class Event:
    """One thing that happened: who, when, and what.

    `id` is a ULID (https://github.com/ulid/spec): ids sort in the order of their making. `at` is
    the time in UTC, ISO 8601. `by` is a contributor's id, or NOBODY. `po` is the hash of the PO
    file as it stands after the event (see `po.step_hash`), by which a later reader sees that
    nothing else touched the file.
    """

    id: str
    at: str
    by: str
    payload: Payload
    po: str = ""
