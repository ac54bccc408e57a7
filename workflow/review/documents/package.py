"""DOCX files are zip files of XML parts; those that come from somewhere are read with care."""

import io
import zipfile
from pathlib import Path

from lxml import etree

from workflow.errors import InputError
from workflow.review.documents.wordml import Element

MAX_FILE = 32 * 1024 * 1024
"""The largest file that is opened, in bytes."""
MAX_PART = 48 * 1024 * 1024
"""The largest part that is unpacked, in bytes: a document of some thousand pages."""
MAX_RATIO = 200
"""How many times a part may be larger than it is in the file, once it is over a megabyte."""
_SMALL = 1024 * 1024


class Package:
    """A DOCX that came from somewhere: parts are unpacked one by one, and only so far."""

    def __init__(self, path: Path) -> None:
        """Open the file. Raises InputError where it is missing, too large or no zip file."""
        self.path = path
        try:
            if path.stat().st_size > MAX_FILE:
                raise InputError(
                    f"{path} is larger than {MAX_FILE // 2**20} MB",
                    hint="Take the pictures out of the document, and save it again.",
                )
            self._archive = zipfile.ZipFile(io.BytesIO(path.read_bytes()))
        except OSError as error:
            raise InputError(
                f"{path} cannot be read: {error.strerror}",
                hint="Check that the file is there and yours.",
            ) from None
        except (zipfile.BadZipFile, ValueError):
            raise self.refused("is not a Word document") from None

    def part(self, name: str) -> Element | None:
        """Return the root of an XML part, None where the document has no such part.

        Raises InputError for a part that is too large, broken, or that declares entities.
        """
        try:
            entry = self._archive.getinfo(name)
        except KeyError:
            return None
        try:
            with self._archive.open(entry) as stream:
                data = stream.read(MAX_PART + 1)
        except (
            OSError,
            EOFError,
            ValueError,
            RuntimeError,
            zipfile.BadZipFile,
            NotImplementedError,
        ):
            raise self.refused("is damaged or locked with a password") from None
        bloated = len(data) > max(_SMALL, MAX_RATIO * entry.compress_size)
        if len(data) > MAX_PART or bloated:
            raise self.refused("is larger inside than any text is")
        return self._parsed(data)

    def refused(self, problem: str) -> InputError:
        """Return the error that says why the file is not taken."""
        return InputError(
            f"{self.path} {problem}", hint="Open it in Word or LibreOffice and save it as .docx."
        )

    def _parsed(self, data: bytes) -> Element:
        if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
            raise self.refused("declares entities, which no Word document does")
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
        )
        try:
            root = etree.fromstring(data, parser)
        except etree.XMLSyntaxError:
            raise self.refused("holds broken XML") from None
        if root.getroottree().docinfo.internalDTD is not None:  # in an encoding that hid it
            raise self.refused("declares entities, which no Word document does")
        return root
