"""What search engines read: schema.org's NewsArticle as JSON-LD."""

import json
from typing import Any

from markupsafe import Markup

from workflow.publish.addresses import page_url
from workflow.publish.article import PublishedArticle
from workflow.publish.web.html import media_url

_ESCAPES = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}
"""Characters that could end a script element; JSON may write any character as an escape."""


def json_ld(article: PublishedArticle) -> Markup:
    """Return the data of an article, safe inside a `script` element.

    The properties are those of https://schema.org/NewsArticle.
    """
    text = json.dumps(_without_empty(_news_article(article)), ensure_ascii=False, indent=1)
    return Markup(text.translate(_ESCAPES))  # noqa: S704 - nothing is left that ends the element


def _news_article(article: PublishedArticle) -> dict[str, Any]:
    facts = article.facts
    url = page_url(article.site.url, article.language, article.slug)
    return {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": article.title_text,
        "description": article.summary_text,
        "inLanguage": article.language,
        "datePublished": facts.published.isoformat() if facts.published else "",
        "dateModified": facts.modified.isoformat() if facts.modified else "",
        "author": _people(facts.authors),
        "translator": _people(facts.translators),
        "publisher": {
            "@type": "NewsMediaOrganization",
            "name": article.site.name,
            "url": article.site.url or "",
        },
        "image": url + media_url(article.cover.path) if url and article.cover else "",
        "keywords": list(article.tags),
        "url": url or "",
        "mainEntityOfPage": url or "",
        "isBasedOn": facts.source_url or "",
        "translationOfWork": _original(article),
    }


def _people(names: tuple[str, ...]) -> list[dict[str, str]]:
    return [{"@type": "Person", "name": name} for name in names]


def _original(article: PublishedArticle) -> dict[str, Any]:
    facts = article.facts
    if facts.source_language == article.language:
        return {}
    return {
        "@type": "CreativeWork",
        "name": facts.source_title,
        "inLanguage": facts.source_language,
        "dateCreated": article.date.iso if article.date else "",
        "url": facts.original_url or facts.source_url or "",
    }


def _without_empty(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_empty(item) for key, item in value.items() if item}
    return [_without_empty(item) for item in value] if isinstance(value, list) else value
