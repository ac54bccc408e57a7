"""Pages keep the place of a picture before it has come."""

import struct
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from tests.publish.conftest import png
from tests.publish.test_pictures import exif, jpeg, segment
from workflow.publish.article import PublishedArticle
from workflow.publish.pictures.size import picture_size
from workflow.publish.web import WebPage

FRAME = segment(0xC0, b"\x08" + struct.pack(">HH", 480, 640) + b"\1\1\x11\0")
VP8X = b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0%c\0\0\0\x7f\x02\0\xdf\x01\0"


@pytest.mark.parametrize(
    ("data", "size"),
    [
        (png(640, 480), (640, 480)),
        (b"GIF89a" + struct.pack("<HH", 640, 480), (640, 480)),
        (jpeg(FRAME), (640, 480)),
        (jpeg(segment(0xE1, b"Exif\0\0" + exif(3)), FRAME), (640, 480)),
        (jpeg(segment(0xE1, b"Exif\0\0" + exif(6)), FRAME), (480, 640)),
        (VP8X % b"\0", (640, 480)),
        (VP8X % b"\x08", None),
        (b"RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2f" + struct.pack("<I", 639 | 479 << 14), (640, 480)),
        (b"RIFF\0\0\0\0WEBPVP8 \0\0\0\0\0\0\0\x9d\x01\x2a" + b"\x80\x02\xe0\x01", (640, 480)),
        (b"ID3", None),
        (b"\x89PNG\r\n\x1a\n", None),
        (b"\xff\xd8\xff", None),
    ],
)
def test_sizes_are_those_that_a_reader_sees(data: bytes, size: tuple[int, int] | None) -> None:
    assert picture_size(data) == size


@given(st.sampled_from([b"\x89PNG\r\n\x1a\n", b"GIF89a", b"RIFF", b"\xff\xd8"]), st.binary())
def test_no_file_is_too_broken_to_be_looked_at(start: bytes, rest: bytes) -> None:
    picture_size(start + rest)


def test_pages_tell_the_sizes_of_their_pictures(
    article_in: Callable[..., PublishedArticle], media: Path
) -> None:
    (page, *_) = WebPage().files(article_in("en"), media)
    assert isinstance(page.content, bytes)
    pictures = html.fromstring(page.content).xpath("//main//img")
    assert [(p.get("src"), p.get("width"), p.get("height")) for p in pictures] == [
        ("media/bridge.png", "640", "360"),
        ("media/jetty.png", "400", "300"),
    ]
