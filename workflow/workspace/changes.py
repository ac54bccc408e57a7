"""What a draft, a person's text and a changed source change in a target."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING

from workflow.document.markdown import clean
from workflow.workspace.events import Change, Origin, SourceChanged
from workflow.workspace.hashes import text_hash
from workflow.workspace.state import State, UnitState

if TYPE_CHECKING:
    from workflow.workspace.article import Article

Confirmed = bool | Collection[str]
"""Whether a person stands by all the texts that they wrote, or of which units they do."""


def drafts(
    state: State, texts: Mapping[str, tuple[str, Origin]], seen: Mapping[str, str]
) -> Iterator[Change]:
    """Yield what machine texts change: nothing where a person has been at work.

    Such are units that are confirmed or have two texts, and those that no longer hold the text in
    `seen`.
    """
    for key, (text, origin) in texts.items():
        unit = state.units.get(key)
        if unit is None or not text or unit.confirmed or unit.rival is not None:
            continue
        if unit.text == seen.get(key, unit.text):
            yield Change(
                unit=key,
                text=clean(text).strip(),
                saw=text_hash(unit.text),
                confirmed=False,
                origin=origin,
            )


def edits(state: State, texts: Mapping[str, str], confirmed: Confirmed) -> Iterator[Change]:
    """Yield what a person's texts change in units that are there; an empty one confirms nothing."""
    for key, written in texts.items():
        unit, text = state.units[key], clean(written).strip()
        stands = confirmed if isinstance(confirmed, bool) else key in confirmed
        if (text, stands and bool(text)) != (unit.text, unit.confirmed):
            yield change_of(key, text, unit, confirmed=stands)


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
