import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflow.errors import InputError
from workflow.publish.metadata import without_metadata
from workflow.publish.pictures.exif import orientation, orientation_alone

PLACE = b"52.2297N 21.0122E, camera of A. Informant"


def exif(turned: int = 1, order: str = "<") -> bytes:
    """Exif data with an orientation and a place."""
    head = b"II*\0" if order == "<" else b"MM\0*"
    entries = struct.pack(f"{order}HHIHH", 0x010F, 2, len(PLACE), 38, 0)
    entries += struct.pack(f"{order}HHIHH", 0x0112, 3, 1, turned, 0)
    directory = struct.pack(f"{order}IH", 8, 2) + entries + struct.pack(f"{order}I", 0)
    return head + directory + PLACE


def segment(marker: int, payload: bytes) -> bytes:
    return bytes((0xFF, marker)) + struct.pack(">H", len(payload) + 2) + payload


def jpeg(*segments: bytes) -> bytes:
    scan = segment(0xDA, b"\1\1\0\0\x3f\0") + b"\x12\xff\0\x34\xff\xd0\x56"
    return b"\xff\xd8" + b"".join(segments) + segment(0xDB, b"\0" * 65) + scan + b"\xff\xd9"


def png_chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(*chunks: bytes) -> bytes:
    header = png_chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
    pixels = png_chunk(b"IDAT", zlib.compress(b"\0\1\2\3"))
    return b"\x89PNG\r\n\x1a\n" + header + b"".join(chunks) + pixels + png_chunk(b"IEND", b"")


def riff(*chunks: tuple[bytes, bytes]) -> bytes:
    body = b"WEBP" + b"".join(
        kind + struct.pack("<I", len(data)) + data + b"\0" * (len(data) % 2)
        for kind, data in chunks
    )
    return b"RIFF" + struct.pack("<I", len(body)) + body


GIF_HEAD = b"GIF89a\1\0\1\0\x80\0\0\0\0\0\xff\xff\xff"
GIF_IMAGE = b"\x2c\0\0\0\0\1\0\1\0\0\2\2\x44\1\0"
LOOPING = b"\x21\xff\x0bNETSCAPE2.0\3\1\0\0\0"


@pytest.mark.parametrize(
    "metadata",
    [
        segment(0xE1, b"Exif\0\0" + exif()),
        segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + PLACE),
        segment(0xED, b"Photoshop 3.0\0" + PLACE),
        segment(0xE2, b"MPF\0" + PLACE),
        segment(0xFE, PLACE),
    ],
    ids=["exif", "xmp", "iptc", "preview", "comment"],
)
def test_a_jpeg_loses_what_the_camera_wrote_and_nothing_else(metadata: bytes) -> None:
    assert without_metadata(jpeg(metadata), "a.jpg") == jpeg()


def test_a_jpeg_keeps_its_colours_and_drops_its_thumbnail() -> None:
    profile, adobe = segment(0xE2, b"ICC_PROFILE\0\1\1x"), segment(0xEE, b"Adobe\0d\0\0\0\0\1")
    jfif = b"JFIF\0\1\1\0\0\1\0\1"
    given_file = jpeg(segment(0xE0, jfif + b"\1\1" + b"RGB"), profile, adobe)
    assert without_metadata(given_file, "a.jpg") == jpeg(
        segment(0xE0, jfif + b"\0\0"), profile, adobe
    )


def test_what_follows_the_end_of_a_jpeg_goes() -> None:
    assert without_metadata(jpeg() + b"a film" + PLACE, "a.jpg") == jpeg()


@pytest.mark.parametrize("order", ["<", ">"])
def test_a_photo_stays_the_right_way_up(order: str) -> None:
    cleaned = without_metadata(jpeg(segment(0xE1, b"Exif\0\0" + exif(6, order))), "a.jpg")
    assert PLACE not in cleaned
    assert orientation(cleaned[cleaned.index(b"Exif\0\0") + 6 :]) == 6


def test_a_png_loses_texts_times_and_unknown_chunks() -> None:
    colours = png_chunk(b"gAMA", struct.pack(">I", 45455))
    noted = png(
        png_chunk(b"tEXt", b"Author\0" + PLACE),
        png_chunk(b"iTXt", b"XML:com.adobe.xmp\0" + PLACE),
        png_chunk(b"tIME", b"\7\xe8\1\1\1\1\1"),
        png_chunk(b"eXIf", exif()),
        png_chunk(b"prVt", PLACE),
        colours,
    )
    assert without_metadata(noted + PLACE, "a.png") == png(colours)


def test_a_turned_png_stays_turned() -> None:
    cleaned = without_metadata(png(png_chunk(b"eXIf", exif(8))), "a.png")
    assert cleaned == png(png_chunk(b"eXIf", orientation_alone(exif(8))))


def test_a_webp_loses_exif_and_xmp_and_says_so_in_its_head() -> None:
    flags = bytes((0x10 | 0x08 | 0x04,)) + b"\0\0\0\0\0\0\0\0\0"
    noted = riff((b"VP8X", flags), (b"VP8L", b"odd"), (b"EXIF", exif()), (b"XMP ", PLACE))
    bare = riff((b"VP8X", b"\x10" + flags[1:]), (b"VP8L", b"odd"))
    assert without_metadata(noted, "a.webp") == bare
    turned = without_metadata(riff((b"VP8X", flags), (b"EXIF", b"Exif\0\0" + exif(3))), "a.webp")
    assert PLACE not in turned
    assert turned[20] == 0x10 | 0x08


def test_a_gif_loses_comments_and_programs_data_and_goes_on_looping() -> None:
    xmp = b"\x21\xff\x0bXMP DataXMP" + bytes((len(PLACE),)) + PLACE + b"\0"
    comment = b"\x21\xfe" + bytes((len(PLACE),)) + PLACE + b"\0"
    noted = GIF_HEAD + LOOPING + comment + xmp + GIF_IMAGE + b"\x3b" + PLACE
    assert without_metadata(noted, "a.gif") == GIF_HEAD + LOOPING + GIF_IMAGE + b"\x3b"


@pytest.mark.parametrize(
    "data",
    [jpeg()[:-2], jpeg()[:40], png()[:-4], riff((b"VP8 ", b"1234"))[:-2], GIF_HEAD + b"\x99"],
    ids=["jpeg-end", "jpeg-segment", "png", "webp", "gif"],
)
def test_a_damaged_picture_is_not_let_through(data: bytes) -> None:
    with pytest.raises(InputError, match=r"photo\.x is damaged"):
        without_metadata(data, "photo.x")


@pytest.mark.parametrize("data", [b"", b"not a picture", b"<svg/>", b"RIFF\4\0\0\0AVI "])
def test_what_cannot_be_cleaned_is_not_let_through(data: bytes) -> None:
    with pytest.raises(InputError, match=r"a\.png is not what its name says"):
        without_metadata(data, "a.png")


@given(
    st.sampled_from([b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF\0\0\1\0WEBP", b"GIF89a"]),
    st.binary(max_size=200),
)
def test_any_bytes_are_cleaned_or_refused_and_cleaning_again_changes_nothing(
    signature: bytes, rest: bytes
) -> None:
    try:
        cleaned = without_metadata(signature + rest, "a")
    except InputError:
        return
    assert without_metadata(cleaned, "a") == cleaned


@given(st.binary(max_size=80))
def test_any_exif_data_are_read(data: bytes) -> None:
    assert 1 <= orientation(b"II*\0" + data) <= 8
    assert orientation(orientation_alone(b"MM\0*" + data) or b"") in range(1, 9)
