"""The rows of a review document that came back: each beyond doubt, or named with what is wrong.

A row is known by its unit's id, which stands in it as a content control's tag, as a bookmark and as
text: each program keeps some of the three, none keeps all. Its source must be the source that the
unit had. The place of a row in the table means nothing.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from workflow.document.inline import SegmentKind, segments
from workflow.errors import InputError
from workflow.review.documents.reading import TableRow
from workflow.review.documents.sheet import TICKED, UNIT, UNREAD, Column, bookmark
from workflow.review.documents.wordml import with_breaks, without_breaks
from workflow.workspace.state import State


@dataclass(frozen=True)
class ReturnedRow:
    """A row that is beyond doubt: the unit's text as it came back, and its box (None if lost)."""

    text: str
    read: bool | None
    place: int
    open_changes: int
    emphasised: tuple[str, ...] = ()

    def notices(self, unit: str, *, edited: bool) -> Iterator[str]:
        """Yield what the person who takes the document in should know of this row."""
        if self.open_changes and edited:
            yield self._open(unit)
        marked = "".join(_emphasised(self.text))
        for words in self.emphasised:
            if words.strip() and words.strip() not in marked:
                yield (
                    f"row {self.place} ({unit}): “{words.strip()}” was set in bold or italics "
                    "there, which is lost; write **words** or *words*"
                )

    def _open(self, unit: str) -> str:
        count = self.open_changes
        changes = "1 open change" if count == 1 else f"{count} open changes"
        return f"row {self.place} ({unit}): {changes}, taken as accepted"


@dataclass
class RowReader:
    """Reads the rows one by one; collects what is wrong with any of them."""

    given: State
    now: State
    rows: dict[str, ReturnedRow] = field(default_factory=dict)
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
        self.rows[unit] = ReturnedRow(
            text, read, place, target.open_changes, tuple(target.emphasised)
        )
        for cell in row.cells:
            self.places |= dict.fromkeys(cell.comments, unit)
        if remark.filled:
            self.remarks.append((unit, remark.text))


def _emphasised(text: str) -> Iterator[str]:
    """Yield what stands in emphasis in a text of inline Markdown."""
    depth = 0
    for segment in segments(text):
        if segment.tag in ("strong", "em"):
            depth += 1 if segment.kind is SegmentKind.OPEN else -1
        elif depth:
            yield segment.text


def _ticked(text: str) -> bool | None:
    """Return what the box in a text says, None where there is none."""
    if any(sign in TICKED for sign in text):
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
