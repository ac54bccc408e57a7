"""`workflow review report` and `gate`: what a pull request needs of a translation."""

from collections.abc import Iterator
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from workflow.cli.findings import findings_of
from workflow.cli.shell import By, acting, open_workspace, out, say

if TYPE_CHECKING:
    from workflow.review.gates import Obstacle
    from workflow.workspace.target import Target
    from workflow.workspace.workspace import Workspace


class Gate(StrEnum):
    """What a gate leads to."""

    SUBMIT = "submit"
    APPROVE = "approve"
    PUBLISH = "publish"


Slugs = Annotated[list[str] | None, typer.Argument(metavar="[SLUG]...", help="These articles.")]
Tags = Annotated[
    list[str] | None, typer.Option("--to", metavar="TAG", help="Only this target; may repeat.")
]
Since = Annotated[
    str | None,
    typer.Option("--since", metavar="COMMIT", help="What changed since this revision of git."),
]
For = Annotated[Gate, typer.Option("--for", help="The gate: submit, approve or publish.")]


def gate(
    slugs: Slugs = None,
    to: Tags = None,
    gate: For = Gate.PUBLISH,
    since: Since = None,
    by: By = None,
) -> None:
    """Say whether a gate is open; exit code 1 while it is closed for any of the translations."""
    from workflow.errors import NotReady

    workspace = open_workspace()
    closed: list[str] = []
    hints: dict[str, None] = {}
    for target in _targets(workspace, slugs or [], to or [], since):
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


def report(
    since: Annotated[
        str, typer.Option("--since", metavar="COMMIT", help="What changed since this revision.")
    ],
    gate: For = Gate.PUBLISH,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to this file.")
    ] = None,
    by: By = None,
) -> None:
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
    workspace: "Workspace", slugs: list[str], tags: list[str], since: str | None
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
