"""WordprocessingML elements in one call. Names are those of ECMA-376."""

from collections.abc import Iterable

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

_GROUP_END = "240"
"""Twelve points, in twentieths."""
_BEFORE_SPACING = {qn(f"w:{name}") for name in ("pStyle", "numPr", "bidi")}


def element(tag: str, *children: BaseOxmlElement | None, **attributes: str) -> BaseOxmlElement:
    """Return `<w:tag>` with attributes such as `val="1"` and those children that are not None."""
    made: BaseOxmlElement = OxmlElement(f"w:{tag}")  # type: ignore[assignment]
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    made.extend(child for child in children if child is not None)
    return made


def group(paragraphs: Iterable[BaseOxmlElement]) -> list[BaseOxmlElement]:
    """Return paragraphs that belong together, with space after the last of them."""
    members = list(paragraphs)
    properties = members[-1].find(qn("w:pPr")) if members else None
    if properties is not None:
        place = sum(child.tag in _BEFORE_SPACING for child in properties)
        properties.insert(place, element("spacing", after=_GROUP_END))
    return members


def text_element(text: str) -> BaseOxmlElement:
    """Return `<w:t>` with every space kept."""
    made = element("t")
    made.text = text
    made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made
