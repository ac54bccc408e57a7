"""The words in files that are about to go out, whatever their format."""

import re
import zipfile
from collections.abc import Iterable, Iterator
from html import unescape
from io import BytesIO
from pathlib import PurePosixPath

from workflow.publish.output import OutputFile
from workflow.publish.papers import words_of_pdf

_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_BLOCK = re.compile(r"</?(?:p|div|li|h\d|td|th|br|title|w:p|w:tab|w:br)\b[^>]*>")
_TOLD = re.compile(
    r"""[\s:](?:alt|title|content|label|summary|value|placeholder|text|descr|author"""
    r"""|(?:aria|data)-[\w-]+|(?:href|src|url|uri|Target)(?=\s*=\s*["']?[a-z]+:))"""
    r"""\s*=\s*(?:"([^"]*)"|'([^']*)')""",
    re.IGNORECASE,
)
"""Attributes that say something to people, and addresses on the web."""
_STYLE = re.compile(r"""/\*(.*?)\*/|"([^"\n]*)"|'([^'\n]*)'""", re.DOTALL)
"""What a style sheet says to people: comments, and words that it puts on a page."""
_PAGES = (".html", ".xhtml", ".xml", ".svg", ".opf", ".ncx", ".rels")
_TEXT = frozenset([*_PAGES, ".md", ".txt", ".json", ".csv", ".srt", ".vtt", ".js"])
_PACKED = frozenset([".docx", ".epub", ".zip"])
_PAPER, _SHEET = ".pdf", ".css"


def readable(files: Iterable[OutputFile]) -> Iterator[tuple[str, str]]:
    """Yield the path of each file that has words, with its words.

    Those are what readers see, and what a browser or a look into the file tells: attributes,
    comments, the properties of documents. Pictures and sound have none. Raises InputError for a PDF
    file that cannot be read, MissingPart without the library that reads them.
    """
    for file in files:
        for path, data in _unpacked(file):
            ending = PurePosixPath(path).suffix.lower()
            if ending == _PAPER:
                yield path, words_of_pdf(data, path)
            elif ending == _SHEET:
                yield path, _joined(_STYLE.findall(data.decode("utf-8", "replace")))
            elif ending in _TEXT:
                yield path, _words(data.decode("utf-8", "replace"))


def _unpacked(file: OutputFile) -> Iterator[tuple[str, bytes]]:
    data = file.content
    if not isinstance(data, bytes):
        return
    if PurePosixPath(file.path).suffix not in _PACKED:
        yield file.path, data
        return
    with zipfile.ZipFile(BytesIO(data)) as archive:
        for name in archive.namelist():
            yield f"{file.path}/{name}", archive.read(name)


def _words(text: str) -> str:
    shown = _TAG.sub("", _BLOCK.sub("\n", _COMMENT.sub("", text)))
    told = [(shown,), *((comment,) for comment in _COMMENT.findall(text)), *_TOLD.findall(text)]
    return unescape(_joined(told))


def _joined(groups: Iterable[tuple[str, ...]]) -> str:
    """Return what the groups of a pattern found, so far apart that no name goes across."""
    return "\n\n".join(text for group in groups for text in group if text)
