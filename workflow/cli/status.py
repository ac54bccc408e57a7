"""`workflow status`: the board."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from workflow.cli.hiding import shown
from workflow.cli.shell import AsJson, is_terminal, open_workspace, out, print_json, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.table import Table

    from workflow.workspace.board_rows import Row
    from workflow.workspace.settings import Settings
    from workflow.workspace.target import Target
    from workflow.workspace.workspace import Workspace

_COLOURS = {
    "new": "dim",
    "draft": "yellow",
    "review": "cyan",
    "approved": "green",
    "published": "bold green",
}


_HEADINGS = (
    "article",
    "target",
    "stage",
    "confirmed",
    "words",
    "findings",
    "who",
    "since",
    "notes",
)
_NUMBERS = ("confirmed", "words")
_LONG = ("article", "notes")
_NAMED = 3
"""How many units are named before it is said how many more there are."""


def status(
    slugs: Annotated[list[str] | None, typer.Argument(metavar="[SLUG]...")] = None,
    as_json: AsJson = False,
) -> None:
    """Show where every article stands: targets, stages, words, findings, who, since when."""
    from workflow.workspace.board import board

    workspace = open_workspace()
    rows = shown(board(workspace, slugs or ()))
    if as_json:
        shown_rows = {"rows": [asdict(row) for row in rows]}
        print_json(shown_rows | ({"origins": _origins(workspace, slugs)} if slugs else {}))
    elif not rows:
        out("There are no articles yet. `workflow new FILE` makes one.")
    elif is_terminal():
        from rich.console import Console

        Console().print(_table(rows, workspace.settings))
    else:
        for row in rows:
            out("\t".join(_cells(row, workspace.settings)))
    if not as_json and slugs:
        for line in _origin_lines(workspace, slugs):
            out(line)
    if not as_json and rows:
        waiting = sum(row.stage not in ("approved", "published") for row in rows)
        say(f"{len(rows)} target{'s' * (len(rows) != 1)}, {waiting} still to do")


def _origin_lines(workspace: "Workspace", slugs: "Sequence[str]") -> "Iterator[str]":
    """Yield where the texts of the articles that were named come from."""
    from workflow.review.origins import origin_summary, provenances

    for target in _targets(workspace, slugs):
        for line in origin_summary(provenances(target)):
            yield shown(f"{target.name}: {line}")


def _origins(workspace: "Workspace", slugs: "Sequence[str]") -> "list[dict[str, object]]":
    """Return the origin of every unit that began as a draft."""
    from workflow.review.origins import provenances

    return [
        {"article": target.article.slug, "target": target.tag} | asdict(one)
        for target in _targets(workspace, slugs)
        for one in provenances(target)
    ]


def _targets(workspace: "Workspace", slugs: "Sequence[str]") -> "Iterator[Target]":
    for article in map(workspace.article, slugs):
        yield from map(article.target, article.targets)


def _cells(row: "Row", settings: "Settings") -> tuple[str, ...]:
    from workflow.workspace.people import display_name

    return (
        row.article,
        f"{row.language}→{row.target}" if row.target else row.language,
        str(row.stage),
        f"{row.confirmed}/{row.units}",
        f"{row.words:,}",
        _findings(row),
        display_name(row.who, settings.contributors) if row.who else "",
        row.since[:10],
        ", ".join((*row.notes, *_correction(row))),
    )


def _correction(row: "Row") -> "Iterator[str]":
    """Yield what is to be looked at since the source was corrected."""
    if row.corrected:
        more = len(row.corrected) - _NAMED
        named = ", ".join(row.corrected[:_NAMED]) + (f" and {more} more" if more > 0 else "")
        yield f"to be looked at after a correction: {named}"


def _findings(row: "Row") -> str:
    if row.errors is None:
        return "–"
    return f"{row.errors} ✗ {row.warnings} !" if row.errors or row.warnings else "✓"


def _table(rows: "list[Row]", settings: "Settings") -> "Table":
    from rich import box
    from rich.table import Table
    from rich.text import Text

    cells = [_cells(row, settings) for row in rows]
    kept = [number for number, column in enumerate(zip(*cells, strict=True)) if any(column)]
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for number in kept:
        heading = _HEADINGS[number]
        justify: Literal["left", "right"] = "right" if heading in _NUMBERS else "left"
        table.add_column(heading, justify=justify, overflow="fold", no_wrap=heading not in _LONG)
    previous = ""
    for row in cells:
        name = Text("" if row[0] == previous else row[0], style="bold")
        stage = Text(row[2], style=_COLOURS[row[2]])
        table.add_row(name, row[1], stage, *(Text(row[number]) for number in kept[3:]))
        previous = row[0]
    return table
