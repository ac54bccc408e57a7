"""Drafts from the memory: what people confirmed before, before any engine is asked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workflow.document.inline import has_markup, links, markup_signature
from workflow.document.units import Unit
from workflow.draft.draft import Draft
from workflow.draft.drafting import Known
from workflow.draft.names import is_name
from workflow.draft.origins import MEMORY
from workflow.language.sentences import split_sentences
from workflow.memory import Match, Memory, difference
from workflow.workspace.article import Article
from workflow.workspace.events import Origin
from workflow.workspace.state import State, UnitState

OTHERS = "the memory has other translations of this text too"
IN_SENTENCES = "put together from sentences that were confirmed elsewhere"


@dataclass(frozen=True, kw_only=True)
class Recall:
    """What to ask the memory for: a pair of languages (BCP 47), and how alike a text must be."""

    source: str
    target: str
    least: float


def remembered(
    units: Sequence[Unit], state: State, memory: Memory, recall: Recall
) -> dict[str, Draft]:
    """Return drafts, by unit id, for those units of an article that the memory can answer for.

    `units` are all of the article, in order. A text that a person confirmed or changed is left
    alone; an engine's untouched draft gives way to a text that is the very same. Names of people
    and publications are the glossary's.
    """
    drafts = {}
    texts = ["", *(unit.text for unit in units), ""]
    for unit, before, after in zip(units, texts, texts[2:], strict=False):
        now = state.units.get(unit.id, UnitState())
        if is_name(unit) or not _is_free(now):
            continue
        draft = _same(unit.text, before, after, memory, recall)
        if draft is None and (not now.text or _is_remembered(now)):
            draft = _in_sentences(unit.text, memory, recall) or _alike(unit.text, memory, recall)
        if draft is not None:
            drafts[unit.id] = draft
    return drafts


def known_sentences(memory: Memory, source: str, target: str) -> Known:
    """Return what finds the one confirmed translation of a sentence, both as inline Markdown.

    It finds nothing where people have translated a sentence in several ways.
    """

    def known(sentence: str) -> str | None:
        matches = memory.same(sentence, source, target)
        texts = {match.entry.target for match in matches if match.score == 1}
        return texts.pop() if len(texts) == 1 else None

    return known


def remember(article: Article, tag: str, memory: Memory, least: float, by: str) -> list[Draft]:
    """Fill the units of a target that the memory can answer for, and return the new drafts.

    A target that is not there yet is added only where there is something to fill in.
    """
    state = article.target(tag).state if tag in article.targets else State()
    recall = Recall(source=article.source.language, target=tag, least=least)
    drafts = remembered(article.units, state, memory, recall)
    seen = {key: state.units[key].text if key in state.units else "" for key in drafts}
    new = {key: draft for key, draft in drafts.items() if draft.text != seen[key]}
    if new:
        texts = {key: (draft.text, draft.origin) for key, draft in new.items()}
        article.add_target(tag, by).draft(texts, by, {key: seen[key] for key in new})
    return list(new.values())


def _is_free(now: UnitState) -> bool:
    untouched = now.origin is not None and now.text == now.draft
    return not now.confirmed and now.rival is None and (not now.text or untouched)


def _is_remembered(now: UnitState) -> bool:
    return now.origin is not None and now.origin.engine == MEMORY


def _same(text: str, before: str, after: str, memory: Memory, recall: Recall) -> Draft | None:
    matches = memory.same(text, recall.source, recall.target, before=before, after=after)
    sure = [match for match in matches if match.score == 1]
    if not sure:
        return None
    rivals = [m for m in sure if m.in_context == sure[0].in_context]
    note = OTHERS if len({match.entry.target for match in rivals}) > 1 else ""
    origin = Origin(engine=MEMORY, package=sure[0].place, score=1.0, note=note)
    return Draft(sure[0].entry.target, origin)


def _in_sentences(text: str, memory: Memory, recall: Recall) -> Draft | None:
    """Put a unit together where the memory has every sentence of it."""
    sentences = [] if has_markup(text) else split_sentences(text, recall.source)
    if len(sentences) < 2:
        return None
    parts = []
    for sentence in sentences:
        words = sentence.strip()
        draft = _same(words, "", "", memory, recall)
        if draft is None:
            return None
        parts.append(sentence.replace(words, draft.text))
    return Draft("".join(parts), Origin(engine=MEMORY, score=1.0, note=IN_SENTENCES))


def _alike(text: str, memory: Memory, recall: Recall) -> Draft | None:
    for match in _fitting(text, memory, recall):
        what = difference(match.entry.source, text)
        note = f"translates a text that is alike to {match.score:.0%}: {what}"
        if match.entry.source.split() == text.split():
            note = f"translates this text for another region: {match.entry.target_language}"
        origin = Origin(engine=MEMORY, package=match.place, score=match.score, note=note)
        return Draft(match.entry.target, origin)
    return None


def _fitting(text: str, memory: Memory, recall: Recall) -> Iterator[Match]:
    """Yield the texts that are alike and have the links and the markup of this one."""
    others = [m for m in memory.same(text, recall.source, recall.target) if m.score < 1]
    for match in [
        *others,
        *memory.alike(text, recall.source, recall.target, least=recall.least),
    ]:
        target = match.entry.target
        if sorted(links(target)) == sorted(links(text)) and (
            markup_signature(target) == markup_signature(text)
        ):
            yield match
