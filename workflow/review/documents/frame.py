"""What every review document has around its text: the package, the page and its footer."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from lxml import etree

from workflow.document.packing import pack
from workflow.errors import MissingPart
from workflow.review.documents.comments import Comments
from workflow.review.documents.sheet import About
from workflow.review.documents.voice import Voice
from workflow.review.documents.wordml import Element, R, element, run_content, serialized
from workflow.workspace.templates import find_template

_TEMPLATES = "review/docx"
_STATIC = ("[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels", "word/styles.xml")
_FOOTER = "rId5"
"""The footer's relationship in `word/_rels/document.xml.rels`."""
_LONG, _SHORT = "16838", "11906"
"""The sides of a sheet of A4, in twentieths of a point."""
_ENGLISH = Voice("en")


def word_file(
    body: Iterable[Element],
    comments: Comments,
    about: About,
    *,
    upright: bool,
    enforced: bool,
    templates: Path | None,
) -> bytes:
    """Return the Word file with these paragraphs and tables.

    `enforced` makes Word track every change, `upright` sets the page on its short side, `templates`
    is the workspace's folder, whose `review/docx/word/styles.xml` may change the look.
    """
    document = element("document", element("body", *body, _section(upright=upright)))
    settings = "word/settings.xml" if enforced else "word/settings-open.xml"
    parts = {
        "word/document.xml": serialized(document),
        "word/comments.xml": serialized(comments.part()),
        "word/commentsExtended.xml": serialized(comments.extended_part()),
        "word/footer1.xml": serialized(_footer(about)),
        "word/settings.xml": _template(settings, templates),
        "docProps/core.xml": _core_properties(about),
    }
    return pack(parts | {name: _template(name, templates) for name in _STATIC})


def paragraph(style: str, *content: Element, voice: Voice = _ENGLISH) -> Element:
    """Return a paragraph in a style of `word/styles.xml`, by its id."""
    rtl = element("bidi") if voice.rtl else None
    return element("p", element("pPr", element("pStyle", val=style), rtl), *content)


def run(text: str) -> Element:
    """Return words of ours: English, without any look of their own."""
    return element("r", *run_content(text))


def _section(*, upright: bool) -> Element:
    footer = element("footerReference", type="default")
    footer.set(f"{{{R}}}id", _FOOTER)
    across, down = (_SHORT, _LONG) if upright else (_LONG, _SHORT)
    size = element("pgSz", w=across, h=down)
    if not upright:
        size = element("pgSz", w=across, h=down, orient="landscape")
    edges = {"top": "850", "right": "919", "bottom": "850", "left": "919"}
    if upright:
        edges = {"top": "1247", "right": "1701", "bottom": "1247", "left": "1701"}
    return element(
        "sectPr", footer, size, element("pgMar", **edges, header="450", footer="450", gutter="0")
    )


def _footer(about: About) -> Element:
    name = f"{about.name} · {about.source_language} → {about.target} · "
    numbers = (*_field("PAGE"), run(" / "), *_field("NUMPAGES"))
    return element("ftr", paragraph("Footer", run(name), *numbers))


def _field(code: str) -> Iterator[Element]:
    instruction = element("instrText")
    instruction.text = code
    yield element("r", element("fldChar", fldCharType="begin"))
    yield element("r", instruction)
    yield element("r", element("fldChar", fldCharType="separate"))
    yield run("1")
    yield element("r", element("fldChar", fldCharType="end"))


def _core_properties(about: About) -> bytes:
    package = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
    dublin_core = "http://purl.org/dc/elements/1.1/"
    root = etree.Element(f"{{{package}}}coreProperties", nsmap={"cp": package, "dc": dublin_core})
    for tag, text in (("title", about.title), ("language", about.target)):
        etree.SubElement(root, f"{{{dublin_core}}}{tag}").text = text
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _template(name: str, templates: Path | None) -> bytes:
    path = find_template(f"{_TEMPLATES}/{name}", templates)
    if path is None:
        raise MissingPart(
            f"templates/{_TEMPLATES}/{name} is not there",
            hint="Install the program again: it is a part.",
        )
    return path.read_bytes()
