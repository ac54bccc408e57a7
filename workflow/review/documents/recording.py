"""A document that came back, shown against the present text and written into the journal."""

from workflow.review.diff_revisions import UnitDiff
from workflow.review.documents.returning import Return
from workflow.review.editing import record_edits
from workflow.workspace.state import State
from workflow.workspace.target import Target

VIA = "docx"
"""How the journal says that an edit came in a Word file."""


def differences(now: State, found: Return) -> list[UnitDiff]:
    """Return every unit with the text that it has and the text that the document gives it."""
    texts = {**found.edits.confirmed, **found.edits.drafts}
    return [
        UnitDiff(
            unit=key,
            source=now.source.get(key, ""),
            previous=None,
            old=unit.text,
            new=texts.get(key, unit.text),
        )
        for key, unit in now.units.items()
    ]


def record_return(target: Target, found: Return, by: str) -> None:
    """Write edits, remarks and settled comments into the journal.

    Raises StaleError, and records nothing, where a text was changed a moment ago. A document that
    is taken in twice adds nothing the second time.
    """
    record_edits(target, found.edits, by, via=VIA, along=(*found.remarks, *found.resolved))
