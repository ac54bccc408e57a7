"""JPEG, after ITU-T T.81 annex B: segments, each with a marker and a length, and scans."""

import re
from collections.abc import Iterator

from workflow.publish.damaged import Damaged
from workflow.publish.pictures.exif import orientation_alone

_START, _END, _SCAN, _COMMENT = 0xD8, 0xD9, 0xDA, 0xFE
_APPLICATION = range(0xE0, 0xF0)
_EXIF = b"Exif\0\0"
_JFIF = b"JFIF\0"
_JFIF_HEAD = 12
"""JFIF's own fields; after them comes a small copy of the picture, with its size in two bytes."""
_KEPT = ((0xE2, b"ICC_PROFILE\0"), (0xEE, b"Adobe"))
_NEXT_MARKER = re.compile(rb"\xff+([^\x00\xd0-\xd7\xff])")
"""The end of a scan: within it, FF is followed by 00 or by a restart marker."""


def clean_jpeg(data: bytes) -> bytes:
    """Return a JPEG file without application data and comments, and with nothing after its end."""
    parts = [data[:2]]
    for marker, payload, scan in _segments(data):
        kept = _kept(marker, payload)
        if kept is not None:
            parts.append(bytes((0xFF, marker)) + (len(kept) + 2).to_bytes(2, "big") + kept + scan)
    return b"".join(parts) + bytes((0xFF, _END))


def _segments(data: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """Yield marker, payload, and the coded data that follow where a scan begins."""
    place = 2
    while True:
        found = _NEXT_MARKER.match(data, place)
        if found is None:
            raise Damaged("it ends too early")
        marker, place = found[1][0], found.end()
        if marker == _END:
            return
        length = int.from_bytes(data[place : place + 2], "big")
        if length < 2 or place + length > len(data):
            raise Damaged("a segment is longer than the file")
        payload, place = data[place + 2 : place + length], place + length
        scan = b""
        if marker == _SCAN:
            end = _NEXT_MARKER.search(data, place)
            if end is None:
                raise Damaged("it ends too early")
            scan, place = data[place : end.start()], end.start()
        yield marker, payload, scan


def _kept(marker: int, payload: bytes) -> bytes | None:
    """Return what stays of a segment, None where all of it goes."""
    if marker not in _APPLICATION:
        return None if marker == _COMMENT else payload
    if marker == 0xE0 and payload.startswith(_JFIF):
        return payload[:_JFIF_HEAD] + b"\0\0"
    if marker == 0xE1 and payload.startswith(_EXIF):
        way_up = orientation_alone(payload[len(_EXIF) :])
        return _EXIF + way_up if way_up else None
    return payload if any(marker == m and payload.startswith(head) for m, head in _KEPT) else None
