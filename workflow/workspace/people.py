"""Who acts, and how people are named: never by an address.

Who acts is `--by ID`, else `WORKFLOW_BY`, else the contributor whose address git knows.
"""

import os
from collections.abc import Mapping
from pathlib import Path

from workflow.errors import InputError
from workflow.workspace.events import NOBODY
from workflow.workspace.settings import Contributor, Settings

VARIABLE = "WORKFLOW_BY"


def acting(settings: Settings, root: Path, by: str | None) -> Contributor:
    """Return the contributor who runs a command. Raises InputError where nobody can be found."""
    for chosen, where in ((by, "--by"), (os.environ.get(VARIABLE), VARIABLE)):
        if chosen:
            return _known(settings, chosen, where)
    from workflow.workspace.git import git_setting

    address = git_setting("user.email", root)
    for contributor in settings.contributors.values():
        if address and (contributor.email or "").casefold() == address.casefold():
            return contributor
    if not settings.contributors:
        raise InputError(
            "workflow.toml names no contributors",
            hint='Add yourself: a table [contributors.ID] with name = "…" and roles = '
            '["translator"]; then say who you are with --by ID.',
        )
    raise InputError(
        "nobody is named as the person who does this",
        hint=f"Say who you are with --by ID, set {VARIABLE}=ID, or give your contributor in "
        "workflow.toml the email that git uses (git config user.email).",
    )


def _known(settings: Settings, chosen: str, where: str) -> Contributor:
    if chosen in settings.contributors:
        return settings.contributors[chosen]
    people = ", ".join(settings.contributors) or "none yet"
    raise InputError(
        f"{where} names {chosen!r}, who is not a contributor (there are: {people})",
        hint=f"Add a table [contributors.{chosen}] with a name and roles to workflow.toml.",
    )


def display_name(person: str, contributors: Mapping[str, Contributor]) -> str:
    """Return the pseudonym, else the name of a contributor's id.

    An id that left the settings stands for itself.
    """
    if person == NOBODY:
        return "somebody, in the file"
    contributor = contributors.get(person)
    return (contributor.pseudonym or contributor.name) if contributor else person
