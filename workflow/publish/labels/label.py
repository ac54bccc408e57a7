"""Every label that a page or document shows; the value is its English wording and its msgid."""

from enum import StrEnum


class Label(StrEnum):
    """Labels are whole lines, so that a language can order the words as it needs.

    Names in braces are filled in. Wordings avoid plural and gender: one person or several, women or
    men, take the same line.
    """

    ARTICLE = "Article"
    INTERVIEW = "Interview"
    STATEMENT = "Statement"
    PODCAST = "Podcast"
    BYLINE = "By {names}"
    SOURCE = "Source: {source}"
    SOURCE_AND_ORIGINAL = "Source: {source} [original source: {original}]"
    ORIGINAL = "Original source: {original}"
    TRANSLATED_BY = "Translated by {names}"
    TRANSLATED_BY_AUTHOR = "Translated by the author"
    EDITED_BY = "Edited by {names}"
    REVIEWED_BY = "Reviewed by {names}"
    SOURCE_TRANSLATED_BY = "Translation of the source text: {names}"
    ORIGINAL_LANGUAGE = "Original language: {language}"
    ORIGINAL_TITLE = "Original title: {title}"
    RELAY = "Translated by way of: {language}"
    TRANSLATION_DATE = "Translation published: {date}"
    MACHINE_DRAFT = (
        "The first draft was made by machine ({engine}); people revised and confirmed it."
    )
    UNREVISED = "Made by machine ({engine}); no person has confirmed it yet."
    AUDIO = "Audio"
    DURATION = "Duration: {duration}"
    LISTEN_ON = "Listen on: {places}"
    EPISODE = "Episode {episode}"
    SEASON_AND_EPISODE = "Season {season}, episode {episode}"
    PARTICIPANTS = "In this episode: {names}"
    PARTS = "Parts of this episode"
    MUSIC = "Music: {music}"
    DOWNLOAD_AUDIO = "Download the audio"
    NOTES = "Notes"
    FOOTNOTES = "Footnotes"
    BACK_TO_TEXT = "Back to the text"
    TOPICS = "Topics"
    CREDITS = "About this translation"
    DOWNLOAD_DOCX = "Download as a Word document"
    OTHER_LANGUAGES = "This article in other languages"
    SKIP = "Skip to the text"
    ALL_ARTICLES = "All articles"
    ALL_LANGUAGES = "All languages"
    LANGUAGES = "Languages"
    NOTHING_YET = "Nothing has been published yet."
    DRAFT = "Draft, not approved for publication."
