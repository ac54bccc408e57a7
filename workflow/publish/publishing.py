"""Publishing a target, taking it back, and showing what it would look like."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

from workflow.errors import InputError
from workflow.publish.article import PublishedArticle
from workflow.publish.composing import Occasion
from workflow.publish.destination import keep_only, remove_folder, write_files
from workflow.publish.output import Materials, OutputFile, in_order, output
from workflow.publish.standing import (
    cards,
    composed,
    days_out,
    is_current,
    last_formats,
    published_languages,
    site_of,
)
from workflow.publish.web.addresses import folder_of
from workflow.publish.web.index import card_of, index_files
from workflow.review.gates import not_ready, publish_obstacles
from workflow.workspace.events import Published, Unpublished
from workflow.workspace.locks import locked
from workflow.workspace.target import Target
from workflow.workspace.workspace import Workspace

_WEB = "web"
_LOCK = "_publish"
"""The lock of `public/`; no slug begins with an underscore."""


def publish_target(target: Target, by: str, formats: Sequence[str], now: datetime) -> list[Path]:
    """Write a target's files and the indexes below `public/`, record it, and return their paths.

    `by` is a contributor's id, `formats` are names of outputs, `now` is aware of its time zone.
    Formats in which the same text is out already are kept beside them; the same text published
    twice gives the same bytes and one event. Raises NotReady where the gate is closed, and
    InputError for an unknown format, a broken template or a missing picture; then nothing was
    written.
    """
    article, workspace = target.article, target.article.workspace
    obstacles = publish_obstacles(target.state, article.source, workspace.settings, now)
    if obstacles:
        raise not_ready(f"{article.slug} [{target.tag}] cannot be published", obstacles)
    with locked(workspace.cache, _LOCK):
        before = last_formats(target) if is_current(target) else ()
        together = in_order((*before, *formats))
        languages = {*published_languages(article), target.tag}
        page = _article(target, together, languages, now if not before else None)
        files = [
            *_files(page, target, together),
            *_sibling_pages(target, languages),
            *_indexes(workspace, page),
        ]
        written = write_files(workspace.public, files)
        keep_only(workspace.public, folder_of(target.tag, article.slug), written)
        if together != before:
            target.record(_published(target, together), by)
    return written


def _published(target: Target, formats: tuple[str, ...]) -> Published:
    state = target.state
    return Published(text=state.text_hash, source=state.source_hash, formats=formats)


def unpublish_target(target: Target, by: str, reason: str) -> list[Path]:
    """Take a target's files down, record why, and return the paths of the files that are gone.

    Raises InputError where the target is not published.
    """
    article, workspace = target.article, target.article.workspace
    if target.state.published is None:
        raise InputError(
            f"{article.slug} [{target.tag}] is not published",
            hint="`workflow status` shows what is.",
        )
    with locked(workspace.cache, _LOCK):
        gone = remove_folder(workspace.public, folder_of(target.tag, article.slug))
        target.record(Unpublished(reason=reason), by)
        siblings = _sibling_pages(target, set(published_languages(article)))
        write_files(workspace.public, [*siblings, *_indexes(workspace)])
    return gone


def preview_target(target: Target, formats: Sequence[str]) -> list[Path]:
    """Write a target as it stands below `.workflow/preview/`, marked as a draft; return paths."""
    workspace = target.article.workspace
    occasion = Occasion(site=site_of(workspace.settings), formats=in_order(formats), draft=True)
    page = composed(target, target.state, target.texts, occasion)
    files = _files(page, target, page.formats)
    index = index_files(page.site, {target.tag: [card_of(page)]}, workspace.templates, draft=True)
    return write_files(workspace.cache / "preview", [*files, *index])


def _article(
    target: Target, formats: tuple[str, ...], languages: Iterable[str], now: datetime | None
) -> PublishedArticle:
    settings = target.article.workspace.settings
    first, last = days_out(target.events, now) or (None, None)
    occasion = Occasion(
        site=site_of(settings),
        languages=tuple(languages),
        formats=formats,
        first=first,
        last=last,
        machine_note=settings.publish.machine_note,
    )
    return composed(target, target.state, target.texts, occasion)


def _files(page: PublishedArticle, target: Target, formats: Iterable[str]) -> Iterator[OutputFile]:
    materials = Materials(target.article.media, target.article.workspace.templates)
    for name in formats:
        yield from output(name).files(page, materials)


def _sibling_pages(target: Target, languages: set[str]) -> Iterator[OutputFile]:
    """Yield the pages of the other translations again: each names all that are published."""
    for tag in sorted(languages - {target.tag}):
        sibling = target.article.target(tag)
        if is_current(sibling) and _WEB in last_formats(sibling):
            page = _article(sibling, last_formats(sibling), languages, None)
            yield from _files(page, sibling, [_WEB])


def _indexes(workspace: Workspace, page: PublishedArticle | None = None) -> Iterable[OutputFile]:
    """Return the indexes with everything that is published, and `page`, which is about to be."""
    found = cards(workspace)
    if page:
        others = [card for card in found.get(page.language, []) if card.slug != page.slug]
        found[page.language] = [*others, card_of(page)]
    return index_files(site_of(workspace.settings), found, workspace.templates)
