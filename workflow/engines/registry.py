"""The engines there are: the built-in ones and those of other packages.

A package adds an engine by an entry point in the group `workflow.engines`, whose value is a class
that is called without arguments and gives an `Engine`. The built-in ones are found in the same way,
but do not depend on installed metadata, and another package cannot take their names.
"""

from collections.abc import Mapping, Sequence
from importlib.metadata import EntryPoint
from typing import cast

from workflow.engines.engine import Engine
from workflow.engines.remote import Remote
from workflow.engines.withholding import Seek, WithholdingEngine
from workflow.errors import InputError, MissingPart
from workflow.glossary import Glossary
from workflow.plugins import found, loaded
from workflow.workspace.settings import ServerSettings

GROUP = "workflow.engines"
ON_THIS_COMPUTER = ("apertium", "argos")
"""The engines of our own that send nothing anywhere."""

_BUILT_IN = (
    EntryPoint("apertium", "workflow.engines.apertium:ApertiumEngine", GROUP),
    EntryPoint("argos", "workflow.engines.argos:ArgosEngine", GROUP),
    EntryPoint("libretranslate", "workflow.engines.libretranslate:LibreTranslateEngine", GROUP),
    EntryPoint("none", "workflow.engines.none:NoEngine", GROUP),
    EntryPoint("openai", "workflow.engines.openai:OpenAIEngine", GROUP),
)


def engine_names() -> tuple[str, ...]:
    """Return the names of all engines, in alphabetical order."""
    return tuple(sorted(found(GROUP, _BUILT_IN)))


def load_engine(name: str) -> Engine:
    """Return a new engine by its name; raises InputError for an unknown one."""
    entry = found(GROUP, _BUILT_IN).get(name)
    if entry is None:
        raise InputError(
            f"there is no engine called {name!r}",
            hint=f"Use one of: {', '.join(engine_names())}.",
        )
    return cast(Engine, loaded(entry, "engine")())


def load_engines(
    order: Sequence[str],
    servers: Mapping[str, ServerSettings] | None = None,
    glossary: Glossary | None = None,
    withheld: Seek = lambda _: (),
) -> list[Engine]:
    """Return new engines in this order; those that work elsewhere get the server named for them.

    These see the glossary, and never the names that `withheld` finds in a text. Names of engines
    that are not known here are passed over, since a workspace is shared by machines that differ;
    raises InputError when no other is left.
    """
    there = found(GROUP, _BUILT_IN)
    known = [name for name in order if name in there]
    engines = [load_engine(name) for name in known or order[:1]]
    for number, engine in enumerate(engines):
        if isinstance(engine, Remote):
            server = (servers or {}).get(engine.name)
            if server:
                engine.connect(server, glossary or Glossary())
            engines[number] = WithholdingEngine(engine, withheld)
    return engines


def choose_engine(engines: Sequence[Engine], source: str, target: str) -> Engine:
    """Return the first engine that serves the pair.

    Raises MissingPart, in the words of the first engine, when none does.
    """
    for engine in engines:
        if engine.serves(source, target):
            return engine
    for engine in engines:
        engine.open(source, target)
    raise MissingPart(
        f"no engine translates {source} → {target}",
        hint=f"Name one with --engine: {', '.join(engine_names())}.",
    )
