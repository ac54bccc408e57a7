"""The bilingual text as one file for a person's editor, and back.

    ## p-7f2a91 [ ] @5e884898
    # It has 12 pupils.
    Tiene 12 alumnos.

A line `## unit [mark] @hash` opens a unit; the hash is of what the person saw. Lines of `#` and a
space are comments, everything else is translation. A line of a translation that would be taken for
one of these is written with a backslash before it.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from workflow.errors import InputError
from workflow.workspace.fold import text_hash

CONFIRM_ALL = "confirm: all"
_HASH_DIGITS = 8
_MARKER = re.compile(
    r"##\s+(?P<unit>[^\s\[\]]+)\s*(?:\[(?P<mark>[^\]]*)\])?\s*(?:@(?P<seen>\w+))?\s*"
)
_SPECIAL = re.compile(r"\\*##?(?:\s|$)")
_HELP = f"""\
# Write each translation under its source text; save and close to record it.
# Lines that begin with "# " are ignored. Keep the lines that begin with "## ".
#
#   [ ] is a draft, [x] is confirmed: you have read it and stand by it.
#   What you change is confirmed; put an x in the brackets to confirm a text as it stands.
#   Put a ? there to leave a text a draft, changed or not.
#   `{CONFIRM_ALL}` as the first line confirms everything that has no ?.
#
# An empty file records nothing.
"""


class Mark(StrEnum):
    """What stands in a unit's brackets."""

    DRAFT = ""
    CONFIRMED = "x"
    UNSURE = "?"


@dataclass(frozen=True, kw_only=True)
class BufferUnit:
    """A unit as it is offered to a person; `notes` are lines to read, such as findings."""

    unit: str
    source: str
    text: str
    confirmed: bool
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A unit as it came back; `seen` is the hash of how it was given out, empty if unknown."""

    unit: str
    text: str
    mark: Mark
    seen: str
    line: int

    @property
    def touched(self) -> bool:
        """Whether the person changed the text or the mark."""
        return self.seen != seen_hash(self.text, confirmed=self.mark is Mark.CONFIRMED)


@dataclass(frozen=True)
class Buffer:
    """What came back. Without entries the person gave up."""

    entries: tuple[Entry, ...]
    confirm_all: bool = False


def render_buffer(heading: str, units: Iterable[BufferUnit]) -> str:
    """Return the file for a person to edit, with instructions at its end."""
    blocks = [_comment(heading), *(_block(unit) for unit in units)]
    return "\n\n".join(blocks) + "\n\n" + _HELP


def canonical(text: str) -> str:
    """Return a translation as the buffer reads it: one line, but for hard breaks (`\\` + newline).

    An editor may wrap lines; as in Markdown, such a line break is a space.
    """
    lines = re.sub(r"\r\n?", "\n", text).split("\n")
    result = ""
    for line in (line.strip() for line in lines):
        if not line:
            continue
        if not result:
            result = line
        elif _ends_in_hard_break(result):
            result += "\n" + line
        else:
            result += " " + line
    return result


def seen_hash(text: str, *, confirmed: bool) -> str:
    """Return the hash by which a buffer knows the text and the mark that a person saw."""
    return text_hash(f"{confirmed} {canonical(text)}")[:_HASH_DIGITS]


def parse_buffer(text: str, name: str, expected: Collection[str] | None = None) -> Buffer:
    """Return what a person wrote; `name` is the file that errors name.

    With `expected`, exactly these units must be there. Raises InputError, with file and line, for a
    unit that stands twice, is missing or was not asked for, and for text outside of any unit.
    """
    lines = re.sub(r"\r\n?", "\n", text.removeprefix("\ufeff")).split("\n")
    confirm_all = lines[0].strip().lower() == CONFIRM_ALL
    entries = tuple(_entries(lines[1:] if confirm_all else lines, name, 2 if confirm_all else 1))
    if entries:
        _refuse_odd_units(entries, name, expected)
    return Buffer(entries, confirm_all)


def _block(unit: BufferUnit) -> str:
    mark = Mark.CONFIRMED if unit.confirmed else " "
    marker = f"## {unit.unit} [{mark}] @{seen_hash(unit.text, confirmed=unit.confirmed)}"
    notes = [_comment(note) for note in unit.notes]
    text = "\n".join(_escaped(line) for line in canonical(unit.text).split("\n"))
    return "\n".join([marker, _comment(unit.source), *notes, text])


def _comment(text: str) -> str:
    return "\n".join(f"# {line}" for line in re.split(r"\r\n?|\n", text))


def _escaped(line: str) -> str:
    return f"\\{line}" if _SPECIAL.match(line) else line


def _unescaped(line: str) -> str:
    return line[1:] if line.startswith("\\") and _SPECIAL.match(line) else line


def _entries(lines: Iterable[str], name: str, first: int) -> Iterator[Entry]:
    marker: re.Match[str] | None = None
    opened, text = 0, list[str]()
    for number, line in enumerate(lines, first):
        if found := _MARKER.fullmatch(line):
            if marker:
                yield _entry(marker, text, opened, name)
            marker, opened, text = found, number, []
        elif re.match(r"##\s", line):
            raise InputError(
                f"{name}:{number}: the line of the unit is damaged: {line.strip()}",
                hint="Write it as `## unit-id [ ]`.",
            )
        elif line.strip() and not re.match(r"#(\s|$)", line):
            if marker is None:
                raise InputError(
                    f"{name}:{number}: this text stands before the first unit",
                    hint="Move it under the unit (`## …`) that it translates.",
                )
            text.append(_unescaped(line.strip()))
    if marker:
        yield _entry(marker, text, opened, name)


def _entry(marker: re.Match[str], text: list[str], line: int, name: str) -> Entry:
    mark = (marker["mark"] or "").strip().lower()
    if mark not in list(Mark):
        raise InputError(f"{name}:{line}: [{mark}] is not a mark", hint="Use [ ], [x] or [?].")
    return Entry(
        unit=marker["unit"],
        text=canonical("\n".join(text)),
        mark=Mark(mark),
        seen=marker["seen"] or "",
        line=line,
    )


def _refuse_odd_units(
    entries: Iterable[Entry], name: str, expected: Collection[str] | None
) -> None:
    places: dict[str, int] = {}
    for entry in entries:
        if entry.unit in places:
            raise InputError(
                f"{name}:{entry.line}: {entry.unit} stands twice",
                hint=f"Keep one of the two; the other is in line {places[entry.unit]}.",
            )
        if expected is not None and entry.unit not in expected:
            raise InputError(
                f"{name}:{entry.line}: there is no unit {entry.unit} here",
                hint="Put back the line as it was, or take the unit out.",
            )
        places[entry.unit] = entry.line
    if missing := [unit for unit in expected or () if unit not in places]:
        raise InputError(
            f"{name}: {', '.join(missing)} is missing",
            hint="Put back the line `## …` of each; a text that you do not change stays as well.",
        )


def _ends_in_hard_break(text: str) -> bool:
    return (len(text) - len(text.rstrip("\\"))) % 2 == 1
