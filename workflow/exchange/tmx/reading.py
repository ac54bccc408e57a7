"""TMX to pairs, as the file is read: nothing that it names is fetched, no entity is expanded."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import BinaryIO, Final
from xml.parsers import expat

from workflow.document.inline import escape, has_markup
from workflow.errors import InputError
from workflow.exchange.tmx.pair import NATIVE_CODES, Pair
from workflow.language.tags import standard

MAX_TEXT: Final = 100_000
"""The longest text that is read, in characters."""
MAX_DEPTH: Final = 32
MAX_VARIANTS: Final = 500
"""How many texts a unit may have: one for each language."""
MAX_TOKEN: Final = 16 * 1024 * 1024
"""The largest tag or comment that is read, in bytes."""
_CHUNK = 1 << 16
_CODES = frozenset({"bpt", "ept", "ph", "it", "ut"})
_ALL = "*all*"
_DATE = re.compile(r"(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z")

Skipped = Counter[str]
"""How many texts of a file were left out, by the reason."""


def read_tmx(file: BinaryIO, name: str, skipped: Skipped | None = None) -> Iterator[Pair]:
    """Yield the pairs of a TMX file; `name` is the file that errors name.

    A unit in more than two languages gives a pair for each one beside that of its source. What
    cannot be used (a language without a BCP 47 tag, an empty or an endless text) is counted in
    `skipped`. Formatting codes of other tools are left out, the words within stay. Raises
    InputError, with the line, for anything that is not sound XML.
    """
    reader = _Reader(name, Skipped() if skipped is None else skipped)
    while chunk := file.read(_CHUNK):
        yield from reader.feed(chunk, last=False)
    yield from reader.feed(b"", last=True)


class _Reader:
    """Puts pairs together from what the parser comes upon."""

    def __init__(self, name: str, skipped: Skipped) -> None:
        self._name = name
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._characters
        self._parser.EntityDeclHandler = self._refuse_entity
        self._unit = _Unit(skipped)
        self._pairs: list[Pair] = []
        self._depth = 0
        self._segment: _Segment | None = None
        self._native = False
        self._fed = 0

    def feed(self, chunk: bytes, *, last: bool) -> list[Pair]:
        try:
            self._parser.Parse(chunk, last)
        except expat.ExpatError as error:
            raise self._error(f"not sound XML: {expat.ErrorString(error.code)}") from None
        except LookupError as error:
            raise self._error(str(error)) from None
        self._fed += len(chunk)
        if self._fed - self._parser.CurrentByteIndex > MAX_TOKEN:
            raise self._error("a tag or a comment without end")
        pairs, self._pairs = self._pairs, []
        return pairs

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if not self._depth and name != "tmx":
            raise self._error(f"not a TMX file, it begins with <{name}>")
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise self._error("nested too deeply")
        if self._segment:
            self._segment.codes += name in _CODES
        elif name == "seg":
            self._segment = _Segment(self._native)
        elif name == "tuv":
            self._unit.language = attributes.get("xml:lang") or attributes.get("lang", "")
        elif name == "tu":
            self._unit.begin(attributes)
        elif name == "header":
            self._unit.file_source = attributes.get("srclang", _ALL)
            self._native = attributes.get("o-tmf") == NATIVE_CODES

    def _end(self, name: str) -> None:
        self._depth -= 1
        if self._segment and name in _CODES:
            self._segment.codes -= 1
        elif self._segment and name == "seg":
            self._unit.variants.append((self._unit.language, self._segment.markdown()))
            self._segment = None
            if len(self._unit.variants) > MAX_VARIANTS:
                raise self._error("a unit with too many texts")
        elif name == "tu":
            self._pairs += self._unit.pairs()

    def _characters(self, data: str) -> None:
        if self._segment:
            self._segment.add(data)

    def _refuse_entity(self, *_: object) -> None:
        raise self._error("it declares entities")

    def _error(self, problem: str) -> InputError:
        return InputError(
            f"{self._name}:{self._parser.CurrentLineNumber}: {problem}",
            hint="Export the memory as TMX 1.4 once more, and give that file.",
        )


class _Segment:
    """The words and codes of a text; `codes` is how many codes are open."""

    def __init__(self, native: bool) -> None:
        self._native = native
        self._pieces: list[tuple[bool, str]] = []
        self._size = 0
        self.codes = 0

    def add(self, data: str) -> None:
        self._size += len(data)
        if self._size <= MAX_TEXT and (self._native or not self.codes):
            self._pieces.append((bool(self.codes), data))

    def markdown(self) -> str:
        """Return the text as inline Markdown; nothing of one that is too long."""
        if self._size > MAX_TEXT:
            return ""
        pieces: list[tuple[bool, str]] = []
        for is_code, data in self._pieces:
            if pieces and not is_code and not pieces[-1][0]:
                data = pieces.pop()[1] + data
            pieces.append((is_code, data))
        following = [*(data for _, data in pieces[1:]), ""]
        return "".join(
            data if is_code else _escaped(data, behind)
            for (is_code, data), behind in zip(pieces, following, strict=True)
        ).strip()


def _escaped(text: str, following: str) -> str:
    if not has_markup(text):  # most texts: much faster than looking closely
        return text
    return escape(text.replace("\n", " "), following=following)


class _Unit:
    """One `tu`: its texts by language."""

    def __init__(self, skipped: Skipped) -> None:
        self._skipped = skipped
        self.file_source = _ALL
        self.language = ""
        self.variants: list[tuple[str, str]] = []
        self._source = self._by = self._at = ""

    def begin(self, attributes: dict[str, str]) -> None:
        self.variants = []
        self._source = attributes.get("srclang", self.file_source)
        self._by = attributes.get("changeid") or attributes.get("creationid", "")
        self._at = _iso(attributes.get("changedate") or attributes.get("creationdate", ""))

    def pairs(self) -> Iterator[Pair]:
        usable = [(tag, text) for tag, text in map(self._usable, self.variants) if tag and text]
        source = _source_of(usable, self._source)
        for target in usable:
            if source and target is not source and target[0] != source[0]:
                yield Pair(source[0], target[0], source[1], target[1], self._by, self._at)

    def _usable(self, variant: tuple[str, str]) -> tuple[str, str]:
        tag, text = _tag(variant[0]), variant[1]
        if not tag:
            self._skipped["no language tag that is known"] += 1
        elif not text:
            self._skipped["empty or too long"] += 1
        return tag, text


def _source_of(variants: Sequence[tuple[str, str]], named: str) -> tuple[str, str] | None:
    """Return the text in the source language; the first text where the file names none."""
    tag = _tag(named)
    exact = (variant for variant in variants if variant[0] == tag)
    near = (variant for variant in variants if variant[0].split("-")[0] == tag.split("-")[0])
    return next(exact, None) or next(near, None) or (variants[0] if variants else None)


@lru_cache(maxsize=1000)
def _iso(date: str) -> str:
    return _DATE.sub(r"\1-\2-\3T\4:\5:\6Z", date) if _DATE.fullmatch(date) else ""


@lru_cache(maxsize=1000)
def _tag(tag: str) -> str:
    try:
        return standard(tag)
    except InputError:
        return ""
