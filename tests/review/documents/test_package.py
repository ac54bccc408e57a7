import io
import zipfile

import pytest

from workflow.document.packing import pack
from workflow.errors import InputError
from workflow.review.documents import package
from workflow.review.documents.package import Package
from workflow.review.documents.reading import read_word_file

BODY = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    "<w:body>{}</w:body></w:document>"
)


@pytest.fixture
def word(tmp_path):
    """Makes a Word file of some XML."""

    def made(document: str, **more: bytes):
        path = tmp_path / "in.docx"
        path.write_bytes(pack({"word/document.xml": document.encode(), **more}))
        return path

    return made


def test_packing_gives_the_same_bytes_for_the_same_parts():
    assert pack({"b": b"2", "a": b"1"}) == pack({"a": b"1", "b": b"2"})


def test_a_file_that_is_not_there_or_no_zip_is_an_error(tmp_path):
    with pytest.raises(InputError, match="cannot be read"):
        Package(tmp_path / "none.docx")
    path = tmp_path / "old.doc"
    path.write_bytes(b"\xd0\xcf\x11\xe0 an old Word file")
    with pytest.raises(InputError, match="is not a Word document"):
        Package(path)


def test_a_zip_without_a_document_is_an_error(tmp_path):
    path = tmp_path / "photos.zip"
    path.write_bytes(pack({"photo.jpg": b""}))
    with pytest.raises(InputError, match="is not a Word document"):
        read_word_file(path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused_in_any_encoding(tmp_path, encoding):
    text = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'
    path = tmp_path / "in.docx"
    path.write_bytes(pack({"word/document.xml": text.encode(encoding)}))
    with pytest.raises(InputError, match="declares entities"):
        read_word_file(path)


def test_a_zip_bomb_is_refused(word):
    with pytest.raises(InputError, match="larger inside"):
        read_word_file(word(BODY.format("<w:p/>" + " " * 40_000_000)))


def test_a_part_over_the_limit_is_not_unpacked_whole(word, monkeypatch):
    monkeypatch.setattr(package, "MAX_PART", 1000)
    with pytest.raises(InputError, match="larger inside"):
        read_word_file(word(BODY.format("<w:p/>" * 1000)))


def test_a_size_that_the_zip_lies_about_is_found_out(word):
    path = word(BODY.format("<w:p/>"))
    data = path.read_bytes()
    directory = data.rindex(b"PK\x01\x02")
    path.write_bytes(data[: directory + 24] + b"\x01\x00\x00\x00" + data[directory + 28 :])
    with pytest.raises(InputError):
        read_word_file(path)


@pytest.mark.parametrize(
    ("document", "problem"),
    [("<x", "broken XML"), ("<x/>", "not a Word document"), ("<w:p>" * 5000, "broken XML")],
)
def test_broken_xml_is_an_error(word, document, problem):
    with pytest.raises(InputError, match=problem):
        read_word_file(word(document))


def test_elements_nested_too_deeply_are_refused(word):
    deep = "<w:smartTag>" * 2000 + "</w:smartTag>" * 2000
    with pytest.raises(InputError, match="broken XML"):
        read_word_file(word(BODY.format(f"<w:p>{deep}</w:p>")))


def test_a_locked_file_is_named(tmp_path):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("word/document.xml", b"x")
    data = bytearray(made.getvalue())
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path = tmp_path / "locked.docx"
    path.write_bytes(bytes(data))
    with pytest.raises(InputError, match="locked with a password"):
        read_word_file(path)
