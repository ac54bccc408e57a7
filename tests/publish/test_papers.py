"""A PDF that an article leads to goes out with its pages alone."""

import io
import sys
from importlib import import_module
from typing import Any

import pytest

from workflow.errors import InputError, MissingPart
from workflow.publish.metadata import without_metadata
from workflow.publish.papers import words_of_pdf

SECRET = "Informant"


def noted() -> bytes:
    """A PDF with one page, and everything that could tell of somebody."""
    pypdf = pytest.importorskip("pypdf")
    generic, annotations = pypdf.generic, import_module("pypdf.annotations")
    writer = pypdf.PdfWriter()
    writer.add_blank_page(100, 100)
    writer.add_metadata({"/Author": SECRET, "/Title": SECRET})
    writer.add_attachment("notes.txt", SECRET.encode())
    writer.add_annotation(0, annotations.Text(text=SECRET, rect=(1, 1, 9, 9)))
    writer.add_annotation(0, annotations.Link(url="https://a.example", rect=(1, 1, 9, 9)))
    xmp = generic.DecodedStreamObject()
    xmp.set_data(f"<x:xmpmeta>{SECRET}</x:xmpmeta>".encode())
    script = generic.DictionaryObject(
        {
            generic.NameObject("/S"): generic.NameObject("/JavaScript"),
            generic.NameObject("/JS"): generic.TextStringObject(SECRET),
        }
    )
    root = writer.root_object
    root[generic.NameObject("/Metadata")] = writer._add_object(xmp)
    root[generic.NameObject("/OpenAction")] = writer._add_object(script)
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def test_a_pdf_keeps_its_pages_and_links_alone() -> None:
    data = noted()
    assert data.count(SECRET.encode()) == 6
    cleaned = without_metadata(data, "law.pdf")
    assert b"Informant" not in cleaned
    assert b"JavaScript" not in cleaned
    reader = pytest.importorskip("pypdf").PdfReader(io.BytesIO(cleaned))
    (page,) = reader.pages
    assert [note.get_object()["/Subtype"] for note in page["/Annots"]] == ["/Link"]
    assert not reader.metadata
    assert without_metadata(data, "law.pdf") == cleaned


def test_the_words_of_a_pdf_are_those_of_its_pages_and_contents() -> None:
    pypdf = pytest.importorskip("pypdf")
    writer = pypdf.PdfWriter()
    draw(writer.add_blank_page(100, 100), pypdf.generic, "The boat")
    writer.add_outline_item(title="The far bank", page_number=0)
    writer.add_metadata({"/Title": "A letter"})
    made = io.BytesIO()
    writer.write(made)
    words = words_of_pdf(made.getvalue(), "law.pdf").split("\n\n")
    assert {"The boat", "The far bank", "A letter"} <= set(words)


def draw(page: Any, generic: Any, words: str) -> None:
    """Put words on a page: by a stream of PDF operators, in a font that every reader has."""
    name, table = generic.NameObject, generic.DictionaryObject
    font = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
    fonts = table({name("/F1"): table({name(key): name(value) for key, value in font.items()})})
    stream = generic.DecodedStreamObject()
    stream.set_data(f"BT /F1 9 Tf 9 9 Td ({words}) Tj ET".encode())
    page[name("/Resources")] = table({name("/Font"): fonts})
    page[name("/Contents")] = stream


def test_a_pdf_that_cannot_be_searched_is_named() -> None:
    pytest.importorskip("pypdf")
    with pytest.raises(InputError, match=r"law\.pdf cannot be searched"):
        words_of_pdf(b"%PDF-1.7 nothing else", "law.pdf")


def test_a_locked_or_broken_pdf_is_refused() -> None:
    pypdf = pytest.importorskip("pypdf")
    writer = pypdf.PdfWriter()
    writer.add_blank_page(100, 100)
    writer.encrypt("secret", algorithm="RC4-128")
    made = io.BytesIO()
    writer.write(made)
    for data in (made.getvalue(), b"%PDF-1.7\nnothing"):
        with pytest.raises(InputError, match=r"law\.pdf is damaged"):
            without_metadata(data, "law.pdf")


def test_without_the_library_no_pdf_goes_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(MissingPart, match="pypdf is needed"):
        without_metadata(b"%PDF-1.7", "law.pdf")
