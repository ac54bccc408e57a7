"""Whole articles drafted, many at once: the engine gets large batches, and a sentence that stands
in several articles once.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from workflow.document.units import Unit
from workflow.draft.desk import Progress
from workflow.draft.drafting import Drafter, Drafting, units_to_draft
from workflow.draft.relay import Relay
from workflow.workspace.article import Article
from workflow.workspace.state import State

_UNITS_AT_ONCE = 400
"""How many units are drafted before their articles are written: what an interruption can cost."""


@dataclass(frozen=True)
class Done:
    """What was done for one target of an article; `units` were without a text before."""

    article: str
    units: int
    drafting: Drafting


@dataclass(frozen=True)
class _Work:
    article: Article
    units: Sequence[Unit]
    seen: dict[str, str]


def draft_articles(
    articles: Iterable[Article],
    tag: str,
    drafter: Drafter,
    *,
    by: str,
    progress: Progress | None = None,
    relay: Relay | None = None,
) -> Iterator[Done]:
    """Draft one target of articles that are written in one language, and write it.

    With a `relay`, the texts come from another target of each article. A target that is not there
    yet is added. Articles are read, drafted and written in portions, so that a run can be
    interrupted and goes on where it stopped.
    """
    for portion in _portions(_work(article, tag, drafter.engine, relay) for article in articles):
        draftings = drafter.draft_all([work.units for work in portion], progress)
        for work, drafting in zip(portion, draftings, strict=True):
            if work.units:
                _write(work, tag, drafting, by, relay)
            yield Done(work.article.slug, len(work.units), drafting)


def _work(article: Article, tag: str, engine: str, relay: Relay | None) -> _Work:
    state = article.target(tag).state if tag in article.targets else State()
    units = units_to_draft(relay.units(article) if relay else article.units, state, engine)
    seen = {unit.id: state.units[unit.id].text for unit in units if unit.id in state.units}
    return _Work(article, units, {unit.id: "" for unit in units} | seen)


def _portions(works: Iterable[_Work]) -> Iterator[list[_Work]]:
    portion: list[_Work] = []
    for work in works:
        portion.append(work)
        if sum(len(each.units) for each in portion) >= _UNITS_AT_ONCE:
            yield portion
            portion = []
    if portion:
        yield portion


def _write(work: _Work, tag: str, drafting: Drafting, by: str, relay: Relay | None) -> None:
    target = work.article.add_target(tag, by)
    if drafting.drafts:
        texts = {key: (draft.text, draft.origin) for key, draft in drafting.drafts.items()}
        if relay:
            sources = {unit.id: unit.text for unit in work.units}
            texts = {
                key: (text, relay.marked(origin, sources[key]))
                for key, (text, origin) in texts.items()
            }
        target.draft(texts, by, work.seen)
