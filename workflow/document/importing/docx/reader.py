"""From the parts of a Word document to a reading: paragraphs, lists, tables, notes, comments."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from workflow.document.importing import clutter, compose, pictures
from workflow.document.importing.blocks import Block, BlockKind
from workflow.document.importing.clutter import Keep
from workflow.document.importing.context import Context
from workflow.document.importing.covers import take_cover
from workflow.document.importing.docx.archive import Archive, Element
from workflow.document.importing.docx.grouping import Piece, grouped
from workflow.document.importing.docx.house import House, is_ours
from workflow.document.importing.docx.lines import Line, LineReader, without_hidden
from workflow.document.importing.docx.styles import Styles, W
from workflow.document.importing.encoding import MAX_SIZE, refuse_endless
from workflow.document.importing.imported import About, Dropped, Reading
from workflow.document.importing.opening import first_line
from workflow.document.importing.phrases import Clutter
from workflow.document.importing.pictures import Gallery
from workflow.document.importing.runs import BREAK, Run
from workflow.errors import InputError

EXTENSIONS: tuple[str, ...] = (".docx", ".docm", ".dotx")

MAX_PARAGRAPHS = 20_000

_MAX_INSIDE = 6
_QUOTES = {"quote", "intense quote", "block text", "quotations"}
_DELETED = "deleted text in tracked changes"
_COMMENT = "a comment in the document"
_HIDDEN = "text that the document hides"
_EDGES = ("header", "footer")


def read(data: bytes, name: str, keep: Keep, context: Context) -> Reading:  # noqa: ARG001 - carries its own
    """Read a Word document; tracked changes count as accepted."""
    if len(data) > MAX_SIZE:
        raise InputError(
            f"{name}: larger than {MAX_SIZE // 2**20} MB",
            hint="Take the pictures out of the document, or save them smaller.",
        )
    return _Document(Archive(data, name), name).reading(keep)


class _Document:
    def __init__(self, archive: Archive, name: str) -> None:
        self._archive = archive
        main = [
            target for kind, target, _ in archive.relations("").values() if kind == "officeDocument"
        ]
        self._main = main[0] if main else "word/document.xml"
        root = archive.xml(self._main)
        body = root.find(f"{W}body") if root is not None else None
        if root is None or body is None:
            raise archive.refused("is no Word document")
        if sum(1 for _ in root.iter(f"{W}p")) > MAX_PARAGRAPHS:
            raise archive.refused(f"has more than {MAX_PARAGRAPHS:,} paragraphs")
        refuse_endless(sum(len(node.text or "") for node in root.iter(f"{W}t")), name)
        self._body, self._hidden = body, list(without_hidden(root))
        self._relations = archive.relations(self._main)
        self._styles = Styles(self._part("styles"), self._part("numbering"))
        self._lines = LineReader(_links(self._relations))
        self._inside = 0
        self._gallery = Gallery(self._embedded)
        self._house = House() if is_ours(self._styles.defined) else None
        self._title: str | None = None
        self._subtitle: str | None = None

    def reading(self, keep: Keep) -> Reading:
        blocks = self._blocks(self._body)
        if not any(block.linked for block in blocks):
            blocks = [_unlinked(block) for block in blocks]
        notes = [*self._notes()]
        kept, dropped = clutter.sweep(blocks, keep)
        title, kept = (self._title, kept) if self._title else first_line(kept)
        cover, _, kept, captions = take_cover((), kept, keep)
        return Reading(
            blocks=(*kept, *notes),
            head=tuple(self._house.above) if self._house else (),
            tail=tuple(self._house.below) if self._house else (),
            about=replace(
                self._house.about if self._house else About(),
                title=title,
                summary=self._subtitle,
                cover=cover,
            ),
            claimed=self._language(),
            dropped=(*dropped, *captions, *self._left_out()),
            media=self._gallery.media,
        )

    def _name(self, kind: str) -> str:
        """Return the name of the document's part of a kind, empty where it has none."""
        found = (target for known, target, _ in self._relations.values() if known == kind)
        return next(found, "")

    def _part(self, kind: str) -> Element | None:
        return self._archive.xml(self._name(kind))

    def _embedded(self, relation: str) -> bytes | None:
        kind, target, outside = self._relations.get(relation, ("", "", True))
        return self._archive.data(target) if kind == "image" and not outside else None

    def _language(self) -> str | None:
        styles = self._part("styles")
        node = styles.find(f"{W}docDefaults//{W}lang") if styles is not None else None
        return node.get(f"{W}val") if node is not None else None

    def _blocks(self, container: Element) -> list[Block]:
        """Return the blocks of a body, a table cell, a note or a box of text."""
        return grouped(list(self._pieces(container)))

    def _pieces(self, container: Element) -> Iterator[Piece]:
        waiting: list[Run] = []
        begun = False
        for node in _content(container):
            if node.tag == f"{W}tbl":
                yield None, self._table(node), False
                continue
            line = self._lines.read(node)
            line.runs[:0] = waiting
            waiting = []
            if node.find(f"{W}pPr/{W}rPr/{W}del") is not None:  # its end was deleted
                waiting = line.runs
                continue
            blocks = self._paragraph(node, line)
            style = next(iter(self._styles.names(node)), "")
            if self._house and self._house.takes(style, blocks, begun=begun):
                continue
            begun = begun or any(b.kind is BlockKind.PARAGRAPH for b in blocks)
            yield self._styles.item(node), blocks, self._is_quoted(node)
            for box in line.boxes:
                yield None, self._blocks(box), False
        yield None, compose.paragraphs(waiting), False

    def _is_quoted(self, node: Element) -> bool:
        return not _QUOTES.isdisjoint(self._styles.names(node))

    def _paragraph(self, node: Element, line: Line) -> list[Block]:
        names = self._styles.names(node)
        shown = [p for key, alt in line.pictures if (p := self._gallery.picture(key, alt))]
        if level := self._styles.heading(node):
            text = compose.heading(line.runs, level)
        else:
            text = compose.paragraphs(line.runs)
        if text and names[:1] == ("title",) and self._title is None:
            self._title = text[0].markdown.replace("\\\n", " ").lstrip("# ")
            return pictures.shown(shown, ())
        if text and names[:1] == ("subtitle",) and self._subtitle is None:
            self._subtitle = text[0].markdown.replace("\\\n", " ").lstrip("# ")
            return pictures.shown(shown, ())
        if "caption" in names:
            return pictures.shown(shown, text)
        return [*pictures.shown(shown, ()), *text]

    def _table(self, node: Element) -> list[Block]:
        if self._inside >= _MAX_INSIDE:
            return []
        self._inside += 1
        cells = [
            [self._blocks(c) for c in row.iter(f"{W}tc") if _nearest(c, "tbl") is node]
            for row in node.iter(f"{W}tr")
            if _nearest(row, "tbl") is node
        ]
        self._inside -= 1
        rows = [row for row in cells if any(row)]
        simple = all(
            b.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING)
            for row in rows
            for c in row
            for b in c
        )
        if len(rows) < 2 or max(map(len, rows)) < 2 or not simple:
            return [block for row in rows for cell in row for block in cell]
        return [compose.table([[_one_line(cell) for cell in row] for row in rows])]

    def _notes(self) -> Iterator[Block]:
        """Yield the texts of the footnotes; those of a note may have notes of their own."""
        parts = {kind: self._part(kind) for kind in ("footnotes", "endnotes")}
        links = {kind: _links(self._archive.relations(self._name(kind))) for kind in parts}
        done: set[str] = set()
        while waiting := [
            (k, label) for k, label in self._lines.notes.items() if label not in done
        ]:
            for (kind, number), label in waiting:
                done.add(label)
                root = parts[kind]
                self._lines.links = links[kind]
                found = [] if root is None else [n for n in root if n.get(f"{W}id") == number]
                blocks = self._blocks(found[0]) if found else []
                yield from compose.footnote(label, blocks or compose.paragraphs([Run("–")]))

    def _left_out(self) -> list[Dropped]:
        found = [Dropped(text, _DELETED) for text in self._lines.deleted]
        found += [Dropped(text, _HIDDEN) for text in self._hidden]
        comments = self._part("comments")
        for node in comments if comments is not None else ():
            text = " ".join(
                "".join(t.text or "" for t in p.iter(f"{W}t")) for p in node.iter(f"{W}p")
            )
            if text.strip():
                found.append(Dropped(f"{node.get(f'{W}author', '')}: {text.strip()}", _COMMENT))
        edges = [target for kind, target, _ in self._relations.values() if kind in _EDGES]
        for part in dict.fromkeys(edges):
            root = self._archive.xml(part)
            text = " ".join(t.text or "" for t in root.iter(f"{W}t")) if root is not None else ""
            if text.strip() and not text.strip().isdigit():  # a page's number
                found.append(Dropped(" ".join(text.split()), Clutter.OUTSIDE))
        return list(dict.fromkeys(found))


def _links(relations: Mapping[str, tuple[str, str, bool]]) -> dict[str, str]:
    """Return the addresses outside that a part refers to, by the ids of its relations."""
    return {key: target for key, (_, target, outside) in relations.items() if outside}


def _content(container: Element) -> Iterator[Element]:
    """Yield the paragraphs and tables of a container, through content controls."""
    for node in container:
        if node.tag in (f"{W}p", f"{W}tbl"):
            yield node
        elif node.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins", f"{W}smartTag"):
            yield from _content(node)


def _nearest(node: Element, name: str) -> Element | None:
    return next(node.iterancestors(f"{W}{name}"), None)


def _one_line(blocks: Sequence[Block]) -> tuple[str, str]:
    """Return a cell's Markdown and text."""
    written = " ".join(b.markdown.lstrip("# ").replace("\\\n", " ") for b in blocks)
    return written, " ".join(b.text.replace(BREAK, " ") for b in blocks)


def _unlinked(block: Block) -> Block:
    return replace(block, linked=None)
