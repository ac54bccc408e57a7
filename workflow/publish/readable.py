"""The words in files that are about to go out, whatever their format."""

import re
import zipfile
from collections.abc import Iterable, Iterator
from html import unescape
from io import BytesIO
from pathlib import PurePosixPath

from workflow.publish.output import OutputFile

_TAG = re.compile(r"<[^>]*>")
_BLOCK = re.compile(r"</?(?:p|div|li|h\d|td|th|br|title|w:p|w:tab|w:br)\b[^>]*>")
_PAGES = (".html", ".xhtml", ".xml", ".svg", ".opf", ".ncx")
_TEXT = frozenset([*_PAGES, ".md", ".txt", ".json", ".csv", ".srt", ".vtt"])
_PACKED = frozenset([".docx", ".epub", ".zip"])


def readable(files: Iterable[OutputFile]) -> Iterator[tuple[str, str]]:
    """Yield the path of each file that has words, with its words; what is only copied has none."""
    for file in files:
        if isinstance(file.content, bytes):
            for path, data in _unpacked(file.path, file.content):
                if PurePosixPath(path).suffix in _TEXT:
                    yield path, _words(data.decode("utf-8", "replace"))


def _unpacked(path: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    if PurePosixPath(path).suffix not in _PACKED:
        yield path, data
        return
    with zipfile.ZipFile(BytesIO(data)) as archive:
        for name in archive.namelist():
            yield f"{path}/{name}", archive.read(name)


def _words(text: str) -> str:
    return unescape(_TAG.sub("", _BLOCK.sub("\n", text)))
