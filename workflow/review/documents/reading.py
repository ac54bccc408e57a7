"""A Word file as what it says once its open changes are accepted: paragraphs, rows and comments.

Read as Word, LibreOffice and Google Docs write it: insertions and moves count, deletions do not,
whatever wraps a run is looked through, and what text cannot hold (a picture, a footnote) is named.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from workflow.review.documents.package import Package
from workflow.review.documents.remarks import DocumentComment, read_comments
from workflow.review.documents.wordml import BREAK, Element, name

_TEXT = {
    name("tab"): " ",
    name("ptab"): " ",
    name("cr"): BREAK,
    name("noBreakHyphen"): "\u2011",
    name("softHyphen"): "\u00ad",
}
_CAME = {name("ins"), name("moveTo")}
_GONE = {name("del"), name("moveFrom")}
_SILENT = {
    name(tag)
    for tag in ("pPr", "rPr", "tcPr", "trPr", "sdtEndPr", "instrText", "delText", "delInstrText")
}
_ODD = {
    name("drawing"): "a picture",
    name("pict"): "a picture",
    name("object"): "an embedded object",
    name("footnoteReference"): "a footnote",
    name("endnoteReference"): "an endnote",
    name("sym"): "a symbol of a special font",
    name("tbl"): "a table",
}
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_ADDRESS = re.compile(r"://|@|www\.")
_OFF = ("0", "false", "off")
_MOST_ROWS = 20_000


@dataclass
class Passage:
    """A stretch of a document, such as a table's cell, as it reads with open changes accepted.

    `paragraphs` are their texts, hard breaks as `BREAK`; `open_changes` counts tracked changes;
    `odd` names what text cannot hold; `tags` are those of content controls, `bookmarks` their
    names; `comments` says in which paragraph, from 0, each comment begins, by the comment's id;
    `emphasised` are the words of bold and italic runs.
    """

    paragraphs: list[str] = field(default_factory=list)
    open_changes: int = 0
    odd: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    bookmarks: list[str] = field(default_factory=list)
    comments: dict[str, int] = field(default_factory=dict)
    emphasised: list[str] = field(default_factory=list)

    @property
    def filled(self) -> list[str]:
        """The paragraphs that say something."""
        return [text for text in self.paragraphs if text.strip(f" \u00a0{BREAK}")]

    @property
    def text(self) -> str:
        """All paragraphs as one text, in lines."""
        return "\n".join(text.replace(BREAK, "\n") for text in self.filled)


@dataclass(frozen=True)
class TableRow:
    """A row of a table; `deleted` says that its deletion is waiting to be accepted."""

    cells: tuple[Passage, ...]
    deleted: bool


@dataclass(frozen=True)
class WordFile:
    """A document: the passage outside of tables, the rows of all its tables, and its comments."""

    name: str
    outside: Passage
    rows: tuple[TableRow, ...]
    comments: tuple[DocumentComment, ...]


def read_word_file(path: Path) -> WordFile:
    """Return what a document says. Raises InputError for what is not a safe, whole Word file."""
    package = Package(path)
    document = package.part("word/document.xml")
    body = document.find(name("body")) if document is not None else None
    if body is None:
        raise package.refused("is not a Word document")
    tables = [table for table in body.iter(name("tbl")) if not _within_table(table)]
    rows = tuple(row for table in tables for row in _rows(table))
    if len(rows) > _MOST_ROWS:
        raise package.refused("has more rows than any article")
    outside = read_passage(body, {name("tbl")})
    return WordFile(path.name, outside, rows, read_comments(package))


def read_passage(root: Element, skip: Collection[str] = ()) -> Passage:
    """Return what stands within an element; `skip` are tags that do not belong to it."""
    reader = _Reader(skip)
    reader.read(root)
    return reader.found


def _within_table(table: Element) -> bool:
    return any(parent.tag == name("tbl") for parent in table.iterancestors())


def _rows(table: Element) -> Iterator[TableRow]:
    for row in _members(table, "tr"):
        properties = row.find(name("trPr"))
        deleted = properties is not None and properties.find(name("del")) is not None
        yield TableRow(tuple(read_passage(cell) for cell in _members(row, "tc")), deleted)


def _members(parent: Element, tag: str) -> Iterator[Element]:
    """Yield the rows of a table or the cells of a row, through the controls that wrap them."""
    for child in parent:
        if child.tag == name(tag):
            yield child
        elif child.tag in (name("sdt"), name("sdtContent"), name("customXml"), *_CAME):
            yield from _members(child, tag)


def _is_emphasised(run: Element | None) -> bool:
    """Whether a run itself is set in bold or italics; a style is not looked into."""
    look = run.find(name("rPr")) if run is not None else None
    marks = [look.find(name(tag)) for tag in ("b", "i")] if look is not None else []
    return any(m is not None and m.get(name("val"), "1") not in _OFF for m in marks)


def _texts(item: Element) -> Iterator[str]:
    return (text.text or "" for text in item.iter(name("t")))


class _Reader:
    """Reads one passage."""

    def __init__(self, skip: Collection[str]) -> None:
        self.found = Passage()
        self.skip = skip
        self.open: str | None = None

    def read(self, root: Element) -> None:
        self._children(root)
        self._end_paragraph()

    def _children(self, parent: Element) -> None:
        for child in parent.iterchildren("*"):
            if child.tag not in self.skip and child.tag not in _SILENT:
                self._read(child)

    def _read(self, item: Element) -> None:
        tag = str(item.tag)
        if tag in _GONE:
            self.found.open_changes += 1
        elif tag == name("p"):
            self._paragraph(item)
        elif tag == name("t"):
            self._say(item.text or "")
            if _is_emphasised(item.getparent()):
                self.found.emphasised.append(item.text or "")
        elif tag == name("br"):
            self._say(BREAK if item.get(name("type"), "textWrapping") == "textWrapping" else " ")
        elif tag in _TEXT:
            self._say(_TEXT[tag])
        elif tag in _ODD or tag.startswith(_MATH):
            self.found.odd.append(_ODD.get(tag, "a formula"))
        else:
            self.found.open_changes += tag in _CAME
            if tag == name("hyperlink") and not _ADDRESS.search("".join(_texts(item))):
                self.found.odd.append("a link made in the program (write it as [words](address))")
            self._note(item, tag)
            self._children(item)

    def _note(self, item: Element, tag: str) -> None:
        """Keep what identifies a place: content controls, bookmarks, comments."""
        if tag in (name("commentRangeStart"), name("commentReference")):
            self.found.comments.setdefault(item.get(name("id")) or "", len(self.found.paragraphs))
        elif tag == name("bookmarkStart"):
            self.found.bookmarks.append(item.get(name("name")) or "")
        elif tag == name("tag"):
            self.found.tags.append(item.get(name("val")) or "")

    def _paragraph(self, item: Element) -> None:
        self.open = self.open or ""
        self._children(item)
        mark = item.find(f"{name('pPr')}/{name('rPr')}")
        joined = mark is not None and any(mark.find(tag) is not None for tag in _GONE)
        if joined:
            self.found.open_changes += 1
        else:
            self._end_paragraph()

    def _end_paragraph(self) -> None:
        if self.open is not None:
            self.found.paragraphs.append(self.open)
        self.open = None

    def _say(self, text: str) -> None:
        self.open = (self.open or "") + text
