"""Findings as workflow commands of GitHub Actions, which puts them beside the lines of a change.

The format: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from collections.abc import Iterator, Sequence

from workflow.checks.finding import Finding, Severity
from workflow.checks.report import Checked

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = _MESSAGE | str.maketrans({":": "%3A", ",": "%2C"})


def annotations(all_checked: Sequence[Checked]) -> Iterator[str]:
    """Yield a line for each finding."""
    for checked in all_checked:
        for each in checked.found:
            yield _annotation(each.finding)


def _annotation(finding: Finding) -> str:
    where = finding.unit or (finding.place if finding.line is None else "")
    properties = {
        "file": finding.file,
        "line": finding.line,
        "col": finding.column,
        "title": f"{finding.check} · {where}" if where else finding.check,
    }
    written = ",".join(
        f"{key}={str(value).translate(_PROPERTY)}"
        for key, value in properties.items()
        if value is not None
    )
    message = finding.message
    if finding.suggestions:
        message += f" Instead: {finding.suggestions[0] or 'nothing'}"
    return f"::{_COMMANDS[finding.severity]} {written}::{message.translate(_MESSAGE)}"
