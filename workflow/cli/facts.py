"""`workflow facts`: what an article says, source beside translation, for the eye of an editor."""

import os
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from workflow.cli.hiding import shown
from workflow.cli.shell import (
    AsJson,
    By,
    To,
    acting,
    harmless,
    is_terminal,
    open_workspace,
    out,
    print_json,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workflow.checks.facts import Fact, Row
    from workflow.workspace.settings import Contributor
    from workflow.workspace.target import Target

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
    sign_off: Annotated[
        bool, typer.Option("--sign-off", help="Record that you, a reviewer, checked them all.")
    ] = False,
    by: By = None,
) -> None:
    """Print numbers, dates, money, names, quotations and links: source beside translation.

    The sign before a row says what has become of it: ≠ changed, − missing, + added, ? said in
    other words perhaps. It is a list to read, not a gate. A reviewer who has held them against the
    source signs them off; a text that is changed later has to be read again.
    """
    from workflow.checks.article import pairs_of
    from workflow.checks.facts import ledger

    workspace = open_workspace()
    article = workspace.article(slug)
    target = article.target(to)
    if sign_off:
        _sign(target, acting(workspace, by))
    pairs = pairs_of(article, target)
    texts = {pair.unit: (pair.source or "", pair.target) for pair in pairs}
    rows = [
        shown(row, *texts[row.unit])
        for row in ledger(pairs)
        if not odd or row.entry.standing != "same"
    ]
    if as_json:
        from workflow.workspace.signed_facts import signature

        signed = signature(target.state)
        told = asdict(signed) if signed else None
        print_json({"facts": [_record(row) for row in rows], "signed": told})
    else:
        _print(rows)
        for line in _told(target):
            out(line)


def _sign(target: "Target", person: "Contributor") -> None:
    from workflow.review.gates import not_ready, vouch_obstacles
    from workflow.workspace.events import FactsSigned

    state, settings = target.state, target.article.workspace.settings
    if obstacles := vouch_obstacles(state, person, settings):
        raise not_ready("The facts are not signed off", obstacles)
    target.record(FactsSigned(text=state.text_hash, source=state.source_hash), person.id)


def _told(target: "Target") -> "Iterator[str]":
    """Yield what is to say of the last signature, for a person."""
    from workflow.workspace.people import display_name
    from workflow.workspace.signed_facts import signature

    signed = signature(target.state)
    if signed is not None:
        name = display_name(signed.by, target.article.workspace.settings.contributors)
        later = "" if signed.current else "; text or source have changed since"
        yield harmless(f"Signed off by {name} on {signed.at[:10]}{later}.")


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
