"""Two revisions of a translation as a Word file: what changed, as tracked changes."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from workflow.review.comparison import Comparison, count_units
from workflow.review.diff_revisions import UnitDiff
from workflow.review.documents.frame import paragraph, run, word_file
from workflow.review.documents.sheet import About
from workflow.review.documents.tracked import RunWriter
from workflow.review.documents.voice import Voice
from workflow.review.documents.wordml import Element


def changes_document(comparison: Comparison, templates: Path | None = None) -> bytes:
    """Return the Word file: changed units with their sources, unchanged ones only counted.

    A source that was corrected between the revisions has its changes tracked too.
    """
    writer = _Writer(comparison)
    about = About(
        name=comparison.slug,
        title=comparison.title,
        source_language=comparison.source_language,
        target=comparison.target,
    )
    return word_file(
        writer.body(),
        writer.runs.comments,
        about,
        upright=True,
        enforced=False,
        templates=templates,
    )


class _Writer:
    """Writes the paragraphs of one comparison."""

    def __init__(self, comparison: Comparison) -> None:
        self.comparison, self.runs = comparison, RunWriter()
        self.source, self.target = Voice(comparison.source_language), Voice(comparison.target)

    def body(self) -> Iterator[Element]:
        """Yield all paragraphs."""
        title = self.runs.plain(self.comparison.title, self.source)
        yield paragraph("Title", *title, voice=self.source)
        yield paragraph("Line", run(self.comparison.summary))
        for changed, units in self.comparison.runs():
            if changed:
                for unit in units:
                    yield from self._unit(unit)
            else:
                yield paragraph("Head", run(_unchanged(units)))

    def _unit(self, unit: UnitDiff) -> Iterator[Element]:
        authors = self.comparison.authors(unit)
        name = f"{unit.kind.name.lower()} · {unit.unit}" + (f" · {authors}" if authors else "")
        yield paragraph("Head", run(name))
        before = unit.source if unit.previous is None else unit.previous
        source = self.runs.tracked(before, unit.source, self.source, author="source", date="")
        yield paragraph("Source", *source, voice=self.source)
        text = self.runs.tracked(
            unit.old, unit.new, self.target, author=authors or "workflow", date=""
        )
        yield paragraph("Text", *text, voice=self.target)


def _unchanged(units: Sequence[UnitDiff]) -> str:
    return f"… {count_units(len(units))} unchanged"
