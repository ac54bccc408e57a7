"""`workflow diff`: what changed between two revisions of a translation."""

import os
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from workflow.cli.hiding import shown
from workflow.cli.shell import To, is_terminal, open_workspace, out, say

if TYPE_CHECKING:
    from workflow.review.comparison import Comparison
    from workflow.workspace.workspace import Workspace

_REVISIONS = "draft, submitted, approved, published, now, an event's id, or a date."


class Format(StrEnum):
    """What the comparison is written as."""

    TEXT = "text"
    HTML = "html"
    DOCX = "docx"
    MARKDOWN = "markdown"


def diff(
    slug: Annotated[str, typer.Argument(metavar="SLUG", help="The article.")],
    to: To,
    older: Annotated[str, typer.Option("--from", metavar="REV", help=_REVISIONS)] = "draft",
    newer: Annotated[str, typer.Option("--into", metavar="REV", help=_REVISIONS)] = "now",
    form: Annotated[
        Format, typer.Option("--format", help="Text, one HTML page, Word, or a comment's Markdown.")
    ] = Format.TEXT,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to this file.")
    ] = None,
) -> None:
    """Show word by word what changed, by default from the machine's draft to now."""
    from workflow.withheld.redaction import for_files

    workspace = open_workspace()
    comparison = _compared(workspace, slug, to, older, newer)
    if output or form is Format.DOCX:
        comparison = for_files(workspace).hidden_in(comparison)
    else:
        comparison = shown(comparison)
    if form is Format.DOCX:
        from workflow.review.documents.changes import changes_document

        path = output or Path(f"{slug}.{comparison.target}.changes.docx")
        _write(path, changes_document(comparison, workspace.templates), comparison)
        return
    text = _text(comparison, form, workspace.templates, colour=output is None and _in_colour())
    if output is None:
        out(text, styled=True)
    else:
        _write(output, f"{text}\n".encode(), comparison)


def _text(comparison: "Comparison", form: Format, templates: Path, *, colour: bool) -> str:
    if form is Format.HTML:
        from workflow.review.diff_page import comparison_page

        return comparison_page(comparison, templates).removesuffix("\n")
    if form is Format.MARKDOWN:
        from workflow.review.diff_markdown import markdown_lines

        return "\n".join(markdown_lines(comparison))
    from workflow.review.diff_terminal import terminal_lines

    return "\n".join(terminal_lines(comparison, colour=colour))


def _write(path: Path, data: bytes, comparison: "Comparison") -> None:
    from workflow.workspace.files import write_atomic

    write_atomic(path, data)
    say(f"{comparison.summary}: {path}")


def _compared(workspace: "Workspace", slug: str, to: str, older: str, newer: str) -> "Comparison":
    from workflow.review.comparison import Comparison
    from workflow.review.diff_revisions import diff_revisions

    target = workspace.article(slug).target(to)
    events = [*target.events, *target.pending]
    return Comparison(
        slug=slug,
        title=target.article.source.title,
        source_language=target.article.source.language,
        target=target.tag,
        older=older,
        newer=newer,
        units=diff_revisions(target.revision(older), target.revision(newer), events),
        contributors=workspace.settings.contributors,
    )


def _in_colour() -> bool:
    """Whether to print in colour: see https://no-color.org."""
    return is_terminal() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
