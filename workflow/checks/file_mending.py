"""Safe mends in a lone file, letter by letter where they stand: nothing else is written anew."""

from dataclasses import dataclass, replace
from pathlib import Path

from workflow.checks.check import Context
from workflow.checks.files import check_file
from workflow.checks.finding import Finding
from workflow.checks.mending import safe_mends
from workflow.errors import InputError
from workflow.workspace.files import write_atomic

_MENDABLE = frozenset({".po", ".txt", ".md"})
_ESCAPED = frozenset('"\\\n')


@dataclass(frozen=True)
class MendedLine:
    """A line of a file before and after; `number` counts from 1."""

    number: int
    before: str
    after: str


def refuse_unmendable(path: Path) -> None:
    """Raise InputError for a file of a kind that cannot be mended."""
    if path.suffix.lower() not in _MENDABLE:
        raise InputError(
            f"{path} cannot be mended", hint="Only .po, .txt and .md files can; others by hand."
        )


def mend_file(path: Path, context: Context, language: str | None = None) -> list[MendedLine]:
    """Write the safe mends of a .po, .txt or .md file and return the lines that they changed.

    A mend is left out where the words do not stand in the file as they were checked: across the end
    of a line, or with escaped signs before them. The file keeps its line ends.
    """
    refuse_unmendable(path)
    findings = [finding for _, finding in check_file(path, context, language)]
    with path.open(encoding="utf-8", newline="") as file:
        lines = file.read().splitlines(keepends=True)
    mended = _mended_lines(lines, findings)
    for line in mended:
        lines[line.number - 1] = line.after
    if mended:
        write_atomic(path.resolve(), "".join(lines).encode())
    return [replace(m, before=m.before.rstrip(), after=m.after.rstrip()) for m in mended]


def _mended_lines(lines: list[str], findings: list[Finding]) -> list[MendedLine]:
    by_line: dict[int, list[Finding]] = {}
    for finding in findings:
        if finding.line is not None and finding.column is not None and finding.span is not None:
            start = finding.column - 1
            span = (start, start + len(finding.excerpt))
            by_line.setdefault(finding.line, []).append(replace(finding, span=span))
    mended = []
    for number, found in sorted(by_line.items()):
        before = lines[number - 1] if number <= len(lines) else ""
        after = _mended_line(before, found)
        if after != before:
            mended.append(MendedLine(number, before, after))
    return mended


def _mended_line(line: str, findings: list[Finding]) -> str:
    for finding in reversed(safe_mends(findings)):
        start, end = finding.span or (0, 0)
        mend = finding.suggestions[0]
        if line[start:end] == finding.excerpt and not _ESCAPED & {*mend, *finding.excerpt}:
            line = line[:start] + mend + line[end:]
    return line
