"""The command `theme`: which templates there are, and copies of them to change."""

from typing import Annotated

import typer

from workflow.cli.shell import open_workspace, out
from workflow.errors import InputError


def theme(
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="TEMPLATE", help="Templates to copy.", show_default=False),
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="Copy every template.")] = False,
) -> None:
    """List the templates of pages and documents, or copy some into templates/ to change them."""
    from workflow.publish.theme import adopt, theme_files

    if names and everything:
        raise InputError("--all is every template", hint="Leave out the names, or --all.")
    templates = open_workspace().templates
    files = list(theme_files(templates))
    if names or everything:
        for path in adopt(templates, names or [file.name for file in files]):
            out(str(path))
        return
    for file in files:
        out(f"{file.name}  (yours)" if file.own else file.name)
