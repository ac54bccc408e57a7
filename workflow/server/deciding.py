"""Decisions on a whole target and on findings; what stands in their way is asked of the gates."""

from collections.abc import Sequence
from dataclasses import dataclass

from starlette.responses import RedirectResponse, Response

from workflow.errors import InputError, StaleError
from workflow.review.corrections import approved_units
from workflow.review.effort import FASTEST, hasty_units, is_vouched, kept_percent
from workflow.review.gates import (
    Obstacle,
    approve_obstacles,
    return_obstacles,
    submit_obstacles,
    vouch_obstacles,
)
from workflow.server.article import Opened, asked_unit, opened
from workflow.server.permissions import Action, may, require
from workflow.server.refusal import Refusal
from workflow.server.visit import Visit
from workflow.server.writing import back, checked_text
from workflow.workspace.events import Approved, Claimed, Returned, Submitted, Vouched, Waived
from workflow.workspace.state import Stage

_TRANSLATING = (Stage.NEW, Stage.DRAFT)


@dataclass(frozen=True, kw_only=True)
class Step:
    """A decision that a person may take: `name` is its address, `obstacles` stand in its way.

    `reason` is what the person is asked to say about it, empty where nothing is asked.
    """

    name: str
    title: str
    obstacles: Sequence[Obstacle]
    reason: str = ""


def next_page(visit: Visit) -> Response:
    """Answer with what comes next for the target, and what still stands in the way."""
    page = opened(visit)
    seal, standing = approved_units(page.target)
    kept = kept_percent(page.state)
    return visit.page(
        "next.html",
        page=page,
        steps=_steps(page, kept),
        remarks=_remarks(page, kept),
        unclaimed=page.state.unclaimed if may(visit.person, Action.CLAIM) else (),
        approved=(seal, len(standing)) if seal and page.state.stage is Stage.REVIEW else None,
    )


def submit(visit: Visit) -> Response:
    """Record that the translation is ready for review."""
    page = opened(visit)
    require(visit.person, Action.SUBMIT)
    _refuse(page, "not submitted", _submit_obstacles(page))
    text, source = page.state.text_hash, page.state.source_hash
    _seal(page, Submitted(text=text, source=source))
    return _to_article(page, "submitted")


def approve(visit: Visit) -> Response:
    """Record the approval of exactly the text that stands there."""
    page = opened(visit)
    require(visit.person, Action.APPROVE)
    if visit.form["mark"] != page.since:
        raise _changed()
    _refuse(page, "not approved", _approve_obstacles(page))
    text, source = page.state.text_hash, page.state.source_hash
    _seal(page, Approved(text=text, source=source))
    return _to_article(page, "approved")


def send_back(visit: Visit) -> Response:
    """Send the translation back to its translator, with the reason."""
    page = opened(visit)
    require(visit.person, Action.SEND_BACK)
    _refuse(page, "not sent back", return_obstacles(page.state))
    page.target.record(Returned(reason=_reason(visit)), visit.person.id)
    return _to_article(page, "sent back")


def vouch(visit: Visit) -> Response:
    """Record that a reviewer has read a draft that was left almost unchanged, and lets it stand."""
    page = opened(visit)
    require(visit.person, Action.APPROVE)
    settings = visit.office.settings
    _refuse(page, "not vouched for", vouch_obstacles(page.state, visit.person, settings))
    text, source = page.state.text_hash, page.state.source_hash
    made = Vouched(text=text, source=source, reason=_reason(visit))
    page.target.record(made, visit.person.id)
    return RedirectResponse(f"{page.path}/next", 303)


def claim(visit: Visit) -> Response:
    """Record that the edits which were found in the file are this person's."""
    page = opened(visit)
    require(visit.person, Action.CLAIM)
    page.target.sync()
    for event in page.target.state.unclaimed:
        page.target.record(Claimed(event=event), visit.person.id)
    return RedirectResponse(f"{page.path}/next", 303)


