"""What helps with one unit: the memory, facts, differences, history; and terms to be added."""

from collections.abc import Sequence
from dataclasses import dataclass

from starlette.responses import Response

from workflow.checks.facts import Entry, entries, ledger
from workflow.checks.facts import Row as FactRow
from workflow.errors import InputError
from workflow.glossary.adding import add_concept
from workflow.language.slug import slug as short_name
from workflow.memory import Match
from workflow.review.diff_text import Hunk, diff
from workflow.review.unit_history import Step, unit_history
from workflow.server.article import Opened, asked_unit, opened
from workflow.server.permissions import Action, require
from workflow.server.refusal import Refusal, not_allowed
from workflow.server.visit import Visit
from workflow.server.writing import back
from workflow.workspace.locks import locked
from workflow.workspace.narration import told

_MATCHES = 5
_LONGEST_TERM = 200
_STEPS = 50
_EVENTS = 200


@dataclass(frozen=True, kw_only=True)
class Aids:
    """What helps with a unit; `draft` and `reviewed` are what changed since, None without such."""

    matches: Sequence[Match]
    facts: Sequence[Entry]
    draft: Sequence[Hunk] | None
    reviewed: Sequence[Hunk] | None
    steps: Sequence[Step]


def aids_fragment(visit: Visit) -> Response:
    """Answer with what helps with a unit: as HTML for the script, else as a page."""
    page = opened(visit)
    unit = asked_unit(page)
    if visit.desk.sight(visit.person).hides(unit, page.state):
        raise not_allowed("look into a text in which a withheld name stands")
    template = "aids.html" if "part" in visit.query else "aids_page.html"
    row = page.rows.row(unit, patience=0)
    return visit.page(template, page=page, row=row, aids=_aids(page, unit), difference=diff)


def _aids(page: Opened, unit: str) -> Aids:
    sight, state = page.visit.desk.sight(page.visit.person), page.state
    standing = state.units[unit]
    reviewed = page.visit.office.reviewed(page.target, state)
    before = reviewed.units.get(unit) if reviewed else None
    return Aids(
        matches=sight.of(_matches(page, unit)),
        facts=entries(page.rows.pairs[unit]) if standing.text else [],
        draft=diff(standing.draft, standing.text) if standing.draft else None,
        reviewed=diff(page.see(before.text), standing.text) if before else None,
        steps=sight.of(unit_history(page.target.events, unit)[:_STEPS]),
    )


def facts_page(visit: Visit) -> Response:
    """Answer with the facts of the article, source beside translation."""
    page = opened(visit)
    rows: list[FactRow] = [
        row
        for row in ledger(page.rows.pairs.values())
        if not visit.desk.sight(visit.person).hides(row.unit or "", page.state)
    ]
    odd = visit.query["show"] == "odd"
    shown = [row for row in rows if not odd or row.entry.standing != "same"]
    return visit.page("facts.html", page=page, facts=shown, odd=odd)


def history_page(visit: Visit) -> Response:
    """Answer with everything that has happened to the target, the latest first."""
    page = opened(visit)
    events = page.target.events[::-1]
    people = visit.office.settings.contributors
    start = int(visit.query["from"]) if visit.query["from"].isdecimal() else 0
    told_events = [
        (event, page.rows.see(told(event.payload, people)), page.rows.name(event.by))
        for event in events[start : start + _EVENTS]
    ]
    following = start + _EVENTS if start + _EVENTS < len(events) else None
    return visit.page("history.html", page=page, events=told_events, following=following)


def add_term(visit: Visit) -> Response:
    """Add a concept to the glossary: a term of the source, and the one to use for it."""
    page = opened(visit)
    require(visit.person, Action.ADD_TERM)
    source = " ".join(visit.form["source"].split())
    term = " ".join(visit.form["term"].split())
    if not source or not term or max(len(source), len(term)) > _LONGEST_TERM:
        raise InputError(
            "A term is needed in both languages, each on one line.",
            hint=f"Write both, {_LONGEST_TERM} characters at most.",
        )
    workspace = visit.office.workspace
    with locked(workspace.cache, "glossary"):
        glossary = visit.office.glossary()
        try:
            add_concept(
                workspace.glossary_path,
                glossary,
                _new_id(term, {concept.id for concept in glossary}),
                {page.target.article.source.language: source, page.target.tag: term},
                note=" ".join(visit.form["note"].split())[:500] or None,
            )
        except InputError as error:
            hint = "Whoever keeps the glossary can change what stands there."
            raise Refusal(400, f"Not added: {error.message}.", hint=hint) from None
    return back(page, visit.form["unit"] or None, "added to the glossary")


def _matches(page: Opened, unit: str) -> list[Match]:
    source, order = page.state.source, list(page.state.source)
    place = order.index(unit)
    before = source[order[place - 1]] if place else ""
    after = source[order[place + 1]] if place + 1 < len(order) else ""
    languages = page.target.article.source.language, page.target.tag
    own = page.slug
    with page.visit.office.memory() as memory:
        found = [
            *memory.same(source[unit], *languages, before=before, after=after),
            *memory.alike(source[unit], *languages, most=_MATCHES),
        ]
    return [m for m in found if (m.place, m.entry.unit) != (own, unit)][:_MATCHES]


def _new_id(term: str, taken: set[str]) -> str:
    base = short_name(term)
    numbered = (f"{base}-{number}" for number in range(2, len(taken) + 3))
    return next(name for name in (base, *numbered) if name not in taken)
