"""The text of Word paragraphs as runs, tracked changes accepted."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from workflow.document.importing.docx.archive import Element
from workflow.document.importing.docx.styles import W
from workflow.document.importing.encoding import tidy
from workflow.document.importing.links import absolute
from workflow.document.importing.raised import above_line, below_line
from workflow.document.importing.runs import BREAK, Run

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_V = "{urn:schemas-microsoft-com:vml}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

_GONE = {f"{W}del", f"{W}moveFrom"}
_OFF = {"0", "false", "off", "none"}
_SIGNS = {
    f"{W}tab": " ",
    f"{W}cr": BREAK,
    f"{W}noBreakHyphen": "\u2011",
    f"{W}ptab": " ",
}
_LINK = re.compile(r'\s*HYPERLINK\s+"([^"]+)"', re.IGNORECASE)


@dataclass
class Line:
    """One paragraph as read: its runs, the pictures in it, the boxes of text set beside it."""

    runs: list[Run] = field(default_factory=list)
    pictures: list[tuple[str, str]] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)


class LineReader:
    """Reads paragraphs in their order: a field may begin in one and end in the next.

    `links` maps relation ids to addresses: each part of a document has its own. `deleted` are the
    texts that tracked changes took out, `inserted` is how many they put in, `notes` the footnotes
    in the order of their marks.
    """

    def __init__(self, links: Mapping[str, str]) -> None:
        self.deleted: list[str] = []
        self.inserted = 0
        self.notes: dict[tuple[str, str], str] = {}
        self.links = links
        self._fields: list[tuple[str, bool]] = []

    def read(self, paragraph: Element) -> Line:
        """Return the text of a paragraph."""
        line = Line()
        self._walk(paragraph, Run(""), line)
        return line

    def _walk(self, element: Element, look: Run, line: Line) -> None:
        for node in element:
            tag = node.tag
            if tag in _GONE:
                self._take_out(node)
            elif tag == f"{W}hyperlink":
                address = self.links.get(node.get(f"{R}id", ""))
                link = absolute(address, None) if address else None
                self._walk(node, replace(look, link=link), line)
            elif tag == f"{W}r":
                self._run(node, self._look(node, look), line)
            elif tag == f"{_MC}AlternateContent":
                self._walk_choice(node, look, line)
            elif isinstance(tag, str) and tag not in (f"{W}pPr", f"{W}p", f"{W}sdtPr"):
                self.inserted += tag in (f"{W}ins", f"{W}moveTo")
                self._walk(node, look, line)

    def _walk_choice(self, node: Element, look: Run, line: Line) -> None:
        choice = node.find(f"{_MC}Choice")
        chosen = choice if choice is not None else node.find(f"{_MC}Fallback")
        if chosen is not None:
            self._run(chosen, look, line)

    def _take_out(self, node: Element) -> None:
        kept = {f"{W}delText", f"{W}t"}
        text = "".join(part.text or "" for part in node.iter() if part.tag in kept)
        if text.strip() and node.tag == f"{W}del":
            self.deleted.append(tidy(text).strip())

    def _run(self, run: Element, look: Run, line: Line) -> None:
        link = next((link for link, shown in reversed(self._fields) if shown and link), "")
        look = replace(look, link=absolute(link, None)) if link else look
        hidden = any(not shown for _, shown in self._fields)
        for node in run:
            if node.tag == f"{W}fldChar":
                self._field(node.get(f"{W}fldCharType", ""))
                hidden = any(not shown for _, shown in self._fields)
            elif node.tag == f"{W}instrText":
                self._instruct(node.text or "")
            elif hidden or not isinstance(node.tag, str):
                continue
            elif node.tag == f"{W}t":
                line.runs.append(replace(look, text=_raised(run, tidy(node.text or ""))))
            elif node.tag == f"{W}br":
                line.runs.append(Run(" " if node.get(f"{W}type") in ("page", "column") else BREAK))
            elif node.tag in _SIGNS:
                line.runs.append(replace(look, text=_SIGNS[node.tag]))
            elif node.tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
                line.runs.append(self._note(node))
            elif node.tag == f"{_MC}AlternateContent":
                self._walk_choice(node, look, line)
            elif node.tag in (f"{W}drawing", f"{W}pict", f"{W}object"):
                self._drawing(node, line)

    def _note(self, node: Element) -> Run:
        kind = "footnotes" if node.tag == f"{W}footnoteReference" else "endnotes"
        key = (kind, node.get(f"{W}id", ""))
        label = self.notes.setdefault(key, str(len(self.notes) + 1))
        return Run(f"[^{label}]", note=True)

    def _field(self, what: str) -> None:
        if what == "begin":
            self._fields.append(("", False))
        elif what == "separate" and self._fields:
            match = _LINK.match(self._fields[-1][0])
            self._fields[-1] = (match[1] if match else "", True)
        elif what == "end" and self._fields:
            self._fields.pop()

    def _instruct(self, text: str) -> None:
        if self._fields and not self._fields[-1][1]:
            self._fields[-1] = (self._fields[-1][0] + text, False)

    def _drawing(self, node: Element, line: Line) -> None:
        described = next(node.iter(f"{_WP}docPr"), None)
        alt = described.get("descr", "") if described is not None else ""
        line.pictures += [(blip.get(f"{R}embed", ""), alt) for blip in node.iter(f"{_A}blip")]
        line.pictures += [
            (image.get(f"{R}id", ""), image.get("title", ""))
            for image in node.iter(f"{_V}imagedata")
        ]
        line.boxes += list(node.iter(f"{W}txbxContent"))

    def _look(self, run: Element, look: Run) -> Run:
        """Return the look of a run; text that Word hides comes with none."""
        properties = run.find(f"{W}rPr")
        if properties is None:
            return look
        style = properties.find(f"{W}rStyle")
        named = style.get(f"{W}val", "").lower() if style is not None else ""
        return replace(
            look,
            strong=_is_on(properties, "b") or named == "strong",
            emphasis=_is_on(properties, "i") or named == "emphasis",
        )


def is_hidden(run: Element) -> bool:
    """Say whether Word hides a run."""
    properties = run.find(f"{W}rPr")
    return properties is not None and _is_on(properties, "vanish")


def without_hidden(root: Element) -> Iterator[str]:
    """Take hidden runs out of a part, and yield their texts."""
    for run in [run for run in root.iter(f"{W}r") if is_hidden(run)]:
        text = "".join(node.text or "" for node in run.iter(f"{W}t"))
        for node in run.findall(f"{W}t"):
            run.remove(node)
        if text.strip():
            yield text.strip()


def _is_on(properties: Element, name: str) -> bool:
    node = properties.find(f"{W}{name}")
    return node is not None and node.get(f"{W}val", "1").lower() not in _OFF


def _raised(run: Element, text: str) -> str:
    """Return the text in signs above or below the line; LibreOffice may only move the run there."""
    aligned, moved = run.find(f"{W}rPr/{W}vertAlign"), run.find(f"{W}rPr/{W}position")
    place = aligned.get(f"{W}val", "") if aligned is not None else ""
    height = moved.get(f"{W}val", "0") if moved is not None else "0"
    if place == "superscript" or (not place and height not in ("0", "") and height[0] != "-"):
        return above_line(text)
    return below_line(text) if place == "subscript" or height[:1] == "-" else text
