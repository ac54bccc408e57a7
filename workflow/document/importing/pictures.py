"""Pictures that stand beside a saved page or inside a document, told by their content."""

import re
import struct
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import PurePosixPath
from urllib.parse import unquote

from workflow.document import inline
from workflow.document.importing import compose
from workflow.document.importing.blocks import Block, BlockKind, Picture
from workflow.document.importing.context import Find
from workflow.language.slug import slug

MAX_PICTURE = 10 * 1024 * 1024
"""The largest picture that is taken in, in bytes."""

MAX_PICTURES = 60
"""How many pictures one article may bring."""

_LEAST_WIDTH = 100
"""A picture of fewer pixels is an icon, a button or a counter."""


class Gallery:
    """Collects the pictures of one text; `media` maps their paths below `media/` to their bytes."""

    def __init__(self, find: Find) -> None:
        self.media: dict[str, bytes] = {}
        self._find = find
        self._known: dict[str, str | None] = {}

    def picture(self, reference: str, alt: str) -> Picture | None:
        """Return the picture that a reference means, None where it is missing or none to show."""
        if reference not in self._known:
            self._known[reference] = self._taken(reference)
        path = self._known[reference]
        return Picture(path, inline.escape(" ".join(alt.split()))) if path else None

    def _taken(self, reference: str) -> str | None:
        if not reference or len(self.media) >= MAX_PICTURES:
            return None
        data = self._find(reference)
        if data is None or len(data) > MAX_PICTURE:
            return None
        extension = extension_of(data)
        if extension is None or _width(data) < _LEAST_WIDTH:
            return None
        for name, known in self.media.items():
            if known == data:
                return name
        stem = slug(PurePosixPath(unquote(re.split(r"[?#]", reference)[0])).stem)
        taken = sum(PurePosixPath(name).stem.startswith(stem) for name in self.media)
        name = f"{stem}-{taken + 1}{extension}" if taken else f"{stem}{extension}"
        self.media[name] = data
        return name


def extension_of(data: bytes) -> str | None:
    """Return the extension of a picture that browsers show, None for all else."""
    if data.startswith(b"\xff\xd8\xff"):
        return ".jpg"
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return ".png"
    if data.startswith((b"GIF87a", b"GIF89a")):
        return ".gif"
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return ".webp"
    return None


def shown(pictures: Iterable[Picture], captions: Iterable[Block]) -> list[Block]:
    """Return pictures as blocks, the caption with the last of them."""
    blocks = [compose.figure(picture) for picture in pictures]
    lines = [block for block in captions if block.text]
    if not blocks:
        return [
            replace(b, kind=BlockKind.FIGURE) if b.kind is BlockKind.PARAGRAPH else b for b in lines
        ]
    if all(block.kind is BlockKind.PARAGRAPH for block in lines):
        last = blocks.pop().picture
        caption = " ".join(block.markdown for block in lines)
        return [*blocks, compose.figure(Picture(last.path, last.alt, caption))] if last else []
    return [*blocks, *lines]


def used(media: Mapping[str, bytes], body: str, cover: str | None) -> dict[str, bytes]:
    """Return the pictures that a body or its cover shows."""
    return {
        name: data
        for name, data in media.items()
        if name == cover or f"](media/{name} " in body or f"](media/{name})" in body
    }


def _width(data: bytes) -> int:
    """Return a picture's width in pixels; of sorts that say it deep inside, one that will do."""
    if data.startswith(b"\x89PNG") and len(data) >= 24:
        return int(struct.unpack(">I", data[16:20])[0])
    if data.startswith(b"GIF8") and len(data) >= 10:
        return int(struct.unpack("<H", data[6:8])[0])
    return _LEAST_WIDTH
