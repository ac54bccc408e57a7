"""Findings in SARIF 2.1.0, which code-review services read.

The format: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from workflow import __version__
from workflow.checks.check import Check
from workflow.checks.description import describe
from workflow.checks.finding import Finding, Severity
from workflow.checks.registry import all_checks
from workflow.checks.report import Checked

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def sarif(all_checked: Sequence[Checked]) -> dict[str, Any]:
    """Return the findings as a SARIF log with one run; columns count code points."""
    findings = [each.finding for checked in all_checked for each in checked.found]
    named = {finding.check for finding in findings}
    rules = [check for check in all_checks() if check.name in named]
    places = {check.name: number for number, check in enumerate(rules)}
    return {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "workflow",
                        "semanticVersion": __version__,
                        "rules": [_rule(check) for check in rules],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": [_result(finding, places[finding.check]) for finding in findings],
            }
        ],
    }


def _rule(check: Check) -> dict[str, Any]:
    description = describe(check)
    return {
        "id": check.name,
        "shortDescription": {"text": description.what},
        "fullDescription": {"text": description.why},
        "defaultConfiguration": {"level": _LEVELS[check.severity]},
    }


def _result(finding: Finding, rule: int) -> dict[str, Any]:
    result = {
        "ruleId": finding.check,
        "ruleIndex": rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [_location(finding)],
        "partialFingerprints": {"finding/v1": finding.key},
    }
    region = _region(finding)
    if region is not None and finding.excerpt and finding.suggestions:
        result["fixes"] = [_fix(finding, region, words) for words in finding.suggestions]
    return result


def _location(finding: Finding) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": _artifact(finding.file)}
    region = _region(finding)
    if region is not None:
        physical["region"] = region
    location: dict[str, Any] = {"physicalLocation": physical}
    if named := finding.unit or (finding.paragraph and finding.place):
        location["logicalLocations"] = [{"name": named, "kind": "resource"}]
    return location


def _region(finding: Finding) -> dict[str, Any] | None:
    return dict(_positions(finding)) or None


def _positions(finding: Finding) -> Iterator[tuple[str, Any]]:
    if finding.line is None:
        return
    yield "startLine", finding.line
    if finding.column is not None:
        yield "startColumn", finding.column
        if finding.excerpt and "\n" not in finding.excerpt:
            yield "endColumn", finding.column + len(finding.excerpt)
    if finding.excerpt:
        yield "snippet", {"text": finding.excerpt}


def _fix(finding: Finding, region: dict[str, Any], words: str) -> dict[str, Any]:
    deleted = {key: value for key, value in region.items() if key != "snippet"}
    replacement = {"deletedRegion": deleted, "insertedContent": {"text": words}}
    return {
        "description": {"text": f"Write “{words}”." if words else "Take it out."},
        "artifactChanges": [
            {"artifactLocation": _artifact(finding.file), "replacements": [replacement]}
        ],
    }


def _artifact(file: str) -> dict[str, str]:
    path = PurePath(file)
    return {"uri": path.as_uri() if path.is_absolute() else quote(path.as_posix())}
