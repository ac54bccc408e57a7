"""simplemma's dictionaries (54 languages), opened without decoding them.

simplemma keeps a dictionary as one compressed stream of sorted records, each written as a
difference from the one before (front coding; `simplemma.strategies.dictionaries.frontcode`
describes the bytes). Its own readers decode all of it into a dict or a trie first: 1.4 million
records of Russian take two to six seconds. Here one pass that looks at nothing but lengths and keys
notes where some of the records begin and what their keys are; a word is then found by bisection and
by walking over the few records behind it. The notes are kept with the stream in the user's cache
folder, so that the pass (about a second for Russian) is made once; from then on a language opens in
a few hundredths of one, and simplemma with the rules of all its languages is not even imported.
"""

import lzma
import os
import struct
import tempfile
import zlib
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from workflow.errors import MissingPart
from workflow.language.user_cache import user_cache

_SHARED = {"bs": "hbs", "hr": "hbs", "no": "nb", "sh": "hbs", "sr": "hbs", "fil": "tl"}
"""Languages that simplemma knows under another code."""
_MAGIC = b"SMFC1"
_BACKWARDS = 1
"""The flag of a stream whose texts are written from their end."""
_STEP = 5
_SAME_VALUE, _LITERAL_VALUE = 254, 255
_LONG = 0x80
"""From here on a length takes several bytes, as in the longest name of a disease."""
_BETWEEN = b"\xff"
"""A byte that no text in UTF-8 has."""
_HEAD = struct.Struct("<III")
"""How many places are noted, and how long the texts of the notes and the stream are."""


def dictionary_code(language: str) -> str | None:
    """Return simplemma's code for a language subtag, None where it has no dictionary."""
    code = _SHARED.get(language, language)
    return code if code.isalpha() and _packaged(code).is_file() else None


@cache
def dictionary(code: str) -> Mapping[str, str]:
    """Return the dictionary with simplemma's `code`: from the form of a word to its lemma."""
    path = _packaged(code)
    with suppress(OSError, MissingPart, ValueError, IndexError, struct.error):
        return _Stream.from_bytes(_notes_on(path).read_bytes())
    data = lzma.decompress(path.read_bytes())
    if not data.startswith(_MAGIC):  # another format than the one known here
        from simplemma.strategies.dictionaries import DefaultDictionaryFactory

        return DefaultDictionaryFactory().get_dictionary(code)
    stream = _scanned(data)
    with suppress(OSError, MissingPart):
        _write(_notes_on(path), stream.to_bytes())
    return stream


class Dictionaries:
    """Hands these dictionaries to simplemma's strategies."""

    def get_dictionary(self, lang: str) -> Mapping[str, str]:
        """Return the dictionary of a language by simplemma's code."""
        return dictionary(lang)


class _Stream(Mapping[str, str]):
    """The records of a dictionary, and the places where decoding may begin.

    `offsets` are those places, `firsts` the keys of the records there, whose values stand for
    themselves.
    """

    def __init__(self, data: bytes, offsets: "array[int]", firsts: list[bytes]) -> None:
        self._data, self._offsets, self._firsts = data, offsets, firsts
        self._backwards = bool(data[len(_MAGIC)] & _BACKWARDS)
        self._known: dict[str, str | None] = {}

    def to_bytes(self) -> bytes:
        """Return the stream with its notes, as they are kept."""
        texts = _BETWEEN.join(self._firsts)
        head = _HEAD.pack(len(self._offsets), len(texts), len(self._data))
        return b"".join((head, self._offsets.tobytes(), texts, self._data))

    @classmethod
    def from_bytes(cls, kept: bytes) -> "_Stream":
        """Return what `to_bytes` kept; raises ValueError or struct.error where it is torn."""
        count, length, size = _HEAD.unpack_from(kept)
        offsets = array("I")
        begin = _HEAD.size + count * offsets.itemsize
        offsets.frombytes(kept[_HEAD.size : begin])
        firsts = kept[begin : begin + length].split(_BETWEEN)
        data = kept[begin + length :]
        if len(firsts) != count or len(data) != size:
            raise ValueError("not the whole of the notes")
        return cls(data, offsets, firsts)

    def get(self, key: str, default: str | None = None) -> str | None:  # type: ignore[override]
        if key not in self._known:
            self._known[key] = self._find(key.encode("utf-8", "replace"))
        found = self._known[key]
        return default if found is None else found

    def __getitem__(self, key: str) -> str:
        value = self.get(key)
        if value is None:
            raise KeyError(key)
        return value

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and self.get(key) is not None

    def __iter__(self) -> Iterator[str]:
        records = _records(self._data, self._offsets[0], self._firsts[0])
        return (self._turned(key).decode() for key, _, _ in records)

    def __len__(self) -> int:
        return _number(self._data, len(_MAGIC) + 1)[0]

    def _find(self, key: bytes) -> str | None:
        wanted = self._turned(key)
        block = bisect_right(self._firsts, wanted) - 1
        if block < 0:
            return None
        records = _records(self._data, self._offsets[block], self._firsts[block])
        for found, own, place in records:
            if found == wanted:
                return self._turned(_value(self._data, own, place)).decode()
            if found > wanted:
                break
        return None

    def _turned(self, text: bytes) -> bytes:
        return text[::-1] if self._backwards else text


