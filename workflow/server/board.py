"""The board: every target that a person sees, and where it stands."""

from collections.abc import Iterator, Sequence
from functools import partial

from starlette.responses import Response

from workflow.errors import WorkflowError
from workflow.server.permissions import sees
from workflow.server.visit import Visit
from workflow.workspace.board import board
from workflow.workspace.board_rows import Row
from workflow.workspace.people import display_name
from workflow.workspace.state import Stage
from workflow.workspace.workspace import Workspace

_AT_ONCE = 300
"""How many targets a page shows; words narrow it to others."""


def board_page(visit: Visit) -> Response:
    """Answer with the board, or with those whose title has the `words`."""
    sight = visit.desk.sight(visit.person)
    words = visit.query["words"].strip()[:200].casefold()
    rows, broken = _rows(visit.office.workspace)
    seen = [
        row
        for row in rows
        if row.target
        and sees(visit.person, row.target)
        and words in f"{sight.text(row.title)} {row.article} {row.target}".casefold()
    ]
    shown = sorted(seen, key=_stage_order)[:_AT_ONCE]
    return visit.page(
        "board.html",
        stages={stage: [row for row in shown if row.stage is stage] for stage in _stages(shown)},
        more=len(seen) - len(shown),
        words=visit.query["words"],
        broken=[sight.text(message) for message in broken],
        see=sight,
        called=partial(display_name, contributors=visit.office.settings.contributors),
    )


def _rows(workspace: Workspace) -> tuple[list[Row], list[str]]:
    """Return the rows, and why some articles cannot be read: one must not hide all others."""
    try:
        return board(workspace, processes=False), []
    except WorkflowError:
        rows: list[Row] = []
        broken: list[str] = []
        for slug in workspace.slugs():
            try:
                rows += board(workspace, [slug])
            except WorkflowError as error:
                broken.append(error.message.replace(f"{workspace.root}/", ""))
        return rows, broken


def _stages(rows: Sequence[Row]) -> Iterator[Stage]:
    return (stage for stage in Stage if any(row.stage is stage for row in rows))


def _stage_order(row: Row) -> int:
    return list(Stage).index(row.stage)
