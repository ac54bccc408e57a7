"""Names of people and places, as parts of the lines around an article."""

from collections.abc import Mapping, Sequence

from workflow.document.inline import plain as without_markup
from workflow.document.links import is_web_address
from workflow.document.source import Place
from workflow.publish.labels.catalogue import Labels
from workflow.publish.labels.label import Label
from workflow.publish.line import Line, Part, names_line


def names_in(texts: Sequence[str]) -> tuple[str, ...]:
    """Return names without the markup that they may have."""
    return tuple(without_markup(text) for text in texts)


def people_line(
    words: Labels, label: Label, names: Sequence[str], links: Mapping[str, str] | None = None
) -> Line:
    """Return a line that names people, empty where there is nobody to name."""
    parts = [Part(name, url=(links or {}).get(name), isolated=True) for name in names]
    return words.line(label, names=names_line(parts, words.language)) if parts else ()


def place_part(place: Place) -> Part:
    """Return a publication with its address, if that is one on the web."""
    url = place.url if place.url and is_web_address(place.url) else None
    return Part(without_markup(place.name), url=url, isolated=True)
