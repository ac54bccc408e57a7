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
    found = list(_proposals(page, wanted)) if wanted.words else []
    return visit.page("replace.html", page=page, wanted=wanted, found=found, left=[], done=None)


def replace(visit: Visit) -> Response:
    """Replace in the units that were ticked; those that somebody has written since are left.

    A unit stays confirmed, or not, as it was: the person has seen what becomes of it.
    """
    page = opened(visit)
    require(visit.person, Action.EDIT, page.state.stage)
    wanted = Wanted.of(visit.form)
    done, left = 0, []
    for ticked in visit.form.all("unit"):
        unit, _, seen = ticked.partition(" ")
        if unit not in page.state.units or page.rows.row(unit, patience=0).closed:
            continue
        standing = page.state.units[unit]
        save = Save(
            unit=unit,
            text=wanted.replaced(standing.text),
            by=visit.person.id,
            seen=seen,
            confirmed=standing.confirmed,
        )
        if page.target.save(save).accepted:
            done += 1
        else:
            left.append(page.rows.order[unit])
    page = opened(visit)
    found = list(_proposals(page, wanted))
    return visit.page("replace.html", page=page, wanted=wanted, found=found, left=left, done=done)


def _proposals(page: Opened, wanted: Wanted) -> Iterator[Proposal]:
    for unit, standing in page.state.units.items():
        after = wanted.replaced(standing.text)
        if after != standing.text:
            row = page.rows.row(unit, patience=0)
            if not row.closed:
                yield Proposal(row=row, hunks=diff(standing.text, after))
