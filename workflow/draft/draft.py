"""A draft: what is proposed for a unit, and where it comes from."""

from dataclasses import dataclass

from workflow.workspace.events import Origin


@dataclass(frozen=True)
class Draft:
    """The proposed text of one unit, inline Markdown on one line, and its origin."""

    text: str
    origin: Origin
