import struct
import zlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from workflow.document.edition import Edition, source_edition
from workflow.document.frontmatter import parse_source
from workflow.publish.article import PublishedArticle, Site
from workflow.publish.composing import compose
from workflow.publish.occasion import Occasion
from workflow.review.credits import Credits, MachineShare
from workflow.workspace.events import Approved, Submitted
from workflow.workspace.target import Target
from workflow.workspace.workspace import Workspace

ARTICLES = Path(__file__).parent / "articles"
TITLES = {"en": ("ru", "Река унесла мост, а с ним и школу"), "ru": ("en", "The river <took> it")}


def png(width: int, height: int) -> bytes:
    """A picture of a pale sky over dark water."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        checksum = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + checksum

    rows = b"".join(
        b"\0"
        + bytes((225 - 150 * y // height, 228 - 120 * y // height, 226 - 95 * y // height)) * width
        for y in range(height)
    )
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        chunk(*part) for part in ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
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
def article_in() -> Callable[..., PublishedArticle]:
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
def media(tmp_path: Path) -> Path:
    """A media folder with what the sample articles show."""
    media = tmp_path / "media"
    media.mkdir()
    (media / "bridge.png").write_bytes(png(640, 360))
    (media / "jetty.png").write_bytes(png(400, 300))
    (media / "episode-12.mp3").write_bytes(b"\xff\xfb\x90\x00" + bytes(413))
    return media


SOURCE = """---
title: The school on the far bank
language: en
authors: [Lidia Orlova]
date: 2024-03-05
publication: {name: Northern Notebook, url: "https://notebook.example/far-bank"}
cover: {file: cover.png, alt: A boat}
---
The boat holds **eleven** children.
"""
SPANISH = {
    "The school on the far bank": "La escuela de la otra orilla",
    "Lidia Orlova": "Lidia Orlova",
    "Northern Notebook": "Cuaderno del Norte",
    "A boat": "Una barca",
    "The boat holds **eleven** children.": "La barca lleva a **once** niños.",
}
RUSSIAN = {
    "The school on the far bank": "Школа на том берегу",
    "Lidia Orlova": "Лидия Орлова",
    "Northern Notebook": "«Северная тетрадь»",
    "A boat": "Лодка",
    "The boat holds **eleven** children.": "В лодку помещается **одиннадцать** детей.",
}
SETTINGS = """
[workspace]
name = "The Bulletin"
url = "https://bulletin.example"
targets = ["es", "ru"]

[contributors.ana]
name = "Ana Prueba"
roles = ["translator"]

[contributors.mara]
name = "Mara Sundal"
roles = ["reviewer", "publisher"]
"""
NOW = datetime(2024, 4, 1, 12, tzinfo=UTC)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A workspace with one article and nothing translated yet."""
    root = tmp_path / "bulletin"
    root.mkdir()
    (root / "workflow.toml").write_text(SETTINGS, encoding="utf-8")
    workspace = Workspace.find(root)
    source = parse_source(SOURCE, "source.md")
    workspace.create("far-bank", source, {"cover.png": png(64, 36)})
    return workspace


@pytest.fixture
def translated(workspace: Workspace) -> Callable[[str], Target]:
    """A function that returns a target that has been translated, and no more."""

    def make(tag: str, words: Mapping[str, str] | None = None) -> Target:
        article = workspace.article("far-bank")
        target = article.add_target(tag, "ana")
        known = words or {"es": SPANISH, "ru": RUSSIAN}[tag]
        target.edit({unit.id: known[unit.text] for unit in article.units}, "ana")
        return target

    return make


@pytest.fixture
def approved(translated: Callable[[str], Target]) -> Callable[[str], Target]:
    """A function that returns a target that may be published."""

    def make(tag: str) -> Target:
        target = translated(tag)
        approve(target)
        return target

    return make


def approve(target: Target) -> None:
    state = target.state
    target.record(Submitted(text=state.text_hash, source=state.source_hash), "ana")
    target.record(Approved(text=state.text_hash, source=state.source_hash), "mara")
