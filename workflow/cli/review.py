"""`workflow review`: submit, approve, return, comment, resolve, waive, claim, and the rest."""

from typing import Annotated

import typer

from workflow.cli.findings import findings_of
from workflow.cli.review_documents import export, import_
from workflow.cli.review_edit import edit
from workflow.cli.review_people import assign, credit
from workflow.cli.review_prose import prose
from workflow.cli.review_pull_request import gate, report
from workflow.cli.review_reading import reading, vouch, warnings
from workflow.cli.review_record import record
from workflow.cli.review_serve import invite, serve
from workflow.cli.shell import By, To, acting, open_workspace, out, say

app = typer.Typer(help="Take a translation from draft to approval.", no_args_is_help=True)
app.command()(edit)
app.command()(export)
app.command("import")(import_)
app.command()(prose)
app.command()(reading)
app.command()(vouch)
app.command()(assign)
app.command()(credit)
app.command()(gate)
app.command()(report)
app.command()(record)
app.command()(serve)
app.command()(invite)

Slug = Annotated[str, typer.Argument(metavar="SLUG", help="The article.")]
Reason = Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why, for the record.")]


@app.command()
def submit(slug: Slug, to: To, by: By = None) -> None:
    """Say that a translation is ready for review."""
    from workflow.review.gates import not_ready, submit_obstacles
    from workflow.workspace.events import Submitted

    workspace = open_workspace()
    target = workspace.article(slug).target(to)
    person = acting(workspace, by)
    if obstacles := submit_obstacles(target.state, findings_of(target)):
        raise not_ready(f"{target.name} is not submitted", obstacles)
    state = target.state
    for line in warnings(target):
        say(f"Note: {line}")
    target.record(Submitted(text=state.text_hash, source=state.source_hash), person.id)
    out(f"{target.name} is in review. Next: a second person reads it and runs")
    out(f"  workflow review approve {slug} --to {target.tag}")


@app.command()
def approve(slug: Slug, to: To, by: By = None) -> None:
    """Approve exactly this text of exactly this source for publication."""
    from workflow.review.corrections import approved_units
    from workflow.review.gates import approve_obstacles, not_ready
    from workflow.workspace.events import Approved

    workspace = open_workspace()
    target = workspace.article(slug).target(to)
    person = acting(workspace, by)
    if obstacles := approve_obstacles(target.state, person, workspace.settings):
        raise not_ready(f"{target.name} is not approved", obstacles)
    state = target.state
    seal, standing = approved_units(target)
    for line in warnings(target):
        say(f"Note: {line}")
    target.record(Approved(text=state.text_hash, source=state.source_hash), person.id)
    if seal and standing:
        out(f"{len(standing)} of {len(state.units)} units stand as approved on {seal.at[:10]}.")
    out(f"{target.name} is approved by {person.name}. Next:")
    out(f"  workflow publish {slug} --to {target.tag}")


@app.command("return")
def send_back(slug: Slug, to: To, reason: Reason, by: By = None) -> None:
    """Send a translation back to its translator."""
    from workflow.review.gates import not_ready, return_obstacles
    from workflow.workspace.events import Returned

    workspace = open_workspace()
    target = workspace.article(slug).target(to)
    person = acting(workspace, by)
    if obstacles := return_obstacles(target.state):
        raise not_ready(f"{target.name} is not sent back", obstacles)
    target.record(Returned(reason=reason), person.id)
    out(f"{target.name} is a draft again. Next: its translator mends it and submits it.")


@app.command()
def comment(
    slug: Slug,
    text: Annotated[str, typer.Argument(metavar="TEXT", help="The remark.")],
    to: To,
    unit: Annotated[str | None, typer.Option("--unit", metavar="ID", help="Of this unit.")] = None,
    blocking: Annotated[
        bool, typer.Option("--blocking", help="Nobody approves before it is resolved.")
    ] = False,
    by: By = None,
) -> None:
    """Leave a remark on a translation or on one of its units."""
    from workflow.errors import InputError
    from workflow.review.comments import comment_key
    from workflow.workspace.events import Commented

    workspace = open_workspace()
    target = workspace.article(slug).target(to)
    person = acting(workspace, by)
    if unit is not None and unit not in target.state.units:
        raise InputError(
            f"{target.name} has no unit {unit}",
            hint="`workflow diff` and `workflow review edit` show the units' ids.",
        )
    target.record(Commented(text=text, unit=unit, blocking=blocking), person.id)
    key = comment_key(target.state.comments[-1])
    out(f"Comment {key} on {unit or target.name}. When it is settled:")
    out(f"  workflow review resolve {slug} {key} --to {target.tag}")


@app.command()
def resolve(
    slug: Slug,
    key: Annotated[str, typer.Argument(metavar="COMMENT", help="The comment's key.")],
    to: To,
    by: By = None,
) -> None:
    """Say that a comment is settled."""
    from workflow.review.comments import find_comment
    from workflow.workspace.events import Resolved

    workspace = open_workspace()
    target = workspace.article(slug).target(to)
    person = acting(workspace, by)
    found = find_comment(target.state, key)
    target.record(Resolved(comment=found.id), person.id)
    left = sum(c.blocking and c.resolved_by is None for c in target.state.comments)
    out(f"Resolved: {found.text} ({left or 'no'} blocking comment{'s' * (left != 1)} left)")


@app.command()
def waive(
    slug: Slug,
    key: Annotated[str, typer.Argument(metavar="KEY", help="The finding's key.")],
    to: To,
    reason: Reason,
    by: By = None,
) -> None:
    """Record that a finding may stand, and why."""
    from workflow.errors import InputError
    from workflow.workspace.events import Waived

    workspace = open_workspace()
    target = workspace.article(slug).target(to)
    person = acting(workspace, by)
    found = next((f for f in findings_of(target) if f.key == key.lower()), None)
    if found is None:
        raise InputError(
            f"{target.name} has no finding {key}",
            hint=f"`workflow check {slug} --to {target.tag}` shows each finding's key.",
        )
    waived = Waived(check=found.check, unit=found.unit, excerpt=found.about, reason=reason)
    target.record(waived, person.id)
    out(f"{found.check} may stand on {found.unit or target.name}: {reason}")


@app.command()
def claim(slug: Slug, to: To, by: By = None) -> None:
    """Say that the edits that were found in the PO file are yours."""
    from workflow.errors import InputError
    from workflow.workspace.events import Claimed

    workspace = open_workspace()
    target = workspace.article(slug).target(to)
    person = acting(workspace, by)
    target.sync()
    unclaimed = target.state.unclaimed
    if not unclaimed:
        raise InputError(
            f"{target.name} has no edits that nobody claimed",
            hint="Nothing is left to do.",
        )
    for event in unclaimed:
        target.record(Claimed(event=event), person.id)
    edits = "1 edit is" if len(unclaimed) == 1 else f"{len(unclaimed)} edits are"
    out(f"{edits} now by {person.name}; `workflow diff {slug} --to {target.tag}` shows them.")
