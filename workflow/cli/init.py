"""`workflow init`: a new workspace, ready to use."""

from pathlib import Path
from typing import Annotated

import typer

from workflow.cli.shell import out


def init(
    folder: Annotated[
        Path, typer.Argument(metavar="[DIR]", help="Where the workspace shall be.")
    ] = Path(),
    name: Annotated[str | None, typer.Option(help="The newsroom's name.")] = None,
    to: Annotated[
        list[str] | None, typer.Option("--to", metavar="TAG", help="A language you translate into.")
    ] = None,
) -> None:
    """Make a workspace: settings, a glossary, and folders for articles and templates."""
    from workflow.workspace.setup import make_workspace

    workspace = make_workspace(folder, name=name, targets=tuple(to or ()))
    out(f"A workspace is ready in {workspace.root}")
    for path in ("workflow.toml", "glossary.yaml", "translations/", "templates/"):
        out(f"  {path}")
    for id, person in workspace.settings.contributors.items():
        out(
            f"You are {person.name}, as git knows you: contributor {id}. Next: `workflow new FILE`."
        )
    if not workspace.settings.contributors:
        out("Next: add yourself to workflow.toml as a contributor, then `workflow new FILE`.")
