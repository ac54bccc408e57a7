"""An event as one line of JSON, and back: what its data class says is what may stand there.

Fields with their default are not written. Keys that a data class does not know, and kinds of events
that nobody knows here, are those of a newer version of this tool: they do no harm.
"""

import json
import re
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from workflow.workspace.events import Event, Payload, Unknown

_ID = re.compile(r"[0-9A-HJKMNP-TV-Z]{26}")


def _kind(payload: type) -> str:
    """The name of a payload on disk: `SourceChanged` → `source-changed`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "-", payload.__name__).lower()


_PAYLOADS: dict[str, Any] = {
    _kind(payload): payload for payload in get_args(Payload) if payload is not Unknown
}


def as_json(event: Event) -> dict[str, Any]:
    """Return an event as it stands in the journal."""
    if isinstance(event.payload, Unknown):
        return dict(json.loads(event.payload.raw))
    values = {"id": event.id, "at": event.at, "by": event.by, "kind": _kind(type(event.payload))}
    return {**values, **_plain(event.payload), "po": event.po}


def encode(event: Event) -> str:
    """Return an event as one line of JSON."""
    return json.dumps(as_json(event), ensure_ascii=False, separators=(",", ":"))


def _plain(value: Any) -> Any:
    """Return a data class as JSON values, without those that are the field's default."""
    if is_dataclass(value):
        content = {field.name: getattr(value, field.name) for field in fields(value)}
        kept = {f.name for f in fields(value) if content[f.name] != f.default}
        return {name: _plain(item) for name, item in content.items() if name in kept}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value


def decode(line: str) -> Event:
    """Return the event in one line of JSON. Raises ValueError for anything else."""
    values = _JSON.decode(line)
    if "\\u" in line and "\\ud" in line.lower():
        # half a character, which nothing can write down again
        json.dumps(values, ensure_ascii=False).encode()
    if not isinstance(values, dict):
        raise ValueError("not an event")
    if not all(isinstance(values.get(key), str) for key in ("id", "at", "by", "kind")):
        raise ValueError("id, at, by and kind must be text")
    if not _ID.fullmatch(values["id"]):
        raise ValueError("the id is not a ULID")
    shape = _PAYLOADS.get(values["kind"])
    payload = _reader(shape)(values) if shape else Unknown(raw=line)
    return Event(
        id=values["id"],
        at=values["at"],
        by=values["by"],
        payload=payload,
        po=str(values.get("po", "")),
    )


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")


_JSON = json.JSONDecoder(parse_constant=_refuse_constant)


@cache
def _reader(wanted: Any) -> Callable[[Any], Any]:
    """Return what reads a value of a type; made once, since journals are long."""
    origin, arguments = get_origin(wanted), get_args(wanted)
    if origin is UnionType:
        inner = _reader(next(kind for kind in arguments if kind is not NoneType))
        return lambda value: None if value is None else inner(value)
    if origin is tuple:
        item = _reader(arguments[0])
        return lambda value: tuple([item(element) for element in _checked(list, value)])
    if origin is dict:
        return lambda value: {_text(k): _text(v) for k, v in _checked(dict, value).items()}
    if is_dataclass(wanted):
        return _object_reader(wanted)
    if wanted is float:
        return lambda value: float(_checked(int | float, value))
    return _text if wanted is str else lambda value: _checked(wanted, value)


def _object_reader(shape: Any) -> Callable[[Any], Any]:
    """Return what builds a data class from a JSON object; keys that it does not know are left."""
    hints = get_type_hints(shape)
    texts = {name for name, wanted in hints.items() if wanted is str}
    readers = {name: _reader(wanted) for name, wanted in hints.items()}

    def read(values: Any) -> Any:
        if not isinstance(values, dict):
            raise ValueError(f"{shape.__name__} must be an object")
        known = {
            name: value if name in texts and type(value) is str else readers[name](value)
            for name, value in values.items()
            if name in readers
        }
        try:
            return shape(**known)
        except TypeError as error:
            raise ValueError(str(error)) from None

    return read


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value
    raise ValueError(f"{value!r:.40} stands where a text should")


def _checked(wanted: Any, value: Any) -> Any:
    if isinstance(value, wanted):
        return value
    raise ValueError(f"{value!r:.40} stands where {wanted} should")
