"""Sound goes out without tags; what is heard is not touched."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflow.errors import InputError
from workflow.publish.metadata import without_metadata

SECRET = b"recorded by A. Informant at 52.2297N"
FRAMES = b"\xff\xfb\x90\x00" + bytes(range(200)) * 3


def id3(payload: bytes, kind: bytes = b"ID3", flags: int = 0) -> bytes:
    size = bytes(len(payload) >> shift & 0x7F for shift in (21, 14, 7, 0))
    return kind + b"\x04\0" + bytes((flags,)) + size + payload


def ape(payload: bytes, *, with_head: bool = True) -> bytes:
    def part(flags: int) -> bytes:
        return b"APETAGEX" + struct.pack("<4I", 2000, len(payload) + 32, 1, flags) + bytes(8)

    return (part(0xA0000000) if with_head else b"") + payload + part(0x80000000 * with_head)


ID3V1 = b"TAG" + SECRET.ljust(125, b"\0")
LYRICS = b"LYRICSBEGIN" + SECRET + f"{len(SECRET) + 11:06}LYRICS200".encode()


@pytest.mark.parametrize(
    "tagged",
    [
        id3(SECRET) + FRAMES,
        id3(SECRET) + id3(SECRET * 9) + bytes(40) + FRAMES + ID3V1,
        FRAMES + ape(SECRET) + LYRICS + ID3V1,
        ape(SECRET) + FRAMES + ape(SECRET, with_head=False),
        FRAMES + id3(SECRET, flags=0x10) + id3(SECRET, b"3DI")[:10],
    ],
    ids=["id3v2", "twice", "ape-lyrics-id3v1", "ape-ahead", "id3v2-behind"],
)
def test_an_mp3_loses_every_sort_of_tag(tagged: bytes) -> None:
    assert without_metadata(tagged, "a.mp3") == FRAMES


def riff(*chunks: tuple[bytes, bytes]) -> bytes:
    body = b"WAVE" + b"".join(
        kind + struct.pack("<I", len(data)) + data + b"\0" * (len(data) % 2)
        for kind, data in chunks
    )
    return b"RIFF" + struct.pack("<I", len(body)) + body


def test_a_wav_keeps_its_sound_alone() -> None:
    sound = ((b"fmt ", bytes(16)), (b"data", b"\1\2\3"))
    tagged = riff((b"bext", SECRET), sound[0], (b"LIST", b"INFO" + SECRET), sound[1])
    assert without_metadata(tagged + SECRET, "a.wav") == riff(*sound)


def flac_block(kind: int, data: bytes, *, last: bool = False) -> bytes:
    return bytes((kind | 0x80 * last,)) + len(data).to_bytes(3, "big") + data


def test_a_flac_keeps_what_a_player_needs() -> None:
    tagged = flac_block(0, bytes(34)) + flac_block(4, SECRET) + flac_block(6, SECRET, last=True)
    assert without_metadata(b"fLaC" + tagged + b"\xff\xf8sound", "a.flac") == (
        b"fLaC" + flac_block(0, bytes(34), last=True) + b"\xff\xf8sound"
    )


def ogg_page(number: int, *packets: bytes, flags: int = 0, open_end: bool = False) -> bytes:
    """A page without its checksum."""
    segments = b""
    for index, packet in enumerate(packets):
        last = index == len(packets) - 1 and open_end
        segments += b"\xff" * (len(packet) // 255)
        segments += b"" if last else bytes((len(packet) % 255,))
    head = struct.pack("<4sBBqIII", b"OggS", 0, flags, 0, 7, number, 0)
    return head + bytes((len(segments),)) + segments + b"".join(packets)


def vorbis_comment(vendor: bytes, *comments: bytes) -> bytes:
    texts = b"".join(struct.pack("<I", len(text)) + text for text in comments)
    return struct.pack("<I", len(vendor)) + vendor + struct.pack("<I", len(comments)) + texts


def test_vorbis_comments_over_two_pages_are_emptied_in_place() -> None:
    comment = b"\3vorbis" + vorbis_comment(b"encoder", SECRET * 20) + b"\1"
    cut = 255 * (len(comment) // 255)
    file = (
        ogg_page(0, b"\1vorbis" + bytes(23), flags=2)
        + ogg_page(1, comment[:cut], open_end=True)
        + ogg_page(2, comment[cut:], b"\5vorbis setup", flags=1)
        + ogg_page(3, b"sound")
    )
    cleaned = without_metadata(file, "a.ogg")
    assert len(cleaned) == len(file)
    assert b"Informant" not in cleaned
    assert b"encoder" not in cleaned
    assert cleaned.endswith(ogg_page(3, b"sound"))
    assert b"\5vorbis setup" in cleaned


def test_opus_tags_are_emptied() -> None:
    file = (
        ogg_page(0, b"OpusHead" + bytes(11), flags=2)
        + ogg_page(1, b"OpusTags" + vorbis_comment(b"encoder", b"ARTIST=" + SECRET))
        + ogg_page(2, b"sound")
    )
    cleaned = without_metadata(file, "a.opus")
    assert b"OpusTags" + bytes(8) in cleaned
    assert b"Informant" not in cleaned


def box(kind: bytes, *inner: bytes) -> bytes:
    data = b"".join(inner)
    return struct.pack(">I4s", len(data) + 8, kind) + data


def test_m4a_tags_and_times_become_free_space_where_they_are() -> None:
    times = struct.pack(">IIII", 0, 3786825600, 3786825601, 1000)
    file = (
        box(b"ftyp", b"M4A \0\0\0\0")
        + box(
            b"moov", box(b"mvhd", times), box(b"trak", box(b"udta", SECRET)), box(b"meta", SECRET)
        )
        + box(b"mdat", b"sound")
        + box(b"uuid", SECRET)
    )
    bare = bytes(len(SECRET))
    assert without_metadata(file, "a.m4a") == (
        box(b"ftyp", b"M4A \0\0\0\0")
        + box(
            b"moov",
            box(b"mvhd", struct.pack(">IIII", 0, 0, 0, 1000)),
            box(b"trak", box(b"free", bare)),
            box(b"free", bare),
        )
        + box(b"mdat", b"sound")
        + box(b"free", bare)
    )


def avif(picture: bytes, exif: bytes) -> bytes:
    """An AVIF file with a picture as item 1 and Exif data as item 2."""

    def item(number: int, kind: bytes) -> bytes:
        return box(b"infe", struct.pack(">IHH", 2 << 24, number, 0), kind, b"\0")

    head = box(b"ftyp", b"avif\0\0\0\0mif1")
    items = box(b"iinf", struct.pack(">IH", 0, 2), item(1, b"av01"), item(2, b"Exif"))

    def places(start: int) -> bytes:
        entries = struct.pack(">HHHII", 1, 0, 1, start, len(picture))
        entries += struct.pack(">HHHII", 2, 0, 1, start + len(picture), len(exif))
        return box(b"iloc", struct.pack(">IBBH", 0, 0x44, 0, 2), entries)

    meta = box(b"meta", bytes(4), items, places(0))
    meta = box(b"meta", bytes(4), items, places(len(head) + len(meta) + 8))
    return head + meta + box(b"mdat", picture, exif)


def test_an_avif_loses_its_exif_data_and_keeps_its_picture() -> None:
    cleaned = without_metadata(avif(b"picture", SECRET), "a.avif")
    assert cleaned == avif(b"picture", bytes(len(SECRET)))


@pytest.mark.parametrize(
    "data",
    [
        id3(SECRET),
        b"fLaC" + flac_block(4, SECRET, last=True),
        ogg_page(0, b"\x80theora", flags=2) + ogg_page(1, b"\x81theora" + SECRET),
        ogg_page(0, b"OpusHead", flags=2) + b"gap" + ogg_page(1, b"OpusTags" + bytes(8)),
        box(b"ftyp", b"M4A ") + struct.pack(">I4s", 99, b"moov"),
        avif(b"picture", SECRET)[:60],
    ],
    ids=["mp3", "flac", "theora", "ogg", "m4a", "avif"],
)
def test_a_file_that_cannot_be_cleaned_is_not_let_through(data: bytes) -> None:
    with pytest.raises(InputError, match=r"talk\.x is damaged"):
        without_metadata(data, "talk.x")


STARTS = [b"ID3\4\0\0", FRAMES[:4], b"fLaC\0", b"OggS\0\2", b"RIFF\0\0\1\0WAVE", b"APETAGEX"]
BOXED = [box(b"ftyp", b"M4A "), box(b"ftyp", b"avif"), avif(b"p", b"e")[:200]]


@given(st.sampled_from([*STARTS, *BOXED]), st.binary(max_size=300))
def test_any_bytes_are_cleaned_or_refused_and_cleaning_again_changes_nothing(
    start: bytes, rest: bytes
) -> None:
    try:
        cleaned = without_metadata(start + rest, "a")
    except InputError:
        return
    assert without_metadata(cleaned, "a") == cleaned
