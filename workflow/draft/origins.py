"""What stands as the engine in the origin of a draft that no engine made."""

from typing import Final

MEMORY: Final = "memory"
