"""What became of a PO file since the journal last knew it: behind, edited, or in step."""

import re
from collections.abc import Iterable, Mapping, Sequence

from workflow.document.markdown import clean
from workflow.workspace.changes import change_of
from workflow.workspace.events import Change, Commented, Drafted, Edited, Event, SourceChanged
from workflow.workspace.fold import in_force, text_hash
from workflow.workspace.po import Entry
from workflow.workspace.state import State, UnitState

_AUTHOR = re.compile(r"[a-z0-9_-]+:\s*")


def outside_changes(
    state: State, entries: Iterable[Entry], superseded: Mapping[str, set[str]]
) -> tuple[Change, ...]:
    """Return what a person or another tool changed in a PO file.

    `superseded` names, by unit, the hashes of texts that the file may still hold because it is only
    behind the journal (a crash between the two, a merge): those are not edits. A text for a unit
    that the source has lost is an edit all the same: somebody typed it.
    """
    changes = []
    for entry in entries:
        unit = state.units.get(entry.unit) or state.former.get(entry.unit) or UnitState()
        same = _same(entry, unit, former=entry.unit not in state.units)
        if same or text_hash(entry.text) in superseded.get(entry.unit, ()):
            continue
        changes.append(change_of(entry.unit, entry.text, unit, confirmed=entry.confirmed))
    return tuple(changes)


def _same(entry: Entry, unit: UnitState, *, former: bool) -> bool:
    text = clean(unit.text)
    if former:
        return entry.text in ("", text)
    if not entry.text and unit.text == entry.source:  # OmegaT drops a text equal to its source
        return True
    return (clean(entry.text), entry.confirmed) == (text, unit.confirmed)


def outside_comments(entries: Iterable[Entry], events: Iterable[Event]) -> tuple[Commented, ...]:
    """Return remarks that somebody wrote into a PO file and that no event holds.

    A comment that was settled or taken back may still stand in a file that is only behind.
    """
    known = {""} | {
        line.strip()
        for event in events
        if isinstance(event.payload, Commented)
        for line in clean(event.payload.text).splitlines()
    }
    remarks = []
    for entry in entries:
        lines = [line.strip() for line in entry.comment.splitlines() if line.strip()]
        fresh = [line for line in lines if not {line, _AUTHOR.sub("", line, count=1)} & known]
        if fresh:
            remarks.append(Commented(text="\n".join(fresh), unit=entry.unit))
    return tuple(remarks)


def superseded_texts(events: Sequence[Event]) -> dict[str, set[str]]:
    """Return, by unit, the hashes of the texts that the present text was made from, step by step.

    So are texts that were taken back. A text that somebody gave the unit at the same time, unseen,
    is not among them: a file that holds it was merged by a person who chose it.
    """
    standing = in_force(events)
    undone = {event.id for event in events} - {event.id for event in standing}
    successors = _successors(standing)
    chains: dict[str, set[str]] = {}
    wanted: dict[str, str] = {}
    for event in sorted(events, key=lambda event: event.id, reverse=True):
        if not isinstance(event.payload, Drafted | Edited):
            continue
        for change in event.payload.changes:
            here = text_hash(change.text)
            for unit in _line(change.unit, successors):
                chain = chains.setdefault(unit, set())
                if event.id in undone:
                    chain.add(here)
                elif wanted.get(unit, here) == here:
                    chain.add(change.saw)
                    wanted[unit] = change.saw
                    if here == change.saw:  # only confirmed: the file may still say fuzzy
                        chain.add(here)
    return chains


def _successors(events: Iterable[Event]) -> dict[str, str]:
    changes = (event.payload for event in events if isinstance(event.payload, SourceChanged))
    return {old: new for change in changes for new, old in change.moved.items()}


def _line(unit: str, successors: Mapping[str, str]) -> list[str]:
    """Return a unit and those that continue it when the source has changed."""
    line = [unit]
    while (after := successors.get(line[-1])) is not None and after not in line:
        line.append(after)
    return line
