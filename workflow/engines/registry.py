"""The engines there are: the built-in ones and those of other packages.

A package adds an engine by an entry point in the group `workflow.engines`, whose value is a class
that is called without arguments and gives an `Engine`. The built-in ones are found in the same way,
but do not depend on installed metadata, and another package cannot take their names.
"""

from collections.abc import Sequence
from importlib.metadata import EntryPoint, entry_points
from typing import cast

from workflow.engines.engine import Engine
from workflow.errors import InputError, MissingPart

GROUP = "workflow.engines"

_BUILT_IN = (
    EntryPoint("argos", "workflow.engines.argos:ArgosEngine", GROUP),
    EntryPoint("none", "workflow.engines.none:NoEngine", GROUP),
)


def engine_names() -> tuple[str, ...]:
    """Return the names of all engines, in alphabetical order."""
    return tuple(sorted(_entries()))


def load_engine(name: str) -> Engine:
    """Return a new engine by its name; raises InputError for an unknown one."""
    entry = _entries().get(name)
    if entry is None:
        raise InputError(
            f"there is no engine called {name!r}",
            hint=f"Use one of: {', '.join(engine_names())}.",
        )
    return cast(Engine, entry.load()())


def choose_engine(order: Sequence[str], source: str, target: str) -> Engine:
    """Return the first engine in `order` that serves the pair.

    Names that are not installed here are passed over, since a workspace is shared by machines that
    differ. Raises MissingPart, as the first engine words it, when none serves.
    """
    engines = [load_engine(name) for name in order if name in _entries()]
    for engine in engines:
        if engine.serves(source, target):
            return engine
    if engines:
        engines[0].open(source, target)
    raise MissingPart(
        f"no engine translates {source} → {target}",
        hint=f"Put one of these in `order` of [engines]: {', '.join(engine_names())}.",
    )


def _entries() -> dict[str, EntryPoint]:
    found = {entry.name: entry for entry in entry_points(group=GROUP)}
    return found | {entry.name: entry for entry in _BUILT_IN}
