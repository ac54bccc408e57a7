"""Units to drafts: names apart, the rest as sentences that the engine gets all at once."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain

from workflow.document.inline import markup_signature
from workflow.document.units import Unit
from workflow.draft.desk import EngineDesk, Progress
from workflow.draft.draft import Draft
from workflow.draft.faults import Pair
from workflow.draft.labels import draft_labelled
from workflow.draft.names import draft_name, is_name
from workflow.draft.nodes import parse_nodes, to_markdown
from workflow.draft.origins import MEMORY
from workflow.draft.plan import Sentence, Step, plan
from workflow.draft.rounds import Job, run_jobs, settled
from workflow.draft.terms import PairTerms
from workflow.draft.version import Version, joined
from workflow.engines import Engine, Notice, Steerable, Translator
from workflow.glossary import Glossary
from workflow.workspace.events import Origin
from workflow.workspace.state import State, UnitState

Known = Callable[[str], str | None]
"""Returns the confirmed translation of a sentence, both as inline Markdown, None without one."""

IN_PART = "holds sentences that were confirmed elsewhere"
MARKUP_DIFFERS = "emphasis was lost beside other markup: compare with the source"


@dataclass(frozen=True)
class Drafting:
    """The drafts by unit id, and what the engine that made them has to say about itself."""

    drafts: Mapping[str, Draft] = field(default_factory=dict)
    engine: str = ""
    package: str = ""
    notice: Notice | None = None


def units_to_draft(units: Sequence[Unit], state: State, engine: str) -> list[Unit]:
    """Return the units that have no text yet, or the untouched draft of another engine.

    Text that a person confirmed, or changed at all, is never drafted anew, nor is a draft from the
    memory, which a person wrote once.
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
        self,
        engine: Engine,
        source: str,
        target: str,
        glossary: Glossary | None = None,
        *,
        another: Engine | None = None,
        known: Known = lambda _: None,
    ) -> None:
        """Take BCP 47 tags; the engine is made ready when there is something to draft.

        `another` engine, which must serve the pair too, is asked for what the first one damages.
        Sentences that are `known` are not translated again.
        """
        self.engine, self._source, self._target = engine.name, source, target
        self._open, self._another, self._known = engine.open, another, known
        self._glossary = glossary or Glossary()
        terms = PairTerms(glossary, source, target) if glossary else None
        self._pair = Pair(source, target, terms, another.name if another else "")

    @cached_property
    def _desk(self) -> EngineDesk | None:
        translator = self._open(self._source, self._target)
        if translator is None:
            return None
        self._pair = replace(self._pair, aligns=isinstance(translator, Steerable))
        return EngineDesk(translator, self._second)

    def _second(self) -> Translator | None:
        return self._another.open(self._source, self._target) if self._another else None

    def draft(self, units: Sequence[Unit], progress: Progress | None = None) -> Drafting:
        """Draft the units of one article."""
        (drafting,) = self.draft_all([units], progress)
        return drafting

    def draft_all(
        self, articles: Sequence[Sequence[Unit]], progress: Progress | None = None
    ) -> list[Drafting]:
        """Draft the units of several articles together.

        An engine that leaves the work to people drafts nothing, names included. Raises MissingPart
        where the engine cannot serve the pair.
        """
        desk = self._desk if any(articles) else None
        if desk is None:
            return [Drafting(engine=self.engine) for _ in articles]
        desk.begin(progress)
        plans = [[self._plan(unit) for unit in units if not is_name(unit)] for units in articles]
        jobs = [
            self._job(step)
            for steps in chain.from_iterable(plans)
            for step in steps
            if isinstance(step, Sentence)
        ]
        results = iter(run_jobs(jobs, desk))
        package, notice = desk.translator.package, desk.translator.notice
        return [
            Drafting(
                self._drafts(units, iter(steps), results, package), self.engine, package, notice
            )
            for units, steps in zip(articles, plans, strict=True)
        ]

    def _job(self, sentence: Sentence) -> Job[Version]:
        known = self._known(to_markdown(sentence.nodes))
        if known:
            return settled(Version(known, (IN_PART,)))
        return draft_labelled(sentence.nodes, self._pair, self._term)

    def _plan(self, unit: Unit) -> list[Step]:
        return plan(parse_nodes(unit.text), self._source)

    def _drafts(
        self,
        units: Sequence[Unit],
        plans: Iterator[list[Step]],
        results: Iterator[Version],
        package: str,
    ) -> dict[str, Draft]:
        drafts = {}
        for unit in units:
            if is_name(unit):
                drafts[unit.id] = draft_name(unit, self._target, self._term)
                continue
            parts = [
                next(results) if isinstance(step, Sentence) else Version(step)
                for step in next(plans)
            ]
            drafts[unit.id] = self._joined(unit, parts, package)
        return drafts

    def _term(self, text: str) -> str | None:
        return self._glossary.preferred(text, self._source, self._target)

    def _joined(self, unit: Unit, parts: Sequence[Version], package: str) -> Draft:
        whole = joined(parts)
        notes = whole.notes
        if markup_signature(whole.markdown) != markup_signature(unit.text):
            notes = (*notes, MARKUP_DIFFERS)
        note = "; ".join(notes)
        origin = Origin(engine=self.engine, package=package, terms=whole.terms, note=note)
        return Draft(whole.markdown, origin)


def _is_free(now: UnitState, engine: str, name: bool) -> bool:
    if now.confirmed or not now.text:
        return not now.confirmed
    if name or now.origin is None or now.text != now.draft:
        return False
    return now.origin.engine not in (engine, MEMORY)
