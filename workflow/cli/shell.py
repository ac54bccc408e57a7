"""What every command needs of the shell: the workspace, the person who acts, and where words go."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from workflow.workspace.settings import Contributor
    from workflow.workspace.workspace import Workspace

By = Annotated[
    str | None,
    typer.Option("--by", metavar="ID", help="Who does this: a contributor of the settings."),
]
To = Annotated[str, typer.Option("--to", metavar="TAG", help="The target language, such as es.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for a script.")]


def open_workspace() -> "Workspace":
    """Return the workspace that the current folder is in."""
    from workflow.workspace.workspace import Workspace

    return Workspace.find(Path.cwd())


def acting(workspace: "Workspace", by: str | None) -> "Contributor":
    """Return the contributor who runs the command."""
    from workflow.workspace.people import acting as find

    return find(workspace.settings, workspace.root, by)


def out(text: str = "") -> None:
    """Print a result to stdout."""
    typer.echo(text)


def say(text: str) -> None:
    """Print a remark about the work to stderr."""
    typer.echo(text, err=True)


def print_json(value: Any) -> None:
    """Print a result for a script."""
    out(json.dumps(value, ensure_ascii=False, indent=2))


def is_terminal() -> bool:
    """Whether a person is reading stdout."""
    return sys.stdout.isatty()
