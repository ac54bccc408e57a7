"""What a review document says: its rows, the notes beside them, and the line that names it."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from workflow.workspace.fold import text_hash

_IDENTITY = re.compile(
    r"workflow-(?P<form>review|text):(?P<slug>[a-z0-9][a-z0-9-]*):(?P<target>[A-Za-z0-9-]+):(?P<event>[0-9A-Z]{26})"
)
UNIT = re.compile(r"\b(?P<unit>[a-z]{1,12}-[0-9a-f]{6}(?:\.[0-9]{1,4})?)(?![\w.-])")
"""A unit's id where it stands among other words."""
UNREAD, READ = "☐", "☑"
TICKED = frozenset("☑☒✓✔✗xX")
"""What stands in a box that somebody ticked, in whatever program."""
ALL_READ = "I have read every row and stand by the text."
_HASH_DIGITS = 8


class Column(StrEnum):
    """The columns of the table; the values are their headings."""

    NUMBER = "No."
    SOURCE = "Source"
    TARGET = "Translation"
    REMARK = "Remark"


class Form(StrEnum):
    """What a document is: a table of source and translation, or the translation alone."""

    TABLE = "review"
    TEXT = "text"


@dataclass(frozen=True)
class Identity:
    """Which text a document was made of: `event` is the last event that it shows."""

    slug: str
    target: str
    event: str

    def line(self, form: Form) -> str:
        """Return the line by which a document of this text is known when it comes back."""
        return f"workflow-{form}:{self.slug}:{self.target}:{self.event}"


def find_identity(text: str) -> tuple[Form, Identity] | None:
    """Return what the line in a text of a document says, if there is one."""
    found = _IDENTITY.search(text)
    if found is None:
        return None
    return Form(found["form"]), Identity(found["slug"], found["target"], found["event"])


class NoteKind(StrEnum):
    """What a note is. The values stand as the author of notes that no person wrote."""

    PERSON = ""
    FINDING = "workflow: checks"
    TERMS = "workflow: glossary"
    FACTS = "workflow: facts"
    HISTORY = "workflow: history"


@dataclass(frozen=True, kw_only=True)
class Note:
    """A comment beside a row; `span` counts code points in the row's text, None means all of it.

    `author` is a name as it is shown; `date` is ISO 8601 in UTC, empty where it does not matter.
    """

    kind: NoteKind
    author: str
    text: str
    date: str = ""
    span: tuple[int, int] | None = None


@dataclass(frozen=True, kw_only=True)
class Row:
    """One unit: its source, the text it had in the older revision and has now, and who changed it.

    Texts are inline Markdown; `author` are names, `date` is ISO 8601 in UTC.
    """

    unit: str
    source: str
    old: str
    text: str
    confirmed: bool
    author: str = ""
    date: str = ""
    notes: tuple[Note, ...] = ()

    @property
    def kind(self) -> str:
        """What the unit is, as `title` or `p`."""
        return self.unit.partition("-")[0]

    @property
    def tag(self) -> str:
        """The tag of the row's content control: the unit and the hash of its source."""
        return row_tag(self.unit, self.source)


@dataclass(frozen=True, kw_only=True)
class About:
    """What a document says of itself; `name` stands in its footer, languages are BCP 47 tags."""

    name: str
    title: str
    source_language: str
    target: str


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A whole review document. Languages are BCP 47 tags; `older` names the earlier revision.

    `origins` are lines that say where the texts come from.
    """

    identity: Identity
    title: str
    stage: str
    source_language: str
    target: str
    older: str
    rows: Sequence[Row]
    origins: tuple[str, ...] = ()

    def only(self, units: Collection[str]) -> "Sheet":
        """Return the sheet with the rows of these units."""
        return replace(self, rows=[row for row in self.rows if row.unit in units])

    @property
    def about(self) -> About:
        """What the document says of itself."""
        return About(
            name=self.identity.slug,
            title=self.title,
            source_language=self.source_language,
            target=self.target,
        )


def row_tag(unit: str, source: str) -> str:
    """Return the tag that ties a row to its unit and to the source text that it was made for."""
    return f"source:{unit}:{text_hash(source)[:_HASH_DIGITS]}"


def bookmark(unit: str) -> str:
    """Return the name of the bookmark on a unit's translation: letters, digits and low lines."""
    return "unit_" + re.sub(r"[^a-z0-9]", "_", unit)
