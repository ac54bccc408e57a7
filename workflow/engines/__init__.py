"""Machine translation: one engine per module (or folder) behind one protocol.

`Engine` and `Translator` say what an engine is; `load_engines` and `choose_engine` find one.
"""

from workflow.engines.engine import Engine, Link, Notice, Proposal, Translator
from workflow.engines.registry import choose_engine, engine_names, load_engine, load_engines

__all__ = [
    "Engine",
    "Link",
    "Notice",
    "Proposal",
    "Translator",
    "choose_engine",
    "engine_names",
    "load_engine",
    "load_engines",
]
