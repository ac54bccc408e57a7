"""Finds the lines that credit people and places, and takes them out of the body."""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from workflow.document import inline
from workflow.document.importing import dates
from workflow.document.importing.blocks import Block, BlockKind
from workflow.document.importing.clutter import Keep, clutter
from workflow.document.importing.imported import About
from workflow.document.importing.labels import (
    Label,
    episode_number,
    label_of,
)
from workflow.document.importing.people import described_people, is_name, people
from workflow.document.importing.said import Link, said
from workflow.document.importing.sentence_ends import without_stop
from workflow.document.inline import SegmentKind, segments

FIRST, LAST = 6, 8
"""How many blocks at each end may carry credits; in between, `Source:` belongs to a table."""

_LONGEST = 250
_LONGEST_NOTE = 600
_MOST_LISTED = 20
_PARTS = re.compile(r"\s+[|•·]\s+")
_PLACE = re.compile(r"[^\W\d_][\w .'’-]{1,40}(?:,(?: \w{1,3})?)?")
_BRACKETS = re.compile(r"^[\[(]|[\])]$")


@dataclass(frozen=True)
class Known:
    """What is known of a text before its lines of credit are read."""

    language: str
    authors: Collection[str] = ()


def take_credits(
    blocks: Sequence[Block], known: Known, keep: Keep, *, first: int = FIRST, last: int = LAST
) -> tuple[tuple[Block, ...], About]:
    """Return the blocks without the lines of credit at their ends, and what those lines say."""
    found = About()
    speakers = _speakers(blocks)
    left: list[Block] = []
    for index, block in enumerate(blocks):
        at_start, at_end = index < first, index >= len(blocks) - last
        if not (at_start or at_end):
            left.append(block)
        elif block.kind is BlockKind.LIST and left and (named := _listed(left[-1], block, keep)):
            found = found.along(named)
            left.pop()
        elif block.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING):
            stays = keep if _begins(block) not in speakers else _always
            rest, found = _without_credits(block, found, known, stays, at_start=at_start)
            left.extend([rest] if rest else [])
        else:
            left.append(block)
    return tuple(left), found


def _speakers(blocks: Sequence[Block]) -> frozenset[str]:
    """Return the labels that come again and again: `Host:` is then somebody who speaks."""
    counts = Counter(start for block in blocks if (start := _begins(block)))
    return frozenset(start for start, count in counts.items() if count > 1)


def _begins(block: Block) -> str:
    """Return what stands before the colon of a line that names who takes part."""
    start, colon, _ = block.text.partition(":")
    labelled = label_of(f"{start}: ") if colon else None
    return start if labelled and labelled[0] is Label.PARTICIPANTS else ""


def _always(_text: str) -> bool:
    return True


def _without_credits(
    block: Block, found: About, known: Known, keep: Keep, *, at_start: bool
) -> tuple[Block | None, About]:
    """Return the rest of a block and what is known by now.

    A line that contradicts an earlier one stays in the text: nothing else would show it.
    """
    taken = set()
    links, written = _links(block.markdown), block.markdown.split("\\\n")
    for number, line in enumerate(block.text.split("\n")):
        if keep(line) or block.without({number}) is block:
            continue
        about = _line(line, links, known, at_start=at_start) or _remark(line, written[number])
        if about is not None and not found.contradicts(about):
            found = found.along(about)
            taken.add(number)
    return block.without(taken), found


def _listed(above: Block, block: Block, keep: Keep) -> About | None:
    """Return who or what stands in a list below a line such as `Guests:` or `Topics`."""
    labelled = label_of(f"{above.text.rstrip(': ')}: ")
    lines = block.text.split("\n")
    if labelled is None or labelled[1].strip() or len(lines) > _MOST_LISTED:
        return None
    if keep(above.text) or keep(block.text):
        return None
    if labelled[0] is Label.TAGS:
        return About(tags=tuple(map(inline.escape, lines)))
    named = [described_people(f"{line};") for line in lines]
    if labelled[0] is not Label.PARTICIPANTS or not all(named):
        return None
    return About(participants=tuple(inline.escape(name) for names in named for name in names))


