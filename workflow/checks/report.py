"""Findings for a person at a terminal: the line with a marker under the words, and the mend."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workflow.checks.finding import Finding, Severity

ELLIPSIS = "…"
_RIGHT_TO_LEFT = frozenset({"R", "AL"})
"""Classes of letters among which only some terminals show a sign where it was written (UAX 9)."""


@dataclass(frozen=True)
class Found:
    """A finding with the text that it is in, and with the source of that text (empty for none).

    `source_language` is a BCP 47 tag, empty where nobody says it.
    """

    finding: Finding
    text: str
    source: str = ""
    source_language: str = ""


@dataclass(frozen=True)
class Checked:
    """What the checks found in one file or target; `waived` counts what may stand.

    `idle` are decisions that no finding needs any more, each in a line. `language` is the target's,
    empty for a lone file.
    """

    name: str
    found: Sequence[Found]
    waived: int = 0
    idle: Sequence[str] = ()
    language: str = ""

    def count(self, severity: Severity) -> int:
        """How many findings weigh so much."""
        return sum(each.finding.severity is severity for each in self.found)


@dataclass(frozen=True)
class Line:
    """A line of the report; `role` says what it is, so that a terminal can colour it."""

    text: str
    role: str


def report(checked: Checked, width: int) -> Iterator[Line]:
    """Yield the lines that tell the findings of one file or target, for a terminal so wide."""
    if checked.found or checked.idle:
        yield Line(checked.name, "name")
    for each in checked.found:
        finding = each.finding
        yield Line(_heading(finding), finding.severity)
        yield from (Line(f"    {line}", "message") for line in _wrapped(finding.message, width - 4))
        if each.source:
            yield Line(f"    {_window(each.source, (0, 0), width - 4)[0]}", "source")
        if each.text and finding.span is not None:
            shown, marker = _window(each.text, finding.span, width - 4)
            yield Line(f"    {shown}", "text")
            if _RIGHT_TO_LEFT.isdisjoint(map(unicodedata.bidirectional, shown)):
                yield Line(f"    {marker}", "marker")
            else:
                yield Line(f"    at: “{finding.excerpt}”", "marker")
        if finding.suggestions:
            yield Line(f"    instead: {_suggested(finding)}", "mend")
        yield Line("", "gap")
    for decision in checked.idle:
        yield Line(f"  waived, and not found any more: {decision}", "idle")
    if checked.idle:
        yield Line("", "gap")


def summary(all_checked: Sequence[Checked]) -> str:
    """Return the last line: how many findings of each weight, and how many were waived."""
    parts = []
    for severity, one, many in (
        (Severity.ERROR, "error", "errors"),
        (Severity.WARNING, "warning", "warnings"),
        (Severity.INFO, "remark", "remarks"),
    ):
        count = sum(checked.count(severity) for checked in all_checked)
        if count:
            parts.append(f"{count} {one if count == 1 else many}")
    waived = sum(checked.waived for checked in all_checked)
    if waived:
        parts.append(f"{waived} waived")
    return ", ".join(parts) if parts else "nothing found"


def _heading(finding: Finding) -> str:
    place = [finding.unit] if finding.unit else []
    if finding.place:
        place.append(finding.place)
    return f"  {finding.severity}  {finding.check}  {' · '.join([*place, finding.key])}"


def _suggested(finding: Finding) -> str:
    return " or ".join(f"“{words}”" if words else "(nothing)" for words in finding.suggestions)


def _wrapped(text: str, width: int) -> list[str]:
    """Break a message at spaces, by the columns that it takes up."""
    lines = [""]
    for word in text.split():
        if lines[-1] and columns(lines[-1]) + 1 + columns(word) > width:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def _window(text: str, span: tuple[int, int], width: int) -> tuple[str, str]:
    """Return the part of a text around `span` that fits, and a line of carets under the span."""
    flat = "".join(" " if letter.isspace() else letter for letter in text)
    start, end = span
    first = _back_from(flat, start, width // 3)
    last = _forward_from(flat, first, width - 2)
    before = ELLIPSIS if first else ""
    after = ELLIPSIS if last < len(flat) else ""
    marked = flat[start : min(end, last)]
    marker = " " * columns(before + flat[first:start]) + "^" * max(1, columns(marked))
    return before + flat[first:last] + after, marker


def _back_from(text: str, place: int, room: int) -> int:
    """Return where to begin so that what comes before `place` takes up `room` columns at most."""
    while place > 0 and room > 0:
        place -= 1
        room -= columns(text[place])
    return place


def _forward_from(text: str, place: int, room: int) -> int:
    while place < len(text) and room > 0:
        room -= columns(text[place])
        place += 1
    return place


def columns(text: str) -> int:
    """Return how many columns of a terminal a text takes up (Unicode Standard Annex 11)."""
    if text.isascii():
        return len(text)
    return sum(
        0
        if unicodedata.combining(letter) or unicodedata.category(letter) in ("Mn", "Cf", "Me")
        else 2
        if unicodedata.east_asian_width(letter) in "WF"
        else 1
        for letter in text
    )
