"""The engine that drafts nothing: every unit is left for a person."""

from typing import Final


class NoEngine:
    """Serves every pair of languages by leaving the work to people."""

    name: Final = "none"

    def serves(self, source: str, target: str) -> bool:  # noqa: ARG002 - the protocol's signature
        """People translate everything."""
        return True

    def open(self, source: str, target: str) -> None:  # noqa: ARG002 - the protocol's signature
        """Leave the units as they are."""
        return
