"""`workflow review reading` and `vouch`: whether anybody read what a machine wrote."""

from typing import TYPE_CHECKING, Annotated

import typer

from workflow.cli.shell import AsJson, By, To, acting, open_workspace, out, print_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workflow.workspace.target import Target

Slug = Annotated[str, typer.Argument(metavar="SLUG", help="The article.")]


def reading(slug: Slug, to: To, as_json: AsJson = False) -> None:
    """Show how much of the machine's draft was left, and what was confirmed faster than read."""
    from workflow.review.effort import hasty_units, kept_percent, kept_units

    workspace = open_workspace()
    target = workspace.article(slug).target(to)
    units, hasty = kept_units(target.state), hasty_units(target.events)
    if as_json:
        shares = {unit.unit: unit.percent for unit in units}
        print_json({"kept": kept_percent(target.state), "units": shares, "hasty": list(hasty)})
        return
    for unit in units:
        note = "  confirmed faster than anybody reads" if unit.unit in hasty else ""
        out(f"{unit.percent:4} %  {unit.unit}  {unit.by or 'nobody'}{note}")
    for line in warnings(target):
        out(line)


def vouch(
    slug: Slug,
    to: To,
    reason: Annotated[
        str, typer.Option("--reason", metavar="TEXT", help="Why the draft may stand as it is.")
    ],
    by: By = None,
) -> None:
    """Say that you read a draft that was left almost unchanged, and why it may stand."""
    from workflow.review.gates import not_ready, vouch_obstacles
    from workflow.workspace.events import Vouched

    workspace = open_workspace()
    target = workspace.article(slug).target(to)
    person = acting(workspace, by)
    state = target.state
    if obstacles := vouch_obstacles(state, person, workspace.settings):
        raise not_ready(f"{slug} [{target.tag}] is not vouched for", obstacles)
    made = Vouched(text=state.text_hash, source=state.source_hash, reason=reason)
    target.record(made, person.id)
    out(f"{person.name} read {slug} [{target.tag}]: {reason}")


def warnings(target: "Target") -> "Iterator[str]":
    """Yield what a reviewer should know of how a text was confirmed."""
    from workflow.review.effort import FASTEST, hasty_units, kept_percent

    percent = kept_percent(target.state)
    review = target.article.workspace.settings.review
    if percent is not None and percent >= review.unchanged_warn:
        yield f"{percent} % of the machine's draft was left as it was."
    if hasty := hasty_units(target.events):
        some = ", ".join(hasty[:5]) + (f" and {len(hasty) - 5} more" if len(hasty) > 5 else "")
        yield f"Confirmed at more than {FASTEST} words a minute: {some}."