def _scanned(data: bytes) -> _Stream:
    """Walk over all records of a stream, noting every so many one whose value stands for itself.

    Most lengths take one byte, so those are looked at in place, here and in `_records`.
    """
    offsets, firsts = array("I"), []
    key, wait = b"", 0
    _, position = _number(data, len(_MAGIC) + 1)
    end = len(data)
    while position < end:
        wait -= 1
        shared, begin = data[position], position + 2
        value = begin + data[position + 1]
        if shared >= _LONG or value - begin >= _LONG:
            shared, begin, value = _key(data, position)
        key = key[:shared] + data[begin:value]
        if data[value] == _SAME_VALUE:
            position = value + 1
            continue
        if wait < 0:
            offsets.append(position)
            firsts.append(key)
            wait = _STEP
        length, after = data[value + 1], value + 2
        if length >= _LONG:
            length, after = _number(data, value + 1)
        position = after + length
    return _Stream(data, offsets, firsts)


def _records(data: bytes, position: int, key: bytes) -> Iterator[tuple[bytes, bytes, int]]:
    """Yield the key of each record from a place on, and of what `_value` makes its value.

    `key` is that of the record before it, or its own: it begins as both do.
    """
    own, place, end = key, position, len(data)
    while position < end:
        shared, begin = data[position], position + 2
        value = begin + data[position + 1]
        if shared >= _LONG or value - begin >= _LONG:
            shared, begin, value = _key(data, position)
        key = key[:shared] + data[begin:value]
        position = value + 1
        if data[value] != _SAME_VALUE:
            own, place = key, value
            length, position = data[position], position + 1
            if length >= _LONG:
                length, position = _number(data, position - 1)
            position += length
        yield key, own, place


def _value(data: bytes, own: bytes, place: int) -> bytes:
    """Return the value at a place, which is written as a difference from its `own` key."""
    length, begin = _number(data, place + 1)
    kept = b"" if data[place] == _LITERAL_VALUE else own[: len(own) - data[place]]
    return kept + data[begin : begin + length]


def _key(data: bytes, position: int) -> tuple[int, int, int]:
    """Return how much a key shares with the one before, and from where to where the rest stands."""
    shared, position = _number(data, position)
    length, begin = _number(data, position)
    return shared, begin, begin + length


def _number(data: bytes, position: int) -> tuple[int, int]:
    """Return a number of seven bits a byte (LEB128), and the place behind it."""
    number = shift = 0
    while (byte := data[position]) >= _LONG:
        number |= (byte - _LONG) << shift
        shift, position = shift + 7, position + 1
    return number | byte << shift, position + 1


@cache
def _packaged(code: str) -> Path:
    """Return where simplemma has the dictionary, without importing simplemma."""
    spec = find_spec("simplemma")
    homes = spec.submodule_search_locations if spec else None
    return Path(*(homes or [""])[:1], "strategies", "dictionaries", "data", f"{code}.plzma")


def _notes_on(packaged: Path) -> Path:
    """Return where the notes on a dictionary are kept: installations of one release share them."""
    name = f"{packaged.stem}-{zlib.crc32(packaged.read_bytes()):08x}"
    return user_cache() / "lemmas" / name


def _write(path: Path, data: bytes) -> None:
    """Put `data` at `path` whole or not at all, in the place of older notes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    older = {*path.parent.glob(f"{path.name.partition('-')[0]}-*")} - {path}
    handle, temporary = tempfile.mkstemp(dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(temporary).replace(path)
        for notes in older:
            notes.unlink(missing_ok=True)
    except OSError:
        Path(temporary).unlink(missing_ok=True)
        raise
