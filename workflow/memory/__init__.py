"""The translation memory: what people have confirmed, found again when it is needed.

`open_memory` gives the memory of a workspace, which answers with exact, in-context and fuzzy
matches; `import_tmx` and `export_tmx` exchange it with other tools. `scoring` says how matches are
counted.
"""

from workflow.memory.entry import Entry, Level, Match
from workflow.memory.memory import Memory
from workflow.memory.pairs import answers
from workflow.memory.scoring import difference
from workflow.memory.upkeep import export_tmx, import_tmx, open_memory

__all__ = [
    "Entry",
    "Level",
    "Match",
    "Memory",
    "answers",
    "difference",
    "export_tmx",
    "import_tmx",
    "open_memory",
]
