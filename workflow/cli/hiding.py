"""Withheld names are hidden in whatever a command prints, and in the files that it hands out."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from workflow.withheld.redaction import Redaction
    from workflow.workspace.workspace import Workspace

_Value = TypeVar("_Value")


class _Command:
    """One run of the program; all its texts come from the workspace that it has opened."""

    workspace: "Workspace | None" = None


_running: ContextVar[_Command | None] = ContextVar("running", default=None)


@contextmanager
def hiding_names() -> Iterator[None]:
    """Let nothing reach stdout and stderr that has a withheld name of the opened workspace."""
    before = sys.stdout, sys.stderr
    streams: Any = _Hiding(sys.stdout), _Hiding(sys.stderr)
    token = _running.set(_Command())
    sys.stdout, sys.stderr = streams
    try:
        yield
    finally:
        sys.stdout, sys.stderr = before
        _running.reset(token)


def hide_names_of(workspace: "Workspace") -> None:
    """Hide this workspace's names in what is printed from now on."""
    if command := _running.get():
        command.workspace = workspace


def shown(value: _Value, *beside: str) -> _Value:
    """Return a value as the person at the terminal may see it, before it is laid out.

    Lines that are broken, or a name that is cut, would hide it from the stream's own eyes. Of what
    is said of the texts `beside`, parts of their names are hidden too.
    """
    command = _running.get()
    if command is None or command.workspace is None or not command.workspace.withholds:
        return value  # nothing of the search for names is loaded then
    return on_screen(command.workspace).beside(*beside).hidden_in(value)


@cache
def on_screen(workspace: "Workspace") -> "Redaction":
    """Return what hides names from the person at the terminal, by WORKFLOW_BY or git's address."""
    from workflow.errors import InputError
    from workflow.withheld.redaction import for_reader
    from workflow.workspace.people import acting

    try:
        reader = acting(workspace.settings, workspace.root, None).id
    except InputError:
        reader = None
    return for_reader(workspace, reader)


class _Hiding:
    """A stream that hides names, and does all else as the one beneath it."""

    def __init__(self, beneath: Any) -> None:
        self._beneath = beneath

    def __getattr__(self, name: str) -> Any:
        if name == "buffer":  # bytes would pass by here unseen
            raise AttributeError(name)
        return getattr(self._beneath, name)

    def __iter__(self) -> Iterator[Any]:
        return iter(self._beneath)

    def write(self, text: str) -> int:
        self._beneath.write(shown(text))
        return len(text)

    def writelines(self, lines: Iterable[str]) -> None:
        for line in lines:
            self.write(line)
