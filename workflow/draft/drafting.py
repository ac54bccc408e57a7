"""Units to drafts: names apart, the rest as sentences that the engine gets all at once."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from workflow.document.inline import markup_signature
from workflow.document.units import Unit
from workflow.draft.draft import Draft
from workflow.draft.names import Term, draft_name, is_name
from workflow.draft.nodes import parse_nodes
from workflow.draft.plan import Sentence, plan
from workflow.draft.rounds import run_jobs
from workflow.draft.sentence import Drafted, draft_sentence
from workflow.engines import Engine, Notice, Proposal, Translator
from workflow.workspace.events import Origin
from workflow.workspace.state import State, UnitState

Progress = Callable[[int, int], None]
"""Is told how many sentences are translated, and of how many that are asked for so far."""

MARKUP_DIFFERS = "emphasis was lost beside other markup: compare with the source"

_SENTENCES_AT_ONCE = 256


@dataclass(frozen=True)
class Drafting:
    """The drafts by unit id, and what the engine has to say about itself."""

    drafts: Mapping[str, Draft] = field(default_factory=dict)
    package: str = ""
    notice: Notice | None = None


def units_to_draft(units: Sequence[Unit], state: State, engine: str) -> list[Unit]:
    """Return the units that have no text yet, or the untouched draft of another engine.

    Text that a person confirmed, or changed at all, is never drafted anew.
    """
    return [
        unit
        for unit in units
        if (now := state.units.get(unit.id)) is None or _is_free(now, engine, is_name(unit))
    ]


def draft_units(
    units: Sequence[Unit],
    source: str,
    target: str,
    engine: Engine,
    *,
    term: Term | None = None,
    progress: Progress | None = None,
) -> Drafting:
    """Draft units from the language `source` into `target` (BCP 47).

    An engine that leaves the work to people drafts nothing, names included;
    `term` is the glossary's word for names. Raises MissingPart where the engine cannot serve.
    """
    names = [unit for unit in units if is_name(unit)]
    texts = [unit for unit in units if not is_name(unit)]
    translator = engine.open(source, target)
    if translator is None:
        return Drafting()
    drafts = {unit.id: draft_name(unit, target, term) for unit in names}
    drafts |= _translated(texts, source, engine.name, translator, progress)
    return Drafting(drafts, translator.package, translator.notice)


def _is_free(now: UnitState, engine: str, name: bool) -> bool:
    if now.confirmed or not now.text:
        return not now.confirmed
    if name or now.origin is None or now.text != now.draft:
        return False
    return now.origin.engine != engine


def _translated(
    units: Sequence[Unit],
    source: str,
    engine: str,
    translator: Translator,
    progress: Progress | None,
) -> dict[str, Draft]:
    plans = {unit.id: plan(parse_nodes(unit.text), source) for unit in units}
    jobs = [
        draft_sentence(step.nodes)
        for steps in plans.values()
        for step in steps
        if isinstance(step, Sentence)
    ]
    results = iter(run_jobs(jobs, _in_portions(translator, progress)))
    drafts = {}
    for unit in units:
        parts = [
            next(results) if isinstance(step, Sentence) else Drafted(step)
            for step in plans[unit.id]
        ]
        text = "".join(part.markdown for part in parts)
        notes = dict.fromkeys(note for part in parts for note in part.notes)
        if markup_signature(text) != markup_signature(unit.text):
            notes[MARKUP_DIFFERS] = None
        origin = Origin(engine=engine, package=translator.package, note="; ".join(notes))
        drafts[unit.id] = Draft(text, origin)
    return drafts


def _in_portions(
    translator: Translator, progress: Progress | None
) -> Callable[[Sequence[str]], list[Proposal]]:
    done = asked = 0

    def translate(sentences: Sequence[str]) -> list[Proposal]:
        nonlocal done, asked
        asked += len(sentences)
        proposals: list[Proposal] = []
        for start in range(0, len(sentences), _SENTENCES_AT_ONCE):
            portion = sentences[start : start + _SENTENCES_AT_ONCE]
            proposals += translator.translate(portion)
            done += len(portion)
            if progress:
                progress(done, asked)
        return proposals

    return translate
