"""MP3: frames of sound between tags of four makes.

ID3v2 (https://id3.org/id3v2.4.0-structure) at the beginning or the end, ID3v1 and Lyrics3 at the
end, APEv2 (https://wiki.hydrogenaud.io/index.php?title=APEv2_specification) at either.
"""

import re
import struct

from workflow.publish.damaged import Damaged

_FRAME = re.compile(rb"\0*\xff[\xe2-\xff]")
_ID3V1, _EXTENDED = 128, 227
_APE, _APE_HEAD = b"APETAGEX", 32
_LYRICS = b"LYRICS200"
_HAS_FOOTER, _HAS_HEAD = 0x10, 1 << 31


def clean_mp3(data: bytes) -> bytes:
    """Return an MP3 file with its sound alone."""
    start, end = 0, len(data)
    while size := _tag_at_start(data[start : start + 16]):
        start += size
    while size := _tag_at_end(data[max(start, end - _ID3V1) : end]):
        end = max(start, end - size)
    sound = data[start:end]
    if not _FRAME.match(sound):
        raise Damaged("no sound begins where its tags end")
    return sound.lstrip(b"\0")


def _tag_at_start(head: bytes) -> int:
    if len(head) >= 10 and head.startswith(b"ID3"):
        return 10 + _safe_number(head[6:10]) + (10 if head[5] & _HAS_FOOTER else 0)
    if len(head) >= 16 and head.startswith(_APE):
        return _APE_HEAD + int(struct.unpack_from("<I", head, 12)[0])
    return 0


def _tag_at_end(tail: bytes) -> int:
    if len(tail) >= _APE_HEAD and tail[-_APE_HEAD:].startswith(_APE):
        _, size, _, flags = struct.unpack_from("<4I", tail, len(tail) - _APE_HEAD + 8)
        return int(size) + (_APE_HEAD if flags & _HAS_HEAD else 0)
    if len(tail) >= 10 and tail[-10:].startswith(b"3DI"):
        return 20 + _safe_number(tail[-4:])
    if tail.endswith(_LYRICS) and (size := tail[-15:-9]).isdigit():
        return int(size) + 15
    if tail[-_ID3V1:].startswith(b"TAG") and len(tail) == _ID3V1:
        return _ID3V1
    return 0


def _safe_number(digits: bytes) -> int:
    """Read a number of which each byte has seven bits, so that it never looks like a frame."""
    number = 0
    for byte in digits:
        number = number << 7 | byte & 0x7F
    return number
