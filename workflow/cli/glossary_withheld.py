"""`workflow glossary withhold|purge`: names that must never be published."""

from typing import Annotated

import typer

from workflow.cli.shell import open_workspace, out, say


def withhold() -> None:
    """Put a name on the list of names never to be published; it is asked for, and not shown.

    The list lies outside the workspace, where [withheld] file in workflow.toml or the variable
    WORKFLOW_WITHHELD says. Give the name on the command's standard input in a script, never as an
    argument: the shell would remember it.
    """
    from workflow.withheld.listing import FINGERPRINT
    from workflow.withheld.listing import withhold as add

    new = add(open_workspace(), _asked("Name to withhold"))
    out("The name is withheld." if new else "The name was withheld already.")
    say(
        f"Commit {FINGERPRINT}, and give the new list to everybody who publishes.\n"
        "A list finds names and their spellings. It cannot see nicknames, a face in a picture, a "
        "voice, or a person who is described and not named. A family name alone, or a nickname, "
        "has to be withheld by itself."
    )


def purge(
    instead: Annotated[
        str, typer.Option("--instead", metavar="TEXT", help="What to write for the name.")
    ] = "N.",
) -> None:
    """Take a name out of the workspace's files, and say what git's history still holds."""
    from workflow.withheld.listing import name_in
    from workflow.withheld.purging import commits_with
    from workflow.withheld.purging import purge as take_out

    workspace = open_workspace()
    name = name_in(_asked("Name to take out"))
    changed, left = take_out(workspace, name, instead)
    for path in changed:
        out(f"changed\t{path.relative_to(workspace.root)}")
    for path in left:
        out(f"look at\t{path.relative_to(workspace.root)}")
    if commits := commits_with(workspace, name):
        say(
            f"git's history still holds the name (commits: {commits}), here and in every clone.\n"
            "Rewrite it with `git filter-repo --replace-text FILE` "
            "(https://github.com/newren/git-filter-repo), push with --force, ask everybody to "
            "clone anew, and ask the host to drop its caches. What was seen cannot be unseen."
        )
    say("Nobody looked into pictures and sound, nor at copies outside of this folder.")


def _asked(question: str) -> str:
    """Return what is typed without echo, or the first line of standard input."""
    import sys

    if sys.stdin.isatty():
        return str(typer.prompt(question, hide_input=True))
    return sys.stdin.readline()
