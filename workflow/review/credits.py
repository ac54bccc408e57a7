"""Who is named on the page, and how much of the text a machine wrote: read from the journal."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field

from workflow.workspace.events import NOBODY, Credited, Origin
from workflow.workspace.people import display_name
from workflow.workspace.settings import Contributor, Role, Settings
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
    `by_author` says that the article's author translated it, `links` lead to people's own pages by
    their names, `unnamed` counts the people who do not want to be named. `relays` are the languages
    (BCP 47) of other targets that the draft was made from instead of the source.
    """

    translators: tuple[str, ...]
    editors: tuple[str, ...]
    reviewers: tuple[str, ...]
    source_translators: tuple[str, ...]
    machine: MachineShare | None
    by_author: bool = False
    links: Mapping[str, str] = field(default_factory=dict)
    unnamed: int = 0
    relays: tuple[str, ...] = ()


def credits(
    state: State,
    settings: Settings,
    source_translators: tuple[str, ...] = (),
    authors: tuple[str, ...] = (),
) -> Credits:
    """Return the credits of a target; `authors` are the names of who wrote the source.

    Whoever translated and then changed the text in review is a translator, not an editor. What was
    corrected by hand (`workflow review credit`) comes last and counts. The settings say how people
    are named, so that a new name changes the next publication and not the journal.
    """
    people = settings.contributors
    translators = _corrected(state, Role.TRANSLATOR, state.translators)
    editors = (person for person in state.editors if person not in state.translators)
    found = {
        Role.TRANSLATOR: translators,
        Role.EDITOR: _corrected(state, Role.EDITOR, editors),
        Role.REVIEWER: _corrected(state, Role.REVIEWER, state.reviewers),
    }
    everybody = {person for ids in found.values() for person in ids}
    named = {person for person in everybody if _wants_a_name(person, people)}
    return Credits(
        translators=_names(found[Role.TRANSLATOR], named, people),
        editors=_names(found[Role.EDITOR], named, people),
        reviewers=_names(found[Role.REVIEWER], named, people),
        source_translators=source_translators,
        machine=_machine_share(state),
        by_author=any(display_name(person, people) in authors for person in translators),
        links=_links(named, people),
        unnamed=len(everybody - named),
        relays=_relays(state),
    )


def _corrected(state: State, role: Role, ids: Iterable[str]) -> tuple[str, ...]:
    """Return the people of a role once the credits corrected by hand are taken in."""
    found = {person: None for person in ids if person != NOBODY}
    for event in state.decisions:
        if isinstance(event.payload, Credited) and event.payload.role == role:
            if event.payload.withdrawn:
                found.pop(event.payload.person, None)
            else:
                found[event.payload.person] = None
    return tuple(found)


def _wants_a_name(person: str, people: Mapping[str, Contributor]) -> bool:
    return person not in people or people[person].named


def _names(
    ids: Iterable[str], named: Container[str], people: Mapping[str, Contributor]
) -> tuple[str, ...]:
    return tuple(dict.fromkeys(display_name(p, people) for p in ids if p in named))


def _links(named: Iterable[str], people: Mapping[str, Contributor]) -> dict[str, str]:
    known = (people[person] for person in sorted(named) if person in people)
    return {person.pseudonym or person.name: person.link for person in known if person.link}


def _relays(state: State) -> tuple[str, ...]:
    vias = (unit.origin.via for unit in state.units.values() if unit.origin)
    return tuple(dict.fromkeys(via for via in vias if via))


def is_machine(origin: Origin) -> bool:
    """Whether a text comes from an engine that translates."""
    return origin.engine not in _NOT_MACHINES


def _machine_share(state: State) -> MachineShare | None:
    drafted = [
        (unit.origin.engine, unit)
        for unit in state.units.values()
        if unit.origin and is_machine(unit.origin)
    ]
    if not drafted:
        return None
    return MachineShare(
        engines=tuple(dict.fromkeys(engine for engine, _ in drafted)),
        units=len(state.units),
        drafted=len(drafted),
        unchanged=sum(unit.text == unit.draft for _, unit in drafted),
    )
