"""Review with masks: a person works on texts without seeing the withheld names in them.

What goes out has masks for the names, and what comes back is read against a state with the same
masks; then the names are put back.
"""

from dataclasses import replace

from workflow.errors import NotReady
from workflow.review.buffer import BufferUnit
from workflow.review.documents.returning import Return
from workflow.review.documents.sheet import Note, Row, Sheet
from workflow.withheld.masks import Masks
from workflow.withheld.redaction import with_texts
from workflow.workspace.state import State


def masked_sheet(sheet: Sheet, masks: Masks) -> Sheet:
    """Return the contents of a review document with masks for the withheld names.

    Raises NotReady where the slug has one: the document comes back by its slug.
    """
    if not masks:
        return sheet
    if masks.masked(sheet.identity.slug) != sheet.identity.slug:
        raise NotReady(
            "a withheld name stands in the slug of this article, which the document has to name",
            hint="Give it another slug: workflow rename SLUG NEW",
        )
    rows = [_masked_row(row, masks) for row in sheet.rows]
    return replace(sheet, title=masks.masked(sheet.title), rows=rows)


def masked_units(units: list[BufferUnit], masks: Masks) -> list[BufferUnit]:
    """Return the units for a person's editor with masks for the withheld names."""
    return [with_texts(unit, masks.masked) for unit in units] if masks else units


def masked_state(state: State, masks: Masks) -> State:
    """Return a state as it looks from behind the masks; its hashes are those of the true texts."""
    if not masks:
        return state
    return replace(
        state,
        source=with_texts(state.source, masks.masked),
        units=with_texts(state.units, masks.masked),
        former=with_texts(state.former, masks.masked),
        comments=with_texts(state.comments, masks.masked),
    )


def restored_return(found: Return, masks: Masks) -> Return:
    """Return what a document brought with the names again.

    Raises InputError for a mask that stands for no name of the article.
    """
    return with_texts(found, masks.restored)


def _masked_row(row: Row, masks: Masks) -> Row:
    text = masks.with_places(row.text)

    def moved(note: Note) -> Note:
        if note.span is None:
            return note
        start, end = note.span
        return replace(note, span=(text.place(start), text.place(end)))

    return replace(
        row,
        source=masks.masked(row.source),
        old=masks.masked(row.old),
        text=text.text,
        notes=tuple(moved(with_texts(note, masks.masked)) for note in row.notes),
    )
