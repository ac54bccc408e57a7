"""The front door: one link for each language that something is published in."""

from collections.abc import Iterator, Mapping

from workflow.language.direction import direction
from workflow.language.names import own_name
from workflow.publish.addresses import PAGE
from workflow.publish.site import front
from workflow.publish.site.batch import Page
from workflow.publish.site.desk import Desk
from workflow.publish.site.model import LanguageLink

_FALLBACK = "en"
"""What the door says where nothing is published yet."""


def pages(desk: Desk) -> Iterator[Page]:
    """Yield the front door; it speaks the first language of the settings that it leads to."""

    def values() -> Mapping[str, object]:
        return {"languages": [_link(tag) for tag in desk.languages]}

    language = desk.first_language if desk.languages else None
    yield desk.page("languages", PAGE, language or _FALLBACK, None, values, twins=front.twins(desk))


def _link(tag: str) -> LanguageLink:
    return LanguageLink(
        language=tag, direction=direction(tag), name=own_name(tag), href=f"{tag}/{PAGE}"
    )
