"""PNG, third edition (W3C): a signature, then chunks with length, type, data and checksum."""

import struct
import zlib

from workflow.publish.damaged import Damaged
from workflow.publish.pictures.exif import orientation_alone

_SIGNATURE = 8
_KEPT = frozenset(
    b"IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD hIST pHYs sPLT "
    b"acTL fcTL fdAT".split()
)
"""What the picture is made of, its colours, and the frames of an animation."""


def clean_png(data: bytes) -> bytes:
    """Return a PNG file without texts, times, Exif data and unknown chunks."""
    parts, place = [data[:_SIGNATURE]], _SIGNATURE
    while True:
        if place + 12 > len(data):
            raise Damaged("it ends too early")
        length, kind = struct.unpack_from(">I4s", data, place)
        end = place + 12 + length
        if end > len(data):
            raise Damaged("a chunk is longer than the file")
        if kind in _KEPT:
            parts.append(data[place:end])
        elif kind == b"eXIf":
            parts.append(_chunk(kind, orientation_alone(data[place + 8 : end - 4])))
        if kind == b"IEND":
            return b"".join(parts)
        place = end


def _chunk(kind: bytes, data: bytes) -> bytes:
    if not data:
        return b""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
