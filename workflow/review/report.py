"""A comment for a pull request: stage, gate, findings and word diff of what was changed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workflow.checks.finding import Finding
from workflow.review.comparison import Comparison
from workflow.review.diff_markdown import markdown_lines, plain
from workflow.review.gates import Obstacle

MARKER = "<!-- workflow review report -->"
"""Stands first, so that the next run finds its comment and replaces it."""
_LONGEST = 60_000
"""How many characters a comment may have: GitHub takes 65,536."""
_CUT = "\n\n… and more; `workflow diff` shows all of it.\n"


@dataclass(frozen=True, kw_only=True)
class TargetReport:
    """What there is to say of one target; `obstacles` keep its gate to `gate` closed."""

    comparison: Comparison
    stage: str
    gate: str
    obstacles: Sequence[Obstacle]
    findings: Sequence[Finding]


def report(targets: Sequence[TargetReport]) -> str:
    """Return the comment as GitHub Flavored Markdown, short enough to be taken."""
    if not targets:
        return f"{MARKER}\nNo translation was changed.\n"
    text = "\n".join([MARKER, *(line for target in targets for line in _target(target)), ""])
    return text if len(text) <= _LONGEST else text[: text.rindex("\n", 0, _LONGEST)] + _CUT


def _target(target: TargetReport) -> Iterator[str]:
    yield from markdown_lines(target.comparison)
    yield ""
    yield f"**Stage:** {target.stage}. **Gate to {target.gate}:** " + (
        "closed" if target.obstacles else "open"
    )
    yield ""
    yield from (f"- {plain(obstacle.message)}" for obstacle in target.obstacles)
    if target.findings:
        yield ""
        yield f"**Findings:** {len(target.findings)}"
        yield ""
        yield from (_finding(finding) for finding in target.findings)
    yield ""


def _finding(finding: Finding) -> str:
    place = f"`{finding.unit}`, " if finding.unit else ""
    return f"- {finding.severity}, {place}{finding.check}: {plain(finding.message)}"
