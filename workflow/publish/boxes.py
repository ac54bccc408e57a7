"""The ISO base media file format (ISO/IEC 14496-12), in which M4A sound and AVIF pictures come.

Boxes refer to one another by places in the file, so nothing is moved: what tells of people and
places is overwritten with zeros, and its box becomes free space.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from workflow.publish.damaged import Damaged

_CONTAINERS = frozenset({b"moov", b"trak", b"mdia", b"minf", b"stbl", b"edts", b"moof", b"traf"})
_GOES = frozenset({b"udta", b"uuid", b"free", b"skip", b"meta"})
_TIMES = frozenset({b"mvhd", b"tkhd", b"mdhd"})
_TOLD = frozenset({b"Exif", b"mime", b"uri "})
"""Kinds of items that are no pictures: Exif, and XMP and other texts."""


@dataclass(frozen=True)
class _Box:
    """A box from `start` to `end`; what it holds begins at `inside`."""

    kind: bytes
    start: int
    inside: int
    end: int


def clean_boxes(data: bytes) -> bytes:
    """Return an M4A or AVIF file without tags, Exif, XMP and times.

    Raises Damaged for boxes that do not fit into one another.
    """
    cleaned = bytearray(data)
    is_picture = data[8:12] in (b"avif", b"avis", b"mif1", b"msf1")
    for box in _boxes(data, 0, len(data)):
        if is_picture and box.kind == b"meta":
            _clean_items(cleaned, box)
        else:
            _clean(cleaned, box)
    return bytes(cleaned)


def _boxes(data: bytes | bytearray, start: int, end: int) -> Iterator[_Box]:
    while start < end:
        if start + 8 > end:
            raise Damaged("it ends too early")
        size, kind = struct.unpack_from(">I4s", data, start)
        inside = start + 8
        if size == 1 and start + 16 <= end:
            (size,) = struct.unpack_from(">Q", data, inside)
            inside += 8
        elif size == 0:
            size = end - start
        if start + size > end or start + size < inside:
            raise Damaged("a box is longer than what it is in")
        yield _Box(kind, start, inside, start + size)
        start += size


def _clean(data: bytearray, box: _Box) -> None:
    if box.kind in _GOES:
        data[box.start + 4 : box.start + 8] = b"free"
        _wipe(data, box.inside, box.end)
    elif box.kind in _TIMES:
        version = data[box.inside] if box.inside < box.end else 0
        _wipe(data, box.inside + 4, min(box.inside + 4 + (16 if version else 8), box.end))
    elif box.kind in _CONTAINERS:
        for inner in _boxes(data, box.inside, box.end):
            _clean(data, inner)


def _wipe(data: bytearray, start: int, end: int) -> None:
    if not 0 <= start <= end <= len(data):
        raise Damaged("it speaks of a place that it does not have")
    data[start:end] = bytes(end - start)


def _clean_items(data: bytearray, meta: _Box) -> None:
    """Wipe out the items of a picture's file that are no pictures."""
    inner = {box.kind: box for box in _boxes(data, meta.inside + 4, meta.end)}
    if b"iinf" not in inner or b"iloc" not in inner:
        raise Damaged("it does not say where its picture is")
    told = _told(data, inner[b"iinf"])
    base = inner[b"idat"].inside if b"idat" in inner else 0
    for item, in_box, start, end in _places(data, inner[b"iloc"]):
        if item in told:
            offset = base if in_box else 0
            _wipe(data, offset + start, offset + end)


def _told(data: bytearray, iinf: _Box) -> set[int]:
    """Return the numbers of the items that hold metadata."""
    found = set()
    head = 6 if data[iinf.inside] == 0 else 8
    for entry in _boxes(data, iinf.inside + head, iinf.end):
        version = data[entry.inside]
        wide = 4 if version == 3 else 2
        if version < 2:
            raise Damaged("its items are of an unknown kind")
        number = int.from_bytes(data[entry.inside + 4 : entry.inside + 4 + wide], "big")
        kind = entry.inside + 6 + wide
        if bytes(data[kind : kind + 4]) in _TOLD:
            found.add(number)
    return found


def _places(data: bytearray, iloc: _Box) -> Iterator[tuple[int, bool, int, int]]:
    """Yield of each piece of an item: its number, whether it is in `idat`, its start and end."""
    version = data[iloc.inside]
    place = iloc.inside + 4
    sizes = (data[place] >> 4, data[place] & 15, data[place + 1] >> 4, data[place + 1] & 15)
    place += 2

    def number(width: int) -> int:
        nonlocal place
        if place + width > iloc.end:
            raise Damaged("it ends too early")
        place += width
        return int.from_bytes(data[place - width : place], "big")

    for _ in range(number(4 if version == 2 else 2)):
        item = number(4 if version == 2 else 2)
        method = number(2) & 15 if version else 0
        number(2)
        base = number(sizes[2])
        for _ in range(number(2)):
            number(sizes[3] if version else 0)
            start = base + number(sizes[0])
            yield item, method == 1, start, start + number(sizes[1])
