import struct
import zlib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from workflow.document.edition import Edition, source_edition
from workflow.document.frontmatter import parse_source
from workflow.publish.article import PublishedArticle, Site
from workflow.publish.composing import Occasion, compose
from workflow.publish.output import Materials
from workflow.review.credits import Credits, MachineShare

ARTICLES = Path(__file__).parent / "articles"
TITLES = {"en": ("ru", "Река унесла мост, а с ним и школу"), "ru": ("en", "The river <took> it")}


def png(width: int, height: int) -> bytes:
    """A picture of a pale sky over dark water."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        checksum = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + checksum

    rows = b"".join(
        b"\0" + bytes((225 - 150 * y // height, 228 - 120 * y // height, 226 - 95 * y // height)) * width
        for y in range(height)
    )
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        chunk(*part)
        for part in ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    )


def edition_in(language: str) -> Edition:
    """An edition as if it had been translated from another language."""
    edition = source_edition(parse_source((ARTICLES / f"{language}.md").read_text("utf-8"), "x"))
    original, title = TITLES.get(language, ("en", "The river took the bridge"))
    return replace(edition, source=replace(edition.source, language=original, title=title))


def credits() -> Credits:
    return Credits(
        translators=("Ana Prueba", "Нина Кей"),
        editors=("Jon Berg",),
        reviewers=("Mara Sundal",),
        source_translators=(),
        machine=MachineShare(engines=("argos",), units=20, drafted=18, unchanged=3),
    )


@pytest.fixture
def article_in():
    """A function that returns the sample article in a language, as it goes out."""

    def make(language: str, edition: Edition | None = None, **changes: object) -> PublishedArticle:
        occasion = Occasion(
            site=Site(name="The Bulletin", url="https://bulletin.example"),
            languages=("ar", "en", "ru"),
            formats=("docx", "web"),
            first=date(2024, 4, 1),
            last=date(2024, 4, 9),
        )
        edition = edition or edition_in(language)
        return compose("river-bridge", edition, credits(), replace(occasion, **changes))

    return make


@pytest.fixture
def materials(tmp_path: Path) -> Materials:
    """A media folder with what the sample articles show."""
    media = tmp_path / "media"
    media.mkdir()
    (media / "bridge.png").write_bytes(png(640, 360))
    (media / "jetty.png").write_bytes(png(400, 300))
    (media / "episode-12.mp3").write_bytes(b"ID3")
    return Materials(media)
