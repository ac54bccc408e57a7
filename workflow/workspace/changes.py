"""What a person's text, and what a changed source, changes in a target."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workflow.workspace.events import Change, SourceChanged
from workflow.workspace.hashes import text_hash
from workflow.workspace.state import State, UnitState

if TYPE_CHECKING:
    from workflow.workspace.article import Article


def change_of(key: str, text: str, unit: UnitState, *, confirmed: bool) -> Change:
    """Return a person's change of a unit that they saw as it stands."""
    return Change(
        unit=key,
        text=text,
        saw=text_hash(unit.text),
        confirmed=confirmed,
        settles=text_hash(unit.rival) if unit.rival is not None else "",
    )


def source_change(article: Article, state: State) -> SourceChanged | None:
    """Return how the article's source differs from the one in `state`, None where it does not.

    Confirmed text stays so where its unit only moved; what still fits roughly becomes a draft.
    """
    from workflow.document.matching import match_units

    texts = article.texts
    if list(texts.items()) == list(state.source.items()):
        return None
    matches = match_units(state.source, article.units)
    kept = {key: match for key, match in matches.items() if key not in state.source}
    carried = [(key, state.units[match.old_id], match.exact) for key, match in kept.items()]
    return SourceChanged(
        order=tuple(texts),
        added={key: text for key, text in texts.items() if key not in state.source},
        file=article.file_hash,
        moved={key: match.old_id for key, match in kept.items()},
        changes=tuple(
            Change(
                unit=key,
                text=old.text,
                saw=text_hash(""),
                confirmed=old.confirmed and exact,
                origin=old.origin,
            )
            for key, old, exact in carried
            if old.text
        ),
    )
