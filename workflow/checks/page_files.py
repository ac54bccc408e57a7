"""Lone web pages: their blocks of text, and their pictures."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from workflow.checks.pieces import Piece, Text, heading_kind
from workflow.checks.places import Place
from workflow.document.units import UnitKind

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement, HTMLParser

_BLOCKS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "dt", "dd", "td", "th"}) | {
    "blockquote",
    "caption",
    "figcaption",
    "title",
}
_NO_BRACKETS = str.maketrans("", "", "<>\\\n")


def page_text(written: str) -> Text:
    """Take the text of each block of a page that has no other block inside it, and its pictures.

    A picture without words is taken for one that nobody has described; `alt=""` says that it only
    decorates.
    """
    import lxml.html

    if not written.strip():
        return Text(())
    try:
        page = lxml.html.document_fromstring(written.encode(), parser=_parser())
    except (ValueError, lxml.etree.LxmlError):
        return Text(())
    pieces: list[Piece] = []
    for element in page.iter(*_BLOCKS, "img"):
        if element.tag == "img":
            pieces += _picture(element)
            continue
        text = " ".join("".join(map(str, element.itertext())).split())
        if text and next(element.iterdescendants(*_BLOCKS), None) is None:
            place = Place(((0, _line(element), 1),))
            pieces.append(Piece(text, place, heading_kind(str(element.tag))))
    return Text(tuple(pieces), page.get("lang") or None)


def _picture(element: "HtmlElement") -> Iterator[Piece]:
    """Yield the alternative text of a picture as a piece; where it has none, as Markdown does."""
    hidden = element.get("aria-hidden") == "true" or element.get("role") == "presentation"
    described = element.get("alt")
    if hidden or described == "":
        return
    place = Place(((0, _line(element), 1),))
    if described is None:
        address = "".join((element.get("src") or "").split()).translate(_NO_BRACKETS)
        yield Piece(f"![](<{address}>)", place)
    elif text := " ".join(described.split()):
        yield Piece(text, place, UnitKind.ALT)


def _line(element: "_Element") -> int:
    return element.sourceline if isinstance(element.sourceline, int) else 1


def _parser() -> "HTMLParser":
    import lxml.html

    return lxml.html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
