"""`workflow diff`: what changed between two revisions of a translation."""

import os
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from workflow.cli.shell import To, is_terminal, open_workspace, out, say

if TYPE_CHECKING:
    from workflow.review.comparison import Comparison
    from workflow.workspace.workspace import Workspace

_REVISIONS = "draft, submitted, approved, published, now, an event's id, or a date."


class Format(StrEnum):
    """What the comparison is written as."""

    TEXT = "text"
    HTML = "html"


def diff(
    slug: Annotated[str, typer.Argument(metavar="SLUG", help="The article.")],
    to: To,
    older: Annotated[str, typer.Option("--from", metavar="REV", help=_REVISIONS)] = "draft",
    newer: Annotated[str, typer.Option("--into", metavar="REV", help=_REVISIONS)] = "now",
    form: Annotated[Format, typer.Option("--format", help="Text or one HTML page.")] = Format.TEXT,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to this file.")
    ] = None,
) -> None:
    """Show word by word what changed, by default from the machine's draft to now."""
    workspace = open_workspace()
    comparison = _compared(workspace, slug, to, older, newer)
    if form is Format.HTML:
        from workflow.review.diff_page import comparison_page

        text = comparison_page(comparison, workspace.templates)
    else:
        from workflow.review.diff_terminal import terminal_lines

        text = "\n".join(terminal_lines(comparison, colour=output is None and _in_colour()))
    if output is None:
        out(text.removesuffix("\n"), styled=True)
    else:
        from workflow.workspace.files import write_atomic

        write_atomic(output, (text.removesuffix("\n") + "\n").encode())
        say(f"{comparison.summary}: {output}")


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
