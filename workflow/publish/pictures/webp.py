"""WebP, after RFC 9649: a RIFF container of chunks of even length."""

import struct

from workflow.publish.pictures.exif import Damaged, orientation_alone

_HEAD = 12
_KEPT = frozenset({b"VP8X", b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF", b"ICCP"})
_EXIF_FLAG, _XMP_FLAG = 0x08, 0x04
_EXIF_PREFIX = b"Exif\0\0"
"""Some programs write it, as in JPEG, though the format has no such prefix."""


def clean_webp(data: bytes) -> bytes:
    """Return a WebP file without Exif, XMP and unknown chunks; other RIFF files as they are."""
    if data[8:_HEAD] != b"WEBP":
        return data
    (size,) = struct.unpack_from("<I", data, 4)
    chunks, place = [], _HEAD
    while place < min(size + 8, len(data)):
        if place + 8 > len(data):
            raise Damaged("it ends too early")
        kind, length = struct.unpack_from("<4sI", data, place)
        content = data[place + 8 : place + 8 + length]
        if len(content) < length:
            raise Damaged("a chunk is longer than the file")
        chunks.append((kind, content))
        place += 8 + length + length % 2
    return _container(chunks)


def _container(chunks: list[tuple[bytes, bytes]]) -> bytes:
    way_up = next((_way_up(content) for kind, content in chunks if kind == b"EXIF"), b"")
    kept = [
        (kind, _flagged(kind, content, bool(way_up))) for kind, content in chunks if kind in _KEPT
    ]
    kept += [(b"EXIF", way_up)] if way_up else []
    body = b"WEBP" + b"".join(_chunk(kind, content) for kind, content in kept)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def _way_up(exif: bytes) -> bytes:
    return orientation_alone(exif.removeprefix(_EXIF_PREFIX))


def _flagged(kind: bytes, content: bytes, exif: bool) -> bytes:
    """Return a chunk's content; VP8X tells which of the others are there."""
    if kind != b"VP8X" or not content:
        return content
    flags = content[0] & ~(_EXIF_FLAG | _XMP_FLAG) | (_EXIF_FLAG if exif else 0)
    return bytes((flags,)) + content[1:]


def _chunk(kind: bytes, content: bytes) -> bytes:
    return kind + struct.pack("<I", len(content)) + content + b"\0" * (len(content) % 2)
