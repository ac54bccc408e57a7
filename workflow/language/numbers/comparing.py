"""The numbers of a source held against those of its translation."""

from collections.abc import Sequence
from dataclasses import dataclass

from workflow.language.numbers.quantity import Quantity, Weight
from workflow.language.numbers.reading import quantities


@dataclass(frozen=True)
class ComparedQuantities:
    """The numbers of both texts, and which of them have no counterpart.

    `changed` are pairs of an odd number here with the one of the source that likely stood there.
    """

    there: tuple[Quantity, ...] = ()
    here: tuple[Quantity, ...] = ()
    changed: tuple[tuple[Quantity, Quantity], ...] = ()
    added: tuple[Quantity, ...] = ()
    missing: tuple[Quantity, ...] = ()

    @property
    def is_odd(self) -> bool:
        """Whether anything is to be said of the numbers: the quick answer for most texts."""
        return bool(self.changed or self.added or self.missing)

    @property
    def surely_added(self) -> list[Quantity]:
        """The numbers in digits that the source does not have."""
        return [one for one in self.added if one.weight is Weight.DIGITS]

    @property
    def surely_missing(self) -> list[Quantity]:
        """The numbers in digits that the translation does not have; a 1 may have become a word."""
        return [one for one in self.missing if one.weight is Weight.DIGITS and one.values != {1.0}]


def compare_quantities(source: str, text: str, source_tag: str, tag: str) -> ComparedQuantities:
    """Return what has become of the numbers of a source in its translation (BCP 47 tags)."""
    there, here = quantities(source, source_tag), quantities(text, tag)
    if not there and not here:
        return ComparedQuantities()
    lost = _odd(there, here)
    changed, added = [], []
    for one in _odd(here, there):
        other = _partner(one, lost)
        if other is not None:
            lost.remove(other)
            changed.append((one, other))
        else:
            added.append(one)
    return ComparedQuantities(tuple(there), tuple(here), tuple(changed), tuple(added), tuple(lost))


def stand_for_each_other(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers may mean the same."""
    if one.values & other.values or _have_same_parts(one, other):
        return True
    return any(other.values & part for part in one.parts) or any(
        one.values & part for part in other.parts
    )


def _odd(these: Sequence[Quantity], others: Sequence[Quantity]) -> list[Quantity]:
    """Return those of `these` that no one of `others` stands for."""
    wholes = frozenset(value for other in others for value in other.values)
    pieces = frozenset(value for other in others for part in other.parts for value in part)
    return [
        one
        for one in these
        if one.weight is not Weight.HINT
        and not one.values & wholes
        and not (one.values & pieces and not one.parts)
        and not (one.parts and all(part & wholes for part in one.parts))
        and not any(_have_same_parts(one, other) for other in others)
    ]


def _have_same_parts(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers are made of the same pieces in the same order, as 2:3 and 2,3."""
    return (
        bool(one.parts)
        and len(one.parts) == len(other.parts)
        and all(mine & theirs for mine, theirs in zip(one.parts, other.parts, strict=True))
    )


def _partner(one: Quantity, lost: list[Quantity]) -> Quantity | None:
    """Return the number of the source that most likely stood where `one` stands now."""
    same_kind = [
        other
        for other in lost
        if any(isinstance(v, tuple) for v in one.values)
        == any(isinstance(v, tuple) for v in other.values)
    ]
    return min(same_kind, key=lambda other: -other.weight, default=None)
