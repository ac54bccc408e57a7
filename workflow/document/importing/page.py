"""What a web page says about itself: JSON-LD, OpenGraph, meta elements, marked-up bylines."""

import re
from datetime import date
from typing import Any

from lxml.html import HtmlElement

from workflow.document import inline
from workflow.document.importing import dates
from workflow.document.importing.imported import About
from workflow.document.importing.labels import Label, label_of
from workflow.document.importing.links import host, web_address
from workflow.document.importing.marks import marked_as, names
from workflow.document.importing.page_sound import about_episode
from workflow.document.importing.page_title import letters, title_of
from workflow.document.importing.people import is_name, people
from workflow.document.importing.phrases import Clutter
from workflow.document.importing.structured_data import article_data, each, one_line, string
from workflow.document.source import Place

_SAVED_FROM = re.compile(
    r"saved from url=\(\d+\)\s*(\S+)|Page saved with SingleFile\s+url:\s*(\S+)"
)
_NOBODY = re.compile(
    r"admin(?:istrator)?|editor(?:s|ial)?|staff|redac\w*|redaktion|rédaction|редакция|редакція"
    r"|https?://.*|@.*|.*@.*|user\d*|webmaster|root|news ?desk",
    re.IGNORECASE,
)
_BYLINES = {"author", "byline", "author-name", "post-author", "entry-author", "autor", "auteur"}
_DATES = frozenset(
    {"date", "date-header", "createdate", "post-date", "entry-date", "publish-date", "published"}
    | {"posted-on", "pubdate", "datetime", "news-date", "article-date", "fecha", "datum", "data"}
)
_SUBTITLES = {"subtitle", "standfirst", "dek", "deck", "subheadline", "subhead", "chapo"}
_SUBTITLES |= {"sous-titre", "bajada", "untertitel", "sub-title", "podzagolovok"}
_LONGEST_SUBTITLE = 400


def about_page(page: HtmlElement, found_at: str | None = None) -> About:
    """Return what the page states; nothing is guessed from its running text.

    `found_at` is where it was fetched, for a page that does not say its own address.
    """
    data = article_data(page)
    own = _own_address(page) or found_at
    site = _site(page, data) or host(own)
    named = string(data.get("headline")) or _meta(page, "og:title", "twitter:title", "dc.title")
    title = title_of(page, named, site)
    return About(
        title=title and inline.escape(title),
        language=page.get("lang")
        or page.get("{http://www.w3.org/XML/1998/namespace}lang")
        or _meta(page, "content-language", "og:locale", "dc.language"),
        authors=tuple(map(inline.escape, _authors(page, data, site))),
        translators=tuple(map(inline.escape, _people(data.get("translator")))),
        date=_date(page, data),
        publication=Place(name=inline.escape(site), url=own) if site else None,
        summary=_subtitle(page) or _meta(page, "og:description", "description"),
        **about_episode(page, data, title, address(page)),
        url=own,
    )


def address(page: HtmlElement) -> str | None:
    """Return the address that the page's relative links start from, if the page tells it."""
    base = next((web_address(node.get("href")) for node in page.iter("base")), None)
    return base or _own_address(page)


def _own_address(page: HtmlElement) -> str | None:
    canonical = (
        web_address(link.get("href"))
        for link in page.iter("link")
        if "canonical" in (link.get("rel") or "").lower().split()
    )
    stated = next(filter(None, canonical), None) or web_address(_meta(page, "og:url"))
    return stated or web_address(_saved_from(page))


def _saved_from(page: HtmlElement) -> str | None:
    """Return the address in the comment that browsers put above a page that they save."""
    for comment in page.getroottree().xpath("/comment() | /html/comment() | /html/head/comment()"):
        if match := _SAVED_FROM.search(comment.text or ""):
            return match[1] or match[2]
    return None


def _site(page: HtmlElement, data: dict[str, Any]) -> str | None:
    publisher = data.get("publisher")
    named = string(publisher.get("name")) if isinstance(publisher, dict) else None
    name = _meta(page, "og:site_name") or named or _meta(page, "application-name", "dc.publisher")
    if name and not re.match(r"https?://", name):
        return name
    return None


def _authors(page: HtmlElement, data: dict[str, Any], site: str | None) -> tuple[str, ...]:
    stated = _people(data.get("author"))
    if not stated:
        stated = [
            name
            for value in (_meta(page, "author", "article:author", "dc.creator", "parsely-author"),)
            if value and not (site and letters(value).startswith(letters(site)))
            for name in people(value)
        ]
    if not stated:
        nodes = page.xpath("//*[@rel='author' or @itemprop='author']")
        stated = [
            name for node in nodes for name in people(_without_label(one_line(node.text_content())))
        ] or _byline(page)
    shown = [_without_label(name) for name in stated if len(name) < 80]
    return tuple(
        dict.fromkeys(
            name
            for name in shown
            if not _NOBODY.fullmatch(name) and letters(name) != letters(site or "")
        )
    )


def _without_label(byline: str) -> str:
    """Return who a byline names: without `By`, `Text:` and the like."""
    labelled = label_of(byline)
    return labelled[1] if labelled and labelled[0] is Label.AUTHOR else byline


def _byline(page: HtmlElement) -> list[str]:
    """Return the names in the first element that is marked as a byline."""
    for node in page.xpath("//body//*[@class]"):
        if _BYLINES & names(node) and not _is_aside(node):
            found = people(_without_label(one_line(node.text_content())))
            if found and all(map(is_name, found)):
                return list(found)
    return []


def _subtitle(page: HtmlElement) -> str | None:
    """Return the line that is marked as standing below the title."""
    for node in page.xpath("//body//*[@class]"):
        if node.tag not in ("body", "article", "main") and _SUBTITLES & names(node):
            text = one_line(node.text_content())
            if 0 < len(text) <= _LONGEST_SUBTITLE:
                return text
    return None


def _people(stated: object) -> list[str]:
    return [name for person in each(stated) if (name := _author_name(person))]


def _author_name(author: object) -> str | None:
    return string(author.get("name")) if isinstance(author, dict) else string(author)


def _date(page: HtmlElement, data: dict[str, Any]) -> date | None:
    stated = string(data.get("datePublished")) or _meta(
        page,
        "article:published_time",
        "datepublished",
        "dc.date",
        "date",
        "pubdate",
        "dc.date.issued",
    )
    if stated and (day := dates.from_machine(stated)):
        return day
    for node in page.xpath("//time[@datetime] | //*[@itemprop='datePublished'] | //div[@title]"):
        stamp = node.get("datetime") or node.get("content") or node.get("title") or ""
        if day := dates.from_machine(stamp) or dates.alone(stamp, "und"):
            return day
    for node in page.xpath("//body//time | //body//*[@class]"):
        if (node.tag == "time" or _DATES & names(node)) and not _is_aside(node):
            line = one_line(node.text_content())
            if day := dates.alone(line, page.get("lang") or "und"):
                return day
    return None


def _is_aside(node: HtmlElement) -> bool:
    """Say whether a node stands in what is marked as no part of the article."""
    around = [node, *node.iterancestors()]
    return any(marked_as(element) not in (None, Clutter.OUTSIDE) for element in around)


def _meta(page: HtmlElement, *names: str) -> str | None:
    """Return the content of the first of these meta elements that has any."""
    found: dict[str, str] = {}
    for node in page.iter("meta"):
        key = (
            node.get("property")
            or node.get("name")
            or node.get("itemprop")
            or node.get("http-equiv")
        )
        if key and (content := one_line(node.get("content") or "")):
            found.setdefault(key.lower(), content)
    return next((found[name] for name in names if name in found), None)
