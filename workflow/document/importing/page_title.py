"""The title of a web page's article: what its data, its window and its headings say together."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from workflow.document.importing.structured_data import one_line

_UNTITLED = {"exporteddata", "untitled", "untitleddocument", "document", "безназвания", "безназви"}
_SEPARATOR = re.compile(r"\s+[|–—·»•-]\s+|:\s+")
"""What parts a site's name from a title."""

_HOME = re.compile(r"/?(?:index\.\w+)?")
_LONGEST = 200


def title_of(page: HtmlElement, named: str | None, site: str | None) -> str | None:
    """Return the title, as its heading writes it; None where nothing tells.

    `named` is the title in the page's data, `site` the name of the site.
    """
    headings = [
        text
        for node in page.iter("h1")
        if (text := one_line(node.text_content())) and not _leads_home(node)
    ]
    window = next((one_line(node.text_content()) for node in page.iter("title")), "")
    stated = _without_site(named or window, site)
    for heading in headings:
        if letters(heading) in letters(stated) or letters(stated) in letters(heading):
            return heading
    if len(headings) == 1 and not named:
        return headings[0]
    if not headings:
        stated = _as_shown(page, stated)
    if stated and letters(stated) not in _UNTITLED:
        return stated
    return headings[0] if headings else None


def letters(text: str) -> str:
    """Return a text in the one form in which titles and names are compared."""
    return re.sub(r"\W+", "", text).casefold()


def _leads_home(heading: HtmlElement) -> bool:
    """Say whether a heading is the site's name: nothing but a link to its first page."""
    links = [link for link in heading.iter("a") if link.get("href")]
    if not links or letters(links[0].text_content()) != letters(heading.text_content()):
        return False
    try:
        return bool(_HOME.fullmatch(urlsplit(links[0].get("href")).path))
    except ValueError:  # a host such as http://[
        return False


def _as_shown(page: HtmlElement, title: str) -> str:
    """Return the part of a window's title that stands on the page itself, the longest of them.

    A first line that only says more than the window's title is the title.
    """
    lines = [text for text in map(one_line, next(page.iter("body"), page).itertext()) if text]
    shown = set(map(letters, lines))
    if letters(title) in shown:
        return title
    if found := [part for part in _parts(title) if letters(part) in shown]:
        return max(found, key=len)
    first = lines[0] if lines else ""
    begins = len(first) <= _LONGEST and letters(first).startswith(letters(title) or "-")
    return first if begins else title


def _parts(title: str) -> Iterator[str]:
    for separator in _SEPARATOR.finditer(title):
        yield title[: separator.start()]
        yield title[separator.end() :]


def _without_site(title: str, site: str | None) -> str:
    """Cut the site's name off a window's title."""
    for separator in _SEPARATOR.finditer(title):
        start, rest = title[: separator.start()], title[separator.end() :]
        if site and letters(rest) == letters(site):
            return start
        if site and letters(start) == letters(site):
            return rest
    return title
