"""Real footnotes: a part of their own, which python-docx does not write."""

from collections.abc import Callable, Sequence

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement

from workflow.language.direction import Direction
from workflow.publish.blocks import Block
from workflow.publish.docx.blocks import BlockWriter
from workflow.publish.docx.elements import element, text_element
from workflow.publish.docx.inline import RunWriter
from workflow.publish.docx.lists import ListNumbering

_SEPARATORS = {"-1": "separator", "0": "continuationSeparator"}
_BEFORE_COMPAT = (qn("w:endnotePr"), qn("w:compat"))


def add_footnotes(
    document: Document,
    footnotes: Sequence[tuple[Block, ...]],
    base: Direction,
    style_id: Callable[[str], str | None],
) -> None:
    """Give `document` its footnotes; number 1 is the first, as a run writer counts."""
    part = XmlPart(
        PackURI("/word/footnotes.xml"),
        CONTENT_TYPE.WML_FOOTNOTES,
        parse_xml(f"<w:footnotes {nsdecls('w', 'r')}/>"),
        document.part.package,
    )
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    writer = BlockWriter(RunWriter(part, base, style_id), ListNumbering(document))
    part.element.extend(_separator(number, kind) for number, kind in _SEPARATORS.items())
    for number, blocks in enumerate(footnotes, start=1):
        content = list(writer.blocks(blocks, "footnote text"))
        _put_mark(content, writer)
        part.element.append(element("footnote", *content, id=str(number)))
    _declare_separators(document)


def _separator(number: str, kind: str) -> BaseOxmlElement:
    spacing = element("spacing", after="0", line="240", lineRule="auto")
    paragraph = element("p", element("pPr", spacing), element("r", element(kind)))
    return element("footnote", paragraph, type=kind, id=number)


def _put_mark(content: list[BaseOxmlElement], writer: BlockWriter) -> None:
    """Put the footnote's own number in front of its first paragraph."""
    if not content or content[0].tag != qn("w:p"):
        content.insert(0, writer.paragraph("footnote text", ()))
    style = element("rStyle", val=writer.runs.style_id("footnote reference") or "")
    mark = element("r", element("rPr", style), element("footnoteRef"))
    content[0].insert(1, mark)
    content[0].insert(2, element("r", text_element(" ")))


def _declare_separators(document: Document) -> None:
    """Name the separators in the settings, in the place that the schema has for them."""
    settings = document.settings.element
    declared = element("footnotePr", *(element("footnote", id=number) for number in _SEPARATORS))
    following = next((child for child in settings if child.tag in _BEFORE_COMPAT), None)
    if following is None:
        settings.append(declared)
    else:
        following.addprevious(declared)
