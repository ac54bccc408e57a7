"""A comparison as lines for a terminal: in colour, or with the marks of git's word diff."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workflow.review.comparison import Comparison, count_units
from workflow.review.diff_revisions import UnitDiff
from workflow.review.diff_text import Hunk, HunkKind, diff

_CONTROLS = (
    {code: 0x2400 + code for code in range(0x20) if chr(code) not in "\n\t"}
    | {0x7F: 0x2421}
    | dict.fromkeys(range(0x80, 0xA0), 0xFFFD)
)
"""Pictures for control characters: a text must not be able to drive the terminal that shows it."""


@dataclass(frozen=True)
class _Ink:
    """How the parts of a diff look: before and after each; SGR codes of ECMA-48 where in colour."""

    deleted: tuple[str, str] = ("[-", "-]")
    inserted: tuple[str, str] = ("{+", "+}")
    left: tuple[str, str] = ("[moved-", "-]")
    arrived: tuple[str, str] = ("{moved+", "+}")
    quiet: tuple[str, str] = ("", "")
    strong: tuple[str, str] = ("", "")


_PLAIN = _Ink()
_END = "\x1b[0m"
_COLOUR = _Ink(
    deleted=("\x1b[31;9m", _END),
    inserted=("\x1b[32;4m", _END),
    left=("\x1b[34;9m↷ ", _END),
    arrived=("\x1b[34;4m↷ ", _END),
    quiet=("\x1b[2m", _END),
    strong=("\x1b[1m", _END),
)


def terminal_lines(comparison: Comparison, *, colour: bool) -> Iterator[str]:
    """Yield the lines: unchanged units folded, each source above its translation."""
    ink = _COLOUR if colour else _PLAIN
    heading = f"{comparison.slug} [{comparison.target}]: {comparison.summary}"
    yield _in(ink.strong, heading)
    for changed, units in comparison.runs():
        if not changed:
            yield ""
            yield _in(ink.quiet, f"… {count_units(len(units))} unchanged")
            continue
        for unit in units:
            yield ""
            yield from _unit_lines(unit, comparison, ink)


def _unit_lines(unit: UnitDiff, comparison: Comparison, ink: _Ink) -> Iterator[str]:
    authors, older, newer = comparison.authors(unit), comparison.older, comparison.newer
    kind = unit.kind.name.lower()
    yield _in(ink.strong, unit.unit) + _in(
        ink.quiet, f"  {kind}" + (f", {authors}" if authors else "")
    )
    if unit.previous is None:
        yield _in(ink.quiet, unit.source)
    else:
        yield _in(ink.quiet, "source before: " + unit.previous)
        yield _in(ink.quiet, "source now: ") + _marked(diff(unit.previous, unit.source), ink)
        yield _in(ink.quiet, f"translation ({older} to {newer}): ") + _marked(unit.hunks, ink)
        return
    yield _marked(unit.hunks, ink)


def _marked(hunks: Sequence[Hunk], ink: _Ink) -> str:
    parts = []
    for hunk in hunks:
        if hunk.kind is HunkKind.EQUAL:
            parts.append(hunk.old.translate(_CONTROLS))
            continue
        gone, come = (ink.left, ink.arrived) if hunk.move else (ink.deleted, ink.inserted)
        parts += [_in(gone, hunk.old)] if hunk.old else []
        parts += [_in(come, hunk.new)] if hunk.new else []
    return "".join(parts)


def _in(marks: tuple[str, str], text: str) -> str:
    return marks[0] + text.translate(_CONTROLS) + marks[1]
