"""Choosing the best engine that is there for a pair of languages, where nobody named one.

A neural package for exactly this stands before a server that the settings name, that before rules,
and rules before the starter: it and Apertium's English → Spanish were measured (docs/engines.md).
Between equals, what keeps texts on this machine stands first.
"""

from collections.abc import Sequence
from enum import IntEnum
from typing import Final

from workflow.engines.engine import Engine
from workflow.engines.remote import Remote
from workflow.errors import MissingPart

AUTO: Final = "auto"
"""The name that stands for whichever engine is best."""


class _Worth(IntEnum):
    """How good drafts can be expected to be, the best first."""

    PACKAGE = 0
    SERVER = 1
    RULES = 2
    MAKESHIFT = 3


def best_first(engines: Sequence[Engine], source: str, target: str) -> list[Engine]:
    """Return the engines that serve a pair (BCP 47) here, the best first."""
    serving = [engine for engine in engines if engine.serves(source, target)]
    return sorted(serving, key=lambda engine: _worth(engine, source, target))


def best_engine(engines: Sequence[Engine], source: str, target: str) -> Engine:
    """Return the best engine for a pair. Raises MissingPart where none serves it."""
    for engine in best_first(engines, source, target):
        return engine
    raise none_serves(source, target)


def none_serves(source: str, target: str) -> MissingPart:
    """Return the error that no engine translates a pair."""
    return MissingPart(
        f"no engine here translates {source} → {target}",
        hint=f"Install a package: workflow models install {source} {target}. "
        "docs/engines.md says which other engines there are.",
    )


def _worth(engine: Engine, source: str, target: str) -> _Worth:
    if isinstance(engine, Remote):
        return _Worth.SERVER
    if engine.name == "apertium":
        return _Worth.RULES
    if engine.name == "argos" and not _has_package(source, target):
        return _Worth.MAKESHIFT
    return _Worth.PACKAGE


def _has_package(source: str, target: str) -> bool:
    from workflow.engines.argos.installed import installed_packages
    from workflow.engines.argos.routes import find_route

    return find_route(installed_packages(), source, target) is not None
