"""How people are named to readers: by pseudonym or name of the settings, never by an address."""

from collections.abc import Mapping

from workflow.workspace.events import NOBODY
from workflow.workspace.settings import Contributor


def display_name(person: str, contributors: Mapping[str, Contributor]) -> str:
    """Return the pseudonym, else the name of a contributor's id.

    An id that left the settings stands for itself.
    """
    if person == NOBODY:
        return "somebody, in the file"
    contributor = contributors.get(person)
    return (contributor.pseudonym or contributor.name) if contributor else person
