"""What a person did in a review document that came back; refused whole where a row is doubtful.

A row is known by its unit's id, which stands in it as a content control's tag, as a bookmark and as
text: each program keeps some of the three, none keeps all. Its source must be the source that the
unit had. The place of a row in the table means nothing.
"""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from workflow.errors import InputError, StaleError
from workflow.review.documents.contents import remark_text
from workflow.review.documents.reading import Passage, TableRow, WordFile
from workflow.review.documents.remarks import DocumentComment
from workflow.review.documents.sheet import (
    ALL_READ,
    UNIT,
    UNREAD,
    Column,
    Identity,
    NoteKind,
    bookmark,
    find_identity,
)
from workflow.review.documents.wordml import with_breaks, without_breaks
from workflow.review.editing import Edits
from workflow.workspace.events import Commented, Resolved
from workflow.workspace.state import Comment, State

_TICKED = frozenset("☑☒✓✔✗xX")
_MACHINES = frozenset(kind.value for kind in NoteKind if kind is not NoteKind.PERSON)


@dataclass(frozen=True, kw_only=True)
class Return:
    """What a document brings: edits, remarks and comments that are settled, and what to know.

    `notices` are lines for the person who takes the document in.
    """

    edits: Edits
    remarks: tuple[Commented, ...] = ()
    resolved: tuple[Resolved, ...] = ()
    notices: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing would be recorded."""
        return not (self.edits.count or self.remarks or self.resolved)


def identity_of(document: WordFile) -> Identity:
    """Return which text a review document was made of. Raises InputError if it does not say."""
    found = find_identity(document.outside.text)
    if found is None:
        raise InputError(
            f"{document.name} is not a review document",
            hint="The small grey line that begins with workflow-review: is missing; copy it back "
            "from the file as it was sent.",
        )
    return found


def read_return(document: WordFile, given: State, now: State, *, partial: bool = False) -> Return:
    """Return what a person changed in a document.

    `given` is the state that the document was made of, `now` the present one; with `partial`, rows
    may be missing. Raises InputError, naming every doubtful row, and StaleError where somebody
    changed the same text meanwhile.
    """
    reader = _Rows(given, now)
    reader.read(document.rows)
    if not partial:
        reader.missing()
    reader.refuse(document.name)
    remarks = _Remarks(document, reader, now)
    edits = _edits(reader.rows, given, now, all_read=_says_all_read(document.outside))
    open_rows = {unit: row for unit, row in reader.rows.items() if row.open_changes}
    edited = {**edits.confirmed, **edits.drafts}
    return Return(
        edits=edits,
        remarks=remarks.new,
        resolved=remarks.resolved,
        notices=tuple(row.notice(unit) for unit, row in open_rows.items() if unit in edited),
    )


@dataclass(frozen=True)
class _Row:
    """A row that is beyond doubt: the unit's text as it came back, and its box (None if lost)."""

    text: str
    read: bool | None
    place: int
    open_changes: int

    def notice(self, unit: str) -> str:
        count = self.open_changes
        changes = "1 open change" if count == 1 else f"{count} open changes"
        return f"row {self.place} ({unit}): {changes}, taken as accepted"


@dataclass
class _Rows:
    """Reads the rows one by one; collects what is wrong with any of them."""

    given: State
    now: State
    rows: dict[str, _Row] = field(default_factory=dict)
    places: dict[str, str | None] = field(default_factory=dict)
    remarks: list[tuple[str, str]] = field(default_factory=list)
    deleted: set[str] = field(default_factory=set)
    problems: list[str] = field(default_factory=list)

    def read(self, rows: tuple[TableRow, ...]) -> None:
        number = 0
        for row in rows:
            if _is_heading(row) or not any(cell.filled for cell in row.cells):
                continue
            number += 1
            units = self._units(row)
            if row.deleted:  # half of a row that was moved, or a row that is lost
                self.deleted |= set(units)
                continue
            name = f"row {number}" + (f" ({', '.join(units)})" if units else "")
            problem = self._problem(row, units)
            if problem:
                self.problems.append(f"{name}: {problem}")
            else:
                self._keep(row, units[0], number)

    def missing(self) -> None:
        named = " ".join(self.problems)
        for unit in self.given.units:
            if unit not in self.rows and unit not in named:
                how = (
                    "its row is marked as deleted" if unit in self.deleted else "its row is missing"
                )
                self.problems.append(f"{unit}: {how}; to leave a text out, empty its translation")

    def refuse(self, name: str) -> None:
        if self.problems:
            lines = "\n".join(f"  - {problem}" for problem in self.problems)
            raise InputError(
                f"nothing was taken from {name}:\n{lines}",
                hint="Mend these rows in the file (undo there, or copy a lost row from the file "
                "that was sent) and import it again. --partial takes a file without all rows.",
            )

    def _units(self, row: TableRow) -> list[str]:
        """Return the ids of units that a row names, in whatever way, each once."""
        names = {bookmark(unit): unit for unit in self.given.units}
        found: dict[str, None] = {}
        for place, cell in enumerate(row.cells):
            for tag in cell.tags:
                if tag.startswith("source:"):
                    found[tag.split(":")[1]] = None
            found |= {names[key]: None for key in cell.bookmarks if key in names}
            if place == 0:
                found |= {match["unit"]: None for match in UNIT.finditer(cell.text)}
        return list(found)

    def _problem(self, row: TableRow, units: list[str]) -> str | None:
        """Return why a row is doubtful, None where it is not."""
        if not units:
            return f"it names no unit ({_opening(row)})"
        if len(units) > 1:
            return "rows were joined, or one row's parts were mixed with another's"
        unit = units[0]
        if unit not in self.given.units:
            return "the document was not made with such a unit"
        if unit in self.rows:
            return "the unit stands in two rows"
        if len(row.cells) != len(Column):
            return f"it has {len(row.cells)} cells and not {len(Column)}"
        _, source, target, _ = row.cells
        if odd := [*source.odd, *target.odd]:
            return f"it holds {odd[0]}, which a text cannot keep"
        if _bare(source.text) != _bare(with_breaks(self.given.source[unit])):
            return "its source is not the source that the unit had"
        if len(target.filled) > 1:
            return "its translation stands in several paragraphs, and a unit is one"
        if self.now.source.get(unit) != self.given.source[unit]:
            return "the source of the article was changed since; export the document again"
        return None

    def _keep(self, row: TableRow, unit: str, place: int) -> None:
        box, _, target, remark = row.cells
        text = without_breaks("".join(target.filled))
        read = _ticked(box.text.replace(unit, ""))
        self.rows[unit] = _Row(text, read, place, target.open_changes)
        for cell in row.cells:
            self.places |= dict.fromkeys(cell.comments, unit)
        if remark.filled:
            self.remarks.append((unit, remark.text))


