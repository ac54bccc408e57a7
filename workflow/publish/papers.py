"""PDF files that an article leads to, without what tells of those who made them.

Titles, names, programs, times, XMP, earlier versions, attachments, scripts and comments go; the
pages stay, and the pictures in them lose their Exif data. A signature cannot survive that. pypdf
takes the file apart, which is installed apart (BSD licence, no other package).
"""

import logging
from collections.abc import Iterator
from importlib import import_module
from io import BytesIO
from typing import Any

from workflow.errors import InputError, MissingPart
from workflow.publish.damaged import Damaged
from workflow.publish.pictures.jpeg import clean_jpeg

_GONE = ("/Metadata", "/PieceInfo", "/AA", "/OpenAction", "/LastModified", "/AF", "/EF")
_NAMES_GONE = ("/JavaScript", "/EmbeddedFiles")
_JPEG = ("/DCTDecode", ["/DCTDecode"])
_KEPT_NOTES = ("/Link", "/Widget")
_ACTIONS = ("/JavaScript", "/Launch", "/GoToE", "/ImportData", "/SubmitForm", "/Rendition")


_SLIPS = (ValueError, KeyError, TypeError, AttributeError, RecursionError)
"""What pypdf stumbles into where an object is of another type than it should be."""


def clean_pdf(data: bytes) -> bytes:
    """Return a PDF file with its pages alone.

    Raises Damaged for one that is encrypted or cannot be read, MissingPart without pypdf.
    """
    pypdf = _pypdf("a PDF file tells who made it and when; to take that out")
    try:
        reader = pypdf.PdfReader(BytesIO(data))
        if reader.is_encrypted:
            raise Damaged("it is encrypted")
        writer = pypdf.PdfWriter(clone_from=reader)
        writer.metadata = None
        _tidy(writer, pypdf.generic)
        writer.compress_identical_objects()
        made = BytesIO()
        writer.write(made)
    except (pypdf.errors.PyPdfError, *_SLIPS) as error:
        raise Damaged(str(error)) from None
    return made.getvalue()


def words_of_pdf(data: bytes, name: str) -> str:
    """Return the words on the pages of a PDF file, and its title, author and table of contents.

    Raises InputError for one that cannot be read, MissingPart without pypdf; `name` is what an
    error calls it.
    """
    pypdf = _pypdf("to look for withheld names in a PDF file")
    try:
        reader = pypdf.PdfReader(BytesIO(data))
        told = [str(value) for value in (reader.metadata or {}).values()]
        titles = [str(title) for title in _titles(reader.outline)]
        return "\n\n".join([*(page.extract_text() for page in reader.pages), *told, *titles])
    except (pypdf.errors.PyPdfError, *_SLIPS) as error:
        raise InputError(
            f"{name} cannot be searched for withheld names: {error}",
            hint="Open it in a program for such files, and save it again, or leave it out.",
        ) from None


def _pypdf(purpose: str) -> Any:
    try:
        found = import_module("pypdf")
    except ImportError:
        raise MissingPart(
            f"{purpose}, pypdf is needed",
            hint="Install it: pip install 'newsroom-workflow[pdf]'.",
        ) from None
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it mends by itself is mended
    return found


def _titles(outline: Any) -> Iterator[Any]:
    for entry in outline:
        if isinstance(entry, list):
            yield from _titles(entry)
        else:
            yield entry.title


def _tidy(writer: Any, generic: Any) -> None:
    root = writer.root_object
    names = root.get("/Names", generic.DictionaryObject()).get_object()
    for name in _NAMES_GONE:
        names.pop(name, None)
    for found in writer._objects:
        if isinstance(found, generic.DictionaryObject):
            _clean_object(found, generic)


def _clean_object(found: Any, generic: Any) -> None:
    for name in _GONE:
        found.pop(name, None)
    if "/Annots" in found:
        notes = [note for note in found["/Annots"] if _is_kept(note.get_object())]
        found[generic.NameObject("/Annots")] = generic.ArrayObject(notes)
    if found.get("/S") in _ACTIONS:
        found.clear()
    if isinstance(found, generic.StreamObject) and found.get("/Filter") in _JPEG:
        found._data = clean_jpeg(found._data)


def _is_kept(note: Any) -> bool:
    return note.get("/Subtype") in _KEPT_NOTES
