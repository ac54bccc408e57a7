"""How people are named to readers: by the name in the settings, never by an address."""

from collections.abc import Mapping

from workflow.workspace.events import NOBODY
from workflow.workspace.settings import Contributor


def display_name(person: str, contributors: Mapping[str, Contributor]) -> str:
    """Return the name of a contributor's id; an id that left the settings stands for itself."""
    if person == NOBODY:
        return "somebody, in the file"
    contributor = contributors.get(person)
    return contributor.name if contributor else person
