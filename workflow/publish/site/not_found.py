"""The page that servers show for an address where nothing is."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from urllib.parse import urlsplit

from workflow.publish.site.batch import Page
from workflow.publish.site.desk import Desk

PATH = "404.html"
"""The name that most servers and hosts look for."""


def pages(desk: Desk) -> Iterator[Page]:
    """Yield the page. It is shown at any address: its links begin at the top of the server."""
    language = desk.first_language
    if language is None:
        return
    root = f"{urlsplit(desk.site.url or '').path.rstrip('/')}/"

    def values() -> Mapping[str, object]:
        links = desk.switch(PATH, language)
        switch = [replace(link, href=f"{root}{link.href}", current=False) for link in links]
        return {"switch": switch, "canonical": None, "feed": None}

    yield desk.page("not_found", PATH, language, root, values, root=root)
