"""Ogg, after RFC 3533: pages with a checksum, each of one stream, that hold packets in segments.

The second packet of a Vorbis or Opus stream holds its comments. It is emptied in place, so that no
other page changes.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from workflow.publish.damaged import Damaged

_HEAD = 27
_FIRST = 0x02
_CHECKSUM = 22
_VORBIS, _OPUS = b"\x03vorbis", b"OpusTags"


def _table() -> list[int]:
    values = []
    for number in range(256):
        value = number << 24
        for _ in range(8):
            value = (value << 1 ^ (0x04C11DB7 if value & 0x80000000 else 0)) & 0xFFFFFFFF
        values.append(value)
    return values


_TABLE = _table()


@dataclass(frozen=True)
class _Page:
    """Where a page stands in the file, whose it is, and the pieces of packets in it.

    `whole` says of each piece whether its packet ends with it.
    """

    start: int
    end: int
    stream: int
    is_first: bool
    pieces: tuple[tuple[int, int], ...]
    whole: tuple[bool, ...]


def clean_ogg(data: bytes) -> bytes:
    """Return an Ogg file with empty comments. Raises Damaged for what is not Vorbis or Opus."""
    cleaned = bytearray(data)
    packets: dict[int, int] = {}
    comments: dict[int, list[tuple[int, int]]] = {}
    touched: list[_Page] = []
    end = 0
    for page in _pages(data):
        end = page.end
        if page.is_first:
            packets[page.stream], comments[page.stream] = 0, []
        for piece, whole in zip(page.pieces, page.whole, strict=True):
            if packets.get(page.stream) == 1:
                comments[page.stream].append(piece)
                touched.append(page)
                if whole:
                    _empty(cleaned, comments[page.stream])
            packets[page.stream] = packets.get(page.stream, 0) + whole
    for page in dict.fromkeys(touched):
        _sign(cleaned, page)
    return bytes(cleaned[:end])


def _pages(data: bytes) -> Iterator[_Page]:
    place = 0
    while data.startswith(b"OggS", place):
        if place + _HEAD > len(data):
            raise Damaged("it ends too early")
        segments = data[place + _HEAD : place + _HEAD + data[place + _HEAD - 1]]
        start = begin = place + _HEAD + len(segments)
        pieces: list[tuple[int, int]] = []
        for length in segments:
            start += length
            if length < 255:
                pieces.append((begin, start))
                begin = start
        whole = [True] * len(pieces)
        if begin < start or (segments and segments[-1] == 255):
            pieces.append((begin, start))
            whole.append(False)
        if start > len(data):
            raise Damaged("a page is longer than the file")
        (stream,) = struct.unpack_from("<I", data, place + 14)
        first = bool(data[place + 5] & _FIRST)
        yield _Page(place, start, stream, first, tuple(pieces), tuple(whole))
        place = start
    if data.find(b"OggS", place) >= 0:
        raise Damaged("something stands between its pages")


def _empty(data: bytearray, pieces: list[tuple[int, int]]) -> None:
    """Put a packet without comments into the pieces of one that may have some."""
    length = sum(end - start for start, end in pieces)
    old = b"".join(bytes(data[start:end]) for start, end in pieces)
    if old.startswith(_VORBIS) and length >= 16:
        room = length - 16
        new = _VORBIS + struct.pack("<I", room) + b" " * room + struct.pack("<I", 0) + b"\1"
    elif old.startswith(_OPUS) and length >= 16:
        new = _OPUS + bytes(length - len(_OPUS))
    else:
        raise Damaged("its sound is neither Vorbis nor Opus")
    place = 0
    for start, end in pieces:
        data[start:end] = new[place : place + end - start]
        place += end - start


def _sign(data: bytearray, page: _Page) -> None:
    """Write the checksum of a page."""
    data[page.start + _CHECKSUM : page.start + _CHECKSUM + 4] = bytes(4)
    value = 0
    for byte in data[page.start : page.end]:
        value = (value << 8 & 0xFFFFFFFF) ^ _TABLE[value >> 24 ^ byte]
    struct.pack_into("<I", data, page.start + _CHECKSUM, value)
