"""The board: where every target of every article stands, fast enough to look at all day."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from workflow.workspace.board_rows import Row, rows_of
from workflow.workspace.fingerprint import fingerprint, stamp
from workflow.workspace.index import Index
from workflow.workspace.people import display_name
from workflow.workspace.settings import Contributor
from workflow.workspace.settings_text import FILE
from workflow.workspace.state import Stage
from workflow.workspace.target import Target
from workflow.workspace.workspace import Workspace

_MANY = 200
"""From so many articles on, more processes are worth their start."""
_CHUNK = 20
"""How many articles a process takes at once."""


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
    people, today = workspace.settings.contributors, date.today().isoformat()
    rows: list[Row] = []
    for slug in asked:
        for row in found[slug] or ():
            findings_print = _findings_print(workspace, row.text_hash)
            counted, counts = kept.get(f"findings/{slug}/{row.target}", ("", None))
            found_now = counts if counted == findings_print else None
            rows.append(_with_wait(_with_findings(row, found_now), people, today))
    return rows


def _read(workspace: Workspace, slugs: Sequence[str], *, processes: bool) -> list[list[Row]]:
    """Return the rows of each article; many articles are read on all cores."""
    if len(slugs) < _MANY or not processes:
        return [_rows_of(workspace, slug) for slug in slugs]
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor() as pool:
        return list(pool.map(partial(_rows_of, workspace), slugs, chunksize=_CHUNK))


def _rows_of(workspace: Workspace, slug: str) -> list[Row]:
    return list(rows_of(workspace.article(slug)))


def _kept_rows(entry: tuple[str, Any] | None, stamps: str) -> list[Row] | None:
    """Return the rows in the index, None where it is of other files or of another version."""
    if entry is None or entry[0] != stamps:
        return None
    try:
        return [_row(values) for values in entry[1]]
    except (AttributeError, LookupError, TypeError, ValueError):
        return None


def _row(values: dict[str, Any]) -> Row:
    lists = {name: tuple(values.get(name, ())) for name in ("notes", "corrected", "waits")}
    return Row(**{**values, **lists, "stage": Stage(values["stage"])})


def remember_findings(workspace: Workspace, target: Target, errors: int, warnings: int) -> None:
    """Keep how many findings the present text of a target has, for the board."""
    key = f"findings/{target.article.slug}/{target.tag}"
    findings_print = _findings_print(workspace, target.state.text_hash)
    Index(workspace.cache).keep([(key, findings_print, [errors, warnings])])


def _with_wait(row: Row, people: Mapping[str, Contributor], today: str) -> Row:
    """Return the row with a note of whom it waits for, and whether they are late."""
    if not row.waits:
        return row
    names = ", ".join(display_name(person, people) for person in row.waits)
    until = f", due {row.due}" if row.due else ""
    late = " (overdue)" if row.due and row.due < today else ""
    return replace(row, notes=(f"waits for {names}{until}{late}", *row.notes))


def _with_findings(row: Row, counts: list[int] | None) -> Row:
    return replace(row, errors=counts[0], warnings=counts[1]) if counts else row


def _findings_print(workspace: Workspace, text_hash: str) -> str:
    """What findings depend on: the text, the glossary and the settings."""
    shared = (workspace.glossary_path, workspace.root / FILE)
    return " ".join([text_hash, *(stamp(p.stat()) for p in shared if p.is_file())])
