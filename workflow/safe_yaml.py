"""YAML from untrusted files: plain values only, no aliases that explode, `no` is Norwegian.

PyYAML follows YAML 1.1, where `no`, `on` and `yes` are truth values; a glossary has `no:` as a
language. The booleans here are those of YAML 1.2 (https://yaml.org/spec/1.2.2/, core schema).
"""

import re
from typing import Any

import yaml

from workflow.errors import InputError

_BOOL = "tag:yaml.org,2002:bool"
_TEXT = "tag:yaml.org,2002:str"
_NOT_PLAIN = {_BOOL, "tag:yaml.org,2002:value", "tag:yaml.org,2002:merge"}
"""What YAML 1.1 sees in `no`, `=` and `<<`."""
MAX_SIZE = 32 * 1024 * 1024
"""The largest YAML text that is read, in code points."""
MAX_DEPTH = 64
"""How deeply lists and mappings may nest."""


if yaml.__with_libyaml__:  # its parser is several times as fast

    class _Base(yaml.CSafeLoader):
        """Events from C. Its nodes are not used: they know no limits and overflow the stack."""

else:

    class _Base(yaml.SafeLoader):  # type: ignore[no-redef]
        """Events from Python."""


class _Loader(_Base):
    """Makes values straight from the events of a text: no tree of nodes comes between."""

    def document(self) -> Any:
        """Return the value of the one document of the text, None where there is none."""
        self.get_event()  # the stream begins
        event = self.get_event()
        if isinstance(event, yaml.StreamEndEvent):
            return None
        value = self._value(self.get_event(), 1)
        self.get_event()  # the document ends
        event = self.get_event()
        if not isinstance(event, yaml.StreamEndEvent):
            raise _refused("another document begins here", event)
        return value

    def _value(self, event: Any, depth: int) -> Any:
        if isinstance(event, yaml.AliasEvent):
            raise _refused("aliases are not allowed", event)
        if event.tag is not None:
            raise _refused(f"the tag {event.tag} is not allowed", event)
        if depth > MAX_DEPTH:
            raise _refused("nested too deeply", event)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(depth)
        return self._table(depth)

    def _scalar(self, event: Any) -> Any:
        value = event.value
        if not event.implicit[0] or value[:1] not in self.yaml_implicit_resolvers:
            return value
        tag = self.resolve(yaml.ScalarNode, value, event.implicit)  # type: ignore[no-untyped-call]
        if tag == _TEXT:
            return value
        try:
            return self.construct_object(yaml.ScalarNode(tag, value, event.start_mark))
        except ValueError as error:  # such as the thirteenth month
            raise _refused(str(error), event) from None

    def _list(self, depth: int) -> list[Any]:
        values = []
        while not isinstance(event := self.get_event(), yaml.SequenceEndEvent):
            values.append(self._value(event, depth + 1))
        return values

    def _table(self, depth: int) -> dict[Any, Any]:
        values: dict[Any, Any] = {}
        written = set()
        while not isinstance(event := self.get_event(), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                self._value(event, depth + 1)
                raise _refused("a key must be one word or text", event)
            if event.value in written:
                raise _refused(f"the key {event.value!r} stands twice", event)
            written.add(event.value)
            key = self._value(event, depth + 1)
            values[key] = self._value(self.get_event(), depth + 1)
        return values


def _refused(problem: str, place: Any) -> yaml.MarkedYAMLError:
    return yaml.MarkedYAMLError(problem=problem, problem_mark=place.start_mark)


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag not in _NOT_PLAIN]
    for first, resolvers in _Base.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver(
    _BOOL, re.compile(r"^(?:true|True|TRUE|false|False|FALSE)$"), list("tTfF")
)


def load(text: str, name: str, *, first_line: int = 1) -> Any:
    """Return the value of a YAML `text`.

    `name` is the file that errors name; `first_line` is the line of the file where `text` begins.
    Raises InputError, with file and line, for anything that is not plain YAML.
    """
    if len(text) > MAX_SIZE:
        raise InputError(f"{name}: too large to be read", hint="Split the file into smaller ones.")
    try:
        return _Loader(text).document()
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"{name}:{mark.line + first_line}" if mark else name
        problem = getattr(error, "problem", None) or "not valid YAML"
        raise InputError(
            f"{place}: {problem}",
            hint="Mend the line: `key: value`, with quotes around text that holds a colon.",
        ) from None
