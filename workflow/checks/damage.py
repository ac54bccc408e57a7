"""How badly a unit is damaged, so that a person can begin with the worst."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from workflow.checks.finding import Finding, Severity
from workflow.checks.report import Checked, Found

_BY_SEVERITY = {Severity.ERROR: 0.5, Severity.WARNING: 0.2, Severity.INFO: 0.03}
_BY_CHECK = {
    "missing": 1.0,
    "unrelated": 0.9,
    "copied": 0.9,
    "wrong-language": 0.9,
    "repeats": 0.7,
    "length": 0.5,
    "negation": 0.5,
    "numbers": 0.4,
    "dates": 0.4,
}
"""Checks that say more of a text than their severity does."""


@dataclass(frozen=True)
class Damaged:
    """A unit and its damage, from 1 (a remark) to 100 (there is no translation).

    In a file without ids `unit` is None; the place is that of the first finding.
    """

    file: str
    article: str | None
    target: str | None
    unit: str | None
    line: int | None
    paragraph: int | None
    damage: int


def damage(findings: Iterable[Finding]) -> int:
    """Return the damage of one unit from 0 to 100: each finding takes its part of what is left."""
    whole = 1.0
    for finding in findings:
        whole *= 1 - _BY_CHECK.get(finding.check, _BY_SEVERITY[finding.severity])
    return round(100 * (1 - whole))


def damaged_units(checked: Iterable[Checked]) -> list[Damaged]:
    """Return the units that have findings, the worst first."""
    units = [_damaged(found) for one in checked for found in by_unit(one)]
    return sorted(units, key=lambda unit: -unit.damage)


def _damaged(found: Iterable[Found]) -> Damaged:
    findings = [each.finding for each in found]
    first = findings[0]
    return Damaged(
        file=first.file,
        article=first.article,
        target=first.target,
        unit=first.unit,
        line=first.line,
        paragraph=first.paragraph,
        damage=damage(findings),
    )


def by_unit(checked: Checked) -> Iterator[list[Found]]:
    """Yield the findings of each unit, which follow one another, or of each text without an id."""
    for _, found in groupby(
        checked.found, key=lambda each: (each.finding.unit, each.source, each.text)
    ):
        yield list(found)


def worst_first(checked: Checked) -> Checked:
    """Return the same findings, those of the most damaged unit first."""
    groups = sorted(by_unit(checked), key=lambda group: -damage(each.finding for each in group))
    return replace(checked, found=[each for group in groups for each in group])
