"""How large a picture is, so that a page can keep its place before it has come."""

import struct

from workflow.publish.pictures.exif import orientation

Size = tuple[int, int]
"""Width and height in pixels, as the picture is shown."""

_LYING = range(5, 9)
"""Exif's orientations that are turned by a quarter."""
_EXIF = b"Exif\0\0"
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""JPEG's markers of a frame, whose header has the size (ITU-T T.81, table B.1)."""


def picture_size(data: bytes) -> Size | None:
    """Return the size of a picture, None where it cannot be told.

    JPEG, PNG, GIF and WebP are known. A PNG or WebP that may be turned has none.
    """
    try:
        if data.startswith(b"\x89PNG\r\n\x1a\n"):
            return None if b"eXIf" in data else struct.unpack_from(">II", data, 16)
        if data.startswith(b"GIF8"):
            return struct.unpack_from("<HH", data, 6)
        if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
            return _webp(data)
        return _jpeg(data) if data.startswith(b"\xff\xd8") else None
    except (struct.error, IndexError):
        return None


def _webp(data: bytes) -> Size | None:
    """Return the size by the first chunk (https://developers.google.com/speed/webp/docs)."""
    kind = data[12:16]
    if kind == b"VP8X":
        sides = (int.from_bytes(data[at : at + 3], "little") + 1 for at in (24, 27))
        return None if data[20] & 0x08 else (next(sides), next(sides))
    if kind == b"VP8L":
        (bits,) = struct.unpack_from("<I", data, 21)
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    width, height = struct.unpack_from("<HH", data, 26)
    return width & 0x3FFF, height & 0x3FFF


def _jpeg(data: bytes) -> Size | None:
    place, turned = 2, False
    while data[place] == 0xFF:
        marker, length = struct.unpack_from(">xBH", data, place)
        payload = place + 4
        if marker == 0xE1 and data.startswith(_EXIF, payload):
            turned = orientation(data[payload + len(_EXIF) : place + 2 + length]) in _LYING
        if marker in _FRAMES:
            height, width = struct.unpack_from(">HH", data, payload + 1)
            return (height, width) if turned else (width, height)
        place += 2 + length
    return None
