"""Two revisions of a target side by side, ready to be shown in a terminal or on a page."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from workflow.review.diff_revisions import UnitDiff
from workflow.workspace.people import display_name
from workflow.workspace.settings import Contributor


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """The units of article `slug` in the language `target`, from one revision into another.

    `older` and `newer` are the revisions' names as the user gave them; languages are BCP 47 tags.
    """

    slug: str
    title: str
    source_language: str
    target: str
    older: str
    newer: str
    units: Sequence[UnitDiff]
    contributors: Mapping[str, Contributor] = field(default_factory=dict)

    @property
    def summary(self) -> str:
        """One line: how much differs."""
        changed = sum(unit.changed for unit in self.units)
        share = f"{changed} of {count_units(len(self.units))}" if changed else "no unit"
        return f"{share} changed from {self.older} to {self.newer}"

    def runs(self) -> Iterator[tuple[bool, tuple[UnitDiff, ...]]]:
        """Yield neighbouring units that are all changed (True) or all unchanged."""
        for changed, units in groupby(self.units, key=lambda unit: unit.changed):
            yield changed, tuple(units)

    def authors(self, unit: UnitDiff) -> str:
        """Return who changed a unit: names of people, then engines marked as such."""
        people = [display_name(person, self.contributors) for person in unit.by]
        return ", ".join([*people, *(f"{engine} (machine)" for engine in unit.engines)])


def count_units(number: int) -> str:
    """Return `1 unit` or `12 units`."""
    return "1 unit" if number == 1 else f"{number} units"
