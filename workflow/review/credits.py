"""Who is named on the page, and how much of the text a machine wrote: read from the journal."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from workflow.review.people import display_name
from workflow.workspace.events import NOBODY
from workflow.workspace.settings import Contributor, Settings
from workflow.workspace.state import State

_NOT_MACHINES = frozenset({"memory", "glossary", "copy", "transliteration"})
"""Origins that translate nothing: texts that people confirmed before, and spellings of names."""


@dataclass(frozen=True, kw_only=True)
class MachineShare:
    """How the draft was made: `engines` drafted `drafted` of `units` units.

    `unchanged` counts the drafted units whose text is still the machine's, to the letter.
    """

    engines: tuple[str, ...]
    units: int
    drafted: int
    unchanged: int

    @property
    def unchanged_share(self) -> float:
        """The part of all units that stands as the machine wrote it, from 0 to 1."""
        return self.unchanged / self.units if self.units else 0.0


@dataclass(frozen=True, kw_only=True)
class Credits:
    """Names as readers see them, in the order of first work; never an address.

    `source_translators` is a credit that the source text already carried: the people who translated
    it into the language it is now translated from. `machine` is None where no engine took part.
    """

    translators: tuple[str, ...]
    editors: tuple[str, ...]
    reviewers: tuple[str, ...]
    source_translators: tuple[str, ...]
    machine: MachineShare | None


def credits(state: State, settings: Settings, source_translators: tuple[str, ...] = ()) -> Credits:
    """Return the credits of a target.

    Whoever translated and then changed the text in review is a translator, not an editor.
    """
    people = settings.contributors
    return Credits(
        translators=_names(state.translators, people),
        editors=_names((p for p in state.editors if p not in state.translators), people),
        reviewers=_names(state.reviewers, people),
        source_translators=source_translators,
        machine=_machine_share(state),
    )


def _names(ids: Iterable[str], people: Mapping[str, Contributor]) -> tuple[str, ...]:
    names = (display_name(person, people) for person in ids if person != NOBODY)
    return tuple(dict.fromkeys(names))


def _machine_share(state: State) -> MachineShare | None:
    drafted = [
        (unit.origin.engine, unit)
        for unit in state.units.values()
        if unit.origin and unit.origin.engine not in _NOT_MACHINES
    ]
    if not drafted:
        return None
    return MachineShare(
        engines=tuple(dict.fromkeys(engine for engine, _ in drafted)),
        units=len(state.units),
        drafted=len(drafted),
        unchanged=sum(unit.text == unit.draft for _, unit in drafted),
    )
