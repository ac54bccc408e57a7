"""From an edition and its credits to the article that goes out."""

from collections.abc import Sequence
from datetime import date

from workflow.document.edition import Edition, source_edition
from workflow.document.inline import plain as without_markup
from workflow.document.links import is_web_address
from workflow.document.source import ArticleKind, Audio, Cover, Place, Source, clock
from workflow.document.subtitles.paragraphs import to_be_read
from workflow.language.direction import direction
from workflow.language.names import own_name
from workflow.language.numerals import own_digits
from workflow.publish.article import (
    CoverPicture,
    Facts,
    PublishedArticle,
    Sound,
    SourceText,
    TimedPart,
    Version,
)
from workflow.publish.correcting import correction_of
from workflow.publish.crediting import credit_lines, licence_of, translators_line
from workflow.publish.days import dated
from workflow.publish.labels.catalogue import Labels, labels
from workflow.publish.labels.label import Label
from workflow.publish.line import Line, Part, names_line
from workflow.publish.media import media_name, media_type
from workflow.publish.naming import names_in, people_line, place_part
from workflow.publish.occasion import Occasion
from workflow.publish.reading import read_body, read_line
from workflow.publish.transcript import transcript
from workflow.review.credits import Credits

_KINDS = {
    ArticleKind.ARTICLE: Label.ARTICLE,
    ArticleKind.INTERVIEW: Label.INTERVIEW,
    ArticleKind.STATEMENT: Label.STATEMENT,
    ArticleKind.PODCAST: Label.PODCAST,
}


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
        byline=people_line(words, Label.BYLINE, names_in(edition.authors)),
        translators=translators_line(words, credit),
        date=dated(source.date, language),
        updated=dated(_updated(occasion), language),
        source=_source(words, edition.publication, edition.original),
        notice=words.line(Label.ORIGINAL_CHANGED) if occasion.original_changed else (),
        cover=_cover(edition.cover),
        sounds=tuple(_sound(words, sound) for sound in edition.audio),
        listen=_listen(words, source.listen),
        episode=tuple(line for line in _episode(words, edition) if line),
        parts=tuple(
            TimedPart(
                start=part.start,
                time=own_digits(clock(part.start), language),
                title=read_line(part.title),
            )
            for part in edition.parts
        ),
        body=read_body(to_be_read(edition)),
        notes=tuple(read_line(note) for note in edition.notes),
        tags=tuple(without_markup(tag) for tag in edition.tags),
        credits=credit_lines(words, edition, credit, occasion),
        corrections=tuple(correction_of(words, change) for change in reversed(occasion.amendments)),
        versions=tuple(_version(tag, source) for tag in sorted(occasion.languages)),
        formats=occasion.formats,
        draft=occasion.draft,
        facts=_facts(edition, credit, occasion),
        labels=words,
        site=occasion.site,
        source_text=_source_text(source) if occasion.both_texts else None,
        transcript=transcript(edition, occasion.subtitles.limits(language)),
    )


def _source_text(source: Source) -> SourceText:
    edition = source_edition(source)
    return SourceText(
        language=source.language,
        direction=direction(source.language),
        name=own_name(source.language),
        title=read_line(edition.title),
        summary=read_line(edition.summary or ""),
        body=read_body(to_be_read(edition)),
        notes=tuple(read_line(note) for note in edition.notes),
    )


def _source(words: Labels, publication: Place | None, original: Place | None) -> Line:
    if publication and original:
        return words.line(
            Label.SOURCE_AND_ORIGINAL, source=place_part(publication), original=place_part(original)
        )
    if publication:
        return words.line(Label.SOURCE, source=place_part(publication))
    return words.line(Label.ORIGINAL, original=place_part(original)) if original else ()


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
        length=audio.duration,
        duration=_duration(words, audio),
    )


def _duration(words: Labels, audio: Audio) -> Line:
    if not audio.duration:
        return ()
    return words.line(Label.DURATION, duration=own_digits(audio.duration, words.language))


def _listen(words: Labels, places: Sequence[Place]) -> Line:
    parts = [place_part(place) for place in places]
    return words.line(Label.LISTEN_ON, places=names_line(parts, words.language)) if parts else ()


def _episode(words: Labels, edition: Edition) -> tuple[Line, ...]:
    return (
        _number(words, edition.source),
        people_line(words, Label.PARTICIPANTS, names_in(edition.participants)),
        words.line(Label.MUSIC, music=without_markup(edition.music)) if edition.music else (),
    )


def _number(words: Labels, source: Source) -> Line:
    if source.episode is None:
        return ()
    episode = Part(own_digits(str(source.episode), words.language))
    if source.season is None:
        return words.line(Label.EPISODE, episode=episode)
    season = Part(own_digits(str(source.season), words.language))
    return words.line(Label.SEASON_AND_EPISODE, season=season, episode=episode)


def _updated(occasion: Occasion) -> date | None:
    changed = occasion.last != occasion.first or occasion.amendments
    return occasion.last if changed else None


def _version(tag: str, source: Source) -> Version:
    return Version(
        language=tag,
        direction=direction(tag),
        name=own_name(tag),
        original=tag == source.language,
    )


def _facts(edition: Edition, credit: Credits, occasion: Occasion) -> Facts:
    source, licence = edition.source, licence_of(edition.source, occasion)
    return Facts(
        authors=names_in(edition.authors),
        translators=credit.translators,
        participants=names_in(edition.participants),
        source_title=without_markup(source.title),
        source_language=source.language,
        source_url=source.publication.url if source.publication else None,
        original_url=source.original.url if source.original else None,
        published=occasion.first,
        modified=occasion.last,
        licence=licence.url if licence else None,
        season=source.season,
        episode=source.episode,
    )
