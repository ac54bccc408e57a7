"""YAML from untrusted files: plain values only, no aliases that explode, `no` is Norwegian.

PyYAML follows YAML 1.1, where `no`, `on` and `yes` are truth values; a glossary has `no:` as a
language. The booleans here are those of YAML 1.2 (https://yaml.org/spec/1.2.2/, core schema).
"""

import re
from typing import TYPE_CHECKING, Any

import yaml

from workflow.errors import InputError

if TYPE_CHECKING:
    _Base = yaml.SafeLoader
elif yaml.__with_libyaml__:  # its parser is several times as fast

    class _Base(yaml.composer.Composer, yaml.CSafeLoader):
        """Events from C, nodes from Python: C's own nodes know no limits and overflow the stack."""

        def __init__(self, stream):
            yaml.CSafeLoader.__init__(self, stream)
            yaml.composer.Composer.__init__(self)

else:
    _Base = yaml.SafeLoader

_BOOL = "tag:yaml.org,2002:bool"
_NOT_PLAIN = {_BOOL, "tag:yaml.org,2002:value", "tag:yaml.org,2002:merge"}
"""What YAML 1.1 sees in `no`, `=` and `<<`."""
MAX_SIZE = 32 * 1024 * 1024
"""The largest YAML text that is read, in code points."""
MAX_DEPTH = 64
"""How deeply lists and mappings may nest."""


class _Loader(_Base):
    _depth = 0

    def compose_node(self, parent: Any, index: Any) -> Any:
        event = self.peek_event()  # type: ignore[no-untyped-call]
        if isinstance(event, yaml.events.AliasEvent):
            raise _refused("aliases are not allowed", event)
        if getattr(event, "tag", None) is not None:
            raise _refused(f"the tag {event.tag} is not allowed", event)
        self._depth += 1
        try:
            if self._depth > MAX_DEPTH:
                raise _refused("nested too deeply", event)
            return super().compose_node(parent, index)
        finally:
            self._depth -= 1

    def construct_object(self, node: Any, deep: bool = False) -> Any:
        try:
            return super().construct_object(node, deep)
        except ValueError as error:  # such as the thirteenth month
            raise _refused(str(error), node) from None

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
        seen = set()
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise _refused("a key must be one word or text", key)
            if key.value in seen:
                raise _refused(f"the key {key.value!r} stands twice", key)
            seen.add(key.value)
        return super().construct_mapping(node, deep)


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
        return yaml.load(text, Loader=_Loader)  # noqa: S506 - derived from the safe loader
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"{name}:{mark.line + first_line}" if mark else name
        problem = getattr(error, "problem", None) or "not valid YAML"
        raise InputError(
            f"{place}: {problem}",
            hint="Mend the line: `key: value`, with quotes around text that holds a colon.",
        ) from None
