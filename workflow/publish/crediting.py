"""Who made a translation, how, from what, and under which licence: the lines of its credits."""

from datetime import date

from workflow.document.edition import Edition
from workflow.document.inline import plain as without_markup
from workflow.document.links import is_web_address
from workflow.document.source import Place, Source
from workflow.language.names import language_name, listed
from workflow.publish.days import dated
from workflow.publish.labels.catalogue import Labels
from workflow.publish.labels.label import Label
from workflow.publish.licences import with_address
from workflow.publish.line import Line, Part, names_line
from workflow.publish.naming import people_line, place_part
from workflow.publish.occasion import Occasion
from workflow.review.credits import Credits

_ENGINES = {"argos": "Argos Translate", "apertium": "Apertium", "libretranslate": "LibreTranslate"}
"""Engines whose readers know them by another name than the settings do."""


def credit_lines(
    words: Labels, edition: Edition, credit: Credits, occasion: Occasion
) -> tuple[Line, ...]:
    """Return the lines that credit a translation; on the page of an original, what is left."""
    translated = edition.source.language != edition.language
    lines = [
        translators_line(words, credit),
        people_line(words, Label.EDITED_BY, credit.editors, credit.links),
        people_line(words, Label.REVIEWED_BY, credit.reviewers, credit.links),
        people_line(words, Label.SOURCE_TRANSLATED_BY, credit.source_translators),
        *_origin(words, edition),
        _relay(words, credit),
        _published(words, occasion.first if translated else None),
        _machine(words, credit, occasion),
        _licence(words, licence_of(edition.source, occasion)),
        _permission(words, edition.source) if translated else (),
    ]
    return tuple(line for line in lines if line)


def translators_line(words: Labels, credit: Credits) -> Line:
    """Return the line that names the translators, empty where none is known."""
    if credit.by_author and len(credit.translators) == 1:
        return words.line(Label.TRANSLATED_BY_AUTHOR)
    return people_line(words, Label.TRANSLATED_BY, credit.translators, credit.links)


def _origin(words: Labels, edition: Edition) -> tuple[Line, ...]:
    source = edition.source
    if source.language == edition.language:
        return ()
    name = language_name(source.language, words.language)
    return (
        words.line(Label.ORIGINAL_TITLE, title=_title(source)),
        words.line(Label.ORIGINAL_LANGUAGE, language=name),
    )


def _title(source: Source) -> Part:
    """Return the title of the source, which leads to where it was published."""
    place = source.publication or source.original
    url = place.url if place and place.url and is_web_address(place.url) else None
    text = without_markup(source.title)
    return Part(text, url=url, language=source.language, isolated=True)


def _relay(words: Labels, credit: Credits) -> Line:
    names = [language_name(tag, words.language) for tag in credit.relays]
    return words.line(Label.RELAY, language=listed(names, words.language)) if names else ()


def _published(words: Labels, day: date | None) -> Line:
    written = dated(day, words.language)
    return words.line(Label.TRANSLATION_DATE, date=written.text) if written else ()


def _machine(words: Labels, credit: Credits, occasion: Occasion) -> Line:
    if credit.machine is None or not (occasion.machine_note or occasion.draft):
        return ()
    label = Label.UNREVISED if occasion.draft else Label.MACHINE_DRAFT
    engines = [Part(_ENGINES.get(name, name), isolated=True) for name in credit.machine.engines]
    return words.line(label, engine=names_line(engines, words.language))


def licence_of(source: Source, occasion: Occasion) -> Place | None:
    """Return the licence of an article, else the newsroom's, with its address if that is known."""
    licence = source.licence or occasion.site.licence
    return licence and with_address(licence)


def _licence(words: Labels, licence: Place | None) -> Line:
    return words.line(Label.LICENCE, licence=place_part(licence)) if licence else ()


def _permission(words: Labels, source: Source) -> Line:
    """Return that there is a permission; who gave it, and how, is the newsroom's affair."""
    return words.line(Label.PERMISSION) if source.permission else ()
