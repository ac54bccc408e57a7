"""The pictures of an article, of which parts that are missing are no units."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workflow.document.markdown import parse
from workflow.document.visiting import pictures_alone

if TYPE_CHECKING:
    from workflow.document.source import Source


@dataclass(frozen=True)
class Picture:
    """A picture that stands by itself; `name` is its file or address.

    `has_credit` is None where the credit would stand in the caption.
    """

    name: str
    has_alt: bool
    has_credit: bool | None = None


def pictures(source: "Source") -> Iterator[Picture]:
    """Yield the cover and the pictures of the body in reading order."""
    if (cover := source.cover) and cover.file:
        yield Picture(cover.file, bool(cover.alt), bool(cover.credit))
    for token in parse(source.body):
        if token.type == "inline":
            for picture in pictures_alone(token.children or ()):
                yield Picture(str(picture.attrs.get("src", "")), bool(picture.content.strip()))
