"""Brings the files of an article in line with its journals, and records what stands there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from operator import itemgetter
from pathlib import Path

from workflow.publish.addresses import folder_of
from workflow.publish.making import Maker
from workflow.publish.outlet import Outlet
from workflow.publish.output import OutputFile
from workflow.publish.site.card import Card, card_of
from workflow.publish.site.record import Listed, Record, Stub, StubKind
from workflow.publish.site.words import search_words
from workflow.publish.standing import (
    WEB,
    Outgoing,
    last_formats,
    outgoing,
    slugs_out,
    times_out,
    withdrawn_on,
)
from workflow.workspace.article import Article
from workflow.workspace.target import Target


@dataclass(frozen=True, kw_only=True)
class Brought:
    """An article whose files are as its journals say: its record, and its files by language."""

    record: Record
    written: dict[str, list[Path]]


@dataclass(frozen=True)
class _Out:
    """What is out of a target, and since when it has been and was changed (ISO 8601)."""

    target: Target
    formats: tuple[str, ...]
    what: Outgoing
    times: tuple[str, str]

    @property
    def on_the_web(self) -> bool:
        return WEB in self.formats


@dataclass(frozen=True)
class _Made:
    language: str
    files: Sequence[OutputFile]
    card: Card
    words: str
    on_the_web: bool


class Upkeep:
    """Keeps the files of articles below `public/`."""

    def __init__(self, maker: Maker, outlet: Outlet) -> None:
        self._maker, self._outlet = maker, outlet
        self._with_source = maker.workspace.settings.publish.publish_source

    def bring(
        self, article: Article, targets: Sequence[Target], stamp: str, now: datetime
    ) -> Brought:
        """Write the files of everything that is published of an article, of all its `targets`.

        `stamp` is what the record shall be known by, `now` is aware of its time zone. Raises
        NotReady for a withheld name and InputError as outputs do; then nothing was written.
        """
        until = embargo_of(article, now)
        out, lost = ([], []) if until else _divided(targets)
        made = list(self._made(article, out))
        written = {each.language: self._write(article, each) for each in made}
        standing = {*written, *lost}
        original = {article.source.language} if self._with_source and out else set()
        record = Record(
            slug=article.slug,
            stamp=stamp,
            listed=tuple(Listed(card=m.card, words=m.words) for m in made if m.on_the_web),
            folders=tuple(folder_of(tag, article.slug) for tag in sorted(standing)),
            former=tuple(_former(article, targets)),
            stubs=tuple(self._stubs(article, targets, standing, original)),
            outdated=tuple(each.target.tag for each in out if each.what.source_changed),
            lost=tuple(lost),
            until=until,
        )
        return Brought(record=record, written=written)

    def _stubs(
        self, article: Article, targets: Sequence[Target], standing: set[str], original: set[str]
    ) -> Iterator[Stub]:
        """Yield what stands at former addresses; nothing does where one has a withheld name."""
        stubs = [*_stubs(article, targets, standing, original)]
        if self._with_source and not standing:
            stubs += _stubs_of_original(article, targets)
        for stub in stubs:
            if not self._maker.is_withheld(stub.slug):
                yield stub

    def _made(self, article: Article, out: Sequence[_Out]) -> Iterator[_Made]:
        languages = {each.target.tag for each in out if each.on_the_web}
        if self._with_source and languages:
            languages.add(article.source.language)
            yield self._original(article, languages, [each for each in out if each.on_the_web])
        for each in out:
            yield self._translation(each, languages)

    def _translation(self, out: _Out, languages: set[str]) -> _Made:
        target, media, texts = out.target, out.target.article.media, out.what.texts
        page = self._maker.article(target, out.what, out.formats, languages)
        files = self._maker.files(page, media)
        self._maker.refuse_withheld(page, media, files, texts)
        card = card_of(page, out.what.source, files, *out.times, slugs_out(target)[0])
        return _Made(target.tag, files, card, search_words(texts.values()), out.on_the_web)

    def _original(self, article: Article, languages: set[str], out: Sequence[_Out]) -> _Made:
        media, first = article.media, min(each.times[0] for each in out)
        texts = out[0].target.state.source
        page = self._maker.original(article, languages)
        files = self._maker.files(page, media)
        self._maker.refuse_withheld(page, media, files, texts)
        slug = slugs_out(out[0].target)[0]
        card = card_of(page, article.source, files, first, first, slug)
        return _Made(page.language, files, card, search_words(texts.values()), True)

    def _write(self, article: Article, made: _Made) -> list[Path]:
        folder = folder_of(made.language, article.slug)
        is_new = not (self._outlet.public / folder).exists()
        written = self._outlet.write(made.files)
        if not is_new:
            self._outlet.keep_only(folder, written)
        return written


def stored_record(article: Article, stamp: str) -> Record:
    """Return the record of an article in the archive: nothing of it is out any longer."""
    targets = [article.target(tag) for tag in article.targets]
    former = tuple(_former(article, targets))
    return Record(slug=f"_archive/{article.slug}", stamp=stamp, former=former)


def embargo_of(article: Article, now: datetime) -> str:
    """Return until when an article is under embargo (ISO 8601 in UTC), empty where it is not."""
    embargo = article.source.embargo
    until = embargo and (embargo if embargo.tzinfo else embargo.replace(tzinfo=UTC))
    return until.astimezone(UTC).isoformat() if until and until > now else ""


def _divided(targets: Sequence[Target]) -> tuple[list[_Out], list[str]]:
    """Return what is out, and the targets that are out and cannot be made again to the letter."""
    out: list[_Out] = []
    lost: list[str] = []
    for target in targets:
        formats, times = last_formats(target), times_out(target.events)
        if formats and times:
            what = outgoing(target)
            if what:
                out.append(_Out(target, formats, what, times))
            else:
                lost.append(target.tag)
    return out, lost


def _former(article: Article, targets: Sequence[Target]) -> Iterator[str]:
    """Yield the folders in which files of an article may have stood at any time."""
    for target in targets:
        for slug in slugs_out(target):
            yield folder_of(target.tag, slug)
            yield folder_of(article.source.language, slug)


def _stubs_of_original(article: Article, targets: Sequence[Target]) -> Iterator[Stub]:
    """Yield what stands where an original was, when the last of its translations was withdrawn."""
    withdrawn = [(day, target) for target in targets if (day := withdrawn_on(target))]
    withdrawn.sort(key=itemgetter(0))
    days = {slug: day for day, target in withdrawn for slug in slugs_out(target)}
    for slug, day in days.items():
        yield Stub(kind=StubKind.WITHDRAWN, language=article.source.language, slug=slug, value=day)


def _stubs(
    article: Article, targets: Sequence[Target], standing: set[str], original: set[str]
) -> Iterator[Stub]:
    for target in targets:
        earlier = [slug for slug in slugs_out(target) if slug != article.slug]
        day = withdrawn_on(target)
        if target.tag in standing and WEB in last_formats(target):
            for language in (target.tag, *original):
                for slug in earlier:
                    yield Stub(
                        kind=StubKind.MOVED, language=language, slug=slug, value=article.slug
                    )
        elif day:
            for slug in slugs_out(target):
                yield Stub(kind=StubKind.WITHDRAWN, language=target.tag, slug=slug, value=day)
