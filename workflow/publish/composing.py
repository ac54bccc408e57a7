"""From an edition and its credits to the article that goes out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from workflow.document.edition import Edition, source_edition
from workflow.document.inline import plain as without_markup
from workflow.document.links import is_web_address
from workflow.document.source import ArticleKind, Audio, Cover, Place, Source, clock
from workflow.language.dates import written_date
from workflow.language.direction import direction
from workflow.language.names import language_name, listed, own_name
from workflow.publish.article import (
    CoverPicture,
    Dated,
    Facts,
    PublishedArticle,
    Site,
    Sound,
    SourceText,
    TimedPart,
    Version,
)
from workflow.publish.labels.catalogue import Labels, labels
from workflow.publish.labels.label import Label
from workflow.publish.line import Line, Part, names_line
from workflow.publish.media import media_name, media_type
from workflow.publish.reading import read_body, read_line
from workflow.review.credits import Credits

_KINDS = {
    ArticleKind.ARTICLE: Label.ARTICLE,
    ArticleKind.INTERVIEW: Label.INTERVIEW,
    ArticleKind.STATEMENT: Label.STATEMENT,
    ArticleKind.PODCAST: Label.PODCAST,
}

_ENGINES = {"argos": "Argos Translate", "apertium": "Apertium", "libretranslate": "LibreTranslate"}
"""Engines whose readers know them by another name than the settings do."""


@dataclass(frozen=True, kw_only=True)
class Occasion:
    """The circumstances of a publication.

    `first` and `last` are the days on which the translation went out, None before that; `languages`
    are the targets that are published, `formats` the outputs that are written together. With
    `machine_note`, the credits say that a machine made the draft; with `both_texts`, the source
    text goes along.
    """

    site: Site
    languages: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None
    draft: bool = False
    machine_note: bool = True
    both_texts: bool = False


def compose(slug: str, edition: Edition, credit: Credits, occasion: Occasion) -> PublishedArticle:
    """Return the article that goes out.

    Raises InputError for a file that is not in the article's media folder.
    """
    language, source = edition.language, edition.source
    words = labels(language)
    return PublishedArticle(
        slug=slug,
        language=language,
        direction=direction(language),
        kind=source.kind,
        kicker=words.line(_KINDS[source.kind]),
        title=read_line(edition.title),
        title_text=without_markup(edition.title),
        summary=read_line(edition.summary or ""),
        summary_text=without_markup(edition.summary or ""),
        byline=_people(words, Label.BYLINE, _names(edition.authors)),
        date=_dated(source.date, language),
        source=_source(words, edition.publication, edition.original),
        cover=_cover(edition.cover),
        sounds=tuple(_sound(words, sound) for sound in edition.audio),
        listen=_listen(words, source.listen),
        episode=tuple(line for line in _episode(words, edition) if line),
        parts=tuple(
            TimedPart(start=part.start, time=clock(part.start), title=read_line(part.title))
            for part in edition.parts
        ),
        body=read_body(edition.tokens),
        notes=tuple(read_line(note) for note in edition.notes),
        tags=tuple(without_markup(tag) for tag in edition.tags),
        credits=_credits(words, edition, credit, occasion),
        versions=tuple(_version(tag) for tag in sorted(occasion.languages)),
        formats=occasion.formats,
        draft=occasion.draft,
        facts=_facts(edition, credit, occasion),
        labels=words,
        site=occasion.site,
        source_text=_source_text(source) if occasion.both_texts else None,
    )


def _source_text(source: Source) -> SourceText:
    edition = source_edition(source)
    return SourceText(
        language=source.language,
        direction=direction(source.language),
        name=own_name(source.language),
        title=read_line(edition.title),
        summary=read_line(edition.summary or ""),
        body=read_body(edition.tokens),
        notes=tuple(read_line(note) for note in edition.notes),
    )


def _names(texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(without_markup(text) for text in texts)


def _people(
    words: Labels, label: Label, names: Sequence[str], links: Mapping[str, str] | None = None
) -> Line:
    """Return a line that names people, empty where there is nobody to name."""
    parts = [Part(name, url=(links or {}).get(name), isolated=True) for name in names]
    return words.line(label, names=names_line(parts, words.language)) if parts else ()


def _place(place: Place) -> Part:
    url = place.url if place.url and is_web_address(place.url) else None
    return Part(without_markup(place.name), url=url, isolated=True)


def _source(words: Labels, publication: Place | None, original: Place | None) -> Line:
    if publication and original:
        return words.line(
            Label.SOURCE_AND_ORIGINAL, source=_place(publication), original=_place(original)
        )
    if publication:
        return words.line(Label.SOURCE, source=_place(publication))
    return words.line(Label.ORIGINAL, original=_place(original)) if original else ()


def _dated(day: date | None, language: str) -> Dated | None:
    return Dated(iso=day.isoformat(), text=written_date(day, language)) if day else None


def _cover(cover: Cover | None) -> CoverPicture | None:
    if cover is None or cover.file is None:
        return None
    return CoverPicture(
        path=media_name(cover.file),
        alt=without_markup(cover.alt or ""),
        credit=read_line(cover.credit or ""),
    )


def _sound(words: Labels, audio: Audio) -> Sound:
    path = media_name(audio.file) if audio.file else None
    return Sound(
        title=read_line(audio.title),
        path=path,
        url=audio.url if audio.url and not path and is_web_address(audio.url) else None,
        type=media_type(path) if path else audio.type,
        duration=words.line(Label.DURATION, duration=audio.duration) if audio.duration else (),
    )


def _listen(words: Labels, places: Sequence[Place]) -> Line:
    parts = [_place(place) for place in places]
    return words.line(Label.LISTEN_ON, places=names_line(parts, words.language)) if parts else ()


def _episode(words: Labels, edition: Edition) -> tuple[Line, ...]:
    return (
        _number(words, edition.source),
        _people(words, Label.PARTICIPANTS, _names(edition.participants)),
        words.line(Label.MUSIC, music=without_markup(edition.music)) if edition.music else (),
    )


def _number(words: Labels, source: Source) -> Line:
    if source.episode is None:
        return ()
    episode = Part(str(source.episode))
    if source.season is None:
        return words.line(Label.EPISODE, episode=episode)
    return words.line(Label.SEASON_AND_EPISODE, season=Part(str(source.season)), episode=episode)


def _credits(
    words: Labels, edition: Edition, credit: Credits, occasion: Occasion
) -> tuple[Line, ...]:
    lines = [
        _translators(words, credit),
        _people(words, Label.EDITED_BY, credit.editors, credit.links),
        _people(words, Label.REVIEWED_BY, credit.reviewers, credit.links),
        _people(words, Label.SOURCE_TRANSLATED_BY, credit.source_translators),
        *_origin(words, edition),
        _relay(words, credit),
        _published(words, occasion.first),
        _machine(words, credit, occasion),
    ]
    return tuple(line for line in lines if line)


def _translators(words: Labels, credit: Credits) -> Line:
    if credit.by_author and len(credit.translators) == 1:
        return words.line(Label.TRANSLATED_BY_AUTHOR)
    return _people(words, Label.TRANSLATED_BY, credit.translators, credit.links)


def _origin(words: Labels, edition: Edition) -> tuple[Line, ...]:
    source = edition.source
    if source.language == edition.language:
        return ()
    title = Part(without_markup(source.title), language=source.language, isolated=True)
    name = language_name(source.language, words.language)
    return (
        words.line(Label.ORIGINAL_TITLE, title=title),
        words.line(Label.ORIGINAL_LANGUAGE, language=name),
    )


def _relay(words: Labels, credit: Credits) -> Line:
    names = [language_name(tag, words.language) for tag in credit.relays]
    return words.line(Label.RELAY, language=listed(names, words.language)) if names else ()


def _published(words: Labels, day: date | None) -> Line:
    return words.line(Label.TRANSLATION_DATE, date=written_date(day, words.language)) if day else ()


def _machine(words: Labels, credit: Credits, occasion: Occasion) -> Line:
    if credit.machine is None or not (occasion.machine_note or occasion.draft):
        return ()
    label = Label.UNREVISED if occasion.draft else Label.MACHINE_DRAFT
    engines = [Part(_ENGINES.get(name, name), isolated=True) for name in credit.machine.engines]
    return words.line(label, engine=names_line(engines, words.language))


def _version(tag: str) -> Version:
    return Version(language=tag, direction=direction(tag), name=own_name(tag))


def _facts(edition: Edition, credit: Credits, occasion: Occasion) -> Facts:
    source = edition.source
    return Facts(
        authors=_names(edition.authors),
        translators=credit.translators,
        source_title=without_markup(source.title),
        source_language=source.language,
        source_url=source.publication.url if source.publication else None,
        original_url=source.original.url if source.original else None,
        published=occasion.first,
        modified=occasion.last,
    )
