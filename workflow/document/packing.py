"""DOCX files are zip files: written so that the same parts give the same bytes."""

import io
import zipfile
from collections.abc import Mapping

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The time of every part: the first that a zip file can hold."""
_FIRST = "[Content_Types].xml"


def pack(parts: Mapping[str, bytes]) -> bytes:
    """Return a zip file of `parts` by name, in a fixed order and with fixed times."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(parts, key=lambda name: (name != _FIRST, name)):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            archive.writestr(entry, parts[name])
    return packed.getvalue()


def repack(document: bytes) -> bytes:
    """Return a DOCX with the fixed order and times of `pack`."""
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return pack({name: archive.read(name) for name in archive.namelist()})
