"""Search and replace in the translations of an article, with a preview of every change."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from starlette.responses import Response

from workflow.errors import InputError
from workflow.review.diff_text import Hunk, diff
from workflow.server.article import Opened, opened
from workflow.server.permissions import Action, require
from workflow.server.rows import Row
from workflow.server.visit import Form, Visit
from workflow.workspace.live import Save

_LONGEST = 500
"""How many characters may be looked for."""
_AT_ONCE = 300
"""How many units are shown, and replaced in, at once."""


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """Words to find, and what to write instead; both are taken as they stand."""

    words: str
    instead: str
    case: bool
    whole: bool

    @classmethod
    def of(cls, form: Form) -> "Wanted":
        """Return what a form asks for. Raises InputError where it is too long."""
        if max(len(form["words"]), len(form["instead"])) > _LONGEST:
            raise InputError(
                "That is too much to look for.", hint=f"{_LONGEST} characters at most."
            )
        return cls(
            words=form["words"],
            instead=form["instead"],
            case=bool(form["case"]),
            whole=bool(form["whole"]),
        )

    def replaced(self, text: str) -> str:
        """Return a text with every place replaced."""
        edge = r"(?<!\w){}(?!\w)" if self.whole else "{}"
        pattern = edge.format(re.escape(self.words))
        flags = re.NOFLAG if self.case else re.IGNORECASE
        return re.sub(pattern, lambda _: self.instead, text, flags=flags)


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """A unit and what it would become."""

    row: Row
    hunks: Sequence[Hunk]


def replace_page(visit: Visit) -> Response:
    """Answer with every unit that a replacement would change."""
    page = opened(visit)
    require(visit.person, Action.EDIT, page.state.stage)
    wanted = Wanted.of(visit.query)
    return _shown(page, wanted)


def replace(visit: Visit) -> Response:
    """Replace in the units that were ticked; those that somebody has written since are left.

    A unit stays confirmed, or not, as it was: the person has seen what becomes of it.
    """
    page = opened(visit)
    require(visit.person, Action.EDIT, page.state.stage)
    wanted = Wanted.of(visit.form)
    saves = list(_saves(page, wanted))
    outcomes = page.target.save_all(saves)
    left = [
        page.rows.order[save.unit]
        for save, outcome in zip(saves, outcomes, strict=True)
        if not outcome.accepted
    ]
    return _shown(opened(visit), wanted, len(saves) - len(left), left)


def _saves(page: Opened, wanted: Wanted) -> Iterator[Save]:
    """Yield what is to be written into the units that were ticked."""
    visit = page.visit
    for ticked in visit.form.all("unit"):
        unit, _, seen = ticked.partition(" ")
        standing = page.state.units.get(unit)
        if standing is not None and not visit.desk.sight(visit.person).hides(unit, page.state):
            yield Save(
                unit=unit,
                text=wanted.replaced(standing.text),
                by=visit.person.id,
                seen=seen,
                confirmed=standing.confirmed,
            )


def _shown(
    page: Opened, wanted: Wanted, done: int | None = None, left: Sequence[int] = ()
) -> Response:
    """Return the page; `done` units were replaced in, those with the numbers `left` were not."""
    units = _units(page, wanted) if wanted.words else []
    found = [_proposal(page, unit, wanted) for unit in units[:_AT_ONCE]]
    more = len(units) - len(found)
    return page.visit.page(
        "replace.html", page=page, wanted=wanted, found=found, more=more, left=left, done=done
    )


def _units(page: Opened, wanted: Wanted) -> list[str]:
    """Return the units that the replacement would change and that this person may write."""
    return [
        unit
        for unit, standing in page.state.units.items()
        if wanted.replaced(standing.text) != standing.text
        and not page.visit.desk.sight(page.visit.person).hides(unit, page.state)
    ]


def _proposal(page: Opened, unit: str, wanted: Wanted) -> Proposal:
    text = page.state.units[unit].text
    row = page.rows.row(unit, patience=0)
    return Proposal(row=row, hunks=diff(text, wanted.replaced(text)))
