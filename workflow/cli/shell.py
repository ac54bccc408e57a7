"""What every command needs of the shell: the workspace, the person who acts, and where words go."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workflow.cli.hiding import hide_names_of, shown

if TYPE_CHECKING:
    from workflow.workspace.settings import Contributor
    from workflow.workspace.workspace import Workspace

_CONTROLS = {code: 0x2400 + code for code in range(0x20) if chr(code) not in "\n\t"}
_CONTROLS |= {0x7F: 0x2421, **dict.fromkeys(range(0x80, 0xA0), 0xFFFD)}

slug_argument = click.argument("slug", metavar="SLUG", help="The article.")
by_option = click.option("--by", metavar="ID", help="Who does this: a contributor of the settings.")
to_option = click.option(
    "--to", required=True, metavar="TAG", help="The target language, such as es."
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON for a script.")


class Commands(click.Group):
    """Commands whose help keeps the order in which they were added: that of the work."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (Click's own)
        """Return the names as they were added."""
        return list(self.commands)


def open_workspace() -> "Workspace":
    """Return the workspace that the current folder is in."""
    from workflow.workspace.workspace import Workspace

    workspace = Workspace.find(Path.cwd())
    hide_names_of(workspace)
    return workspace


def workspace_around() -> "Workspace | None":
    """Return the workspace that the current folder is in, None where it is in none."""
    from workflow.workspace.settings_file import settings_in

    here = Path.cwd()
    if any(settings_in(folder) is not None for folder in (here, *here.parents)):
        return open_workspace()
    return None


def acting(workspace: "Workspace", by: str | None) -> "Contributor":
    """Return the contributor who runs the command."""
    from workflow.workspace.people import acting as find

    return find(workspace.settings, workspace.root, by)


def out(text: str = "", *, styled: bool = False) -> None:
    """Print a result to stdout; `styled` text has colours of ours and is harmless already."""
    click.echo(text if styled else harmless(text))


def say(text: str) -> None:
    """Print a remark about the work to stderr."""
    click.echo(harmless(text), err=True)


def harmless(text: str) -> str:
    """Return `text` with control characters as pictures: a text must not drive the terminal."""
    return text.translate(_CONTROLS)


def print_json(value: Any) -> None:
    """Print a result for a script."""
    out(json.dumps(shown(value), ensure_ascii=False, indent=2))


def is_terminal() -> bool:
    """Whether a person is reading stdout."""
    return sys.stdout.isatty()
