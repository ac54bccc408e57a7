"""Findings as one HTML page, for people who do not use a terminal."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from workflow.checks.damage import by_unit, damage
from workflow.checks.finding import Finding
from workflow.checks.report import Checked, summary
from workflow.language.direction import direction
from workflow.workspace.templates import render, template_environment

TEMPLATE = "checks/findings.html"


@dataclass(frozen=True)
class Piece:
    """A part of a text; `is_marked` where a finding is."""

    text: str
    is_marked: bool


@dataclass(frozen=True)
class MarkedUnit:
    """A unit as the page shows it."""

    name: str
    damage: int
    source: str
    source_language: str
    pieces: Sequence[Piece]
    findings: Sequence[Finding]
    language: str
    direction: str


def findings_page(all_checked: Sequence[Checked], workspace_templates: Path | None = None) -> str:
    """Return a page that stands on its own: no script, nothing from elsewhere."""
    values = {
        "groups": [(checked.name, list(_units(checked))) for checked in all_checked],
        "summary": summary(all_checked),
    }
    return render(template_environment(workspace_templates), TEMPLATE, values)


def _units(checked: Checked) -> Iterator[MarkedUnit]:
    for found in by_unit(checked):
        findings = [each.finding for each in found]
        language = findings[0].target or ""
        yield MarkedUnit(
            name=findings[0].unit or findings[0].place,
            damage=damage(findings),
            source=found[0].source,
            source_language=found[0].source_language,
            pieces=list(pieces(found[0].text, findings)),
            findings=findings,
            language=language,
            direction=direction(language) if language else "auto",
        )


def pieces(text: str, findings: Sequence[Finding]) -> Iterator[Piece]:
    """Cut a text where marks begin and end; marks that overlap become one."""
    place = 0
    for start, end in sorted(finding.span for finding in findings if finding.span):
        start = max(start, place)
        if start >= end:
            continue
        if start > place:
            yield Piece(text[place:start], is_marked=False)
        yield Piece(text[start:end], is_marked=True)
        place = end
    if place < len(text):
        yield Piece(text[place:], is_marked=False)
