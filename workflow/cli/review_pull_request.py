"""`workflow review report` and `gate`: what a pull request needs of a translation."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workflow.cli.findings import findings_of
from workflow.cli.shell import acting, by_option, open_workspace, out, say

if TYPE_CHECKING:
    from workflow.review.gates import Obstacle
    from workflow.workspace.target import Target
    from workflow.workspace.workspace import Workspace


class Gate(StrEnum):
    """What a gate leads to."""

    SUBMIT = "submit"
    APPROVE = "approve"
    PUBLISH = "publish"


slugs_argument = click.argument("slugs", nargs=-1, metavar="[SLUG]...", help="These articles.")
tags_option = click.option(
    "--to", multiple=True, metavar="TAG", help="Only this target; may repeat."
)
since_option = click.option(
    "--since", metavar="COMMIT", help="What changed since this revision of git."
)
gate_option = click.option(
    "--for",
    "gate",
    type=click.Choice(Gate, case_sensitive=False),
    default="publish",
    help="The gate: submit, approve or publish.",
)


@click.command("gate")
@slugs_argument
@tags_option
@gate_option
@since_option
@by_option
def gate(
    slugs: tuple[str, ...], to: tuple[str, ...], gate: Gate, since: str | None, by: str | None
) -> None:
    """Say whether a gate is open; exit code 1 while it is closed for any of the translations."""
    from workflow.errors import NotReady

    workspace = open_workspace()
    closed: list[str] = []
    hints: dict[str, None] = {}
    for target in _targets(workspace, slugs, to, since):
        if obstacles := _obstacles(target, gate, by):
            closed += [f"{target.name}: {obstacle.message}" for obstacle in obstacles]
            hints |= {obstacle.hint: None for obstacle in obstacles}
        else:
            out(f"{target.name}: the gate to {gate} is open")
    if closed:
        raise NotReady(
            "\n".join([f"the gate to {gate} is closed:", *(f"  - {line}" for line in closed)]),
            hint=" ".join(hints),
        )


@click.command("report")
@click.option("--since", required=True, metavar="COMMIT", help="What changed since this revision.")
@gate_option
@click.option(
    "--output", "-o", type=click.Path(path_type=Path), metavar="FILE", help="Write to this file."
)
@by_option
def report(since: str, gate: Gate, output: Path | None, by: str | None) -> None:
    """Write a comment for a pull request: word diffs, findings and gates of what changed."""
    from workflow.review.gates import unwaived
    from workflow.review.report import TargetReport, report
    from workflow.review.since import changed_since
    from workflow.withheld.redaction import for_files
    from workflow.workspace.files import write_atomic

    workspace = open_workspace()
    redaction = for_files(workspace)
    text = report(
        [
            redaction.beside(*changed.target.texts.values()).hidden_in(
                TargetReport(
                    comparison=changed.comparison(since),
                    stage=changed.target.state.stage.value,
                    gate=gate.value,
                    obstacles=_obstacles(changed.target, gate, by),
                    findings=unwaived(changed.target.state, findings_of(changed.target)),
                )
            )
            for changed in changed_since(workspace, since)
        ]
    )
    if output is None:
        out(text.removesuffix("\n"))
    else:
        write_atomic(output, text.encode())
        say(f"Written: {output}")


def _targets(
    workspace: "Workspace", slugs: Sequence[str], tags: Sequence[str], since: str | None
) -> "Iterator[Target]":
    """Yield the targets that are named, or those that changed, or all."""
    from workflow.review.since import changed_since

    if since is not None:
        found = (changed.target for changed in changed_since(workspace, since))
        yield from (target for target in found if not slugs or target.article.slug in slugs)
        return
    for slug in slugs or workspace.slugs():
        article = workspace.article(slug)
        named = (
            tags if slugs and tags else [tag for tag in article.targets if tag in tags or not tags]
        )
        yield from (article.target(tag) for tag in named)


def _obstacles(target: "Target", gate: Gate, by: str | None) -> "tuple[Obstacle, ...]":
    from workflow.review.gates import approve_obstacles, publish_obstacles, submit_obstacles

    workspace = target.article.workspace
    if gate is Gate.SUBMIT:
        return submit_obstacles(target.state, findings_of(target))
    if gate is Gate.APPROVE:
        return approve_obstacles(target.state, acting(workspace, by), workspace.settings)
    now = datetime.now(UTC)
    return publish_obstacles(target.state, target.article.source, workspace.settings, now)
