"""The zip file that a Word document is, opened with care: so far and no further, no entities."""

import io
import posixpath
import zipfile
import zlib
from typing import Any

from lxml import etree

from workflow.errors import InputError

Element = Any

MAX_PART = 20 * 1024 * 1024
"""The largest part that is unpacked, in bytes."""

MAX_UNPACKED = 120 * 1024 * 1024
"""How much is unpacked of one document at most, in bytes."""

MAX_PARTS = 5_000
_MAX_RATIO = 150
_SMALL = 1024 * 1024
"""A part of fewer bytes harms nobody, however well it was packed."""

_UNREADABLE = (
    *(OSError, EOFError, ValueError, RuntimeError, NotImplementedError),
    *(zipfile.BadZipFile, zlib.error),
)
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_STRICT = (
    (
        "http://purl.oclc.org/ooxml/officeDocument/",
        "http://schemas.openxmlformats.org/officeDocument/2006/",
    ),
    (
        "http://purl.oclc.org/ooxml/wordprocessingml/",
        "http://schemas.openxmlformats.org/wordprocessingml/2006/",
    ),
    ("http://purl.oclc.org/ooxml/drawingml/", "http://schemas.openxmlformats.org/drawingml/2006/"),
)


class Archive:
    """The parts of a document called `name`. Raises InputError for what is no whole document."""

    def __init__(self, data: bytes, name: str) -> None:
        self._name, self._unpacked = name, 0
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
            raise self.refused("is damaged, or no Word document") from None
        self.names = self._zip.namelist()
        if len(self.names) > MAX_PARTS:
            raise self.refused("has more parts than any document has")
        if "[Content_Types].xml" not in self.names:
            raise self.refused("is no Word document")

    def refused(self, problem: str) -> InputError:
        """Return the error that says why the document is not read."""
        return InputError(
            f"{self._name}: this file {problem}",
            hint="Open it in Word or LibreOffice and save it as .docx.",
        )

    def data(self, part: str) -> bytes | None:
        """Return the bytes of a part, None where there is none."""
        try:
            entry = self._zip.getinfo(part)
        except KeyError:
            return None
        try:
            with self._zip.open(entry) as stream:
                data = stream.read(min(MAX_PART, MAX_UNPACKED - self._unpacked) + 1)
        except _UNREADABLE:
            raise self.refused("is damaged, or locked with a password") from None
        self._unpacked += len(data)
        bloated = len(data) > max(_SMALL, _MAX_RATIO * entry.compress_size)
        if len(data) > MAX_PART or self._unpacked > MAX_UNPACKED or bloated:
            raise self.refused("is larger inside than any text is")
        return data

    def xml(self, part: str) -> Element | None:
        """Return the root of an XML part, None where there is none."""
        data = self.data(part)
        if data is None:
            return None
        if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
            raise self.refused("declares entities, which no Word document does")
        for strict, usual in _STRICT:
            data = data.replace(strict.encode(), usual.encode())
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
        )
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError):
            raise self.refused("holds broken XML") from None
        if root.getroottree().docinfo.internalDTD is not None:  # in an encoding that hid it
            raise self.refused("declares entities, which no Word document does")
        return root

    def relations(self, part: str) -> dict[str, tuple[str, str, bool]]:
        """Return what a part refers to: id → the relation's kind, its target, and if it is outside.

        Targets inside are names of parts.
        """
        folder, file = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", f"{file}.rels"))
        if root is None:
            return {}
        found = {}
        for node in root.iter(_RELATION):
            outside = node.get("TargetMode") == "External"
            target = node.get("Target", "")
            if not outside:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            kind = node.get("Type", "").rpartition("/")[2]
            found[node.get("Id", "")] = (kind, target, outside)
        return found
