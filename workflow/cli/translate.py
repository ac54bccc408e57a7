"""`workflow translate`: fill what is empty with drafts."""

import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache, partial
from typing import TYPE_CHECKING, Annotated

import typer

from workflow.cli.shell import By, acting, open_workspace, out, say
from workflow.errors import InputError, MissingPart

if TYPE_CHECKING:
    from workflow.draft import Done
    from workflow.draft.desk import Progress
    from workflow.engines import Engine, Notice
    from workflow.memory import Memory
    from workflow.withheld import Seeker
    from workflow.workspace.article import Article
    from workflow.workspace.workspace import Workspace


def translate(
    slugs: Annotated[
        list[str] | None, typer.Argument(metavar="SLUG…", help="The articles to draft.")
    ] = None,
    to: Annotated[
        list[str] | None,
        typer.Option("--to", metavar="TAG", help="A target language; can be given several times."),
    ] = None,
    engine: Annotated[
        str | None,
        typer.Option(
            "--engine",
            metavar="NAME",
            help="Use this engine and no other; `auto` takes the best that is there, "
            "`none` leaves every unit to a person.",
        ),
    ] = None,
    relay: Annotated[
        str | None,
        typer.Option("--relay", metavar="TAG", help="Draft from this approved target."),
    ] = None,
    compare: Annotated[
        bool,
        typer.Option("--compare", help="Show the drafts of all engines, and write none of them."),
    ] = False,
    every: Annotated[bool, typer.Option("--all", help="Draft all articles.")] = False,
    by: By = None,
) -> None:
    """Draft every unit that has no text yet; a person's text is never changed."""
    from workflow.language.tags import standard

    workspace = open_workspace()
    person = acting(workspace, by).id
    if every == bool(slugs):
        raise InputError(
            "name the articles to draft, or --all" if not every else "--all takes no articles",
            hint="workflow translate SLUG …, or workflow translate --all.",
        )
    middle = standard(relay) if relay else None
    if compare and engine:
        raise InputError("--compare takes no engine", hint="It shows all that are there.")
    work = _work(workspace, workspace.slugs() if every else slugs or [], to, every)
    work = {pair: found for pair, found in work.items() if pair[1] != middle}
    if not work:
        raise InputError("there is no target language", hint="Name one with --to, such as --to es.")
    run = _Run(workspace, person, engine=engine, relay=middle, compare=compare)
    failed = None
    for (source, tag), articles in work.items():
        try:
            if compare:
                run.compare(articles, source, tag)
            else:
                run.draft(articles, source, tag)
        except MissingPart as error:
            if len(work) == 1:
                raise
            say(f"{source} → {tag} left out: {error.message}")
            failed = failed or error
    if failed:
        raise failed


class _Run:
    """One run of the command: an engine stays loaded from one pair of languages to the next."""

    def __init__(
        self,
        workspace: "Workspace",
        by: str,
        *,
        engine: str | None,
        relay: str | None,
        compare: bool,
    ) -> None:
        from workflow.draft import Relay
        from workflow.engines import AUTO, engine_names, load_engines
        from workflow.glossary import load_glossary

        self._workspace, self._by = workspace, by
        self._glossary = load_glossary(workspace.glossary_path, workspace.root)
        settings = workspace.settings.engines
        self._auto = engine == AUTO
        order = (engine,) if engine else settings.order
        if self._auto or compare:
            order = tuple(name for name in engine_names() if name != "none")
        self._engines = load_engines(
            order, settings.servers, self._glossary, partial(_withheld, workspace)
        )
        self._relay = Relay(relay) if relay else None
        self._told: set[Notice] = set()

    def draft(self, slugs: Sequence[str], source: str, tag: str) -> None:
        """Draft one target of articles that are written in `source`, and say what was done."""
        from workflow.draft import Drafter, draft_articles
        from workflow.engines import best_engine, choose_engine
        from workflow.memory import open_memory

        start = time.perf_counter()
        read_in = self._relay.tag if self._relay else source
        choose = best_engine if self._auto else choose_engine
        engine = choose(self._engines, read_in, tag)
        self._warn(engine)
        drafter = Drafter(engine, read_in, tag, self._glossary)
        bars = _progress(f"{source} → {tag}", len(slugs))
        with open_memory(self._workspace) as memory, bars as (progress, advance):
            articles = self._remembered(slugs, tag, memory)
            for done in draft_articles(
                articles, tag, drafter, by=self._by, progress=progress, relay=self._relay
            ):
                self._tell(done.drafting.notice)
                out(f"{done.article} [{tag}]: {_summary(done, engine.name)}")
                advance()
        say(f"{source} → {tag}: {time.perf_counter() - start:.1f} s")

    def compare(self, slugs: Sequence[str], source: str, tag: str) -> None:
        """Show what every engine that is there makes of the texts, and write nothing."""
        from workflow.cli.translate_compare import side_by_side
        from workflow.engines import best_first

        engines = best_first(self._engines, self._relay.tag if self._relay else source, tag)
        for engine in engines:
            self._warn(engine)
        for article in map(self._workspace.article, slugs):
            units = self._relay.units(article) if self._relay else article.units
            read_in = self._relay.tag if self._relay else source
            for line in side_by_side(units, read_in, tag, engines, self._glossary):
                out(line)

    def _remembered(self, slugs: Sequence[str], tag: str, memory: "Memory") -> "Iterator[Article]":
        """Yield the articles, each with what the memory knows filled in."""
        from workflow.draft import remember

        least = self._workspace.settings.memory.least
        for article in map(self._workspace.article, slugs):
            drafts = remember(article, tag, memory, least, self._by)
            if drafts:
                out(f"{article.slug} [{tag}]: {_counted(len(drafts))} from the memory")
            yield article

    def _warn(self, engine: "Engine") -> None:
        """Say where texts will go, before the first one does."""
        from workflow.engines import Remote

        if isinstance(engine, Remote):
            self._tell(engine.warning)

    def _tell(self, notice: "Notice | None") -> None:
        if notice and notice not in self._told:
            self._told.add(notice)
            say(f"notice: {notice.message}")
            say(f"hint: {notice.hint}")


