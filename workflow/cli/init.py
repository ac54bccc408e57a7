"""`workflow init`: a new workspace, ready to use."""

from pathlib import Path

import click

from workflow.cli.shell import out


@click.command("init")
@click.argument(
    "folder",
    type=click.Path(path_type=Path),
    default=Path(),
    metavar="[DIR]",
    help="Where the workspace shall be.",
)
@click.option("--name", help="The newsroom's name.")
@click.option("--to", multiple=True, metavar="TAG", help="A language you translate into.")
def init(folder: Path, name: str | None, to: tuple[str, ...]) -> None:
    """Make a workspace: settings, a glossary, and folders for articles and templates."""
    from workflow.workspace.setup import make_workspace

    workspace = make_workspace(folder, name=name, targets=to)
    out(f"A workspace is ready in {workspace.root}")
    for path in ("workflow.toml", "glossary.yaml", "translations/", "templates/"):
        out(f"  {path}")
    for id, person in workspace.settings.contributors.items():
        out(
            f"You are {person.name}, as git knows you: contributor {id}. Next: `workflow new FILE`."
        )
    if not workspace.settings.contributors:
        out("Next: add yourself to workflow.toml as a contributor, then `workflow new FILE`.")
