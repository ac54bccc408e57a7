"""The board: every target that a person sees, and where it stands."""

from collections.abc import Iterator

from starlette.responses import Response

from workflow.server.permissions import sees
from workflow.server.visit import Visit
from workflow.workspace.board import Row, board

_AT_ONCE = 100
"""How many articles are read in one go: more of them would start processes."""


def board_page(visit: Visit) -> Response:
    """Answer with the board."""
    rows = [row for row in _rows(visit) if row.target and sees(visit.person, row.target)]
    stages = list(dict.fromkeys(row.stage for row in sorted(rows, key=_stage_order)))
    return visit.page("board.html", rows=rows, stages=stages, see=visit.desk.sight(visit.person))


def _rows(visit: Visit) -> Iterator[Row]:
    workspace = visit.office.workspace
    slugs = workspace.slugs()
    for start in range(0, len(slugs), _AT_ONCE):
        yield from board(workspace, slugs[start : start + _AT_ONCE])


def _stage_order(row: Row) -> int:
    return list(type(row.stage)).index(row.stage)
