"""What every command needs of the shell: the workspace, the person who acts, and where words go."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from workflow.cli.hiding import hide_names_of, shown

if TYPE_CHECKING:
    from workflow.workspace.settings import Contributor
    from workflow.workspace.workspace import Workspace

_CONTROLS = {code: 0x2400 + code for code in range(0x20) if chr(code) not in "\n\t"}
_CONTROLS |= {0x7F: 0x2421, **dict.fromkeys(range(0x80, 0xA0), 0xFFFD)}

By = Annotated[
    str | None,
    typer.Option("--by", metavar="ID", help="Who does this: a contributor of the settings."),
]
To = Annotated[str, typer.Option("--to", metavar="TAG", help="The target language, such as es.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for a script.")]


def open_workspace() -> "Workspace":
    """Return the workspace that the current folder is in."""
    from workflow.workspace.workspace import Workspace

    workspace = Workspace.find(Path.cwd())
    hide_names_of(workspace)
    return workspace


def workspace_around() -> "Workspace | None":
    """Return the workspace that the current folder is in, None where it is in none."""
    from workflow.workspace.settings_text import settings_text

    here = Path.cwd()
    if any(settings_text(folder) is not None for folder in (here, *here.parents)):
        return open_workspace()
    return None


def acting(workspace: "Workspace", by: str | None) -> "Contributor":
    """Return the contributor who runs the command."""
    from workflow.workspace.people import acting as find

    return find(workspace.settings, workspace.root, by)


def out(text: str = "", *, styled: bool = False) -> None:
    """Print a result to stdout; `styled` text has colours of ours and is harmless already."""
    typer.echo(text if styled else harmless(text))


def say(text: str) -> None:
    """Print a remark about the work to stderr."""
    typer.echo(harmless(text), err=True)


def harmless(text: str) -> str:
    """Return `text` with control characters as pictures: a text must not drive the terminal."""
    return text.translate(_CONTROLS)


def print_json(value: Any) -> None:
    """Print a result for a script."""
    out(json.dumps(shown(value), ensure_ascii=False, indent=2))


def is_terminal() -> bool:
    """Whether a person is reading stdout."""
    return sys.stdout.isatty()
