"""The board: where every target of every article stands, fast enough to look at all day."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from workflow.workspace.article import SOURCE, Article
from workflow.workspace.events import NOBODY, Assigned, SourceChanged
from workflow.workspace.index import Index
from workflow.workspace.relays import stale_units
from workflow.workspace.settings import Role
from workflow.workspace.settings_file import FILE
from workflow.workspace.state import Stage, State
from workflow.workspace.target import Target
from workflow.workspace.workspace import Workspace

_NAMED = 3
"""How many units a note names before it says how many more there are."""
_NEXT = {
    Stage.NEW: (Role.TRANSLATOR,),
    Stage.DRAFT: (Role.TRANSLATOR,),
    Stage.REVIEW: (Role.EDITOR, Role.REVIEWER, Role.PROOFREADER),
    Stage.APPROVED: (Role.PUBLISHER,),
}
"""Whose turn it is at each stage."""


_MANY = 200
"""From so many articles on, more processes are worth their start."""
_CHUNK = 20
"""How many articles a process takes at once."""


@dataclass(frozen=True, kw_only=True)
class Row:
    """One target of an article, or an article that has none yet (`target` is None).

    `words` counts the source's words; `errors` and `warnings` are those of the last `workflow
    check` of exactly this text, None where it has not been checked. `who` is the contributor who
    acted last, `since` when the stage was reached (ISO 8601), `notes` what a person should know.
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
    errors: int | None
    warnings: int | None
    who: str
    since: str
    text_hash: str = ""
    notes: tuple[str, ...] = ()
    waits: tuple[str, ...] = ()
    due: str = ""


def board(workspace: Workspace, slugs: Sequence[str] = (), *, processes: bool = True) -> list[Row]:
    """Return the rows of these articles, or of all, by slug and target.

    Rows come from the index where no file has changed since; the others are read and kept there.
    Without `processes` many of them are read one by one: a program with threads must not fork.
    """
    index = Index(workspace.cache)
    kept = index.all()
    asked = list(slugs or workspace.slugs())
    stamps = {slug: fingerprint(workspace.article(slug).path) for slug in asked}
    found = {slug: _kept_rows(kept.get(f"board/{slug}"), stamps[slug]) for slug in asked}
    stale = [slug for slug in asked if found[slug] is None]
    if stale:
        fresh = dict(zip(stale, _read(workspace, stale, processes=processes), strict=True))
        index.keep((f"board/{s}", stamps[s], [vars(row) for row in fresh[s]]) for s in stale)
        found.update(fresh)
    rows: list[Row] = []
    for slug in asked:
        for row in found[slug] or ():
            findings_print = _findings_print(workspace, row.text_hash)
            counted, counts = kept.get(f"findings/{slug}/{row.target}", ("", None))
            found_now = counts if counted == findings_print else None
            rows.append(_with_wait(_with_findings(row, found_now), date.today().isoformat()))
    return rows


def _read(workspace: Workspace, slugs: Sequence[str], *, processes: bool) -> list[list[Row]]:
    """Return the rows of each article; many articles are read on all cores."""
    if len(slugs) < _MANY or not processes:
        return [_rows_of(workspace, slug) for slug in slugs]
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor() as pool:
        return list(pool.map(partial(_rows_of, workspace), slugs, chunksize=_CHUNK))


def _rows_of(workspace: Workspace, slug: str) -> list[Row]:
    return list(_rows(workspace.article(slug)))


def _kept_rows(entry: tuple[str, Any] | None, stamps: str) -> list[Row] | None:
    """Return the rows in the index, None where it is of other files or of another version."""
    if entry is None or entry[0] != stamps:
        return None
    try:
        return [_row(values) for values in entry[1]]
    except (AttributeError, LookupError, TypeError, ValueError):
        return None


def _row(values: dict[str, Any]) -> Row:
    lists = {name: tuple(values.get(name, ())) for name in ("notes", "waits")}
    return Row(**{**values, **lists, "stage": Stage(values["stage"])})


def remember_findings(workspace: Workspace, target: Target, errors: int, warnings: int) -> None:
    """Keep how many findings the present text of a target has, for the board."""
    key = f"findings/{target.article.slug}/{target.tag}"
    fingerprint = _findings_print(workspace, target.state.text_hash)
    Index(workspace.cache).keep([(key, fingerprint, [errors, warnings])])


def _rows(article: Article) -> Iterator[Row]:
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
            errors=None,
            warnings=None,
            who=_last_person(target),
            since=state.since,
            text_hash=state.text_hash,
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
            errors=None,
            warnings=None,
            who="",
            since="",
        )


def _last_person(target: Target) -> str:
    return next((event.by for event in reversed(target.events) if event.by != NOBODY), "")


def _affected(target: Target) -> list[str]:
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
    if affected := _affected(target):
        named = ", ".join(affected[:_NAMED])
        more = f" and {len(affected) - _NAMED} more" if len(affected) > _NAMED else ""
        yield f"to be looked at after a correction: {named}{more}"
    if stale := stale_units(target.article, state):
        units = f"{len(stale)} unit{'s' if len(stale) > 1 else ''}"
        yield f"{' and '.join(_middles(stale, state))} changed below {units} drafted from it"
    if state.published and state.published.text != state.text_hash:
        yield "published text is older"
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


def _with_wait(row: Row, today: str) -> Row:
    """Return the row with a note of whom it waits for, and whether they are late."""
    if not row.waits:
        return row
    until = f", due {row.due}" if row.due else ""
    late = " (overdue)" if row.due and row.due < today else ""
    return replace(row, notes=(f"waits for {', '.join(row.waits)}{until}{late}", *row.notes))


def _with_findings(row: Row, counts: list[int] | None) -> Row:
    return replace(row, errors=counts[0], warnings=counts[1]) if counts else row


def _findings_print(workspace: Workspace, text_hash: str) -> str:
    """What findings depend on: the text, the glossary and the settings."""
    shared = (workspace.glossary_path, workspace.root / FILE)
    return " ".join([text_hash, *(_stamp(p.stat()) for p in shared if p.is_file())])


def fingerprint(folder: Path) -> str:
    """Return the sizes and times of every file that the targets of the article there depend on."""
    return " ".join(f"{name}:{stamp}" for name, stamp in sorted(_stamps(folder, "")))


def _stamps(folder: Path, prefix: str) -> Iterator[tuple[str, str]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            name = prefix + entry.name
            if entry.name.startswith("."):  # such as an editor's lock, a link to nowhere
                continue
            if entry.name == SOURCE or entry.name.endswith((".po", ".jsonl")):
                yield name, _stamp(entry.stat())
            elif entry.is_dir() and (entry.name == "history" or prefix):
                yield from _stamps(Path(entry.path), f"{name}/")


def _stamp(found: os.stat_result) -> str:
    return f"{found.st_size}.{found.st_mtime_ns}"