def waive(visit: Visit) -> Response:
    """Record that a finding of a unit may stand, and why."""
    page = opened(visit)
    require(visit.person, Action.WAIVE)
    unit = asked_unit(page)
    key = visit.form["finding"]
    found = next((f for f in page.rows.row(unit).findings if f.key == key), None)
    if found is None:
        raise InputError("The finding is gone.", hint="The text was changed; look at it again.")
    made = Waived(check=found.check, unit=unit, excerpt=found.about, reason=_reason(visit))
    page.target.record(made, visit.person.id)
    return back(page, unit, "let stand")


def _steps(page: Opened, kept: int | None) -> list[Step]:
    person, stage = page.visit.person, page.state.stage
    steps = []
    if stage in _TRANSLATING and may(person, Action.SUBMIT):
        steps.append(Step(name="submit", title="Submit", obstacles=_submit_obstacles(page)))
    if stage is Stage.REVIEW and may(person, Action.APPROVE):
        steps.append(Step(name="approve", title="Approve", obstacles=_approve_obstacles(page)))
    if stage not in _TRANSLATING and may(person, Action.SEND_BACK):
        why = "What is to be mended?"
        steps.append(
            Step(
                name="return", title="Send back", obstacles=return_obstacles(page.state), reason=why
            )
        )
    stop = page.visit.office.settings.review.unchanged_stop
    left = kept is not None and kept >= stop and not is_vouched(page.state)
    if stage is Stage.REVIEW and left and may(person, Action.APPROVE):
        obstacles = vouch_obstacles(page.state, person, page.visit.office.settings)
        why = "Why may the draft stand as it is?"
        steps.append(Step(name="vouch", title="I have read it", obstacles=obstacles, reason=why))
    return steps


def _submit_obstacles(page: Opened) -> tuple[Obstacle, ...]:
    findings = page.visit.office.reader(page.slug).read_target(page.target)
    return submit_obstacles(page.state, findings)


def _approve_obstacles(page: Opened) -> tuple[Obstacle, ...]:
    return approve_obstacles(page.state, page.visit.person, page.visit.office.settings)


def _remarks(page: Opened, kept: int | None) -> list[str]:
    """Return what a reviewer should know of how the text was confirmed."""
    told = []
    if kept is not None and kept >= page.visit.office.settings.review.unchanged_warn:
        told.append(f"{kept} % of the machine's draft was left as it was.")
    if hasty := hasty_units(page.target.events):
        numbers = ", ".join(str(page.rows.order.get(unit, "?")) for unit in hasty[:5])
        more = f" and {len(hasty) - 5} more" if len(hasty) > 5 else ""
        told.append(f"Confirmed at more than {FASTEST} words a minute: {numbers}{more}.")
    return told


def _refuse(page: Opened, what: str, obstacles: Sequence[Obstacle]) -> None:
    if obstacles:
        reasons = "; ".join(obstacle.keyless or obstacle.message for obstacle in obstacles)
        raise Refusal(
            409,
            f"{page.target.name} is {what}: {reasons}.",
            hint="“Next step”, above the article, leads to each place.",
        )


def _seal(page: Opened, payload: Submitted | Approved) -> None:
    """Record a decision on exactly the text that the person saw."""
    try:
        page.target.record(payload, page.visit.person.id)
    except StaleError:
        raise _changed() from None


def _changed() -> Refusal:
    return Refusal(
        409, "The text was changed a moment ago.", hint="Look at it again, and decide then."
    )


def _reason(visit: Visit) -> str:
    reason = checked_text(visit.form["reason"]).strip()
    if not reason:
        raise InputError("A reason is needed.", hint="Say in a few words why, for the record.")
    return reason


def _to_article(page: Opened, done: str) -> Response:
    return RedirectResponse(f"{page.path}?done={done.replace(' ', '+')}", 303)
