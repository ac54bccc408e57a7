"""FLAC, after RFC 9639: blocks of metadata, the last of them marked, and then frames."""

from workflow.publish.damaged import Damaged

_SIGNATURE = b"fLaC"
_LAST = 0x80
_KEPT = (0, 3)
"""What a player needs to know of the sound, and where to find a moment in it."""


def clean_flac(data: bytes) -> bytes:
    """Return a FLAC file without comments, pictures, cue sheets and programs' own blocks."""
    place, last = len(_SIGNATURE), False
    kept: list[bytes] = []
    while not last:
        if place + 4 > len(data):
            raise Damaged("it ends too early")
        last, kind = bool(data[place] & _LAST), data[place] & ~_LAST
        end = place + 4 + int.from_bytes(data[place + 1 : place + 4], "big")
        if end > len(data):
            raise Damaged("a block is longer than the file")
        if kind in _KEPT:
            kept.append(bytes((kind,)) + data[place + 1 : end])
        place = end
    if not kept:
        raise Damaged("it does not say what sound is in it")
    kept[-1] = bytes((kept[-1][0] | _LAST,)) + kept[-1][1:]
    return _SIGNATURE + b"".join(kept) + data[place:]
