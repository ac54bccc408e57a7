"""Publishing targets, taking them back, and showing what they would look like."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

from workflow.errors import InputError
from workflow.publish.addresses import folder_of
from workflow.publish.article import PublishedArticle
from workflow.publish.composing import Occasion
from workflow.publish.destination import keep_only, remove, write_files
from workflow.publish.output import Output, OutputFile, in_order, output
from workflow.publish.plain_text import PlainText
from workflow.publish.readable import readable
from workflow.publish.standing import (
    WEB,
    composed,
    days_out,
    is_current,
    languages_on_the_web,
    last_formats,
    site_of,
)
from workflow.publish.survey import survey
from workflow.publish.web.index import card_of, index_files
from workflow.review.gates import not_ready, publish_obstacles
from workflow.review.withheld import withheld_obstacles
from workflow.withheld import open_list
from workflow.workspace.events import Published, Unpublished
from workflow.workspace.locks import locked
from workflow.workspace.target import Target
from workflow.workspace.workspace import Workspace

_LOCK = "_publish"
"""The lock of `public/`; no slug begins with an underscore."""


def publish_target(target: Target, by: str, formats: Sequence[str], now: datetime) -> list[Path]:
    """Publish one target, write the indexes, and return the paths of everything below `public/`.

    See `Press` for the arguments and errors.
    """
    press = Press(target.article.workspace)
    return [*press.publish(target, by, formats, now), *press.finish().written]


def unpublish_target(target: Target, by: str, reason: str) -> list[Path]:
    """Take a target's files down, record why, and return the paths of the files that are gone.

    Raises InputError where the target is not published.
    """
    press = Press(target.article.workspace)
    return [*press.unpublish(target, by, reason), *press.finish().removed]


@dataclass(frozen=True, kw_only=True)
class Finished:
    """The paths of the indexes that were written, and of files that were left behind and went."""

    written: list[Path]
    removed: list[Path]


class Press:
    """Publishes the targets of a workspace; what several of them need is made once.

    After the last one, `finish` brings the pages up to date that lead to all of them.
    """

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self._site = site_of(workspace.settings)
        self._output = cache(self._new_output)

    def _new_output(self, name: str) -> Output:
        return output(name, self.workspace.templates)

    def publish(self, target: Target, by: str, formats: Sequence[str], now: datetime) -> list[Path]:
        """Write a target's files below `public/`, record it, and return their paths.

        `by` is a contributor's id, `formats` are names of outputs, `now` is aware of its time zone.
        Formats in which the same text is out already are kept beside them; the same text published
        twice gives the same bytes and one event. Raises NotReady where the gate is closed, and
        InputError for an unknown format, a broken template or a missing picture; then nothing was
        written.
        """
        article, settings = target.article, self.workspace.settings
        if obstacles := publish_obstacles(target.state, article.source, settings, now):
            raise not_ready(f"{article.slug} [{target.tag}] cannot be published", obstacles)
        with locked(self.workspace.cache, _LOCK):
            before = last_formats(target) if is_current(target) else ()
            together = in_order((*before, *formats))
            languages = languages_on_the_web(article) - {target.tag}
            languages |= {target.tag} if WEB in together else set()
            page = self._article(target, together, languages, now if not before else None)
            own = list(self._files(page, target, together))
            self._refuse_withheld(target, page, own)
            siblings = list(self._sibling_pages(target, languages))
            written = write_files(self.workspace.public, own)
            write_files(self.workspace.public, siblings)
            keep_only(self.workspace.public, folder_of(target.tag, article.slug), written)
            if set(together) != set(before):
                target.record(_published(target, together), by)
        return written

    def _refuse_withheld(
        self, target: Target, page: PublishedArticle, files: Iterable[OutputFile]
    ) -> None:
        """Raise NotReady where a withheld name stands in what is about to go out.

        The words of files that cannot be read back, such as a PDF, are those of the plain text.
        """
        article = target.article
        told = PlainText().files(page, article.media)
        texts = {**target.texts, **dict(readable([*told, *files]))}
        obstacles = withheld_obstacles(open_list(self.workspace), texts)
        if obstacles:
            raise not_ready(f"{article.slug} [{target.tag}] cannot be published", obstacles)

    def unpublish(self, target: Target, by: str, reason: str) -> list[Path]:
        """Take a target down, record why, and return the paths of the files that are gone."""
        article, public = target.article, self.workspace.public
        if target.state.published is None:
            raise InputError(
                f"{article.slug} [{target.tag}] is not published",
                hint="`workflow status` shows what is.",
            )
        with locked(self.workspace.cache, _LOCK):
            gone = remove(public, folder_of(target.tag, article.slug))
            target.record(Unpublished(reason=reason), by)
            write_files(public, self._sibling_pages(target, languages_on_the_web(article)))
        return gone

    def preview(self, target: Target, formats: Sequence[str]) -> list[Path]:
        """Write a target as it stands below `.workflow/preview/`, marked as a draft.

        Returns the paths. Raises InputError as `publish` does; no gate is asked.
        """
        occasion = Occasion(site=self._site, formats=in_order(formats), draft=True, both_texts=True)
        page = composed(target, target.state, target.texts, occasion)
        index = index_files(
            self._site, {target.tag: [card_of(page)]}, self.workspace.templates, draft=True
        )
        files = self._files(page, target, page.formats)
        return write_files(self.workspace.cache / "preview", [*files, *index])

    def finish(self) -> Finished:
        """Write the pages that lead to everything that is published.

        What an article left behind that is no longer published, or has another slug, goes. Raises
        NotReady where a withheld name keeps an article from moving to its new slug.
        """
        public = self.workspace.public
        with locked(self.workspace.cache, _LOCK):
            found = survey(self.workspace)
            files = index_files(self._site, found.cards, self.workspace.templates)
            removed = [path for name in found.stale for path in remove(public, name)]
            written = write_files(public, files)
            written += write_files(public, self._moved(found.renamed))
        return Finished(written=written, removed=removed)

    def _moved(self, targets: Iterable[Target]) -> Iterator[OutputFile]:
        """Yield the files of published targets whose folder has another name now."""
        for target in targets:
            folder = self.workspace.public / folder_of(target.tag, target.article.slug)
            if not folder.exists() and is_current(target):
                languages, formats = languages_on_the_web(target.article), last_formats(target)
                page = self._article(target, formats, languages, None)
                files = list(self._files(page, target, formats))
                self._refuse_withheld(target, page, files)
                yield from files

    def _article(
        self,
        target: Target,
        formats: tuple[str, ...],
        languages: Iterable[str],
        now: datetime | None,
    ) -> PublishedArticle:
        first, last = days_out(target.events, now) or (None, None)
        occasion = Occasion(
            site=self._site,
            languages=tuple(languages),
            formats=formats,
            first=first,
            last=last,
            machine_note=self.workspace.settings.publish.machine_note,
            both_texts=True,
        )
        return composed(target, target.state, target.texts, occasion)

    def _files(
        self, page: PublishedArticle, target: Target, formats: Iterable[str]
    ) -> Iterator[OutputFile]:
        own = folder_of(page.language, page.slug) + "/"
        for name in formats:
            for file in self._output(name).files(page, target.article.media):
                if not file.path.startswith(own):
                    raise InputError(
                        f"the format {name} writes {file.path}, which is not below {own}",
                        hint="Tell the people who made it, or leave it out of the formats.",
                    )
                yield file

    def _sibling_pages(self, target: Target, languages: set[str]) -> Iterator[OutputFile]:
        """Yield the pages of the other translations again: each names all that are published."""
        for tag in sorted(languages - {target.tag}):
            sibling = target.article.target(tag)
            if is_current(sibling):
                page = self._article(sibling, last_formats(sibling), languages, None)
                yield from self._files(page, sibling, [WEB])


def _published(target: Target, formats: tuple[str, ...]) -> Published:
    state = target.state
    return Published(text=state.text_hash, source=state.source_hash, formats=formats)
