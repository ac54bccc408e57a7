"""What search engines read: schema.org's NewsArticle or PodcastEpisode, as JSON-LD."""

import json
import re
from typing import Any

from markupsafe import Markup

from workflow.document.source import ArticleKind
from workflow.publish.addresses import page_url
from workflow.publish.article import Correction, PublishedArticle, Sound
from workflow.publish.blocks import words_of
from workflow.publish.line import plain
from workflow.publish.web.html import media_url

_ESCAPES = {character: f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}
"""Characters that could end a script element; JSON may write any character as an escape."""
_CLOCK = re.compile(r"(?:(\d+):)?(\d+):(\d\d)")

Thing = dict[str, Any]
"""An object of schema.org; what is empty in it is left out."""


def json_ld(article: PublishedArticle) -> Markup:
    """Return the data of an article, safe inside a `script` element.

    The properties are those of https://schema.org/NewsArticle, and of
    https://schema.org/PodcastEpisode for a podcast.
    """
    thing = {"@context": "https://schema.org", **article_thing(article)}
    text = json.dumps(_without_empty(thing), ensure_ascii=False)
    for character, code in _ESCAPES.items():
        text = text.replace(character, code)
    return Markup(text)  # noqa: S704 - nothing is left that ends the element


def article_thing(article: PublishedArticle) -> Thing:
    """Return an article as schema.org describes it."""
    facts, url = article.facts, _url(article, article.language)
    kind = _episode(article) if article.kind is ArticleKind.PODCAST else {"@type": "NewsArticle"}
    return {
        **kind,
        "headline": article.title_text,
        "description": article.summary_text,
        "inLanguage": article.language,
        "datePublished": facts.published.isoformat() if facts.published else "",
        "dateModified": facts.modified.isoformat() if facts.modified else "",
        "author": _people(facts.authors),
        "translator": _people(facts.translators),
        "publisher": _newsroom(article),
        "image": _cover(article),
        "keywords": list(article.tags),
        "url": url or "",
        "mainEntityOfPage": url or "",
        "isAccessibleForFree": True,
        "isBasedOn": facts.source_url or facts.original_url or "",
        "license": facts.licence or "",
        "correction": [_correction(correction) for correction in article.corrections],
        **_other_versions(article),
    }


def _url(article: PublishedArticle, language: str) -> str | None:
    return page_url(article.site.url, language, article.slug)


def _newsroom(article: PublishedArticle) -> Thing:
    site = article.site
    return {"@type": "NewsMediaOrganization", "name": site.name, "url": site.url or ""}


def _people(names: tuple[str, ...]) -> list[Thing]:
    return [{"@type": "Person", "name": name} for name in names]


def _cover(article: PublishedArticle) -> Thing:
    url, cover = _url(article, article.language), article.cover
    if not url or not cover:
        return {}
    return {
        "@type": "ImageObject",
        "url": url + media_url(cover.path),
        "caption": cover.alt,
        "creditText": words_of(cover.credit),
    }


def _correction(correction: Correction) -> Thing:
    return {
        "@type": "CorrectionComment",
        "datePublished": correction.date.iso,
        "text": correction.note or plain(correction.what),
    }


def _other_versions(article: PublishedArticle) -> Thing:
    """Return the original of a translation, and the translations of an original."""
    facts = article.facts
    if facts.source_language != article.language:
        return {"translationOfWork": _original(article)}
    others = [version.language for version in article.versions if not version.original]
    return {
        "workTranslation": [
            {
                "@type": "CreativeWork",
                "inLanguage": language,
                "url": _url(article, language) or "",
            }
            for language in others
        ]
    }


def _original(article: PublishedArticle) -> Thing:
    facts = article.facts
    own = any(version.original for version in article.versions)
    return {
        "@type": "CreativeWork",
        "name": facts.source_title,
        "inLanguage": facts.source_language,
        "author": _people(facts.authors),
        "datePublished": article.date.iso if article.date else "",
        "url": (_url(article, facts.source_language) if own else None)
        or facts.original_url
        or facts.source_url
        or "",
    }


def _episode(article: PublishedArticle) -> Thing:
    facts = article.facts
    return {
        "@type": "PodcastEpisode",
        "name": article.title_text,
        "episodeNumber": facts.episode or "",
        "partOfSeason": {"@type": "PodcastSeason", "seasonNumber": facts.season}
        if facts.season
        else {},
        "partOfSeries": {
            "@type": "PodcastSeries",
            "name": article.site.name,
            "url": article.site.url or "",
        },
        "actor": _people(facts.participants),
        "associatedMedia": [_sound(article, sound) for sound in article.sounds],
        "hasPart": [
            {"@type": "Clip", "name": words_of(part.title), "startOffset": part.start}
            for part in article.parts
        ],
    }


def _sound(article: PublishedArticle, sound: Sound) -> Thing:
    url = _url(article, article.language)
    own = url + media_url(sound.path) if url and sound.path else None
    return {
        "@type": "AudioObject",
        "name": words_of(sound.title),
        "contentUrl": own or sound.url or "",
        "encodingFormat": sound.type or "",
        "duration": _duration(sound.length or ""),
    }


def _duration(clock: str) -> str:
    """Return `1:02:33` as an ISO 8601 duration, `PT1H2M33S`; nothing for what is no time."""
    match = _CLOCK.fullmatch(clock)
    if not match:
        return ""
    hours, minutes, seconds = (int(part or 0) for part in match.groups())
    return f"PT{hours}H{minutes}M{seconds}S"


def _without_empty(value: Any) -> Any:
    """Return a value without its empty parts; 0 is not empty: a clip may begin at second 0."""
    if isinstance(value, dict):
        kept = {key: _without_empty(item) for key, item in value.items()}
        return {key: item for key, item in kept.items() if item or item == 0}
    return [_without_empty(item) for item in value] if isinstance(value, list) else value
