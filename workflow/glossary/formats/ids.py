"""Ids for concepts that come without one."""

from workflow.glossary.reader import CONCEPT_ID
from workflow.language.slug import slug


class Ids:
    """Makes ids of terms, each once."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def of(self, text: str) -> str:
        """Return `text` where it can be an id, else one like it: `foreign-agent-2`."""
        base = text if CONCEPT_ID.fullmatch(text) else slug(text) or "concept"
        number, id = 1, base
        while id in self._taken:
            number += 1
            id = f"{base}-{number}"
        self._taken.add(id)
        return id
