"""The bilingual text as a gettext PO file, for people, for diffs and for other tools.

Format: https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html. `msgctxt` is the
unit's id, `fuzzy` means that no person has confirmed the text, `#|` is the source text that a
translation was made for before the source changed. Every sentence stands on a line of its own
(string continuation, no line ends in the text), so that `git diff` shows the sentence that
changed. No header changes with time, since two clones would then conflict on every merge.
"""

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from workflow.document.markdown import clean
from workflow.errors import InputError
from workflow.workspace.files import decode
from workflow.workspace.state import State, UnitState

if TYPE_CHECKING:
    from polib import POEntry

_SENTENCE_END = re.compile(r"(?<=[.!?…。！？])(?<!\b\w\.)[\"'”»“’)\]]*\s+|(?<=\n)")
_OPENS = re.compile(r'\s*(?:#[|~]\s*)?(?:msg\w+(?:\[\d+\])?\s*)?"')
_CLOSED = re.compile(rf'{_OPENS.pattern}(?:[^"\\]|\\.)*"\s*$')
_SEPARATORS = dict.fromkeys((0x85, 0x2028, 0x2029), " ")
"""Line ends of other scripts: Polib would break the string there."""
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"})


@dataclass(frozen=True)
class Entry:
    """One unit as it stands in a PO file."""

    unit: str
    source: str
    text: str
    confirmed: bool
    comment: str = ""


def render(state: State, *, article: str, source_language: str, target: str) -> bytes:
    """Return the PO file of a state. The same state gives the same bytes on every machine."""
    return Writer(article=article, source_language=source_language, target=target).render(state)


class Writer:
    """Makes the PO file of one target, again and again: only what has changed is made anew."""

    def __init__(self, *, article: str, source_language: str, target: str) -> None:
        head = {
            "Project-Id-Version": article,
            "Language": target,
            "X-Source-Language": source_language,
            "MIME-Version": "1.0",
            "Content-Type": "text/plain; charset=UTF-8",
            "Content-Transfer-Encoding": "8bit",
        }
        lines = ['msgid ""', 'msgstr ""', *(_quoted(f"{k}: {v}\n") for k, v in head.items())]
        self._head = "\n".join(lines)
        self._made: dict[str, tuple[tuple[str, UnitState, list[str]], str]] = {}

    def render(self, state: State) -> bytes:
        """Return the PO file of a state."""
        by_unit = remarks(state)
        entries = [
            self._entry(key, source, state.units[key], by_unit.get(key, []))
            for key, source in state.source.items()
        ]
        return ("\n\n".join([self._head, *entries]) + "\n").encode()

    def _entry(self, key: str, source: str, unit: UnitState, remarks: list[str]) -> str:
        known = self._made.get(key)
        content = (source, unit, remarks)
        if known is None or known[0] != content:
            known = self._made[key] = content, "\n".join(_entry(key, source, unit, remarks))
        return known[1]


def _entry(key: str, source: str, unit: UnitState, remarks: list[str]) -> Iterator[str]:
    for remark in remarks:
        yield f"# {remark}"
    fuzzy = bool(unit.text) and not unit.confirmed
    if fuzzy:
        yield "#, fuzzy"
        if unit.previous is not None:
            yield from (f"#| {line}" for line in _string("msgid", unit.previous))
    yield f"msgctxt {_quoted(key)}"
    yield from _string("msgid", source)
    yield from _string("msgstr", unit.text)


def remarks(state: State) -> dict[str, list[str]]:
    """Open comments by unit: other tools show them, and they open or close no gate from here."""
    by_unit: dict[str, list[str]] = {}
    for comment in state.comments:
        if comment.unit and not comment.resolved_by:
            lines = clean(f"{comment.by or 'nobody'}: {comment.text}").splitlines()
            by_unit.setdefault(comment.unit, []).extend(lines)
    return by_unit


def _string(keyword: str, text: str) -> list[str]:
    pieces = _sentences(text)
    if len(pieces) < 2:
        return [f"{keyword} {_quoted(text)}"]
    return [f'{keyword} ""', *map(_quoted, pieces)]


def _sentences(text: str) -> list[str]:
    """Cut for reading only: a wrong cut does no harm, since the pieces join to the same text."""
    cuts = [0, *(match.end() for match in _SENTENCE_END.finditer(text)), len(text)]
    return [text[a:b] for a, b in pairwise(cuts) if a < b]


def _quoted(text: str) -> str:
    return f'"{clean(text).translate(_ESCAPES)}"'


def step_hash(data: bytes, events: int) -> str:
    """Return the SHA-256 of how many events a PO file was made from, and of the file itself.

    Without the number, a merge that keeps one side's file would look as if it held both.
    """
    return hashlib.sha256(b"%d\n%b" % (events, data)).hexdigest()


def parse(data: bytes, path: Path) -> list[Entry]:
    """Return the units in a PO file, whoever wrote or wrapped it.

    Raises InputError, with file and line, for git's conflict markers and for broken syntax.
    """
    import polib  # only where another tool or a person has touched the file

    text = clean(decode(data, path).translate(_SEPARATORS))
    _refuse_open_quotes(text, path)
    try:
        entries = polib.pofile(text + "\n", encoding="utf-8")  # else it may be taken for a path
    except (OSError, ValueError) as error:
        raise InputError(
            f"{path}: {_reason(error)}",
            hint="Mend the line with a PO editor, or take the file back from git.",
        ) from None
    units = [entry for entry in entries if entry.msgctxt and not entry.obsolete]
    _refuse_twins(units, path)
    return [
        Entry(
            unit=entry.msgctxt,
            source=entry.msgid,
            text=entry.msgstr,
            confirmed=bool(entry.msgstr) and not entry.fuzzy,
            comment=entry.tcomment,
        )
        for entry in units
    ]


def _refuse_twins(entries: Sequence["POEntry"], path: Path) -> None:
    seen: set[str] = set()
    for entry in entries:
        if entry.msgctxt in seen:
            raise InputError(
                f"{path}: line {entry.linenum}: {entry.msgctxt} stands there twice",
                hint="Keep the right one of the two entries, and delete the other.",
            )
        seen.add(entry.msgctxt)


def _refuse_open_quotes(text: str, path: Path) -> None:
    """Polib would take the last letter of a line for its closing quotation mark."""
    for number, line in enumerate(text.split("\n"), 1):
        if _OPENS.match(line) and not _CLOSED.match(line):
            raise InputError(
                f"{path}: line {number}: the quotation mark does not close",
                hint='End the line with ", and write a quotation mark in the text as \\".',
            )


def _reason(error: Exception) -> str:
    found = re.search(r"\(line (\d+)\)(?:: (.*))?", str(error))
    return f"line {found[1]}: {found[2] or 'syntax error'}" if found else "not a PO file"
