"""RIFF, the container of WebP and WAV: a head of twelve bytes and chunks of even length."""

import struct
from collections.abc import Iterable

from workflow.publish.damaged import Damaged

Chunk = tuple[bytes, bytes]
"""The four letters of its kind, and its content."""

_HEAD = 12


def read_chunks(data: bytes) -> list[Chunk]:
    """Return the chunks of a file. Raises Damaged where one is cut off."""
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
    return chunks


def container(form: bytes, chunks: Iterable[Chunk]) -> bytes:
    """Return a file of a form, such as `WEBP`, with these chunks."""
    body = form + b"".join(_chunk(kind, content) for kind, content in chunks)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def _chunk(kind: bytes, data: bytes) -> bytes:
    return kind + struct.pack("<I", len(data)) + data + b"\0" * (len(data) % 2)