def _withheld(workspace: "Workspace", text: str) -> "Sequence[tuple[int, int]]":
    """Return where names stand that no server may see; the list is read at the first text."""
    return _seeker(workspace).find(text)


@cache
def _seeker(workspace: "Workspace") -> "Seeker":
    from workflow.withheld import Seeker, open_list

    return Seeker(open_list(workspace).names)


def _work(
    workspace: "Workspace", slugs: Sequence[str], asked_for: Sequence[str] | None, every: bool
) -> dict[tuple[str, str], list[str]]:
    """Return the articles to draft by the pair of languages."""
    work: dict[tuple[str, str], list[str]] = defaultdict(list)
    for article in map(workspace.article, slugs):
        source = article.source.language
        for tag in _targets(article, asked_for, workspace.settings.workspace.targets):
            if tag != source:
                work[source, tag].append(article.slug)
            elif not every:
                raise InputError(
                    f"{article.slug} is written in {tag}", hint="Choose another language with --to."
                )
    return work


def _targets(
    article: "Article", asked_for: Sequence[str] | None, usual: Sequence[str]
) -> list[str]:
    """Return what was asked for, else the article's own targets, else those of the settings."""
    from workflow.language.tags import standard

    language = article.source.language
    if asked_for:
        return [standard(tag) for tag in asked_for]
    own = [*article.source.targets, *article.targets] or usual
    return [tag for tag in dict.fromkeys(map(standard, own)) if tag != language]


def _summary(done: "Done", engine: str) -> str:
    drafts = done.drafting.drafts.values()
    if not done.units:
        return "nothing to do"
    if not drafts:
        return f"{_counted(done.units)} left for a person"
    doubtful = sum(bool(draft.origin.note) for draft in drafts)
    remarks = f"; {_counted(doubtful)} with a remark for the reader" if doubtful else ""
    terms = len({term for draft in drafts for term in draft.origin.terms})
    enforced = f"; {terms} of the glossary's terms put in" if terms else ""
    package = done.drafting.package
    model = f"{engine}, {package}" if package else engine
    return f"{_counted(len(drafts))} drafted ({model}){enforced}{remarks}"


def _counted(units: int) -> str:
    return "1 unit" if units == 1 else f"{units} units"


@contextmanager
def _progress(name: str, articles: int) -> "Iterator[tuple[Progress | None, Callable[[], None]]]":
    """Show bars while targets are drafted, on a terminal only."""
    if not sys.stderr.isatty():
        yield None, lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    text = TextColumn("{task.description}")
    columns = text, BarColumn(), MofNCompleteColumn()
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        whole = bar.add_task(f"{name}, articles", total=articles)
        part = bar.add_task("sentences", total=None)
        yield (
            lambda done, asked: bar.update(part, completed=done, total=asked),
            lambda: bar.advance(whole),
        )
