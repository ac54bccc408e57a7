"""Commands about an article as a whole: history, credits, rename, archive, undo."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from workflow.cli.shell import AsJson, By, To, acting, open_workspace, out, print_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workflow.review.credits import Credits
    from workflow.workspace.events import Event
    from workflow.workspace.settings import Settings

Slug = Annotated[str, typer.Argument(metavar="SLUG", help="The article.")]
OptionalTo = Annotated[
    str | None, typer.Option("--to", metavar="TAG", help="Only this target language.")
]


def history(slug: Slug, to: OptionalTo = None, as_json: AsJson = False) -> None:
    """Tell what happened to an article: who did what, and when."""
    from workflow.workspace import event_json

    workspace = open_workspace()
    article = workspace.article(slug)
    tags = [article.target(to).tag] if to else list(article.targets)
    events = {tag: article.target(tag).events for tag in tags}
    if as_json:
        print_json({tag: [event_json.as_json(e) for e in found] for tag, found in events.items()})
        return
    if not events:
        _tell_untranslated(slug)
    for tag, found in events.items():
        out(f"{slug} [{tag}]")
        for event in found:
            out(f"  {event.at[:16].replace('T', ' ')}  {_told(event, workspace.settings)}")
            out(f"    {event.id}")


def _told(event: "Event", settings: "Settings") -> str:
    from workflow.workspace.narration import told
    from workflow.workspace.people import display_name

    people = settings.contributors
    person = display_name(event.by, people) if event.by else "nobody"
    return f"{person} {told(event.payload, people)}"


def _tell_untranslated(slug: str) -> None:
    out(f"{slug} has no translation yet. `workflow translate {slug}` begins one.")


def credits(slug: Slug, to: OptionalTo = None, as_json: AsJson = False) -> None:
    """Show whom the page will name, and as what."""
    from workflow.review.credits import credits as credits_of

    workspace = open_workspace()
    article = workspace.article(slug)
    if not to and not article.targets and not as_json:
        _tell_untranslated(slug)
    for tag in [to] if to else article.targets:
        target = article.target(tag)
        source = article.source
        found = credits_of(target.state, workspace.settings, source.translators, source.authors)
        if as_json:
            print_json({target.tag: asdict(found)})
            continue
        out(f"{slug} [{target.tag}]")
        for label, names in _credit_lines(found):
            out(f"  {label:14} {', '.join(names)}")


def _credit_lines(found: "Credits") -> "Iterator[tuple[str, tuple[str, ...]]]":
    yield "translated by", found.translators or ("nobody yet",)
    for label, names in (
        ("edited by", found.editors),
        ("reviewed by", found.reviewers),
        ("source by", found.source_translators),
        ("by way of", found.relays),
    ):
        if names:
            yield label, names
    if found.by_author:
        yield "note", ("translated by the author",)
    if found.unnamed:
        yield "not named", (f"{found.unnamed}, at their wish",)
    if found.machine:
        engines = ", ".join(found.machine.engines)
        share = f"{found.machine.drafted} of {found.machine.units} units"
        left = f"{found.machine.unchanged} of them unchanged"
        yield "drafted by", (f"{engines} ({share}, {left})",)


def rename(slug: Slug, new: Annotated[str, typer.Argument(metavar="NEW")], by: By = None) -> None:
    """Give an article another slug. Its folder moves; its history goes with it."""
    from workflow.publish.addresses import refuse_reserved

    workspace = open_workspace()
    refuse_reserved(new, "Choose another slug.")
    workspace.rename(slug, new, acting(workspace, by).id)
    out(f"{slug} is now {new}")


def archive(
    slug: Slug,
    restore: Annotated[bool, typer.Option("--restore", help="Take it out again.")] = False,
    by: By = None,
) -> None:
    """Put an article away, whole; no other command sees it until it is restored."""
    workspace = open_workspace()
    person = acting(workspace, by).id
    if restore:
        workspace.restore(slug, person)
        out(f"{slug} is back")
    else:
        workspace.archive(slug, person)
        out(f"{slug} is in the archive; `workflow archive {slug} --restore` takes it out")


def undo(slug: Slug, to: To, by: By = None) -> None:
    """Take back the last recorded change of a target. The history keeps both."""
    workspace = open_workspace()
    target = workspace.article(slug).target(to)
    undone = target.undo(acting(workspace, by).id)
    out(f"Taken back: {_told(undone, workspace.settings)} ({undone.at[:16].replace('T', ' ')})")
    out(f"{slug} [{target.tag}] is now in stage {target.state.stage}")
