"""What became of a PO file since the journal last knew it: behind, edited, or in step."""

from collections.abc import Iterable, Mapping, Sequence

from workflow.workspace.events import Change, Commented, Drafted, Edited, Event, SourceChanged
from workflow.workspace.fold import in_force, text_hash
from workflow.workspace.po import Entry
from workflow.workspace.state import State


def outside_changes(
    state: State, entries: Iterable[Entry], superseded: Mapping[str, set[str]]
) -> tuple[Change, ...]:
    """Return what a person or another tool changed in a PO file.

    `superseded` names, by unit, the hashes of texts that the file may still hold because it is only
    behind the journal (a crash between the two, a merge): those are not edits.
    """
    changes = []
    for entry in entries:
        unit = state.units.get(entry.unit)
        if unit is None or state.source[entry.unit] != entry.source:
            continue
        if (entry.text, entry.confirmed) == (unit.text, unit.confirmed):
            continue
        seen = text_hash(entry.text)
        if seen in superseded.get(entry.unit, ()):
            continue
        changes.append(
            Change(
                unit=entry.unit,
                text=entry.text,
                saw=text_hash(unit.text),
                confirmed=entry.confirmed,
            )
        )
    return tuple(changes)


def outside_comments(
    entries: Iterable[Entry], known: Mapping[str, Sequence[str]]
) -> tuple[Commented, ...]:
    """Return remarks that somebody wrote into a PO file; `known` are the lines that stand there."""
    remarks = []
    for entry in entries:
        lines = [line for line in entry.comment.splitlines() if line.strip()]
        fresh = [line for line in lines if line not in known.get(entry.unit, ())]
        if fresh:
            remarks.append(Commented(text="\n".join(fresh), unit=entry.unit))
    return tuple(remarks)


def superseded_texts(events: Sequence[Event]) -> dict[str, set[str]]:
    """Return, by unit, the hashes of the texts that the present text was made from, step by step.

    A text that somebody gave the unit at the same time, unseen, is not among them: a file that
    holds it was merged by a person who chose it.
    """
    chains: dict[str, set[str]] = {}
    wanted: dict[str, str] = {}
    for event in reversed(in_force(events)):
        if not isinstance(event.payload, Drafted | Edited | SourceChanged):
            continue
        for change in event.payload.changes:
            chain = chains.setdefault(change.unit, set())
            here = text_hash(change.text)
            if wanted.get(change.unit, here) == here:
                chain.add(change.saw)
                wanted[change.unit] = change.saw
                if here == change.saw:  # only confirmed: the file may still say fuzzy
                    chain.add(here)
    return chains
