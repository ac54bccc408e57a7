"""Machine translation: one engine per module (or folder) behind one protocol.

`Engine` and `Translator` say what an engine is, `Steerable` what a better one can do;
`load_engines` and `choose_engine` find one.
"""

from workflow.engines.engine import (
    Engine,
    Link,
    Manner,
    Notice,
    Proposal,
    Steerable,
    Translator,
)
from workflow.engines.registry import choose_engine, engine_names, load_engine, load_engines

__all__ = [
    "Engine",
    "Link",
    "Manner",
    "Notice",
    "Proposal",
    "Steerable",
    "Translator",
    "choose_engine",
    "engine_names",
    "load_engine",
    "load_engines",
]
