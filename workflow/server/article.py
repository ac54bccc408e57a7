"""The page of an article: its units as rows, with what there is to do about each."""

import re
from dataclasses import dataclass

from starlette.responses import JSONResponse, Response

from workflow.review.origins import drafted_at, origin_line
from workflow.server.narrowing import TITLES, Narrowing
from workflow.server.permissions import Action, may, require_sight
from workflow.server.refusal import not_found
from workflow.server.rows import Row, Rows
from workflow.server.visit import Visit
from workflow.workspace.live import LiveTarget
from workflow.workspace.state import State

_UNIT = re.compile(r"\b([a-z]+-[0-9a-f]{6}(?:\.[0-9]+)?)\b")
_MOST_ROWS = 60
"""How many rows are sent at once to the script."""


@dataclass(frozen=True, kw_only=True)
class Opened:
    """A target as a person sees it now."""

    visit: Visit
    target: LiveTarget
    state: State
    rows: Rows

    @property
    def slug(self) -> str:
        return self.target.article.slug

    @property
    def path(self) -> str:
        """The address of the article's page."""
        return f"/a/{self.slug}/{self.target.tag}"

    def may(self, action: str) -> bool:
        """Whether the person's roles let them do this at the target's stage."""
        return may(self.visit.person, Action[action], self.state.stage)

    def see(self, text: str) -> str:
        """Return a text as this person may see it."""
        return self.rows.see(text)

    def linked(self, message: str) -> list[tuple[str, str]]:
        """Return a message in pieces, each with the id of the unit where it is one."""
        pieces = _UNIT.split(self.see(message))
        return [(piece, piece if piece in self.rows.order else "") for piece in pieces]

    def drafted(self, row: Row) -> str:
        """Return where the text of a unit comes from, in words; empty where a person wrote it."""
        if row.unit.origin is None:
            return ""
        at = drafted_at(self.target.events).get(row.id, "")
        return self.see(origin_line(row.unit.origin, at))

    def middle(self, row: Row) -> tuple[str, str]:
        """Return the target that a unit was drafted from instead of the source, and its text now.

        Both are empty where there is none.
        """
        via = row.unit.origin.via if row.unit.origin and not row.closed else ""
        if via not in self.target.article.targets:
            return "", ""
        unit = self.visit.office.target(self.slug, via).now().units.get(row.id)
        return (via, self.see(unit.text)) if unit else ("", "")

    @property
    def confirmed(self) -> int:
        return sum(unit.confirmed for unit in self.state.units.values())

    @property
    def since(self) -> str:
        """What tells this state from any other, for a page that asks whether there is more."""
        return state_mark(self.state)


def opened(visit: Visit) -> Opened:
    """Return the target that an address names, as it stands on the disk.

    Raises Refusal where it is not for this person.
    """
    tag = visit.params["tag"]
    require_sight(visit.person, tag)
    target = visit.office.target(visit.params["slug"], tag)
    state = target.now()
    sight = visit.desk.sight(visit.person)
    people = visit.office.settings.contributors
    reader, asked = visit.office.reader(target.article.slug), visit.params.get("unit", "")
    rows = Rows(target, state, reader, people, sight, asked)
    return Opened(visit=visit, target=target, state=state, rows=rows)


def article_page(visit: Visit) -> Response:
    """Answer with the article, narrowed to what the address asks for."""
    page = opened(visit)
    narrowing = Narrowing.of(visit.query)
    answer = visit.page(
        "article.html",
        page=page,
        narrowing=narrowing,
        narrowed=narrowing.page(page.rows),
        filters=TITLES,
        notice=visit.query["done"],
    )
    visit.office.read_behind(page.target, page.state)
    return answer


def rows_fragment(visit: Visit) -> Response:
    """Answer with the rows of the units that are asked for, as HTML for the script."""
    page = opened(visit)
    units = [unit for unit in visit.query.all("unit")[:_MOST_ROWS] if unit in page.state.units]
    rows = [page.rows.row(unit) for unit in units]
    return visit.page("rows.html", page=page, rows=rows)


def unit_page(visit: Visit) -> Response:
    """Answer with everything there is to one unit; for the script only with the unit itself."""
    page = opened(visit)
    unit = asked_unit(page)
    units = list(page.state.units)
    place = units.index(unit)
    template = "desk.html" if "part" in visit.query else "unit.html"
    return visit.page(
        template,
        page=page,
        row=page.rows.row(unit),
        before=units[place - 1] if place else "",
        after=units[place + 1] if place + 1 < len(units) else "",
        notice=visit.query["done"],
    )


def asked_unit(page: Opened) -> str:
    """Return the unit that the address names. Raises Refusal where it is not there."""
    unit = page.visit.params["unit"]
    if unit not in page.state.units:
        raise not_found()
    return unit


def changes(visit: Visit) -> Response:
    """Answer the script's question what has changed since it asked last."""
    page = opened(visit)
    told: dict[str, object] = {
        "mark": page.since,
        "stage": page.state.stage.value,
        "confirmed": page.confirmed,
    }
    if visit.query["mark"] != page.since:
        visit.office.read_behind(page.target, page.state)
        told["units"] = {unit: row_mark(page, unit) for unit in page.state.units}
    return JSONResponse(told)


def state_mark(state: State) -> str:
    """Return what tells a state of a target from any other."""
    last = state.last.id if state.last else ""
    return f"{last}.{state.text_hash[:16]}"


def row_mark(page: Opened, unit: str) -> str:
    """Return what tells a unit's row from what it looked like before."""
    standing = page.state.units[unit]
    threads = page.rows.threads.get(unit, ())
    remarks = sum(1 + len(thread.replies) + 100 * (not thread.is_open) for thread in threads)
    return f"{standing.event}.{int(standing.confirmed)}.{remarks}"
