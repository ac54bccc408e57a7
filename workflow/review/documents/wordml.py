"""WordprocessingML in one call: elements, names and the text inside a run (ECMA-376, part 1)."""

import re
from collections.abc import Iterator

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_SPACES = {"w": W, "w14": W14, "w15": W15, "r": R, "mc": MC}
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold."""

Element = etree._Element

BREAK = "\u2028"
"""Stands for a hard break while texts are compared and written; no unit holds it."""


def name(prefixed: str) -> str:
    """Return `w:p` or `w14:paraId` as lxml names it."""
    prefix, _, local = prefixed.rpartition(":")
    return f"{{{_SPACES[prefix or 'w']}}}{local}"


def element(tag: str, *children: Element | None, **attributes: str) -> Element:
    """Return `<w:tag>` with attributes such as `val="1"` and those children that are not None."""
    made = etree.Element(name(tag), nsmap=_SPACES if tag in _ROOTS else None)
    for key, value in attributes.items():
        made.set(name(key), _UNWRITABLE.sub("\ufffd", value))
    made.extend([child for child in children if child is not None])
    return made


_ROOTS = frozenset({"document", "comments", "w15:commentsEx", "ftr", "hdr"})


def serialized(root: Element) -> bytes:
    """Return a part as the bytes of its file."""
    root.set(f"{{{MC}}}Ignorable", "w14 w15")
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def run_content(text: str, *, deleted: bool = False) -> Iterator[Element]:
    """Yield what shows `text` within a run, a `BREAK` as a line break."""
    for number, line in enumerate(text.split(BREAK)):
        if number:
            yield element("br")
        if line:
            shown = element("delText" if deleted else "t")
            shown.text = _UNWRITABLE.sub("\ufffd", line)
            shown.set(_XML_SPACE, "preserve")
            yield shown


def with_breaks(text: str) -> str:
    """Return a unit's text with each hard break of its Markdown as a `BREAK`."""
    return text.replace("\\\n", BREAK).replace("\n", " ")


def without_breaks(text: str) -> str:
    """Return what was read from a document as a unit's text: the reverse of `with_breaks`."""
    lines = [re.sub(r"[ \t]+", " ", line).strip() for line in text.split(BREAK)]
    return "\\\n".join(lines).strip()
