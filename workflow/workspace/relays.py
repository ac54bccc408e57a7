"""Targets that were drafted from another target: `ru → en`, and `es` from the English."""

from collections.abc import Iterator

from workflow.workspace.article import Article
from workflow.workspace.hashes import text_hash
from workflow.workspace.state import State, UnitState


def middle_texts(article: Article, state: State) -> dict[str, tuple[str, str]]:
    """Return, for each unit drafted from another target, that target and its text now."""
    found = {}
    for key, unit, middle in _relayed(article, state):
        if unit.origin:
            found[key] = unit.origin.via, middle.text
    return found


def stale_units(article: Article, state: State) -> tuple[str, ...]:
    """Return the units that were drafted from a text in the middle which has changed since.

    Whoever edits or confirms such a unit after the change has seen it, so that it counts no more.
    """
    return tuple(
        key
        for key, unit, middle in _relayed(article, state)
        if unit.origin
        and text_hash(middle.text) != unit.origin.via_text
        and middle.event > unit.event
    )


def _relayed(article: Article, state: State) -> Iterator[tuple[str, UnitState, UnitState]]:
    """Yield the units that were drafted from another target, each with that target's unit."""
    middles: dict[str, State] = {}
    for key, unit in state.units.items():
        via = unit.origin.via if unit.origin else ""
        if via in article.targets:
            if via not in middles:
                middles[via] = article.target(via).state
            if middle := middles[via].units.get(key):
                yield key, unit, middle
