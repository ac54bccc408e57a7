"""Where pages stand below `public/`, and their addresses on the web."""

from workflow.errors import InputError

STYLE = "assets/style.css"
PAGE = "index.html"
FEED, PODCAST, CHAPTERS = "feed.xml", "podcast.xml", "chapters.json"
ARCHIVE, TOPICS, PEOPLE, SEARCH = "archive", "topics", "people", "search"
RESERVED = frozenset({ARCHIVE, TOPICS, PEOPLE, SEARCH})
"""Folders of the site beside those of the articles: no article can have one of these slugs."""


def refuse_reserved(slug: str, hint: str) -> None:
    """Raise InputError where no article can stand below this slug; `hint` says what to do."""
    if slug in RESERVED:
        raise InputError(
            f"an article cannot be published as {slug!r}: the site has a page there", hint=hint
        )


def folder_of(language: str, slug: str = "") -> str:
    """Return the folder of an article, or of a language's front page, below `public/`."""
    return f"{language}/{slug}" if slug else language


def way_up(path: str) -> str:
    """Return the relative way from the file at `path` to the top of `public/`: `../../`."""
    return "../" * path.count("/")


def page_url(site: str | None, language: str, slug: str = "") -> str | None:
    """Return the address of a page on the web, None where the site's address is not known."""
    return f"{site}/{folder_of(language, slug)}/" if site else None


def web_address(site: str, path: str) -> str:
    """Return the address on the web of the file at `path` below `public/`."""
    return f"{site}/{path.removesuffix(PAGE)}"
