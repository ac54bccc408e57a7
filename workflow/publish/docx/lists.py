"""Numbering: every list of an article counts for itself."""

from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from workflow.errors import InputError
from workflow.publish.docx.elements import element

_DEEPEST = 8
_STYLES = {False: "List Bullet", True: "List Number"}


class ListNumbering:
    """Gives lists their numbers, in the form that the styles List Bullet and List Number have."""

    def __init__(self, document: Document) -> None:
        self._styles = document.styles
        self._numbering = document.part.numbering_part.element

    def new_list(self, start: int | None) -> str:
        """Return the `w:numId` of a new list; `start` is its first number, None for bullets."""
        number = self._numbering.add_num(self._form(start is not None))
        if start is not None:
            for level in range(_DEEPEST + 1):
                override = number.add_lvlOverride(ilvl=level)
                override.add_startOverride(start if level == 0 else 1)
        return str(number.numId)

    def _form(self, ordered: bool) -> int:
        """Return the `w:abstractNumId` that a style's paragraphs are numbered by."""
        name = _STYLES[ordered]
        found = self._styles[name].element.find(f".//{qn('w:numId')}")
        for number in self._numbering.num_lst:
            if found is not None and str(number.numId) == found.get(qn("w:val")):
                return int(number.abstractNumId.val)
        raise InputError(
            f"templates/docx/reference.docx: the style {name} has no numbering",
            hint="Give it one in Word (Modify Style, Format, Numbering), or remove the file to use "
            "the one that ships.",
        )


def list_place(number: str, depth: int) -> BaseOxmlElement:
    """Return the `w:numPr` of an item, `depth` levels deep from 0."""
    return element(
        "numPr", element("ilvl", val=str(min(depth, _DEEPEST))), element("numId", val=number)
    )
