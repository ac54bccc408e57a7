"""Inline content and lines as runs."""

import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from docx.image.exceptions import InvalidImageStreamError, UnrecognizedImageError
from docx.image.image import Image
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import XmlPart
from docx.oxml.ns import qn
from docx.oxml.shape import CT_Inline
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.parts.story import StoryPart
from docx.shared import Emu

from workflow.language.direction import Direction, direction
from workflow.publish.blocks import (
    Break,
    Code,
    Download,
    Emphasis,
    FootnoteMark,
    Inline,
    Link,
    Picture,
    Strong,
    Text,
)
from workflow.publish.docx.bidi import directional_runs
from workflow.publish.docx.elements import element, text_element
from workflow.publish.docx.foreign import ForeignScript
from workflow.publish.docx.languages import word_language
from workflow.publish.line import Line

_TALLEST = 0.8
"""How high a picture may be, as a part of the width of a line."""


@dataclass(frozen=True, kw_only=True)
class Look:
    """How a run looks; `style` is the id of a character style, `language` a BCP 47 tag."""

    bold: bool = False
    italic: bool = False
    style: str | None = None
    language: str | None = None


class RunWriter:
    """Writes runs into one part of a document, in paragraphs of the direction `base`.

    `style_id` gives the id of a style by its name; `media` reads a picture below `media/`. Without
    it, as in footnotes, a picture leaves its alternative text. `language` is that of all runs where
    it differs from the document's; words in the script of `foreign`, another language, are marked
    as being in it. Footnote 1 is number `notes_before` + 1 of the document; with None, the document
    has no footnotes, and a mark is only its number.
    """

    def __init__(
        self,
        part: XmlPart,
        base: Direction,
        style_id: Callable[[str], str | None],
        media: Callable[[str], bytes] | None = None,
        width: int = 0,
        language: str | None = None,
        foreign: ForeignScript | None = None,
        notes_before: int | None = 0,
    ) -> None:
        self.part, self.base, self.style_id = part, base, style_id
        self.media, self.width = media, width
        self.language, self.foreign, self.notes_before = language, foreign, notes_before

    def line(self, line: Line) -> Iterator[BaseOxmlElement]:
        """Yield the runs of a line."""
        for part in line:
            look = Look(language=part.language)
            if part.url:
                yield self.link(part.url, [Text(part.text)], look)
            else:
                yield from self.text(part.text, look)

    def inlines(
        self, inlines: Iterable[Inline], look: Look | None = None
    ) -> Iterator[BaseOxmlElement]:
        """Yield the runs of inline content."""
        for inline in inlines:
            yield from self._inline(inline, look or Look())

    def _inline(self, inline: Inline, look: Look) -> Iterator[BaseOxmlElement]:
        match inline:
            case Text(text):
                yield from self.text(text, look)
            case Code(text):
                yield from self.text(text, replace(look, style=self.style_id("Inline Code")))
            case Break():
                yield element("r", element("br"))
            case Emphasis(children):
                yield from self.inlines(children, replace(look, italic=True))
            case Strong(children):
                yield from self.inlines(children, replace(look, bold=True))
            case Link(url, children):
                yield self.link(url, children, look)
            case Download(_, children):
                yield from self.inlines(children, look)
            case Picture():
                yield from self.picture(inline)
            case FootnoteMark(number, _):
                yield self._mark(number)

    def _mark(self, number: int) -> BaseOxmlElement:
        style = element("rPr", element("rStyle", val=self.style_id("footnote reference") or ""))
        if self.notes_before is None:
            return element("r", style, text_element(str(number)))
        place = str(self.notes_before + number)
        return element("r", style, element("footnoteReference", id=place))

    def text(self, text: str, look: Look) -> Iterator[BaseOxmlElement]:
        """Yield the runs of plain text, one for each stretch of one direction and language."""
        for side, stretch in directional_runs(text, self.base):
            for language, words in self._in_languages(stretch, look.language):
                properties = _properties(replace(look, language=language), side)
                yield element("r", properties, text_element(words))

    def _in_languages(self, text: str, language: str | None) -> Iterable[tuple[str | None, str]]:
        if language or self.language or self.foreign is None:
            return [(language or self.language, text)]
        return self.foreign.stretches(text)

    def link(self, url: str, children: Iterable[Inline], look: Look) -> BaseOxmlElement:
        """Return a hyperlink to a safe address."""
        relation = self.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        look = replace(look, style=self.style_id("Hyperlink"))
        made = element("hyperlink", *self.inlines(children, look))
        made.set(qn("r:id"), relation)
        return made

    def picture(self, picture: Picture) -> Iterator[BaseOxmlElement]:
        """Yield a picture no wider than the page; of one that Word cannot show, only its words."""
        drawing = self._drawing(picture)
        if drawing is None:
            yield from self.text(f"[{picture.alt}]" if picture.alt else "", Look(italic=True))
        else:
            yield element("r", element("drawing", drawing))

    def _drawing(self, picture: Picture) -> BaseOxmlElement | None:
        if self.media is None or not isinstance(self.part, StoryPart):
            return None
        content = io.BytesIO(self.media(picture.path))
        try:
            _, image = self.part.get_or_add_image(content)
            inline = self.part.new_pic_inline(content, width=self._fitting(image))
        except (UnrecognizedImageError, InvalidImageStreamError):
            return None
        _describe(inline, picture.alt)
        return inline

    def _fitting(self, image: Image) -> Emu:
        """Return the width at which a picture fits into a line and leaves room for text below."""
        lower = self.width * image.width // image.height
        return Emu(min(image.width, self.width, round(lower * _TALLEST)))


def _describe(inline: CT_Inline, alt: str) -> None:
    """Give a picture its alternative text, and a name that does not tell its file's."""
    own = inline.find(qn("wp:docPr"))
    inner = inline.find(f".//{qn('pic:cNvPr')}")
    for side in "TBLR":
        inline.set(f"dist{side}", "0")  # else LibreOffice moves the picture to the right
    if own is not None and inner is not None:
        own.set("descr", alt)
        for named in (own, inner):
            named.set("name", f"Picture {own.get('id')}")


def _properties(look: Look, side: Direction) -> BaseOxmlElement | None:
    foreign = word_language(look.language) if look.language else None
    kind = "bidi" if look.language and direction(look.language) is Direction.RTL else "val"
    inner = [
        element("rStyle", val=look.style) if look.style else None,
        *([element("b"), element("bCs")] if look.bold else []),
        *([element("i"), element("iCs")] if look.italic else []),
        element("rtl") if side is Direction.RTL else None,
        element("lang", **{kind: foreign}) if foreign else None,
    ]
    return element("rPr", *inner) if any(child is not None for child in inner) else None
