"""Commands that put translations before readers: publish, unpublish."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from workflow.cli.shell import By, acting, open_workspace, out, say
from workflow.errors import InputError, NotReady

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from workflow.publish.publishing import Press
    from workflow.publish.site.work import Order
    from workflow.workspace.target import Target
    from workflow.workspace.workspace import Workspace

Slugs = Annotated[
    list[str] | None, typer.Argument(metavar="SLUG", help="The articles.", show_default=False)
]
Targets = Annotated[
    list[str] | None,
    typer.Option("--to", metavar="TAG", help="Only this target language; may be repeated."),
]
Formats = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        metavar="FORMAT",
        help="A format, such as web, docx, epub or pdf; may be repeated.",
    ),
]


def publish(
    slugs: Slugs = None,
    to: Targets = None,
    formats: Formats = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Every target that is approved or published.")
    ] = False,
    preview: Annotated[
        bool, typer.Option("--preview", help="Show any draft, marked as one, outside public/.")
    ] = False,
    collection: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Put the articles into one .docx or .epub file, and publish nothing.",
        ),
    ] = None,
    title: Annotated[str, typer.Option(help="The title of the collection.")] = "",
    note: Annotated[
        str,
        typer.Option(help="What was corrected, for readers, in the language of the translation."),
    ] = "",
    by: By = None,
) -> None:
    """Write approved translations as web pages and documents, with their credits.

    The site around them is brought up to date: lists, topics, people, feeds, search.
    """
    from workflow.publish.publishing import Press

    workspace = open_workspace()
    if collection or preview:
        targets = list(_targets(workspace, slugs or [], to or [], everything))
    if collection:
        _collect(workspace, targets, collection, title)
        return
    chosen = tuple(formats or workspace.settings.publish.formats)
    press = Press(workspace)
    if preview:
        for target in targets:
            _show(target.article.slug, target.tag, press.preview(target, chosen), workspace.root)
        return
    order = _order(acting(workspace, by).id, chosen, note, to or [])
    if slugs or not everything:
        _publish(press, list(_targets(workspace, slugs or [], to or [], everything)), order)
    else:
        _publish_all(press, order, anew=chosen != workspace.settings.publish.formats)


def _collect(workspace: "Workspace", targets: "Sequence[Target]", path: Path, title: str) -> None:
    from datetime import UTC, datetime

    from workflow.publish.collecting import collect, write_collection

    made = collect(targets, title, datetime.now(UTC))
    write_collection(made, path, workspace)
    out(str(path))


def _order(by: str, formats: tuple[str, ...], note: str, tags: "Sequence[str]") -> "Order":
    from datetime import UTC, datetime

    from workflow.language.tags import standard
    from workflow.publish.site.work import Order

    targets = frozenset(standard(tag) for tag in tags)
    return Order(by=by, formats=formats, now=datetime.now(UTC), note=note, targets=targets)


def _publish(press: "Press", targets: "Sequence[Target]", order: "Order") -> None:
    """Publish what can be; targets whose gate is closed are told of together, at the end.

    Nothing is published where a withheld name was found.
    """
    from workflow.publish.guard import NameFound
    from workflow.publish.publishing import together

    refused: list[NotReady] = []
    written: dict[Target, list[Path]] = {}
    try:
        for target in targets:
            try:
                written[target] = press.publish(target, order)
            except NotReady as error:
                refused.append(error)
    finally:
        if written and not any(isinstance(error, NameFound) for error in refused):
            gone = press.finish(small=True).removed
            for target, paths in written.items():
                _show(target.article.slug, target.tag, paths, press.workspace.root)
            _say_gone(gone, press.workspace.root)
    if refused:
        raise together(refused)


def _publish_all(press: "Press", order: "Order", *, anew: bool) -> None:
    """Bring the whole site up to date, and publish whatever may be."""
    from workflow.publish.publishing import together

    refused: list[NotReady] = []
    root = press.workspace.root
    for outcome in press.publish_all(order, anew=anew):
        refused += outcome.refused
        for tag, written in outcome.written.items():
            _show(outcome.slug, tag, written, root)
    finished = press.finish(small=True)
    _say_gone(finished.removed, root)
    for slug, until in finished.held:
        say(f"{slug}: under embargo until {until}")
    for slug, tag in finished.outdated:
        say(f"{slug} [{tag}]: the original has changed since it went out; the page says so")
    for slug, tag in finished.lost:
        say(f"{slug} [{tag}]: the original has changed; publish it anew, its page stays as it is")
    if refused:
        raise together(refused)


def _targets(
    workspace: "Workspace", slugs: "Sequence[str]", tags: "Sequence[str]", everything: bool
) -> "Iterator[Target]":
    """Yield what a command line asks for; `--all` alone means what is approved or published."""
    from workflow.language.tags import standard
    from workflow.publish.site.work import is_ready

    if not slugs and not everything:
        raise InputError("no article is named", hint="Name one, or use --all for everything.")
    wanted = {standard(tag) for tag in tags}
    for article in map(workspace.article, slugs or workspace.slugs()):
        missing = wanted - set(article.targets)
        if missing and slugs:
            article.target(min(missing))
        for tag in article.translations() if slugs else article.targets:
            target = article.target(tag)
            if (not wanted or tag in wanted) and (slugs or is_ready(target)):
                yield target


def _show(slug: str, tag: str, written: "Iterable[Path]", root: Path) -> None:
    """Name the documents; media and the indexes that came along go without saying."""
    say(f"{slug} [{tag}]")
    for path in written:
        place = path.relative_to(root)
        inside = place.as_posix().partition(f"/{tag}/{slug}/")[2]
        if inside and not {"media", "assets"} & set(place.parts):
            out(str(place))


def _say_gone(paths: "Iterable[Path]", root: Path) -> None:
    """Name the folders of articles that are not published, or not by this name, any longer."""
    from workflow.publish.addresses import RESERVED

    for folder in dict.fromkeys(path.relative_to(root).parts[:3] for path in paths):
        if len(folder) == 3 and folder[2] not in RESERVED:
            say(f"removed {'/'.join(folder)}: no published article is there any longer")


def unpublish(
    slug: Annotated[str, typer.Argument(metavar="SLUG", help="The article.")],
    to: Annotated[str, typer.Option("--to", metavar="TAG", help="The target language.")],
    reason: Annotated[str, typer.Option("--reason", help="Why; it is kept in the history.")],
    by: By = None,
) -> None:
    """Take a published translation down, at once and in every format."""
    from workflow.publish.publishing import unpublish_target

    workspace = open_workspace()
    target = workspace.article(slug).target(to)
    gone = unpublish_target(target, acting(workspace, by).id, reason)
    for path in gone:
        out(f"removed {path.relative_to(workspace.root)}")
