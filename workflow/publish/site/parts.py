"""The parts of the site beside the articles, and how each is brought up to date."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from workflow.publish.guard import Guard
from workflow.publish.outlet import Outlet
from workflow.publish.output import OutputFile
from workflow.publish.site import (
    archive,
    assets,
    door,
    feed,
    front,
    not_found,
    people,
    podcast,
    search,
    sitemap,
    stubs,
    topics,
)
from workflow.publish.site.batch import Batch, Page
from workflow.publish.site.desk import Desk
from workflow.publish.site.index import SiteIndex
from workflow.publish.site.page_keys import Span
from workflow.publish.site.scope import Scope
from workflow.publish.standing import site_of
from workflow.publish.web.rendering import Renderer
from workflow.review.gates import Obstacle
from workflow.workspace.workspace import Workspace

WHOLE = ""
"""The part that no language has for itself."""
_SINGLE = (front, feed, podcast, topics, people, search)
_LONG = {module.__name__.rpartition(".")[2]: module for module in (archive, topics, people, search)}
"""What has pages that grow in number with the articles, by a name."""


@dataclass(frozen=True, kw_only=True)
class Made:
    """The pages of a span, with what each was made from: a path, its place and a key.

    `gone` are the paths of pages that it had before, `obstacles` are to those not written.
    """

    span: Span
    pages: list[tuple[str, str, str]] = field(default_factory=list)
    gone: tuple[str, ...] = ()
    written: list[Path] = field(default_factory=list)
    obstacles: tuple[Obstacle, ...] = ()


def desk_for(workspace: Workspace, index: SiteIndex, key: str, *, draft: bool = False) -> Desk:
    """Return the desk of a workspace; `key` stands for everything that all pages depend on."""
    people = (person for person in workspace.settings.contributors.values() if person.named)
    return Desk(
        index,
        site_of(workspace.settings),
        Renderer(workspace.templates),
        key,
        links={person.pseudonym or person.name: person.link for person in people if person.link},
        podcast=workspace.settings.publish.podcast,
        targets=workspace.settings.workspace.targets,
        draft=draft,
    )


def jobs(desk: Desk, scope: Scope) -> list[str]:
    """Return the names of all that is to be done, so that several processes can share it."""
    whole = [WHOLE] if scope.has(WHOLE) else []
    tongues = [tag for tag in desk.tongues if scope.has(tag)]
    return [*whole, *(f"{tag} {name}" for name in ("", *_LONG) for tag in tongues)]


def batches_of(job: str, desk: Desk, scope: Scope, templates: Path) -> Iterator[Batch]:
    """Yield the pages that belong to a job."""
    language, _, name = job.partition(" ")
    if job == WHOLE:
        if scope.is_everything:
            modules = (door, not_found, sitemap)
            pages = [page for module in modules for page in module.pages(desk)]
            yield Batch(Span(WHOLE), [*pages, *assets.pages(desk, templates)])
        yield from sitemap.batches(desk, scope)
    elif name:
        yield from _LONG[name].batches(desk, language, scope)
    else:
        pages = [page for module in _SINGLE for page in module.pages(desk, language)]
        yield Batch(Span(language), pages)
        yield from stubs.batches(desk, language, scope)


def make(batch: Batch, desk: Desk, guard: Guard, outlet: Outlet) -> Made:
    """Write those pages that are not there as they should be, unless a withheld name stands there.

    Raises InputError for a broken template.
    """
    known = desk.index.page_keys.of(batch.span)
    pages: list[tuple[str, str, str]] = []
    written: list[Path] = []
    obstacles: list[Obstacle] = []
    for page in batch.pages:
        if known.get(page.path) != page.key or not (outlet.public / page.path).is_file():
            file = OutputFile(page.path, page.make())
            if found := guard.obstacles(file):
                obstacles.extend(found)
                continue
            written += outlet.write([file])
        pages.append((page.path, page.since, page.key))
    return Made(
        span=batch.span,
        pages=pages,
        gone=tuple(sorted(set(known) - {path for path, _, _ in pages})),
        written=written,
        obstacles=tuple(obstacles),
    )


def preview_files(desk: Desk, templates: Path) -> Iterable[OutputFile]:
    """Yield the pages that a preview needs beside the article."""
    everything = Scope(desk.index)
    pages: list[Page] = [*door.pages(desk), *assets.pages(desk, templates)]
    for language in desk.languages:
        pages += front.pages(desk, language)
        pages += [p for batch in archive.batches(desk, language, everything) for p in batch.pages]
    return (OutputFile(page.path, page.make()) for page in pages)
