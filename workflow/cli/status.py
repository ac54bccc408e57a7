"""`workflow status`: the board."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from workflow.cli.shell import AsJson, is_terminal, open_workspace, out, print_json, say

if TYPE_CHECKING:
    from rich.table import Table

    from workflow.workspace.board import Row
    from workflow.workspace.settings import Settings

_COLOURS = {
    "new": "dim",
    "draft": "yellow",
    "review": "cyan",
    "approved": "green",
    "published": "bold green",
}


def status(
    slugs: Annotated[list[str] | None, typer.Argument(metavar="[SLUG]...")] = None,
    as_json: AsJson = False,
) -> None:
    """Show where every article stands: targets, stages, words, findings, who, since when."""
    from workflow.workspace.board import board

    workspace = open_workspace()
    rows = board(workspace, slugs or ())
    if as_json:
        print_json({"rows": [asdict(row) for row in rows]})
    elif not rows:
        out("There are no articles yet. `workflow new FILE` makes one.")
    elif is_terminal():
        from rich.console import Console

        Console().print(_table(rows, workspace.settings))
    else:
        for row in rows:
            out("\t".join(_cells(row, workspace.settings)))
    if not as_json and rows:
        waiting = sum(row.stage not in ("approved", "published") for row in rows)
        say(f"{len(rows)} target{'s' * (len(rows) != 1)}, {waiting} still to do")


def _cells(row: "Row", settings: "Settings") -> tuple[str, ...]:
    person = settings.contributors.get(row.who)
    return (
        row.article,
        f"{row.language}→{row.target}" if row.target else row.language,
        str(row.stage),
        f"{row.confirmed}/{row.units}",
        f"{row.words:,}",
        _findings(row),
        person.name if person else row.who,
        row.since[:10],
        ", ".join(row.notes),
    )


def _findings(row: "Row") -> str:
    if row.errors is None:
        return "–"
    return f"{row.errors} ✗ {row.warnings} !" if row.errors or row.warnings else "✓"


def _table(rows: "list[Row]", settings: "Settings") -> "Table":
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("article", overflow="fold", ratio=3)
    for heading in ("target", "stage"):
        table.add_column(heading, no_wrap=True)
    for heading in ("confirmed", "words"):
        table.add_column(heading, justify="right", no_wrap=True)
    for heading in ("findings", "who", "since", "notes"):
        table.add_column(heading, overflow="fold")
    previous = ""
    for row in rows:
        slug, target, stage, *rest = _cells(row, settings)
        name = Text("" if slug == previous else slug, style="bold")
        table.add_row(name, target, Text(stage, style=_COLOURS[stage]), *map(Text, rest))
        previous = slug
    return table
