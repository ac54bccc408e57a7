"""`workflow translate`: fill what is empty with drafts."""

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from workflow.cli.shell import By, acting, open_workspace, out, say
from workflow.errors import InputError, MissingPart

if TYPE_CHECKING:
    from workflow.draft import Done, Run
    from workflow.draft.desk import Progress
    from workflow.engines import Notice


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
    from workflow.draft import Relay, Run, work_asked_for
    from workflow.language.tags import standard

    workspace = open_workspace()
    person = "" if compare else acting(workspace, by).id  # of a comparison nothing is recorded
    if every == bool(slugs):
        raise InputError(
            "name the articles to draft, or --all" if not every else "--all takes no articles",
            hint="workflow translate SLUG …, or workflow translate --all.",
        )
    middle = standard(relay) if relay else None
    if compare and engine:
        raise InputError("--compare takes no engine", hint="It shows all that are there.")
    usual = workspace.settings.workspace.targets
    articles = map(workspace.article, workspace.slugs() if every else slugs or [])
    work = work_asked_for(articles, to or (), usual=usual, lenient=every)
    work = {pair: found for pair, found in work.items() if pair[1] != middle}
    if not work:
        raise InputError("there is no target language", hint="Name one with --to, such as --to es.")
    run = Run(workspace, person, engine=engine, relay=Relay(middle) if middle else None)
    failed = None
    for (source, tag), found in work.items():
        try:
            (_compare if compare else _draft)(run, found, source, tag)
        except MissingPart as error:
            if len(work) == 1:
                raise
            say(f"{source} → {tag} left out: {error.message}")
            failed = failed or error
    if failed:
        raise failed


def _draft(run: "Run", slugs: "Sequence[str]", source: str, tag: str) -> None:
    from workflow.draft import Done, Recalled

    start = time.perf_counter()
    with _progress(f"{source} → {tag}", len(slugs)) as (progress, advance):
        for step in run.draft(slugs, source, tag, progress):
            match step:
                case Recalled(article, units):
                    out(f"{article} [{tag}]: {_counted(units)} from the memory")
                case Done():
                    out(f"{step.article} [{tag}]: {_summary(step)}")
                    advance()
                case _:
                    _tell(step)
    say(f"{source} → {tag}: {time.perf_counter() - start:.1f} s")


def _compare(run: "Run", slugs: "Sequence[str]", source: str, tag: str) -> None:
    from workflow.cli.translate_compare import side_by_side
    from workflow.draft import Compared

    for step in run.compare(slugs, source, tag):
        if isinstance(step, Compared):
            for name, reason in step.left_out.items():
                say(f"{name} left out: {reason}")
            for line in side_by_side(step):
                out(line)
        else:
            _tell(step)


def _tell(notice: "Notice") -> None:
    say(f"notice: {notice.message}")
    say(f"hint: {notice.hint}")


def _summary(done: "Done") -> str:
    drafts = done.drafting.drafts.values()
    if not done.units:
        return "nothing to do"
    if not drafts:
        return f"{_counted(done.units)} left for a person"
    doubtful = sum(bool(draft.origin.note) for draft in drafts)
    remarks = f"; {_counted(doubtful)} with a remark for the reader" if doubtful else ""
    terms = len({term for draft in drafts for term in draft.origin.terms})
    enforced = f"; {terms} of the glossary's terms put in" if terms else ""
    model = ", ".join(filter(None, (done.drafting.engine, done.drafting.package)))
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
