"""The one thing in Exif data that a reader needs: which way up a photo is.

After Exif 2.32, which is TIFF 6.0: a header, then directories of twelve-byte entries.
"""

import struct

_ORIENTATION = 0x0112
_SHORT = 3
_UPRIGHT = 1
_ORDERS = {b"II*\0": "<", b"MM\0*": ">"}


def orientation(tiff: bytes) -> int:
    """Return the value of the tag Orientation, 1 to 8; 1, upright, where there is none."""
    order = _ORDERS.get(tiff[:4])
    if order is None or len(tiff) < 8:
        return _UPRIGHT
    (start,) = struct.unpack_from(f"{order}I", tiff, 4)
    if start + 2 > len(tiff):
        return _UPRIGHT
    (count,) = struct.unpack_from(f"{order}H", tiff, start)
    for place in range(start + 2, min(start + 2 + 12 * count, len(tiff) - 11), 12):
        tag, kind = struct.unpack_from(f"{order}HH", tiff, place)
        if (tag, kind) == (_ORIENTATION, _SHORT):
            (value,) = struct.unpack_from(f"{order}H", tiff, place + 8)
            return value if 1 <= value <= 8 else _UPRIGHT
    return _UPRIGHT


def orientation_alone(tiff: bytes) -> bytes:
    """Return Exif data that say no more than the way up; nothing for an upright picture."""
    value = orientation(tiff)
    if value == _UPRIGHT:
        return b""
    entry = struct.pack(">HHIHH", _ORIENTATION, _SHORT, 1, value, 0)
    return b"MM\0*" + struct.pack(">IH", 8, 1) + entry + struct.pack(">I", 0)
