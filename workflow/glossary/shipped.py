"""The glossary that travels with the package."""

from pathlib import Path

_ROOM = Path(__file__).parent

BUILTIN = "builtin:human-rights"
"""What a glossary writes under `include` to build on the one that ships."""


def shipped_glossary() -> Path:
    """Return the glossary that ships: inside the package, or at the top of a checkout."""
    packaged = _ROOM / "human-rights.yaml"
    return packaged if packaged.is_file() else _ROOM.parents[1] / "glossary.yaml"
