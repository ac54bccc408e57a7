"""What the board says of an article: a row for each of its targets, read from its files."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workflow.workspace.article import Article
from workflow.workspace.events import NOBODY, Assigned, SourceChanged
from workflow.workspace.relays import stale_units
from workflow.workspace.settings import Role
from workflow.workspace.signed_facts import signature
from workflow.workspace.state import Stage, State
from workflow.workspace.target import Target

_NEXT = {
    Stage.NEW: (Role.TRANSLATOR,),
    Stage.DRAFT: (Role.TRANSLATOR,),
    Stage.REVIEW: (Role.EDITOR, Role.REVIEWER, Role.PROOFREADER),
    Stage.APPROVED: (Role.PUBLISHER,),
}
"""Whose turn it is at each stage."""


@dataclass(frozen=True, kw_only=True)
class Row:
    """One target of an article, or an article that has none yet (`target` is None).

    `words` counts the source's words; `errors` and `warnings` are those of the last `workflow
    check` of exactly this text, None where it has not been checked. `who` is the contributor who
    acted last, `since` when the stage was reached (ISO 8601), `notes` what a person should know.
    `corrected` are the units that a corrected source changed and that nobody has confirmed since;
    `waits` are the contributors who were assigned to act next, `due` the day until when.
    """

    article: str
    title: str
    language: str
    target: str | None
    stage: Stage
    units: int
    filled: int
    confirmed: int
    words: int
    errors: int | None = None
    warnings: int | None = None
    who: str = ""
    since: str = ""
    text_hash: str = ""
    notes: tuple[str, ...] = ()
    corrected: tuple[str, ...] = ()
    waits: tuple[str, ...] = ()
    due: str = ""


def rows_of(article: Article) -> Iterator[Row]:
    """Yield the rows of an article, by target; what the checks found is not known here."""
    source = article.source
    for tag in article.targets:
        target = article.target(tag)
        state = target.state
        waits, due = _waits(state)
        yield Row(
            article=article.slug,
            title=source.title,
            language=source.language,
            target=tag,
            stage=state.stage,
            units=len(state.units),
            filled=sum(bool(unit.text) for unit in state.units.values()),
            confirmed=sum(unit.confirmed for unit in state.units.values()),
            words=sum(len(text.split()) for text in state.source.values()),
            who=_last_person(target),
            since=state.since,
            text_hash=state.text_hash,
            corrected=tuple(_corrected(target)),
            waits=waits,
            due=due,
            notes=tuple(_notes(target, state)),
        )
    if not article.targets:
        yield Row(
            article=article.slug,
            title=source.title,
            language=source.language,
            target=None,
            stage=Stage.NEW,
            units=len(article.units),
            filled=0,
            confirmed=0,
            words=sum(len(text.split()) for text in article.texts.values()),
        )


def _last_person(target: Target) -> str:
    return next((event.by for event in reversed(target.events) if event.by != NOBODY), "")


def _corrected(target: Target) -> list[str]:
    """Return the units that a corrected source added or changed and that nobody has confirmed."""
    events = (*target.events, *target.pending)
    changes = [event.payload for event in events if isinstance(event.payload, SourceChanged)]
    touched = {unit for change in changes for unit in change.added}
    units = target.state.units
    return [key for key, unit in units.items() if key in touched and not unit.confirmed]


def _waits(state: State) -> tuple[tuple[str, ...], str]:
    """Return who is to act next, as contributors' ids, and the first day that is due, or empty.

    Where nobody was given the role whose turn it is, it waits for whoever was given a later one.
    """
    turns = list(_NEXT)[list(_NEXT).index(state.stage) :] if state.stage in _NEXT else []
    for stage in turns:
        latest = {
            event.payload.person: event.payload
            for event in state.decisions
            if isinstance(event.payload, Assigned) and event.payload.role in _NEXT[stage]
        }
        if latest:
            days = sorted(assigned.due for assigned in latest.values() if assigned.due)
            return tuple(latest), days[0] if days else ""
    return (), ""


def _notes(target: Target, state: State) -> Iterator[str]:
    if target.source_changed:
        yield "source changed"
    if stale := stale_units(target.article, state):
        units = f"{len(stale)} unit{'s' if len(stale) > 1 else ''}"
        yield f"{' and '.join(_middles(stale, state))} changed below {units} drafted from it"
    if state.published and state.published.text != state.text_hash:
        yield "published text is older"
    if signed := signature(state):
        yield "facts signed off" if signed.current else "changed since the facts were signed off"
    if state.unclaimed:
        yield "edits by nobody"
    if any(unit.rival is not None for unit in state.units.values()):
        yield "edited by two at once"
    blocking = sum(c.blocking and not c.resolved_by for c in state.comments)
    if blocking:
        yield f"{blocking} blocking comment{'s' if blocking > 1 else ''}"


def _middles(keys: Sequence[str], state: State) -> list[str]:
    """Return the targets that these units were drafted from."""
    origins = (state.units[key].origin for key in keys)
    return sorted({origin.via for origin in origins if origin})
