"""What a person writes on the page: texts, remarks, decisions."""

from urllib.parse import quote

from starlette.responses import JSONResponse, RedirectResponse, Response

from workflow.errors import InputError
from workflow.server.article import Opened, asked_unit, opened
from workflow.server.narrowing import page_of
from workflow.server.permissions import Action, require
from workflow.server.refusal import not_allowed
from workflow.server.visit import Visit
from workflow.workspace.events import Commented, Resolved
from workflow.workspace.live import Save, Saved, version
from workflow.workspace.state import Comment

_LONGEST = 50_000
"""How many characters a text or a remark may have."""


def save_unit(visit: Visit) -> Response:
    """Record a text for a unit, or with `as` = `confirm` that it stands as it is.

    Where somebody else has written it meanwhile, both texts are shown.
    """
    page = opened(visit)
    require(visit.person, Action.EDIT, page.state.stage)
    unit = asked_unit(page)
    if visit.desk.sight(visit.person).hides(unit, page.state):
        raise not_allowed("change a text in which a withheld name stands")
    text = visit.form["text"] if "text" in visit.form else page.state.units[unit].text
    saved = page.target.save(
        Save(
            unit=unit,
            text=one_line_ends(checked_text(text)),
            by=visit.person.id,
            seen=visit.form["seen"],
            confirmed=visit.form["as"] == "confirm",
        )
    )
    if visit.by_script:
        return _for_script(page, saved)
    if saved.accepted:
        return back(page, unit, "saved")
    return _conflict(visit, unit, text)


def comment(visit: Visit) -> Response:
    """Record a remark on a unit or on the target, or an answer to one."""
    page = opened(visit)
    require(visit.person, Action.COMMENT)
    unit = visit.form["unit"] or None
    text = checked_text(visit.form["text"]).strip()
    if not text:
        raise InputError("The comment is empty.", hint="Write what you want to say.")
    if unit is not None and unit not in page.state.units:
        raise InputError("The unit is gone.", hint="The source was changed; load the page again.")
    answered = _comment(page, visit.form["reply"]) if visit.form["reply"] else None
    made = Commented(
        text=one_line_ends(text),
        unit=answered.unit if answered else unit,
        blocking=bool(visit.form["blocking"]) and answered is None,
        reply=answered.id if answered else "",
    )
    page.target.record(made, visit.person.id)
    return back(page, made.unit, "commented")


def resolve(visit: Visit) -> Response:
    """Record that a remark is settled: everybody may settle their own, editors all of them."""
    page = opened(visit)
    found = _comment(page, visit.form["comment"])
    if found.by != visit.person.id:
        require(visit.person, Action.RESOLVE)
    page.target.record(Resolved(comment=found.id), visit.person.id)
    return back(page, found.unit, "resolved")


def back(page: Opened, unit: str | None, done: str) -> Response:
    """Lead a browser back to where the person was, or tell the script that it is done."""
    if page.visit.by_script:
        return JSONResponse({"done": done})
    if unit and page.visit.form["stay"]:
        place = f"{page.path}/u/{quote(unit)}?done={quote(done)}"
    elif unit:
        query = page_of(page.rows.order.get(unit, 1), done)
        place = f"{page.path}{query}#{quote(unit)}"
    else:
        place = f"{page.path}?done={quote(done)}"
    return RedirectResponse(place, 303)


def one_line_ends(text: str) -> str:
    """Return a text as it was typed: browsers send line ends as two characters."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _conflict(visit: Visit, unit: str, mine: str) -> Response:
    page = opened(visit)
    if unit not in page.state.units:
        raise InputError("The unit is gone.", hint="The source was changed; your text: " + mine)
    return visit.page("conflict.html", 409, page=page, row=page.rows.row(unit), mine=mine)


def _for_script(page: Opened, saved: Saved) -> Response:
    if saved.unit is None:
        raise InputError("The unit is gone.", hint="The source was changed; load the page again.")
    told = {
        "accepted": saved.accepted,
        "version": version(saved.unit),
        "text": page.see(saved.unit.text),
        "by": page.rows.name(saved.unit.by),
        "confirmed": saved.unit.confirmed,
    }
    return JSONResponse(told, 200 if saved.accepted else 409)


def _comment(page: Opened, id: str) -> Comment:
    for found in page.state.comments:
        if found.id == id:
            return found
    raise InputError("The comment is gone.", hint="Load the page again.")


def checked_text(text: str) -> str:
    """Return a text that is not too long. Raises InputError for one that is."""
    if len(text) > _LONGEST:
        raise InputError(
            f"A text may have {_LONGEST} characters at most.", hint="Split it into several units."
        )
    return text
