"""From a target to a buffer, and from a buffer that came back to recorded edits."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from workflow.checks.finding import Finding
from workflow.errors import InputError, StaleError
from workflow.review.buffer import (
    Buffer,
    BufferUnit,
    Entry,
    Mark,
    canonical,
    seen_hash,
)
from workflow.review.comments import comment_key
from workflow.review.gates import unwaived
from workflow.review.origins import origin_line
from workflow.workspace.events import Commented, Resolved
from workflow.workspace.people import display_name
from workflow.workspace.settings import Contributor
from workflow.workspace.state import State, UnitState
from workflow.workspace.target import Target


@dataclass(frozen=True, kw_only=True)
class Edits:
    """What a person changed, by unit id: texts that they stand by, and texts that stay drafts."""

    confirmed: Mapping[str, str]
    drafts: Mapping[str, str]

    @property
    def count(self) -> int:
        return len(self.confirmed) + len(self.drafts)


def buffer_units(
    state: State,
    findings: Iterable[Finding],
    contributors: Mapping[str, Contributor],
    only: Collection[str] = (),
    middles: Mapping[str, tuple[str, str]] | None = None,
    drafted: Mapping[str, str] | None = None,
    stale: Collection[str] = (),
) -> list[BufferUnit]:
    """Return the units to edit (all, or `only` these) with what a person should know of each.

    `middles` are the language and text that a unit was drafted from instead of the source, those
    of `stale` units have changed since, and `drafted` tells when. Raises InputError for a unit that
    is not there.
    """
    if unknown := [unit for unit in only if unit not in state.units]:
        raise InputError(
            f"there is no unit {', '.join(unknown)}",
            hint="`workflow check` and `workflow diff` show the units' ids.",
        )
    said = _said(state, findings, contributors)
    between = {
        key: (f"{language}{' (changed since)' if key in stale else ''}: {text}",)
        for key, (language, text) in (middles or {}).items()
    }
    return [
        BufferUnit(
            unit=key,
            source=state.source.get(key, ""),
            text=unit.text,
            confirmed=unit.confirmed,
            notes=(
                *between.get(key, ()),
                *_history(unit, (drafted or {}).get(key, "")),
                *said[key],
            ),
        )
        for key, unit in state.units.items()
        if not only or key in only
    ]


def _said(
    state: State, findings: Iterable[Finding], contributors: Mapping[str, Contributor]
) -> dict[str, list[str]]:
    """Return, for every unit, what the checks and people say of it."""
    said: dict[str, list[str]] = {key: [] for key in state.units}
    for finding in unwaived(state, findings):
        if finding.unit in said:
            note = f"{finding.severity} {finding.key} {finding.check}: {finding.message}"
            said[finding.unit].append(note)
    for comment in state.comments:
        if comment.unit in said and comment.resolved_by is None:
            name = display_name(comment.by, contributors)
            said[comment.unit].append(f"{name} remarks ({comment_key(comment)}): {comment.text}")
    return said


def edits(buffer: Buffer, state: State) -> Edits:
    """Return what the buffer changes in `state`.

    A changed text is confirmed unless its mark says otherwise. Raises StaleError, naming the units,
    where somebody else has changed a text that the buffer changes too.
    """
    confirmed: dict[str, str] = {}
    drafts: dict[str, str] = {}
    stale = []
    for entry in buffer.entries:
        if not entry.touched and not buffer.confirm_all:
            continue
        unit = state.units.get(entry.unit)
        if unit is None:
            raise InputError(
                f"there is no unit {entry.unit} any more",
                hint="The source was changed; run `workflow review edit` again to see its units.",
            )
        changed = entry.text != canonical(unit.text)
        stands = _stands(entry, unit, changed, everything=buffer.confirm_all)
        if not changed and stands == unit.confirmed:
            continue
        if entry.seen and entry.seen != seen_hash(unit.text, confirmed=unit.confirmed):
            stale.append(entry.unit)
        (confirmed if stands else drafts)[entry.unit] = entry.text if changed else unit.text
    if stale:
        raise StaleError(
            f"somebody else has changed {', '.join(stale)} meanwhile",
            hint="Run `workflow review edit` again and copy your text into it.",
        )
    return Edits(confirmed=confirmed, drafts=drafts)


def record_edits(
    target: Target,
    found: Edits,
    by: str,
    *,
    via: str = "",
    along: Sequence[Commented | Resolved] = (),
) -> None:
    """Write the edits into the journal, and what came `along` with them: all of it or nothing.

    Raises StaleError if a text was changed a moment ago.
    """
    texts = {**found.confirmed, **found.drafts}
    seen = {key: target.texts[key] for key in texts}
    target.edit(texts, by, seen, confirmed=found.confirmed, via=via, along=along)


def _stands(entry: Entry, unit: UnitState, changed: bool, *, everything: bool) -> bool:
    """Whether the person stands by the text: by the mark, else by having changed a draft."""
    if not entry.text or entry.mark is Mark.UNSURE:
        return False
    return everything or entry.mark is Mark.CONFIRMED or (changed and not unit.confirmed)


def _history(unit: UnitState, at: str) -> Iterator[str]:
    if unit.origin and not unit.confirmed:
        yield f"drafted by {origin_line(unit.origin, at)}"
        if unit.origin.note:
            yield unit.origin.note
    if unit.previous:
        yield f"the source was: {unit.previous}"
    if unit.rival:
        yield f"somebody else wrote at the same time: {unit.rival}"
