"""Targets that were drafted from another target: `ru → en`, and `es` from the English."""

from workflow.workspace.article import Article
from workflow.workspace.hashes import text_hash
from workflow.workspace.state import State


def stale_units(article: Article, state: State) -> tuple[str, ...]:
    """Return the units that were drafted from a text in the middle which has changed since.

    Whoever edits or confirms such a unit after the change has seen it, so that it counts no more.
    """
    middles = {
        tag: article.target(tag).state
        for tag in {unit.origin.via for unit in state.units.values() if unit.origin}
        if tag in article.targets
    }
    return tuple(
        key
        for key, unit in state.units.items()
        if unit.origin
        and (middle := middles.get(unit.origin.via))
        and (now := middle.units.get(key))
        and text_hash(now.text) != unit.origin.via_text
        and now.event > unit.event
    )
