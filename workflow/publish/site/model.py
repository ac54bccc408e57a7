"""What the pages that lead to articles are made from: small values, ready for the templates."""

from dataclasses import dataclass

from workflow.language.direction import Direction
from workflow.publish.article import Dated
from workflow.publish.line import Line


@dataclass(frozen=True, kw_only=True)
class Thumbnail:
    """An article's cover as a list shows it: `href` from the page that shows it."""

    href: str
    alt: str


@dataclass(frozen=True, kw_only=True)
class Teaser:
    """What a list says of an article; `href` leads there from the page that the list is on.

    `title` and `summary` are plain text. `published` is the day on which this translation first
    went out, `date` that of the text itself, where it is known.
    """

    href: str
    kind: str
    kicker: Line
    title: str
    summary: str
    byline: Line
    date: Dated | None
    published: Dated
    picture: Thumbnail | None
    audible: bool


@dataclass(frozen=True, kw_only=True)
class TopicLink:
    """A topic with the number of articles about it; `href` is None where it has no page."""

    name: str
    href: str | None
    count: int = 0


@dataclass(frozen=True, kw_only=True)
class PersonLink:
    """Somebody who wrote or translated articles.

    `roles` are `author` and `translator`, in this order; `href` leads to the site's page of the
    person and is None where there is none, `link` to a page of their own elsewhere.
    """

    name: str
    roles: tuple[str, ...]
    href: str | None
    link: str | None = None
    count: int = 0


@dataclass(frozen=True, kw_only=True)
class Paging:
    """Where a page of a list stands among the others: from which day to which its articles are.

    Pages have no numbers for readers: the oldest stays as it is when a new article comes.
    """

    since: Dated
    until: Dated
    newer: str | None
    older: str | None


@dataclass(frozen=True, kw_only=True)
class LanguageLink:
    """The same page in another language, or the front page there; `name` is in its own words."""

    language: str
    direction: Direction
    name: str
    href: str
    current: bool = False


@dataclass(frozen=True, kw_only=True)
class Alternate:
    """The address of the same page in another language, for search engines.

    `hreflang` is a BCP 47 tag, or `x-default` for readers of any other language.
    """

    hreflang: str
    url: str
