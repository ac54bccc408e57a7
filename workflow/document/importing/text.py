"""Plain text, written as such or pasted from a web page or a mail."""

import re
import statistics
from collections.abc import Sequence
from dataclasses import replace

from workflow.document.importing import clutter, compose
from workflow.document.importing.blocks import Block
from workflow.document.importing.clutter import Keep
from workflow.document.importing.context import Context
from workflow.document.importing.encoding import decode, refuse_endless
from workflow.document.importing.imported import About, Reading
from workflow.document.importing.mail import without_mail
from workflow.document.importing.opening import first_line
from workflow.document.importing.runs import Run

EXTENSIONS: tuple[str, ...] = (".txt", ".text")

_ITEM = re.compile(r"\s*(?:[-*•‣◦▪●]|(?P<number>\d{1,3})[.)])\s+(?=\S)")
_LABEL = re.compile(r"[^\W\d][^:.!?]{1,40}: ?\S")
_STOP = re.compile(r"[.!?…:;]['\"»”’)\]]*$")
_WRAPPED_WIDTH = range(50, 100)
"""The widths, in characters, at which mails and old editors break their lines."""


def read(data: bytes, name: str, keep: Keep, context: Context) -> Reading:  # noqa: ARG001 - has no pictures
    """Read a text whose first line is its title; empty lines or line ends part its paragraphs."""
    text = decode(data, name)
    refuse_endless(len(text), name)
    text, mailed = without_mail(text, keep)
    groups = _groups(text)
    blocks = [replace(block, linked=None) for lines in groups for block in _blocks(lines)]
    kept, dropped = clutter.sweep(blocks, keep)
    title, rest = first_line(kept)
    return Reading(blocks=rest, about=About(title=title), dropped=(*mailed, *dropped))


def _groups(text: str) -> list[list[str]]:
    """Return groups of lines that are parted by empty ones; wrapped lines are put together."""
    groups = [
        [line.strip() for line in group.split("\n") if line.strip()]
        for group in re.split(r"\n[ \t]*(?:\n[ \t]*)+", text)
    ]
    groups = [group for group in groups if group]
    return [[*_unwrapped(group)] for group in groups] if _is_wrapped(groups) else groups


def _is_wrapped(groups: Sequence[Sequence[str]]) -> bool:
    """Say whether lines end where a margin was: many are about as long as the longest ones."""
    inner = [len(line) for group in groups for line in group[:-1] if not _ITEM.match(line)]
    if len(inner) < 3 or max(inner) not in _WRAPPED_WIDTH:
        return False
    return statistics.median(inner) > 0.75 * max(inner)


def _unwrapped(group: Sequence[str]) -> list[str]:
    lines: list[str] = []
    for line in group:
        if lines and not _ITEM.match(line) and not _LABEL.match(line):
            lines[-1] += line if lines[-1].endswith("-") else f" {line}"
        else:
            lines.append(line)
    return lines


def _blocks(lines: Sequence[str]) -> list[Block]:
    """Return the blocks of one group of lines: items become lists, other lines paragraphs."""
    result: list[Block] = []
    items: list[tuple[int | None, str]] = []
    for line in lines:
        match = _ITEM.match(line)
        if match and (items or len(lines) > 1 or match["number"] is None):
            items.append((int(match["number"]) if match["number"] else None, line[match.end() :]))
            continue
        result.extend(_listed(items))
        items = []
        result.extend(compose.paragraphs([Run(line)]))
    result.extend(_listed(items))
    return result


def _listed(items: Sequence[tuple[int | None, str]]) -> list[Block]:
    if not items:
        return []
    return compose.items([compose.paragraphs([Run(text)]) for _, text in items], items[0][0])
