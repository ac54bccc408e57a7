"""One run over articles: the memory first, then an engine, which stays loaded for all of them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from workflow.draft.articles import Done, draft_articles
from workflow.draft.desk import Progress
from workflow.draft.drafting import Drafter, Drafting
from workflow.draft.relay import Relay
from workflow.draft.remembered import known_sentences, remember
from workflow.engines import (
    AUTO,
    ON_THIS_COMPUTER,
    Engine,
    Notice,
    Remote,
    best_engine,
    best_first,
    choose_engine,
    engine_names,
    load_engines,
    none_serves,
)
from workflow.errors import MissingPart
from workflow.glossary import load_glossary
from workflow.memory import Memory, open_memory
from workflow.withheld import Seeker, open_list
from workflow.workspace.article import Article
from workflow.workspace.workspace import Workspace


@dataclass(frozen=True)
class Recalled:
    """How many units of an article were filled from the memory."""

    article: str
    units: int


@dataclass(frozen=True)
class Compared:
    """An article's texts by unit, and what engines make of them, the best engine first.

    `left_out` has the engines that failed, and what they said.
    """

    texts: dict[str, str]
    draftings: dict[str, Drafting]
    left_out: dict[str, str]


Step = Recalled | Done | Notice
"""What a run has to tell: a notice is for the user, before what it is about is done."""


class Run:
    """Drafts articles of a workspace, pair of languages by pair of languages."""

    def __init__(
        self,
        workspace: Workspace,
        by: str,
        *,
        engine: str | None = None,
        relay: Relay | None = None,
    ) -> None:
        """Take the id of a contributor, and an engine that is to be used and no other.

        Without one the settings' order decides; `auto` stands for the best that is there.
        """
        self._workspace, self._by, self._relay = workspace, by, relay
        self._named = engine
        self._glossary = load_glossary(workspace.glossary_path, workspace.root)
        self._told: set[Notice] = set()

    def draft(
        self, slugs: Sequence[str], source: str, tag: str, progress: Progress | None = None
    ) -> Iterator[Step]:
        """Draft one target of articles that are written in `source`, and write it.

        The memory's texts are filled in even where no engine serves the pair; then MissingPart is
        raised.
        """
        with open_memory(self._workspace) as memory:
            articles = map(self._workspace.article, slugs)
            try:
                engine = self._chosen(self._read_in(source), tag)
            except MissingPart:
                for article in articles:
                    yield from self._recalled(article, tag, memory)
                raise
            yield from self._warnings(engine)
            drafter = self._drafter(engine, self._read_in(source), tag, memory)
            yield from self._drafted(articles, tag, drafter, memory, progress)

    def compare(self, slugs: Sequence[str], source: str, tag: str) -> Iterator[Compared | Notice]:
        """Draft articles with every engine that is there, and write nothing.

        Raises MissingPart where none can draft.
        """
        engines = best_first(self._all, self._read_in(source), tag)
        for engine in engines:
            yield from self._warnings(engine)
        for article in map(self._workspace.article, slugs):
            compared = self._compared(article, tag, engines)
            if not compared.draftings:
                raise none_serves(self._read_in(source), tag)
            yield compared

    def _drafted(
        self,
        articles: Iterable[Article],
        tag: str,
        drafter: Drafter,
        memory: Memory,
        progress: Progress | None,
    ) -> Iterator[Step]:
        recalled: list[Recalled] = []

        def filled() -> Iterator[Article]:
            for article in articles:
                recalled.extend(self._recalled(article, tag, memory))
                yield article

        for done in draft_articles(
            filled(), tag, drafter, by=self._by, progress=progress, relay=self._relay
        ):
            yield from recalled
            recalled.clear()
            yield from self._new(done.drafting.notice)
            yield done

    def _compared(self, article: Article, tag: str, engines: Sequence[Engine]) -> Compared:
        source = self._read_in(article.source.language)
        units = self._relay.units(article) if self._relay else article.units
        draftings, left_out = {}, {}
        for engine in engines:
            try:
                draftings[engine.name] = Drafter(engine, source, tag, self._glossary).draft(units)
            except MissingPart as error:
                left_out[engine.name] = error.message
        return Compared({unit.id: unit.text for unit in units}, draftings, left_out)

    def _recalled(self, article: Article, tag: str, memory: Memory) -> Iterator[Recalled]:
        drafts = remember(article, tag, memory, self._workspace.settings.memory.least, self._by)
        if drafts:
            yield Recalled(article.slug, len(drafts))

    def _read_in(self, source: str) -> str:
        return self._relay.tag if self._relay else source

    def _drafter(self, engine: Engine, source: str, tag: str, memory: Memory) -> Drafter:
        another = self._another(engine, source, tag)
        known = known_sentences(memory, source, tag)
        return Drafter(engine, source, tag, self._glossary, another=another, known=known)

    def _chosen(self, source: str, tag: str) -> Engine:
        if self._named == AUTO:
            return best_engine(self._all, source, tag)
        return choose_engine(self._in_order, source, tag)

    def _another(self, engine: Engine, source: str, tag: str) -> Engine | None:
        """Return another engine of this computer, unless one was named to be the only one."""
        if self._named not in (None, AUTO):
            return None
        others = self._loaded([name for name in ON_THIS_COMPUTER if name != engine.name])
        return next(iter(best_first(others, source, tag)), None)

    @cached_property
    def _in_order(self) -> list[Engine]:
        return self._loaded(
            (self._named,) if self._named else self._workspace.settings.engines.order
        )

    @cached_property
    def _all(self) -> list[Engine]:
        return self._loaded([name for name in engine_names() if name != "none"])

    def _loaded(self, order: Sequence[str]) -> list[Engine]:
        servers = self._workspace.settings.engines.servers
        return load_engines(order, servers, self._glossary, self._withheld)

    def _withheld(self, text: str) -> Sequence[tuple[int, int]]:
        """Return where names stand that no server may see."""
        return self._seeker.find(text)

    @cached_property
    def _seeker(self) -> Seeker:
        return Seeker(open_list(self._workspace).names)

    def _warnings(self, engine: Engine) -> Iterator[Notice]:
        """Yield where texts will go, before the first one does."""
        if isinstance(engine, Remote):
            yield from self._new(engine.warning)

    def _new(self, notice: Notice | None) -> Iterator[Notice]:
        if notice and notice not in self._told:
            self._told.add(notice)
            yield notice
