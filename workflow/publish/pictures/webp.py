"""WebP, after RFC 9649."""

from workflow.publish.pictures.exif import orientation_alone
from workflow.publish.riff import Chunk, container, read_chunks

_KEPT = frozenset({b"VP8X", b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF", b"ICCP"})
_EXIF_FLAG, _XMP_FLAG = 0x08, 0x04
_EXIF_PREFIX = b"Exif\0\0"
"""Some programs write it, as in JPEG, though the format has no such prefix."""


def clean_webp(data: bytes) -> bytes:
    """Return a WebP file without Exif, XMP and unknown chunks."""
    chunks = read_chunks(data)
    way_up = next((_way_up(content) for kind, content in chunks if kind == b"EXIF"), b"")
    kept: list[Chunk] = [
        (kind, _flagged(kind, content, bool(way_up))) for kind, content in chunks if kind in _KEPT
    ]
    return container(b"WEBP", [*kept, *([(b"EXIF", way_up)] if way_up else [])])


def _way_up(exif: bytes) -> bytes:
    return orientation_alone(exif.removeprefix(_EXIF_PREFIX))


def _flagged(kind: bytes, content: bytes, exif: bool) -> bytes:
    """Return a chunk's content; VP8X tells which of the others are there."""
    if kind != b"VP8X" or not content:
        return content
    flags = content[0] & ~(_EXIF_FLAG | _XMP_FLAG) | (_EXIF_FLAG if exif else 0)
    return bytes((flags,)) + content[1:]
