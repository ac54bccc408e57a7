"""`workflow review record`: the approval of a pull request, written into the journal."""

from typing import TYPE_CHECKING, Annotated

import typer

from workflow.cli.findings import findings_of
from workflow.cli.shell import By, acting, open_workspace, out

if TYPE_CHECKING:
    from workflow.workspace.settings import Contributor
    from workflow.workspace.target import Target


def record(
    since: Annotated[
        str, typer.Option("--since", metavar="COMMIT", help="Where the request began.")
    ],
    author: Annotated[
        str, typer.Option("--author", metavar="ID", help="The contributor who made the request.")
    ],
    by: By = None,
) -> None:
    """Record an approved pull request: its author's edits, their submission, the approval.

    Every gate holds as it does for the commands `claim`, `submit` and `approve`.
    """
    from workflow.review.since import changed_since

    workspace = open_workspace()
    translator, reviewer = acting(workspace, author), acting(workspace, by)
    for changed in changed_since(workspace, since):
        _record(changed.target, translator, reviewer)
        out(f"{changed.target.name} is approved by {reviewer.name}")


def _record(target: "Target", translator: "Contributor", reviewer: "Contributor") -> None:
    """Claim, submit and approve; raises NotReady at the first gate that is closed."""
    from workflow.review.gates import approve_obstacles, not_ready, submit_obstacles
    from workflow.workspace.events import Approved, Claimed, Submitted
    from workflow.workspace.state import Stage

    target.sync()
    for event in target.state.unclaimed:
        target.record(Claimed(event=event), translator.id)
    if target.state.stage in (Stage.NEW, Stage.DRAFT):
        if obstacles := submit_obstacles(target.state, findings_of(target)):
            raise not_ready(f"{target.name} is not submitted", obstacles)
        state = target.state
        target.record(Submitted(text=state.text_hash, source=state.source_hash), translator.id)
    settings = target.article.workspace.settings
    if obstacles := approve_obstacles(target.state, reviewer, settings):
        raise not_ready(f"{target.name} is not approved", obstacles)
    state = target.state
    target.record(Approved(text=state.text_hash, source=state.source_hash), reviewer.id)
