"""The registry of formats: which reader takes a file, by its name and by what it begins with."""

import re
from pathlib import PurePath
from typing import Protocol

from workflow.document.importing import docx, html, markdown, mime, subtitles, text, webarchive
from workflow.document.importing.clutter import Keep
from workflow.document.importing.context import Context
from workflow.document.importing.imported import Reading
from workflow.errors import InputError


class Format(Protocol):
    """A module that reads one format."""

    EXTENSIONS: tuple[str, ...]

    def read(self, data: bytes, name: str, keep: Keep, context: Context) -> Reading:
        """Return the blocks of a file.

        `keep` says which text must not be dropped, `context` knows where the file comes from.
        """


FORMATS: tuple[Format, ...] = (markdown, text, html, docx, subtitles, mime, webarchive)
"""A new format is one module more in this list."""

_PAGE_START = re.compile(
    rb"\s*(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_HEADERS = 16_384
_REFUSED = (
    (b"PK\x03\x04", "an ODT or other zipped file"),
    (b"%PDF", "a PDF file"),
    (b"\xd0\xcf\x11\xe0", "an old Word file"),
    (b"{\\rtf", "an RTF file"),
)
_MIME_START = re.compile(rb"(?:mime-version:|from: <saved by)", re.IGNORECASE)
_MAIL_START = re.compile(
    rb"(?:[!-9;-~]+:[ \t].*\r?\n(?:[ \t].*\r?\n)*)*mime-version:[ \t]*1\.0", re.IGNORECASE
)


def format_of(data: bytes, name: str) -> Format:
    """Return the reader for a file called `name`. Raises InputError for what none can read."""
    extension = PurePath(name).suffix.lower()
    if extension in docx.EXTENSIONS or (data.startswith(b"PK") and b"word/document.xml" in data):
        return docx
    for start, what in _REFUSED:
        if data.startswith(start):
            raise InputError(
                f"{name}: this is {what}",
                hint="Save it as a Word document (.docx), a web page or plain text first.",
            )
    if _MIME_START.match(data) or _MAIL_START.match(data[:_HEADERS]):
        return mime
    if data.startswith(b"bplist00"):
        return webarchive
    for known in FORMATS:
        if extension in known.EXTENSIONS:
            return known
    return html if _PAGE_START.match(data[:4096]) else text
