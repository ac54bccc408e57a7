"""A row's translation as runs: tracked changes, comments around the words they are about."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count, groupby

from workflow.review.diff_text import HunkKind
from workflow.review.documents.comments import Comments, range_end, range_start
from workflow.review.documents.sheet import Note
from workflow.review.documents.stretches import Look, Stretch, stretches
from workflow.review.documents.voice import Voice
from workflow.review.documents.wordml import Element, element, run_content, with_breaks

_LATIN = re.compile(r"([A-Za-z](?:[!-~ ]*[A-Za-z0-9])?)")
"""Words of a Latin script, with what stands between them."""
_WRAPPERS = {HunkKind.INSERT: "ins", HunkKind.DELETE: "del"}
_MOVES = {HunkKind.INSERT: "moveTo", HunkKind.DELETE: "moveFrom"}


@dataclass
class RunWriter:
    """Writes texts as runs of one document, in which every change and comment has a number.

    `texts` counts the texts with changes, so that moves within each have names of their own.
    """

    comments: Comments = field(default_factory=Comments)
    texts: int = 0
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def number(self) -> str:
        """Return the next id for a change, a bookmark or a content control."""
        return str(next(self._numbers))

    def plain(self, text: str, voice: Voice) -> Iterator[Element]:
        """Yield the runs of a text without changes."""
        text = with_breaks(text)
        for stretch in stretches(text, text):
            yield from _runs(stretch, voice)

    def tracked(
        self,
        old: str,
        new: str,
        voice: Voice,
        *,
        author: str,
        date: str,
        notes: Iterable[Note] = (),
    ) -> Iterator[Element]:
        """Yield the runs of a text with its changes, and with the marks of its comments."""
        self.texts += 1
        spans = [(note, *_place(note, new)) for note in notes]
        old, new = with_breaks(old), with_breaks(new)
        places = {place for _, start, end in spans for place in (start, end)}
        starts: dict[int, list[int]] = {}
        ends: dict[int, list[int]] = {}
        for note, start, end in spans:
            number = self.comments.add(note)
            starts.setdefault(start, []).append(number)
            ends.setdefault(max(start, end), []).append(number)
        known = {"author": author} | ({"date": date} if date else {})
        for (kind, move), run in groupby(
            stretches(old, new, places), key=lambda stretch: (stretch.kind, stretch.move)
        ):
            mark = {"id": self.number()} if move else {}
            if move:
                name = f"move{move}_{self.texts}"
                yield element(f"{_MOVES[kind]}RangeStart", **mark, name=name, **known)
            for stretch in run:
                if kind is not HunkKind.DELETE:
                    yield from _endings(ends, stretch.start)
                    yield from _beginnings(starts, stretch.start)
                yield from self._changed(stretch, voice, known)
            if move:
                yield element(f"{_MOVES[kind]}RangeEnd", **mark)
        yield from _beginnings(starts, len(new))
        yield from _endings(ends, len(new))

    def _changed(
        self, stretch: Stretch, voice: Voice, known: Mapping[str, str]
    ) -> Iterator[Element]:
        runs = _runs(stretch, voice)
        if stretch.kind is HunkKind.EQUAL:
            yield from runs
        else:
            wrapper = (_MOVES if stretch.move else _WRAPPERS)[stretch.kind]
            yield element(wrapper, *runs, id=self.number(), **known)


def _place(note: Note, text: str) -> tuple[int, int]:
    """Return where a note's words stand in a text once its hard breaks are single characters."""
    start, end = note.span if note.span and note.span[0] < note.span[1] else (0, len(text))
    return len(with_breaks(text[:start])), len(with_breaks(text[:end]))


def _beginnings(starts: dict[int, list[int]], place: int) -> Iterator[Element]:
    for reached in [start for start in starts if start <= place]:
        yield from (range_start(number) for number in starts.pop(reached))


def _endings(ends: dict[int, list[int]], place: int) -> Iterator[Element]:
    for reached in [end for end in ends if end <= place]:
        for number in ends.pop(reached):
            yield from range_end(number)


def _runs(stretch: Stretch, voice: Voice) -> Iterator[Element]:
    """Yield the runs of a stretch: in a text from right to left, Latin words are runs apart."""
    deleted = stretch.kind is HunkKind.DELETE and not stretch.move
    if not voice.rtl:
        yield _run(stretch.text, stretch.look, voice, deleted=deleted)
        return
    for text in filter(None, _LATIN.split(stretch.text)):
        rtl = not (stretch.look.markup or _LATIN.match(text))
        yield _run(text, stretch.look, voice, deleted=deleted, rtl=rtl)


def _run(text: str, look: Look, voice: Voice, *, deleted: bool, rtl: bool = False) -> Element:
    properties = [
        element("rStyle", val="Markup") if look.markup else None,
        *([element("b"), element("bCs")] if look.bold else []),
        *([element("i"), element("iCs")] if look.italic else []),
        element("rtl") if rtl else None,
        element("lang", **voice.spelling),
    ]
    return element("r", element("rPr", *properties), *run_content(text, deleted=deleted))
