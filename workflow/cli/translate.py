"""`workflow translate`: fill what is empty with drafts."""

import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from workflow.cli.shell import By, acting, open_workspace, out, say
from workflow.errors import InputError, MissingPart

if TYPE_CHECKING:
    from workflow.draft import Done
    from workflow.draft.desk import Progress
    from workflow.engines import Notice
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
            help="Use this engine and no other; `none` leaves every unit to a person.",
        ),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Draft all articles.")] = False,
    by: By = None,
) -> None:
    """Draft every unit that has no text yet; a person's text is never changed."""
    workspace = open_workspace()
    person = acting(workspace, by).id
    if every == bool(slugs):
        raise InputError(
            "name the articles to draft, or --all" if not every else "--all takes no articles",
            hint="workflow translate SLUG …, or workflow translate --all.",
        )
    work = _work(workspace, workspace.slugs() if every else slugs or [], to, every)
    if not work:
        raise InputError("there is no target language", hint="Name one with --to, such as --to es.")
    run = _Run(workspace, (engine,) if engine else workspace.settings.engines.order, person)
    failed = None
    for (source, tag), articles in work.items():
        try:
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

    def __init__(self, workspace: "Workspace", order: Sequence[str], by: str) -> None:
        from workflow.engines import load_engines
        from workflow.glossary import load_glossary

        self._workspace = workspace
        self._engines = load_engines(order)
        self._glossary = load_glossary(workspace.glossary_path, workspace.root)
        self._by = by
        self._told: set[Notice] = set()

    def draft(self, slugs: Sequence[str], source: str, tag: str) -> None:
        """Draft one target of articles that are written in `source`, and say what was done."""
        from workflow.draft import Drafter, draft_articles
        from workflow.engines import choose_engine

        engine = choose_engine(self._engines, source, tag)
        drafter = Drafter(engine, source, tag, self._glossary)
        start = time.perf_counter()
        articles = map(self._workspace.article, slugs)
        with _progress(f"{source} → {tag}", len(slugs)) as (progress, advance):
            for done in draft_articles(articles, tag, drafter, by=self._by, progress=progress):
                self._tell(done.drafting.notice)
                out(f"{done.article} [{tag}]: {_summary(done, engine.name)}")
                advance()
        say(f"{source} → {tag}: {time.perf_counter() - start:.1f} s")

    def _tell(self, notice: "Notice | None") -> None:
        if notice and notice not in self._told:
            self._told.add(notice)
            say(f"notice: {notice.message}")
            say(f"hint: {notice.hint}")


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
