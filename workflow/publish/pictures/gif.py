"""GIF89a: a header, colour tables, and blocks that are made of sub-blocks of up to 255 bytes."""

from workflow.publish.damaged import Damaged

_EXTENSION, _IMAGE, _TRAILER = 0x21, 0x2C, 0x3B
_COMMENT, _APPLICATION, _PLAIN_TEXT = 0xFE, 0xFF, 0x01
_LOOPING = (b"NETSCAPE2.0", b"ANIMEXTS1.0")
_HEAD = 13


def clean_gif(data: bytes) -> bytes:
    """Return a GIF file without comments, texts and programs' own data, such as XMP."""
    place = _HEAD + _table_size(data[10])
    parts = [data[:place]]
    while data[place] != _TRAILER:
        start, kind = place, data[place]
        if kind == _EXTENSION:
            place = _after_sub_blocks(data, start + 2)
            keep = _is_kept(data[start + 1], data[start + 3 : start + 14])
        elif kind == _IMAGE:
            place = _after_sub_blocks(data, start + 11 + _table_size(data[start + 9]))
            keep = True
        else:
            raise Damaged("it has a block of no known kind")
        if keep:
            parts.append(data[start:place])
    return b"".join(parts) + bytes((_TRAILER,))


def _is_kept(label: int, application: bytes) -> bool:
    if label == _APPLICATION:
        return application in _LOOPING
    return label not in (_COMMENT, _PLAIN_TEXT)


def _table_size(flags: int) -> int:
    """Return the bytes of the colour table that a header's flags announce."""
    return 3 * 2 ** ((flags & 0x07) + 1) if flags & 0x80 else 0


def _after_sub_blocks(data: bytes, place: int) -> int:
    while data[place]:
        place += data[place] + 1
    return place + 1
