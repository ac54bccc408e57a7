"""`workflow facts`: what an article says, source beside translation, for the eye of an editor."""

import os
from typing import TYPE_CHECKING, Annotated, Any

import typer

from workflow.cli.hiding import shown
from workflow.cli.shell import AsJson, To, harmless, is_terminal, open_workspace, out, print_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workflow.checks.facts import Fact, Row

_SIGNS = {"same": " ", "changed": "≠", "missing": "−", "added": "+", "unsure": "?"}
_COLOURS = {"changed": "red", "missing": "red", "added": "yellow", "unsure": "cyan"}
_KIND, _LONGEST = 11, 60


def facts(
    slug: Annotated[str, typer.Argument(metavar="SLUG", help="The article.")],
    to: To,
    odd: Annotated[
        bool, typer.Option("--odd", help="Only what is changed, missing, added or unsure.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Print numbers, dates, money, names, quotations and links: source beside translation.

    The sign before a row says what has become of it: ≠ changed, − missing, + added, ? said in
    other words perhaps. It is a list to read, not a gate: the exit code is always 0.
    """
    from workflow.checks.article import pairs_of
    from workflow.checks.facts import ledger

    article = open_workspace().article(slug)
    pairs = pairs_of(article, article.target(to))
    texts = {pair.unit: (pair.source or "", pair.target) for pair in pairs}
    rows = [
        shown(row, *texts[row.unit])
        for row in ledger(pairs)
        if not odd or row.entry.standing != "same"
    ]
    if as_json:
        print_json({"facts": [_record(row) for row in rows]})
    else:
        _print(rows)


def _record(row: "Row") -> dict[str, Any]:
    entry = row.entry
    return {
        "unit": row.unit,
        "kind": entry.kind.value,
        "source": entry.source.text if entry.source else None,
        "target": entry.target.text if entry.target else None,
        "standing": entry.standing.value,
    }


def _print(rows: "Sequence[Row]") -> None:
    from workflow.checks.report import columns

    width = max((columns(_shown(row.entry.source)) for row in rows), default=0)
    colour = is_terminal() and "NO_COLOR" not in os.environ
    unit: str | None = None
    for row in rows:
        if row.unit != unit:
            unit = row.unit
            out(f"{unit}")
        entry = row.entry
        source = _shown(entry.source)
        line = harmless(
            f"  {_SIGNS[entry.standing]} {entry.kind:<{_KIND}} "
            f"{source}{' ' * (width - columns(source))}  {_shown(entry.target)}"
        )
        wanted = _COLOURS.get(entry.standing) if colour else None
        out(typer.style(line, fg=wanted) if wanted else line.rstrip(), styled=True)
    odd = sum(row.entry.standing != "same" for row in rows)
    out(f"{len(rows)} {'fact' if len(rows) == 1 else 'facts'}, {odd} to look at")


def _shown(fact: "Fact | None") -> str:
    if fact is None:
        return "—"
    text = " ".join(fact.text.split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
