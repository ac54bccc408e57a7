"""What readers are told of a change that was made after an article had gone out."""

from workflow.document.units import UnitKind
from workflow.language.names import listed
from workflow.publish.amendments import Amendment
from workflow.publish.article import Correction, PublishedArticle
from workflow.publish.days import dated
from workflow.publish.labels.catalogue import Labels
from workflow.publish.labels.label import Label
from workflow.publish.line import Line, Part

_CHANGED = {
    UnitKind.TITLE: Label.CHANGED_TITLE,
    UnitKind.SUMMARY: Label.CHANGED_SUMMARY,
    UnitKind.AUTHOR: Label.CHANGED_NAMES,
    UnitKind.PUBLICATION: Label.CHANGED_NAMES,
    UnitKind.ORIGINAL: Label.CHANGED_NAMES,
    UnitKind.PARTICIPANT: Label.CHANGED_NAMES,
    UnitKind.ALT: Label.CHANGED_PICTURES,
    UnitKind.CREDIT: Label.CHANGED_PICTURES,
    UnitKind.CAPTION: Label.CHANGED_PICTURES,
    UnitKind.AUDIO: Label.CHANGED_AUDIO,
    UnitKind.PART: Label.CHANGED_AUDIO,
    UnitKind.MUSIC: Label.CHANGED_AUDIO,
    UnitKind.NOTE: Label.CHANGED_NOTES,
    UnitKind.TAG: Label.CHANGED_TOPICS,
}
"""What readers call the parts of an article; all else is the text."""


def updated_line(article: PublishedArticle) -> Line:
    """Return the line that says when an article was last changed, empty where it never was."""
    day = article.updated
    return article.labels.line(Label.UPDATED, date=day.text) if day else ()


def correction_line(correction: Correction) -> Line:
    """Return a change as one line: when, what, and what the publisher says of it."""
    note = (Part(f" {correction.note}"),) if correction.note else ()
    return (Part(f"{correction.date.text} "), *correction.what, *note)


def correction_of(words: Labels, amendment: Amendment) -> Correction:
    """Return a change as it stands on the page: when, what, and what the publisher says of it."""
    parts = dict.fromkeys(_CHANGED.get(kind, Label.CHANGED_TEXT) for kind in amendment.kinds)
    names = listed([words.text(part) for part in parts], words.language)
    return Correction(
        date=dated(amendment.day, words.language),
        what=words.line(Label.CHANGED, parts=(Part(names),)) if names else (),
        note=amendment.note,
    )
