"""From the HTML that templates give to the XHTML that EPUB asks for."""

from lxml import etree, html

_EPUB = "http://www.idpf.org/2007/ops"
_TYPE = "epub:type"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def to_xhtml(page: bytes) -> bytes:
    """Return a whole HTML page as XHTML, with every language named in both ways.

    The attribute `epub:type`, which HTML does not know, gets its namespace. Scripts, and attributes
    that would run one, are taken out, whatever a template says.
    """
    root = html.document_fromstring(page, parser=html.HTMLParser(encoding="utf-8"))
    etree.strip_elements(root, "script", with_tail=False)
    html.html_to_xhtml(root)
    for node in root.iter(etree.Element):
        for name in [name for name in node.attrib if str(name).startswith("on")]:
            del node.attrib[name]
        if language := node.get("lang"):
            node.set(_XML_LANG, language)
        if kind := node.get(_TYPE):
            del node.attrib[_TYPE]
            node.set(f"{{{_EPUB}}}type", kind)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True, doctype="<!DOCTYPE html>")
