"""Engines that work elsewhere: they see texts only where the settings name their server."""

from typing import Protocol, runtime_checkable

from workflow.engines.engine import Engine, Notice
from workflow.errors import MissingPart
from workflow.glossary import Glossary
from workflow.workspace.settings import ServerSettings


@runtime_checkable
class Remote(Engine, Protocol):
    """An engine on a server. Until it is connected it serves no pair of languages."""

    def connect(self, server: ServerSettings, glossary: Glossary) -> None:
        """Take the server that the settings name, without asking it anything yet."""

    @property
    def warning(self) -> Notice | None:
        """What a user must be told before a text is sent; None while there is no server."""


def not_named(engine: str) -> MissingPart:
    """Return the error that the settings name no server for an engine."""
    return MissingPart(
        f"the settings name no server for {engine}",
        hint=f'Add [engines.{engine}] with url = "https://…" to the settings.',
    )
