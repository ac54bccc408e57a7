"""What a workspace has published of one article: all that the rest of the site needs to know."""

from dataclasses import dataclass
from enum import StrEnum

from workflow.publish.site.card import Card


class StubKind(StrEnum):
    """Why a page stands where an article was."""

    MOVED = "moved"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, kw_only=True)
class Stub:
    """A page that stands where an article was: `slug` is its earlier address.

    `value` is the slug that it moved to, or the day on which it was withdrawn (ISO 8601).
    """

    kind: StubKind
    language: str
    slug: str
    value: str


@dataclass(frozen=True, kw_only=True)
class Listed:
    """A card with the words by which its article is found."""

    card: Card
    words: str


@dataclass(frozen=True, kw_only=True)
class Record:
    """One article; `stamp` says of which files this is true, `until` when its embargo ends.

    `folders`, below `public/`, are those in which its files stand; `former` are those in which
    they may have stood before. `until` is ISO 8601 in UTC, or empty. `outdated` are the published
    targets whose original has changed since; of those that are `lost`, no copy of it was kept, so
    that their files stay as they are.
    """

    slug: str
    stamp: str
    listed: tuple[Listed, ...] = ()
    folders: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    stubs: tuple[Stub, ...] = ()
    outdated: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    until: str = ""
