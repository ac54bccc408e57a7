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
else:  # the C parser is six times as fast where PyYAML was built with it
    _Base = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_BOOL = "tag:yaml.org,2002:bool"
MAX_SIZE = 32 * 1024 * 1024
"""The largest YAML text that is read, in code points."""
MAX_DEPTH = 64
"""How deeply lists and mappings may nest."""


class _Loader(_Base):
    _depth = 0

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.events.AliasEvent):
            raise yaml.composer.ComposerError(
                None, None, "aliases are not allowed", self.peek_event().start_mark
            )
        self._depth += 1
        try:
            if self._depth > MAX_DEPTH:
                raise yaml.composer.ComposerError(
                    None, None, "nested too deeply", self.peek_event().start_mark
                )
            return super().compose_node(parent, index)
        finally:
            self._depth -= 1

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
        seen = set()
        for key, _ in node.value:
            if key.value in seen:
                raise yaml.constructor.ConstructorError(
                    None, None, f"the key {key.value!r} stands twice", key.start_mark
                )
            seen.add(key.value)
        return super().construct_mapping(node, deep)


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != _BOOL]
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
    except (ValueError, RecursionError) as error:
        raise InputError(f"{name}: {error}", hint="Put quotes around the value.") from None