def _ticked(text: str) -> bool | None:
    """Return what the box in a text says, None where there is none."""
    if any(sign in _TICKED for sign in text):
        return True
    return False if UNREAD in text else None


def _is_heading(row: TableRow) -> bool:
    texts = [cell.text.strip() for cell in row.cells]
    return texts == [column.value for column in Column]


def _opening(row: TableRow) -> str:
    text = " ".join(cell.text for cell in row.cells).strip().replace("\n", " ")
    return f"“{text[:40]}…”" if len(text) > 40 else f"“{text}”"


def _bare(text: str) -> str:
    """Return a text without the spaces, which programs may change in passing."""
    return "".join(unicodedata.normalize("NFC", with_breaks(text)).split())


def _says_all_read(outside: Passage) -> bool:
    lines = (text.strip() for text in outside.paragraphs)
    return any(line.endswith(ALL_READ) and line[:1] in _TICKED for line in lines)


def _edits(rows: Mapping[str, _Row], given: State, now: State, *, all_read: bool) -> Edits:
    confirmed: dict[str, str] = {}
    drafts: dict[str, str] = {}
    stale: list[str] = []
    for unit, row in rows.items():
        before, here = given.units[unit], now.units[unit]
        changed = row.text != without_breaks(with_breaks(before.text))
        stands = bool(row.text) and (all_read or _stands(row.read, before.confirmed, changed))
        if not changed and stands == before.confirmed:
            continue
        text = row.text if changed else before.text
        if (here.text, here.confirmed) == (text, stands):
            continue  # taken in before, or somebody had the same thought
        if here.text != before.text:
            stale.append(unit)
        (confirmed if stands else drafts)[unit] = text
    if stale:
        raise StaleError(
            f"somebody changed {', '.join(stale)} after the document had been exported",
            hint="Export the document again and move your text of these rows into it.",
        )
    return Edits(confirmed=confirmed, drafts=drafts)


def _stands(read: bool | None, before: bool, changed: bool) -> bool:
    """Whether a person stands by a text: by the box, else by having changed it."""
    if changed:
        return not (before and read is False)
    return before if read is None else read


class _Remarks:
    """Tells a person's new remarks from the notes that the document went out with."""

    def __init__(self, document: WordFile, rows: _Rows, now: State) -> None:
        self.places = rows.places
        self.by_id = {comment.id: comment for comment in document.comments}
        self.known = {(c.unit, remark_text(c)): c for c in now.comments}
        made = [*(Commented(text=text, unit=unit) for unit, text in rows.remarks)]
        made += self._fresh(document)
        said = {(comment.unit, comment.text) for comment in now.comments}
        self.new = tuple(dict.fromkeys(m for m in made if (m.unit, m.text) not in said))
        self.resolved = tuple(
            Resolved(comment=known.id)
            for comment in document.comments
            if comment.done and (known := self._known(comment)) and known.resolved_by is None
        )

    def _fresh(self, document: WordFile) -> Iterator[Commented]:
        """Yield the comments that the document did not go out with."""
        for comment in document.comments:
            sent = comment.author in _MACHINES or self._known(comment) is not None
            if comment.text and not sent:
                yield Commented(text=self._answer(comment), unit=self._unit(comment))

    def _unit(self, comment: DocumentComment) -> str | None:
        while comment.id not in self.places and comment.answers in self.by_id:
            comment = self.by_id[comment.answers]
        return self.places.get(comment.id)

    def _known(self, comment: DocumentComment) -> Comment | None:
        return self.known.get((self._unit(comment), comment.text))

    def _answer(self, comment: DocumentComment) -> str:
        asked = self.by_id.get(comment.answers or "")
        if asked is None:
            return comment.text
        opening = asked.text.split("\n")[0]
        return f"Re “{opening[:60]}{'…' if len(opening) > 60 else ''}”: {comment.text}"
