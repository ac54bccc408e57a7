"""What other packages bring: engines, checks and outputs, found by their entry points.

The built-in ones are entry points too, but do not depend on installed metadata, and nobody can
take their names. Entry points: https://packaging.python.org/specifications/entry-points
"""

from collections.abc import Iterable
from importlib.metadata import EntryPoint, entry_points
from typing import Any

from workflow.errors import MissingPart


def found(group: str, built_in: Iterable[EntryPoint] = ()) -> dict[str, EntryPoint]:
    """Return the entry points of a group by name: the built-in ones in their order, then others."""
    own = {entry.name: entry for entry in built_in}
    others = sorted(entry_points(group=group), key=lambda entry: entry.name)
    return own | {entry.name: entry for entry in others if entry.name not in own}


def loaded(entry: EntryPoint, noun: str) -> Any:
    """Return what an entry point leads to; `noun` says in the error what it should have been.

    Raises MissingPart where it cannot be loaded.
    """
    try:
        return entry.load()
    except Exception as error:  # whatever a stranger's module raises when it is imported
        raise MissingPart(
            f"the {noun} {entry.name} cannot be loaded: {error}",
            hint="Update or uninstall the package that brings it.",
        ) from error
