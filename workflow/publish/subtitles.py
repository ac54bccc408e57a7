"""Subtitles: an article's translation on the time codes of its source. Others have none."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from workflow.publish.addresses import folder_of, page_url
from workflow.publish.article import PublishedArticle
from workflow.publish.labels.label import Label
from workflow.publish.line import plain
from workflow.publish.output import OutputFile

MEDIA_TYPES = {"vtt": "text/vtt", "srt": "application/x-subrip"}
"""The media types of the outputs, the one first that a feed or a page should name."""


class WebVtt:
    """The output `vtt`: `<slug>.vtt`, with title and credits in notes that no player shows."""

    def __init__(self, templates: Path | None = None) -> None:
        """Nothing of it depends on templates."""

    def files(self, article: PublishedArticle, _media: Path, /) -> Iterator[OutputFile]:
        """Yield the subtitles. See `Output`."""
        if article.transcript:
            from workflow.document.subtitles.files import web_vtt

            draft = (article.labels.text(Label.DRAFT),) if article.draft else ()
            notes = (*draft, article.title_text, *map(plain, article.credits))
            yield _file(article, "vtt", web_vtt(article.transcript.captions(), notes))


class SubRip:
    """The output `srt`: `<slug>.srt`, with speakers' names in the text."""

    def __init__(self, templates: Path | None = None) -> None:
        """Nothing of it depends on templates."""

    def files(self, article: PublishedArticle, _media: Path, /) -> Iterator[OutputFile]:
        """Yield the subtitles. See `Output`."""
        if article.transcript:
            from workflow.document.subtitles.files import sub_rip

            yield _file(article, "srt", sub_rip(article.transcript.captions(named=True)))


@dataclass(frozen=True, kw_only=True)
class TranscriptFile:
    """A transcript that goes out with an article, for `podcast:transcript` and `<track>`.

    `format` is the output, `path` is relative to `public/`, `url` is its address where the site has
    one, `type` is a media type.
    """

    format: str
    path: str
    url: str | None
    type: str
    language: str


def transcript_files(article: PublishedArticle) -> tuple[TranscriptFile, ...]:
    """Return the transcripts that go out with an article, the one that players prefer first."""
    folder = page_url(article.site.url, article.language, article.slug)
    return tuple(
        TranscriptFile(
            format=name,
            path=_path(article, name),
            url=f"{folder}{article.slug}.{name}" if folder else None,
            type=kind,
            language=article.language,
        )
        for name, kind in MEDIA_TYPES.items()
        if article.transcript and name in article.formats
    )


def _file(article: PublishedArticle, name: str, text: str) -> OutputFile:
    return OutputFile(_path(article, name), text.encode())


def _path(article: PublishedArticle, name: str) -> str:
    return f"{folder_of(article.language, article.slug)}/{article.slug}.{name}"
