"""Units to drafts: names apart, the rest as sentences that the engine gets all at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from workflow.document.inline import markup_signature
from workflow.document.units import Unit
from workflow.draft.desk import EngineDesk, Progress
from workflow.draft.draft import Draft
from workflow.draft.names import draft_name, is_name
from workflow.draft.nodes import parse_nodes
from workflow.draft.plan import Sentence, plan
from workflow.draft.rounds import run_jobs
from workflow.draft.sentence import Pair, draft_sentence
from workflow.draft.terms import PairTerms
from workflow.draft.version import Version
from workflow.engines import Engine, Notice
from workflow.glossary import Glossary
from workflow.workspace.events import Origin
from workflow.workspace.state import State, UnitState

MARKUP_DIFFERS = "emphasis was lost beside other markup: compare with the source"


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
    glossary: Glossary | None = None,
    progress: Progress | None = None,
) -> Drafting:
    """Draft units from the language `source` into `target`: see `Drafter`."""
    return Drafter(engine, source, target, glossary).draft(units, progress)


class Drafter:
    """One engine made ready for a pair of languages, with the glossary between them.

    It can draft one article after the other: what was translated once is not translated again.
    """

    def __init__(
        self, engine: Engine, source: str, target: str, glossary: Glossary | None = None
    ) -> None:
        """Take BCP 47 tags. Raises MissingPart where the engine cannot serve the pair."""
        self._engine, self._source, self._target = engine.name, source, target
        self._glossary = glossary or Glossary()
        terms = PairTerms(glossary, source, target) if glossary else None
        self._pair = Pair(source, target, terms)
        translator = engine.open(source, target)
        self._desk = EngineDesk(translator) if translator else None

    def draft(self, units: Sequence[Unit], progress: Progress | None = None) -> Drafting:
        """Draft units; an engine that leaves the work to people drafts nothing, names included."""
        if self._desk is None:
            return Drafting()
        self._desk.begin(progress)
        drafts = {u.id: draft_name(u, self._target, self._term) for u in units if is_name(u)}
        drafts |= self._translated(self._desk, [unit for unit in units if not is_name(unit)])
        return Drafting(drafts, self._desk.translator.package, self._desk.translator.notice)

    def _term(self, text: str) -> str | None:
        return self._glossary.preferred(text, self._source, self._target)

    def _translated(self, desk: EngineDesk, units: Sequence[Unit]) -> dict[str, Draft]:
        plans = {unit.id: plan(parse_nodes(unit.text), self._source) for unit in units}
        jobs = [
            draft_sentence(step.nodes, self._pair)
            for steps in plans.values()
            for step in steps
            if isinstance(step, Sentence)
        ]
        results = iter(run_jobs(jobs, desk))
        drafts = {}
        for unit in units:
            parts = [
                next(results) if isinstance(step, Sentence) else Version(step)
                for step in plans[unit.id]
            ]
            drafts[unit.id] = self._joined(unit, parts, desk.translator.package)
        return drafts

    def _joined(self, unit: Unit, parts: Sequence[Version], package: str) -> Draft:
        text = "".join(part.markdown for part in parts)
        notes = dict.fromkeys(note for part in parts for note in part.notes)
        if markup_signature(text) != markup_signature(unit.text):
            notes[MARKUP_DIFFERS] = None
        terms = tuple(dict.fromkeys(term for part in parts for term in part.terms))
        origin = Origin(engine=self._engine, package=package, terms=terms, note="; ".join(notes))
        return Draft(text, origin)


def _is_free(now: UnitState, engine: str, name: bool) -> bool:
    if now.confirmed or not now.text:
        return not now.confirmed
    if name or now.origin is None or now.text != now.draft:
        return False
    return now.origin.engine != engine