def _remark(line: str, written: str) -> About | None:
    """Return a remark beside the text, with its markup: `Editor's note: …`, `Music: …`."""
    inner = _BRACKETS.sub("", line.strip())
    labelled = label_of(inner) if len(inner) <= _LONGEST_NOTE else None
    if labelled is None or not labelled[1].strip():
        return None
    label, value = labelled
    has_colon = inner[: -len(value)].rstrip().endswith(":")
    if label is Label.MUSIC and (has_colon or all(map(is_name, people(value)))):
        return About(music=without_stop(_end_of(_unmarked(written), value.strip())))
    if label is Label.NOTE and has_colon:
        return About(notes=(_BRACKETS.sub("", _unmarked(written)),))
    return None


def _end_of(written: str, shown: str) -> str:
    """Return the end of inline Markdown that shows a text."""
    ends = (written[start:].strip() for start in range(len(written) - len(shown), -1, -1))
    return next((end for end in ends if inline.plain(end) == shown), inline.escape(shown))


def _unmarked(written: str) -> str:
    """Take the emphasis off a line that has it from end to end."""
    match = re.fullmatch(r"(\*{1,3}|_)([^*_]+)\1", written.strip())
    return match[2] if match else written.strip()


def _line(line: str, links: Sequence[Link], known: Known, *, at_start: bool) -> About | None:
    """Return what a line of credits says, None if any part of it says something else."""
    line = line.strip()
    if not line or len(line) > _LONGEST:
        return None
    found = About()
    for part in _PARTS.split(line):
        about = _part(part.strip(), links, known.language, at_start=at_start)
        if about is not None:
            found = found.along(about)
        elif not clutter(part) and not (at_start and part.strip() in known.authors):
            return None
    return found


def _part(text: str, links: Sequence[Link], language: str, *, at_start: bool) -> About | None:
    inner = _BRACKETS.sub("", text) if text[:1] in "[(" and text[-1:] in "])" else text
    labelled = label_of(inner)
    if labelled and (labelled[0] is not Label.PHOTO or _is_credit(inner, labelled[1])):
        about = said(*labelled, links, language)
        if about is not None:
            return about
    if (number := episode_number(inner)) and number.end == len(inner.rstrip(" .")):
        return About(season=number.season, episode=number.episode)
    return _dated(inner, links, language) if at_start else None


def _is_credit(text: str, value: str) -> bool:
    """Say whether a line credits a picture: `Photo – a way to see` does not."""
    return text[: len(text) - len(value)].rstrip().endswith(":") or all(map(is_name, people(value)))


def _dated(text: str, links: Sequence[Link], language: str) -> About | None:
    """Read a date, alone or as in `Posted on 5 October 2023 by P. O. Marsh`."""
    parts = dates.split(text, language)
    if parts is None:
        return None
    found = About(date=parts[0])
    for side in parts[1:]:
        about = _beside_date(side, links, language)
        if about is None:  # `By P. O. Marsh, published on 5 October 2023`
            first, _, second = side.rpartition(", ")
            about = _beside_date(first, links, language)
            about = about if first and _beside_date(second, links, language) == About() else None
        if about is None:
            return None
        found = found.over(about)
    return found


def dateline(blocks: Sequence[Block], language: str) -> date | None:
    """Return the date in a line such as `Uferheim, den 3. August 2021`, which stays in the text."""
    for block in blocks[:FIRST]:
        parts = dates.split(block.text, language)
        if parts and not parts[2] and _PLACE.fullmatch(parts[1]):
            return parts[0]
    return None


def _beside_date(side: str, links: Sequence[Link], language: str) -> About | None:
    """Return what stands before or after a date, nothing new where it only goes with the date."""
    labelled = label_of(f"{side} ")
    if not side or (labelled and labelled[0] is Label.DATE and not labelled[1].strip()):
        return About()
    return said(*labelled, links, language) if labelled else None


def _links(markdown: str) -> list[Link]:
    """Return the text and the address of each link of inline Markdown."""
    found: list[Link] = []
    shown, url = "", ""
    for segment in segments(markdown):
        if segment.kind is SegmentKind.AUTOLINK:
            found.append((segment.text, segment.url))
        elif segment.kind is SegmentKind.OPEN and segment.tag == "link":
            shown, url = "", segment.url
        elif segment.kind is SegmentKind.CLOSE and segment.tag == "link":
            found.append((shown, url))
        else:
            shown += segment.text
    return found
