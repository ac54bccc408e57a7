"""Several articles as one document or book, with their contents and one page of credits."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, cast

from workflow.errors import InputError
from workflow.language.direction import Direction, direction
from workflow.publish.article import PublishedArticle, Site
from workflow.publish.labels.catalogue import Labels, labels
from workflow.publish.output import in_order, output


@dataclass(frozen=True, kw_only=True)
class Entry:
    """An article of a collection, with its media folder."""

    article: PublishedArticle
    media: Path


@dataclass(frozen=True, kw_only=True)
class Collection:
    """Articles in one language, in the order in which they are read."""

    title: str
    entries: tuple[Entry, ...]

    def __post_init__(self) -> None:
        languages = sorted({entry.article.language for entry in self.entries})
        if len(languages) != 1:
            raise InputError(
                f"a collection is in one language, not in {' and '.join(languages) or 'none'}",
                hint="Name the language with --to.",
            )
        slugs = [entry.article.slug for entry in self.entries]
        if len(set(slugs)) < len(slugs):
            raise InputError("an article is named twice", hint="Name each once.")

    @property
    def language(self) -> str:
        """The language of all articles, a BCP 47 tag."""
        return self.entries[0].article.language

    @property
    def direction(self) -> Direction:
        """The direction of that language."""
        return direction(self.language)

    @property
    def labels(self) -> Labels:
        """The labels in that language."""
        return labels(self.language)

    @property
    def site(self) -> Site:
        """The newsroom that publishes the articles."""
        return self.entries[0].article.site

    @property
    def articles(self) -> Sequence[PublishedArticle]:
        """The articles alone."""
        return [entry.article for entry in self.entries]


class Binder(Protocol):
    """An output that can put several articles into one file."""

    def bound(self, collection: Collection) -> bytes:
        """Return the file. Raises InputError as `Output.files` does."""


BINDERS = ("docx", "epub")
"""The outputs that are binders; each is also the ending of its files."""


def binder(name: str, templates: Path | None) -> Binder:
    """Return the binder for files that end in `name`. Raises InputError where there is none."""
    if name not in BINDERS:
        raise InputError(
            f"a collection cannot be written as {name!r}",
            hint=f"End the file's name with one of: {', '.join(f'.{known}' for known in BINDERS)}.",
        )
    (known,) = in_order([name])
    return cast(Binder, output(known, templates))
