"""Finds the lines that credit people and places, and takes them out of the body."""

import re
from collections.abc import Sequence
from dataclasses import replace

from workflow.document import inline
from workflow.document.importing import dates
from workflow.document.importing.blocks import Block, BlockKind
from workflow.document.importing.clutter import Keep, clutter
from workflow.document.importing.imported import About
from workflow.document.importing.labels import Label, label_of, original_inside
from workflow.document.importing.links import host
from workflow.document.inline import SegmentKind, segments
from workflow.document.source import Cover, Place

FIRST, LAST = 6, 8
"""How many blocks at each end may carry credits; in between, `Source:` belongs to a table."""

_LONGEST = 250
_LONGEST_NOTE = 600
_PARTS = re.compile(r"\s+[|•·]\s+")
_PARTICLES = frozenset(
    {"al", "bin", "da", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "e", "el", "i"}
    | {"ibn", "la", "las", "le", "los", "of", "ten", "ter", "van", "von", "y", "zu", "zum"}
)
_NAME_WORD = re.compile(r"(?:[^\W\d_]\.-?)+|(?:[dlo]['’])?[^\W\d_][\w'’.-]*", re.IGNORECASE)
_NAMES_APART = re.compile(r"\s*[,;&/]\s*|\s+(?:and|и|та|і|й|y|e|et|und)\s+")
_BRACKETS = re.compile(r"^[\[(]|[\])]$")
_QUOTED = re.compile(r"^[«“\"„]([^«»“”\"„]*)[»”\"“]$")
_NEW_SENTENCE = re.compile(r"[^\W_]{3}[.!?]\s+\S")
_STOP = re.compile(r"(?<![\s.][^\W\d_])(?<!^[^\W\d_])\.$")

Link = tuple[str, str]


def take_credits(
    blocks: Sequence[Block], language: str, keep: Keep, *, first: int = FIRST, last: int = LAST
) -> tuple[tuple[Block, ...], About]:
    """Return the blocks without the lines of credit at their ends, and what those lines say."""
    found = About()
    notes: list[str] = []
    left: list[Block] = []
    for index, block in enumerate(blocks):
        at_start, at_end = index < first, index >= len(blocks) - last
        if (at_start or at_end) and block.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING):
            taken: set[int] = set()
            links = _links(block.markdown)
            written = block.markdown.split("\\\n")
            for number, line in enumerate(block.text.split("\n")):
                if is_note(line) and not keep(line) and number < len(written):
                    notes.append(_BRACKETS.sub("", _unmarked(written[number])))
                    taken.add(number)
                    continue
                about = None if keep(line) else _line(line, links, language, at_start=at_start)
                if about is not None and block.without({number}) is not block:
                    found = found.over(about)
                    taken.add(number)
            rest = block.without(taken)
            left.extend([rest] if rest else [])
        else:
            left.append(block)
    return tuple(left), replace(found, notes=tuple(notes))


def is_note(line: str) -> bool:
    """Say whether a line is a remark beside the text: `Editor's note: …`, `Music: …`."""
    inner = _BRACKETS.sub("", line.strip())
    labelled = label_of(inner) if len(inner) <= _LONGEST_NOTE else None
    if labelled is None or labelled[0] is not Label.NOTE or not labelled[1].strip():
        return False
    return inner[: -len(labelled[1])].rstrip().endswith(":")


def _unmarked(written: str) -> str:
    """Take the emphasis off a line that has it from end to end."""
    match = re.fullmatch(r"(\*{1,3}|_)([^*_]+)\1", written.strip())
    return match[2] if match else written.strip()


def people(text: str) -> tuple[str, ...]:
    """Return the names in a list such as `Vera Almas, J. K. Orlova and Tom Reed`."""
    parts = (_STOP.sub("", part.strip()) for part in _NAMES_APART.split(text))
    return tuple(dict.fromkeys(part for part in parts if part))


