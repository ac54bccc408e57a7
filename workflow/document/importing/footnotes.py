"""Footnotes of web pages: a mark and a note that lead to each other."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice

from lxml.html import HtmlElement

from workflow.document.importing import compose
from workflow.document.importing.blocks import Block
from workflow.document.importing.convert import BLOCK_TAGS, Converter
from workflow.document.importing.imported import Dropped
from workflow.document.importing.marks import shown_text
from workflow.document.importing.phrases import Clutter

_LONGEST = 3_000
_MOST = 500
_MOST_INSIDE = 200
"""Of more elements no note consists."""

_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_NEAR = 3
"""How far above or below a mark the element may be that its note leads back to."""


@dataclass
class Footnotes:
    """The footnotes of a page: `marks` maps the links in the text to labels, in their order."""

    marks: dict[HtmlElement, str] = field(default_factory=dict)
    notes: dict[str, HtmlElement] = field(default_factory=dict)

    def blocks(self, converter: Converter, text: Iterable[Block]) -> Iterator[Block]:
        """Yield the notes whose marks stand in the text."""
        for label in self._marked(text):
            yield from compose.footnote(label, converter.blocks(self.notes[label]))

    def left_out(self, text: Iterable[Block]) -> list[Dropped]:
        """Return the notes whose marks stand in what was left out."""
        gone = self.notes.keys() - self._marked(text)
        return [
            Dropped(shown_text(note), Clutter.OUTSIDE)
            for label, note in self.notes.items()
            if label in gone
        ]

    def _marked(self, text: Iterable[Block]) -> list[str]:
        written = "\n".join(block.markdown for block in text)
        return [label for label in self.notes if f"[^{label}]" in written]


def take_footnotes(page: HtmlElement) -> Footnotes:
    """Take the notes out of a page, without the links that lead back to their marks."""
    named, order = _named(page), {node: index for index, node in enumerate(page.iter())}
    found = Footnotes()
    labels: dict[HtmlElement, str] = {}
    for link in [link for link in page.iter("a") if (link.get("href") or "").startswith("#")]:
        note = _note(link, named)
        if note is None or order[note] < order[link] or len(found.marks) >= _MOST:
            continue
        if note not in labels:
            labels[note] = str(len(labels) + 1)
            found.notes[labels[note]] = note
        found.marks[link] = labels[note]
    for note in found.notes.values():
        for link in list(note.iter("a")):
            if _is_back(link, found.marks, named):
                link.drop_tree()
        around = list(note.iterancestors())
        note.drop_tree()
        _drop_heading(around)
    return found


def _drop_heading(around: list[HtmlElement]) -> None:
    """Take out the heading of notes that are all gone."""
    hollow = around[0]
    for element in around[:_NEAR]:
        if shown_text(element):
            break
        hollow = element
    else:
        return
    shown = [node for node in hollow.getparent() if node is hollow or shown_text(node)]
    place = shown.index(hollow)
    above, below = shown[place - 1 : place], shown[place + 1 : place + 2]
    if above and above[0].tag in _HEADINGS and all(node.tag in _HEADINGS for node in below):
        above[0].drop_tree()


def _named(page: HtmlElement) -> dict[str, HtmlElement]:
    found: dict[str, HtmlElement] = {}
    for node in page.iter():
        for name in (node.get("id"), node.get("name") if node.tag == "a" else None):
            if name and isinstance(node.tag, str):
                found.setdefault(name, node)
    return found


def _note(link: HtmlElement, named: Mapping[str, HtmlElement]) -> HtmlElement | None:
    """Return the block that a link leads to, if that leads back to the link."""
    target = named.get(link.get("href", "")[1:])
    while target is not None and target.tag not in BLOCK_TAGS:
        target = target.getparent()
    if target is None or next(islice(target.iter(), _MOST_INSIDE, None), None) is not None:
        return None
    if target.tag == "body" or link in target.iter("a"):
        return None
    if len(target.text_content()) > _LONGEST or not target.text_content().strip():
        return None
    back = any(_is_back(other, {link: ""}, named) for other in target.iter("a"))
    return target if back else None


def _is_back(
    link: HtmlElement, marks: Mapping[HtmlElement, str], named: Mapping[str, HtmlElement]
) -> bool:
    place = named.get((link.get("href") or "#")[1:])
    if place is None:
        return False
    near = [place, *list(place.iterancestors())[:_NEAR], *list(place.iter("a"))[:_NEAR]]
    around = {mark for mark in near if mark in marks}
    return bool(around) or any(link in marks for link in place.iter("a"))
