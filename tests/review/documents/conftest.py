"""A review document of a small article, and the ways in which programs write into such a file."""

import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import pytest

from workflow.document.packing import pack
from workflow.glossary.glossary import Glossary
from workflow.review.documents.contents import sheet_of
from workflow.review.documents.reading import read_word_file
from workflow.review.documents.returning import Return, identity_of, read_return
from workflow.review.documents.sheet import bookmark
from workflow.review.documents.table import review_document
from workflow.workspace.article import Article
from workflow.workspace.events import Origin
from workflow.workspace.target import Target


@dataclass
class WordCopy:
    """A Word file in the hands of an editor: its parts as text, to be changed by a test."""

    path: Path
    target: Target
    document: ClassVar[str] = "word/document.xml"
    comments: ClassVar[str] = "word/comments.xml"
    editor: ClassVar[str] = 'w:author="Ina Rook" w:date="2026-03-05T09:00:00Z"'

    def part(self, name: str) -> str:
        with zipfile.ZipFile(self.path) as archive:
            return archive.read(name).decode()

    def change(self, old: str, new: str, *, part: str = document) -> None:
        """Replace XML in a part, where it must stand exactly once."""
        text = self.part(part)
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
        self.write(part, text.replace(old, new))

    def write(self, part: str, text: str) -> None:
        with zipfile.ZipFile(self.path) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        self.path.write_bytes(pack(parts | {part: text.encode()}))

    def row(self, unit: str) -> str:
        """The XML of a unit's row."""
        rows = re.findall(r"<w:tr>.*?</w:tr>", self.part(self.document), re.DOTALL)
        [found] = [row for row in rows if f'"{bookmark(unit)}"' in row]
        return str(found)

    def change_row(self, unit: str, old: str, new: str) -> None:
        row = self.row(unit)
        assert row.count(old) == 1, f"{old!r} stands {row.count(old)} times in {row}"
        self.change(row, row.replace(old, new))

    def retype(self, unit: str, runs: str) -> None:
        """Put these runs where the translation of a unit stands."""
        row = self.row(unit)
        inside = re.search(r"(<w:bookmarkStart[^>]*>)(.*?)(<w:bookmarkEnd)", row, re.DOTALL)
        assert inside
        self.change(row, row.replace(inside[0], inside[1] + runs + inside[3]))

    @staticmethod
    def run(text: str) -> str:
        return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'

    @classmethod
    def inserted(cls, text: str) -> str:
        return f'<w:ins w:id="900" {cls.editor}>{cls.run(text)}</w:ins>'

    @classmethod
    def deleted(cls, text: str) -> str:
        gone = cls.run(text).replace("w:t>", "w:delText>").replace("<w:t ", "<w:delText ")
        return f'<w:del w:id="901" {cls.editor}>{gone}</w:del>'

    def taken(self, *, partial: bool = False) -> Return:
        """What comes back when the file is imported."""
        document = read_word_file(self.path)
        target = self.target.article.workspace.article(self.target.article.slug).target("es")
        _, identity = identity_of(document)
        given = target.revision(identity.event)
        people = target.article.workspace.settings.contributors
        return read_return(document, given, target.state, people, partial=partial)


@pytest.fixture
def drafted(article: Article) -> Target:
    """The report with a machine draft in Spanish that a translator has begun to revise."""
    target = article.add_target("es", "ana")
    title, author, first, *_ = target.texts
    drafts = {key: f"borrador de {text}" for key, text in article.texts.items()}
    target.draft({key: (text, Origin(engine="argos")) for key, text in drafts.items()}, "ana")
    target.edit({title: "El tribunal prolonga el arresto", author: "Vera Example"}, "ana")
    target.edit({first: "El tribunal de Ravnoye prolongó el arresto. Él **niega** todo."}, "ana")
    return target


@pytest.fixture
def units(drafted: Target) -> dict[str, str]:
    """The ids of some units by what they are."""
    title, author, first, heading, quote, item, last = drafted.texts
    return {
        "title": title,
        "author": author,
        "first": first,
        "heading": heading,
        "quote": quote,
        "item": item,
        "last": last,
    }


@pytest.fixture
def export(drafted: Target, tmp_path: Path) -> Callable[..., WordCopy]:
    """Exports the review document, with these findings beside it."""

    def made(*findings: object, glossary: Glossary | None = None) -> WordCopy:
        target = drafted.article.target("es")
        sheet = sheet_of(target, findings, glossary or Glossary())  # type: ignore[arg-type]
        path = tmp_path / "review.docx"
        path.write_bytes(review_document(sheet))
        return WordCopy(path, target)

    return made


@pytest.fixture
def copy(export: Callable[..., WordCopy]) -> WordCopy:
    """The review document as it was sent."""
    return export()
