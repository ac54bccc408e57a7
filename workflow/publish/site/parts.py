"""The parts of the site beside the articles: one for each language, and one for all of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from workflow.publish.destination import write_files
from workflow.publish.guard import Guard
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
from workflow.publish.site.desk import Desk, Page
from workflow.publish.site.index import SiteIndex
from workflow.publish.standing import site_of
from workflow.publish.web.rendering import Renderer
from workflow.review.gates import Obstacle
from workflow.workspace.workspace import Workspace

WHOLE = ""
"""The name of the part that no language has for itself; the others are named by their tags."""
_OF_A_LANGUAGE = (front, archive, topics, people, feed, podcast, search)


@dataclass(frozen=True, kw_only=True)
class PartMade:
    """The pages of a part, with what each was made from.

    `gone` are the paths of pages that it had before, `obstacles` are to those not written.
    """

    part: str
    pages: dict[str, str] = field(default_factory=dict)
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
        draft=draft,
    )


def parts(desk: Desk) -> list[str]:
    """Return the names of all parts of the site."""
    return [WHOLE, *desk.tongues]


def digest_of(part: str, desk: Desk) -> str:
    """Return a key of all that the pages of a part are made from."""
    if part == WHOLE:
        return desk.key(desk.index.versions())
    return desk.key(desk.index.rows(part), desk.index.stubs(part))


def pages_of(part: str, desk: Desk, templates: Path) -> Iterator[Page]:
    """Yield the pages of a part."""
    if part == WHOLE:
        yield from door.pages(desk)
        yield from not_found.pages(desk)
        yield from sitemap.pages(desk)
        yield from assets.pages(desk, templates)
        return
    shelf = desk.shelf(part)
    for module in _OF_A_LANGUAGE:
        yield from module.pages(desk, shelf)
    yield from stubs.pages(desk, part)


def make_part(part: str, desk: Desk, guard: Guard, workspace: Workspace) -> PartMade:
    """Write those pages of a part that are not there as they should be, unless a name stands there.

    Raises InputError for a broken template.
    """
    known = desk.index.pages_of(part)
    keys: dict[str, str] = {}
    written: list[Path] = []
    obstacles: list[Obstacle] = []
    for page in pages_of(part, desk, workspace.templates):
        if known.get(page.path) != page.key or not (workspace.public / page.path).is_file():
            file = OutputFile(page.path, page.make())
            if found := guard.obstacles(file):
                obstacles.extend(found)
                continue
            written += write_files(workspace.public, [file])
        keys[page.path] = page.key
    return PartMade(
        part=part,
        pages=keys,
        gone=tuple(sorted(set(known) - set(keys))),
        written=written,
        obstacles=tuple(obstacles),
    )


def preview_files(desk: Desk, templates: Path) -> Iterable[OutputFile]:
    """Yield the pages that a preview needs beside the article."""
    for language in desk.languages:
        shelf = desk.shelf(language)
        for page in (*front.pages(desk, shelf), *archive.pages(desk, shelf)):
            yield OutputFile(page.path, page.make())
    for page in (*door.pages(desk), *assets.pages(desk, templates)):
        yield OutputFile(page.path, page.make())