def _line(line: str, links: Sequence[Link], language: str, *, at_start: bool) -> About | None:
    """Return what a line of credits says, None if any part of it says something else."""
    line = line.strip()
    if not line or len(line) > _LONGEST:
        return None
    found = About()
    for part in _PARTS.split(line):
        about = _part(part.strip(), links, language, at_start=at_start)
        if about is None and not clutter(part):
            return None
        about = about or About()
        found = found.over(about)
    return found


def _part(text: str, links: Sequence[Link], language: str, *, at_start: bool) -> About | None:
    inner = _BRACKETS.sub("", text) if text[:1] in "[(" and text[-1:] in "])" else text
    labelled = label_of(inner)
    if labelled and (labelled[0] is not Label.PHOTO or _is_credit(inner, labelled[1])):
        about = _said(*labelled, links, language)
        if about is not None:
            return about
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
        labelled = label_of(f"{side} ")
        if not side or (labelled and labelled[0] is Label.DATE and not labelled[1].strip()):
            continue
        if labelled is None or not (about := _said(*labelled, links, language)):
            return None
        found = found.over(about)
    return found


def _said(label: Label, value: str, links: Sequence[Link], language: str) -> About | None:
    """Return what a label and its value say; None if the value does not fit the label."""
    value = value.strip()
    match label:
        case Label.AUTHOR | Label.TRANSLATOR:
            names = people(value)
            if not names or not all(map(is_name, names)):
                return None
            written = tuple(map(inline.escape, names))
            return About(authors=written) if label is Label.AUTHOR else About(translators=written)
        case Label.SOURCE:
            return _places(value, links)
        case Label.ORIGINAL:
            place = _place(value, links)
            return About(original=place) if place else None
        case Label.DATE:
            day = dates.alone(value, language)
            return About(date=day) if day else None
        case Label.TAGS:
            return _tags(value)
        case Label.LISTEN:
            places = tuple(
                Place(name=inline.escape(shown), url=url) for shown, url in links if shown in value
            )
            return About(listen=places) if places else None
        case Label.PHOTO:
            name = _STOP.sub("", value)
            fits = name and len(name) <= 120 and not _NEW_SENTENCE.search(name)
            return About(cover=Cover(credit=inline.escape(name))) if fits else None
        case Label.NOTE:
            return None  # the whole line is wanted, its label too


def _tags(value: str) -> About | None:
    parts = (tag.strip(" #.") for tag in re.split(r"[,;|]|\s(?=#)", value))
    tags = tuple(inline.escape(tag) for tag in parts if tag)
    return About(tags=tags) if tags and max(map(len, tags)) < 60 else None


def _places(value: str, links: Sequence[Link]) -> About | None:
    """Read `A [original source: B]`; the brackets may be round or a comma."""
    match = original_inside().search(value)
    if match is None:
        place = _place(value, links)
        return About(publication=place) if place else None
    publication = _place(value[: match.start()], links)
    original = _place(re.sub(r"[\])]\.?\s*$", "", value[match.end() :]), links)
    return About(publication=publication, original=original) if publication and original else None


def _place(text: str, links: Sequence[Link]) -> Place | None:
    """Return a publication from its name, its address, or both."""
    name = _QUOTED.sub(r"\1", _STOP.sub("", text.strip(" \t,;:–—-")))
    if not name or len(name) > 120 or _NEW_SENTENCE.search(name):
        return None
    url = next((url for shown, url in links if shown and shown in text), None)
    if re.match(r"https?://\S+$", name):
        return Place(name=inline.escape(host(name) or name), url=url or name)
    if match := re.search(r"[\s(,–—-]*(https?://[^\s)]+)\)?$", name):
        return Place(name=inline.escape(name[: match.start()].strip()), url=url or match[1])
    return Place(name=inline.escape(name), url=url)


def is_name(text: str) -> bool:
    """Say whether a text could name a person or a group: a few words, the first of them capital."""
    words = text.split()
    if not 1 <= len(words) <= 6 or not words[0][:1].isupper():
        return False
    return all(
        _NAME_WORD.fullmatch(word) and (word in _PARTICLES or word != word.lower())
        for word in words
    )


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
