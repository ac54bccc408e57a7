"""Makes Word documents out of WordprocessingML, as small as Word accepts them."""

import io
import zipfile
from collections.abc import Mapping

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACES = (
    f'xmlns:w="{W}" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="own"><w:name w:val="House"/><w:basedOn w:val="2"/></w:style>
<w:style w:type="paragraph" w:styleId="t"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="st"><w:name w:val="Subtitle"/></w:style>
<w:style w:type="paragraph" w:styleId="q"><w:name w:val="Quote"/></w:style>
<w:style w:type="paragraph" w:styleId="c"><w:name w:val="caption"/></w:style>
"""
_NUMBERING = """
<w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1">
<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
"""


def paragraph(text: str, style: str = "", *, item: tuple[int, int] | None = None) -> str:
    """Return a paragraph; `text` is plain, or runs that are written out."""
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if item:
        properties += f'<w:numPr><w:ilvl w:val="{item[1]}"/><w:numId w:val="{item[0]}"/></w:numPr>'
    return f"<w:p><w:pPr>{properties}</w:pPr>{text if '<' in text else run(text)}</w:p>"


def run(text: str, looks: str = "") -> str:
    """Return a run; `looks` are the properties of its text."""
    return f'<w:r><w:rPr>{looks}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def document(
    body: str,
    *,
    links: Mapping[str, str] | None = None,
    pictures: Mapping[str, bytes] | None = None,
    parts: Mapping[str, str] | None = None,
) -> bytes:
    """Return a DOCX; `parts` are more parts by kind (`footnotes`, `comments`, `header` …)."""
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": _relations([("m", "officeDocument", "word/document.xml", "")]),
        "word/document.xml": f"<w:document {_SPACES}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {_SPACES}>{_STYLES}</w:styles>",
        "word/numbering.xml": f"<w:numbering {_SPACES}>{_NUMBERING}</w:numbering>",
    }
    known = [("s", "styles", "styles.xml", ""), ("n", "numbering", "numbering.xml", "")]
    known += [(key, "hyperlink", url, "External") for key, url in (links or {}).items()]
    for key, data in (pictures or {}).items():
        files[f"word/media/{key}.png"] = data
        known.append((key, "image", f"media/{key}.png", ""))
    for kind, content in (parts or {}).items():
        files[f"word/{kind}.xml"] = f"<w:{kind} {_SPACES}>{content}</w:{kind}>"
        known.append((kind, kind, f"{kind}.xml", ""))
    files["word/_rels/document.xml.rels"] = _relations(known)
    return packed(files)


def packed(files: Mapping[str, str | bytes]) -> bytes:
    """Return a zip file."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return made.getvalue()


def _relations(found: list[tuple[str, str, str, str]]) -> str:
    nodes = "".join(
        f'<Relationship Id="{key}" Type="{_OFFICE}/{kind}" Target="{target.replace("&", "&amp;")}"'
        + (f' TargetMode="{mode}"' if mode else "")
        + "/>"
        for key, kind, target, mode in found
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{nodes}</Relationships>'
