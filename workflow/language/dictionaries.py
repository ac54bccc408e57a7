"""simplemma's dictionaries (54 languages), opened without decoding them.

simplemma keeps a dictionary as one compressed stream of sorted records, each written as a
difference from the one before (front coding; `simplemma.strategies.dictionaries.frontcode`
describes the bytes). Its own readers decode all of it into a dict or a trie first: 1.4 million
records of Russian take two to six seconds. Here one pass that looks at nothing but lengths and keys
notes where some of the records begin and what their keys are; a word is then found by bisection and
by decoding the few records behind it. The notes are kept in the user's cache folder, so that the
pass (about a second for Russian) is made once; from then on a language opens in a tenth of one.
"""

import os
import struct
import tempfile
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path

from platformdirs import user_cache_path
from simplemma.__metadata__ import __version__
from simplemma.strategies.dictionaries import DefaultDictionaryFactory, frontcode
from simplemma.strategies.dictionaries import dictionary_factory as packaged

_SHARED = {"bs": "hbs", "hr": "hbs", "no": "nb", "sh": "hbs", "sr": "hbs", "fil": "tl"}
"""Languages that simplemma knows under another code."""
_STEP = 24
_SAME_VALUE = 254
_LONG = 0x80
"""From here on a length takes several bytes, as in the longest name of a disease."""


def dictionary_code(language: str) -> str | None:
    """Return simplemma's code for a language subtag, None where it has no dictionary."""
    code = _SHARED.get(language, language)
    return code if code in packaged.SUPPORTED_LANGUAGES else None


@cache
def dictionary(code: str) -> Mapping[str, str]:
    """Return the dictionary with simplemma's `code`: from the form of a word to its lemma."""
    data = packaged._read_decompressed(code)
    try:
        backwards, _, begin = frontcode._read_header(data)
        return _Stream(data, _seeds(code, data, begin), backwards=backwards)
    except ValueError:  # another format than the one known here
        return DefaultDictionaryFactory().get_dictionary(code)


class Dictionaries:
    """Hands these dictionaries to simplemma's strategies."""

    def get_dictionary(self, lang: str) -> Mapping[str, str]:
        """Return the dictionary of a language by simplemma's code."""
        return dictionary(lang)


class _Seeds:
    """Where in a stream decoding may begin: places with the keys of the records there."""

    def __init__(self, offsets: "array[int]", previous: list[bytes], firsts: list[bytes]) -> None:
        self.offsets, self.previous, self.firsts = offsets, previous, firsts

    def to_bytes(self) -> bytes:
        texts = b"".join(bytes((len(text),)) + text for text in (*self.previous, *self.firsts))
        return struct.pack("<I", len(self.firsts)) + self.offsets.tobytes() + texts

    @classmethod
    def from_bytes(cls, data: bytes) -> "_Seeds":
        (count,) = struct.unpack_from("<I", data)
        offsets = array("I")
        end = 4 + count * offsets.itemsize
        offsets.frombytes(data[4:end])
        texts = []
        for _ in range(2 * count):
            length = data[end]
            texts.append(data[end + 1 : end + 1 + length])
            end += 1 + length
        if end != len(data):
            raise ValueError("not the whole of the notes")
        return cls(offsets, texts[:count], texts[count:])


class _Stream(Mapping[str, str]):
    def __init__(self, data: bytes, seeds: _Seeds, *, backwards: bool) -> None:
        self._data, self._seeds, self._backwards = data, seeds, backwards
        self._known: dict[str, str | None] = {}

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
        for _, key, _ in frontcode._iter_records(self._data, self._seeds.offsets[0]):
            yield self._turned(key).decode()

    def __len__(self) -> int:
        return frontcode._read_header(self._data)[1]

    def _find(self, key: bytes) -> str | None:
        wanted = self._turned(key)
        block = bisect_right(self._seeds.firsts, wanted) - 1
        if block < 0:
            return None
        begin, previous = self._seeds.offsets[block], self._seeds.previous[block]
        for _, found, value in frontcode._iter_records(self._data, begin, previous):
            if found == wanted:
                return self._turned(value).decode()
            if found > wanted:
                return None
        return None

    def _turned(self, text: bytes) -> bytes:
        return text[::-1] if self._backwards else text


def _seeds(code: str, data: bytes, begin: int) -> _Seeds:
    """Return the seeds of a stream: those that are kept, else new ones, which are kept."""
    kept = user_cache_path("newsroom-workflow") / "lemmas" / f"{__version__}-{code}-{len(data)}"
    with suppress(OSError, ValueError, IndexError, struct.error):
        return _Seeds.from_bytes(kept.read_bytes())
    seeds = _scanned(data, begin)
    with suppress(OSError):
        _write(kept, seeds.to_bytes())
    return seeds


def _scanned(data: bytes, position: int) -> _Seeds:
    """Walk over all records of a stream, noting every so many one whose value stands for itself.

    The hot loop of the module, so a record's bytes are looked at in place.
    """
    offsets, previous, firsts = array("I"), [], []
    key, wait, end = b"", 0, len(data)
    while position < end:
        wait -= 1
        shared, begin = data[position], position + 2
        value = begin + data[position + 1]
        is_long = shared >= _LONG or value - begin >= _LONG
        if not is_long and data[value] == _SAME_VALUE:
            key, position = key[:shared] + data[begin:value], value + 1
            continue
        if is_long or data[value + 1] >= _LONG:
            key, position = _long_record(data, position, key)
            continue
        before, key = key, key[:shared] + data[begin:value]
        if wait < 0:
            offsets.append(position)
            previous.append(before)
            firsts.append(key)
            wait = _STEP
        position = value + 2 + data[value + 1]
    return _Seeds(offsets, previous, firsts)


def _long_record(data: bytes, position: int, previous: bytes) -> tuple[bytes, int]:
    """Return the key of the record at `position`, and where the next one begins."""
    records = frontcode._iter_records(data, position, previous)
    _, key, _ = next(records)
    following = next(records, None)
    return key, following[0] if following else len(data)


def _write(path: Path, data: bytes) -> None:
    """Put `data` at `path` whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(temporary).replace(path)
    except OSError:
        Path(temporary).unlink(missing_ok=True)
        raise
