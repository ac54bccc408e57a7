"""`workflow translate`: fill what is empty with drafts."""

import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from workflow.cli.shell import By, acting, open_workspace, out, say
from workflow.errors import InputError

if TYPE_CHECKING:
    from workflow.draft.desk import Progress
    from workflow.draft.drafting import Drafting
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
    work = [
        (article, tag)
        for article in _articles(workspace, slugs or [], every)
        for tag in _targets(article, to, workspace.settings.workspace.targets)
        if not (every and tag == article.source.language)
    ]
    if not work:
        raise InputError("there is no target language", hint="Name one with --to, such as --to es.")
    run = _Run(workspace, (engine,) if engine else workspace.settings.engines.order, person)
    for article, tag in work:
        run.draft(article, tag)


class _Run:
    """One run of the command: an engine stays loaded from one article to the next."""

    def __init__(self, workspace: "Workspace", order: Sequence[str], by: str) -> None:
        from workflow.engines import load_engines
        from workflow.glossary import load_glossary

        self._engines = load_engines(order)
        self._glossary = load_glossary(workspace.glossary_path, workspace.root)
        self._by = by
        self._told: set[Notice] = set()

    def draft(self, article: "Article", tag: str) -> None:
        """Draft one target, adding it where it is not there yet, and say what was done."""
        from workflow.draft import draft_units, units_to_draft
        from workflow.engines import choose_engine
        from workflow.workspace.state import State

        start = time.perf_counter()
        if tag == article.source.language:
            raise InputError(
                f"{article.slug} is written in {tag}", hint="Choose another language with --to."
            )
        source, name = article.source.language, f"{article.slug} [{tag}]"
        engine = choose_engine(self._engines, source, tag)
        state = article.target(tag).state if tag in article.targets else State()
        units = units_to_draft(article.units, state, engine.name)
        if not units:
            out(f"{name}: nothing to do")
            return

        with _progress(name) as progress:
            drafting = draft_units(
                units, source, tag, engine, glossary=self._glossary, progress=progress
            )
        self._tell(drafting.notice)
        target = article.add_target(tag, self._by)
        if drafting.drafts:
            texts = {key: (draft.text, draft.origin) for key, draft in drafting.drafts.items()}
            seen = {u.id: state.units[u.id].text if u.id in state.units else "" for u in units}
            target.draft(texts, self._by, seen)
        out(f"{name}: {_summary(drafting, len(units), engine.name, time.perf_counter() - start)}")

    def _tell(self, notice: "Notice | None") -> None:
        if notice and notice not in self._told:
            self._told.add(notice)
            say(f"notice: {notice.message}")
            say(f"hint: {notice.hint}")


def _articles(workspace: "Workspace", slugs: Sequence[str], every: bool) -> list["Article"]:
    if every == bool(slugs):
        raise InputError(
            "name the articles to draft, or --all" if not every else "--all takes no articles",
            hint="workflow translate SLUG …, or workflow translate --all.",
        )
    return list(workspace.articles()) if every else [workspace.article(slug) for slug in slugs]


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


def _summary(drafting: "Drafting", units: int, engine: str, seconds: float) -> str:
    if not drafting.drafts:
        return f"{_counted(units)} left for a person"
    doubtful = sum(bool(draft.origin.note) for draft in drafting.drafts.values())
    remarks = f"; {_counted(doubtful)} with a remark for the reader" if doubtful else ""
    model = f"{engine}, {drafting.package}" if drafting.package else engine
    return f"{_counted(len(drafting.drafts))} drafted in {seconds:.1f} s ({model}){remarks}"


def _counted(units: int) -> str:
    return "1 unit" if units == 1 else f"{units} units"


@contextmanager
def _progress(name: str) -> "Iterator[Progress | None]":
    """Show a bar while a target is drafted, on a terminal only."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    text = TextColumn("{task.description}")
    columns = text, BarColumn(), MofNCompleteColumn(), TextColumn("sentences")
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(name, total=None)
        yield lambda done, asked: bar.update(task, completed=done, total=asked)
