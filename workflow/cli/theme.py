"""The command `theme`: which templates there are, and copies of them to change."""

import click

from workflow.cli.shell import open_workspace, out
from workflow.errors import InputError


@click.command("theme")
@click.argument("names", nargs=-1, metavar="[TEMPLATE]...", help="Templates to copy.")
@click.option("--all", "everything", is_flag=True, help="Copy every template.")
def theme(names: tuple[str, ...], everything: bool) -> None:
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
