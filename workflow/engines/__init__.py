"""Machine translation: one engine per module (or folder) behind one protocol.

`Engine` and `Translator` say what an engine is, `Steerable` what a better one can do;
`load_engines` and `choose_engine` find one, `best_engine` the best that is there. A `Remote` one
works elsewhere, on a server that the settings must name.
"""

from workflow.engines.auto import AUTO, best_engine, best_first, none_serves
from workflow.engines.engine import (
    Engine,
    Link,
    Manner,
    Notice,
    Proposal,
    Steerable,
    Translator,
)
from workflow.engines.registry import (
    ON_THIS_COMPUTER,
    choose_engine,
    engine_names,
    load_engine,
    load_engines,
)
from workflow.engines.remote import Remote

__all__ = [
    "AUTO",
    "ON_THIS_COMPUTER",
    "Engine",
    "Link",
    "Manner",
    "Notice",
    "Proposal",
    "Remote",
    "Steerable",
    "Translator",
    "best_engine",
    "best_first",
    "choose_engine",
    "engine_names",
    "load_engine",
    "load_engines",
    "none_serves",
]
