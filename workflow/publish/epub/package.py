"""The package document: what a book is, what it is made of, and in which order it is read.

After EPUB 3.3, https://www.w3.org/TR/epub-33/, sections 4 and 5.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lxml import etree

from workflow.language.direction import Direction

_OPF = "http://www.idpf.org/2007/opf"
_DC = "http://purl.org/dc/elements/1.1/"
_CONTAINER = "urn:oasis:names:tc:opendocument:xmlns:container"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_LONG_AGO = date(2000, 1, 1)
"""The day of a book that has not gone out: the same draft gives the same bytes."""
_ACCESSIBILITY = (
    ("schema:accessMode", "textual"),
    ("schema:accessModeSufficient", "textual"),
    ("schema:accessibilityFeature", "structuralNavigation"),
    ("schema:accessibilityFeature", "tableOfContents"),
    ("schema:accessibilityFeature", "readingOrder"),
    ("schema:accessibilityHazard", "none"),
)


@dataclass(frozen=True, kw_only=True)
class Item:
    """A file of the book; those `in_spine` are read one after the other."""

    file: str
    type: str
    content: bytes
    properties: tuple[str, ...] = ()
    in_spine: bool = False


@dataclass(frozen=True, kw_only=True)
class Package:
    """What the package document says; an empty value is left out."""

    identifier: str
    title: str
    language: str
    direction: Direction
    creators: tuple[str, ...]
    translators: tuple[str, ...]
    publisher: str
    description: str
    subjects: tuple[str, ...]
    source: str
    published: date | None
    modified: date | None
    items: tuple[Item, ...]


def container_document(package: str) -> bytes:
    """Return `META-INF/container.xml`, which says where the package document stands."""
    root = etree.fromstring(f'<container xmlns="{_CONTAINER}" version="1.0"/>')
    files = etree.SubElement(root, f"{{{_CONTAINER}}}rootfiles")
    media_type = "application/oebps-package+xml"
    etree.SubElement(
        files, f"{{{_CONTAINER}}}rootfile", {"full-path": package, "media-type": media_type}
    )
    return _written(root)


def package_document(package: Package) -> bytes:
    """Return the package document."""
    root = etree.fromstring(f'<package xmlns="{_OPF}" xmlns:dc="{_DC}"/>')
    root.set("version", "3.0")
    root.set("unique-identifier", "id")
    root.set(_XML_LANG, package.language)
    root.set("dir", package.direction)
    metadata = etree.SubElement(root, f"{{{_OPF}}}metadata")
    metadata.extend(_metadata(package))
    manifest = etree.SubElement(root, f"{{{_OPF}}}manifest")
    spine = etree.SubElement(root, f"{{{_OPF}}}spine")
    spine.set("page-progression-direction", package.direction)
    for number, item in enumerate(package.items, start=1):
        manifest.append(_manifest_item(item, f"item-{number}"))
        if item.in_spine:
            etree.SubElement(spine, f"{{{_OPF}}}itemref", idref=f"item-{number}")
    return _written(root)


def _manifest_item(item: Item, identifier: str) -> etree._Element:
    attributes = {"id": identifier, "href": item.file, "media-type": item.type}
    if item.properties:
        attributes["properties"] = " ".join(item.properties)
    return etree.Element(f"{{{_OPF}}}item", attributes)


def _metadata(package: Package) -> Iterator[etree._Element]:
    yield _dublin_core("identifier", package.identifier, "id")
    yield _dublin_core("title", package.title)
    yield _dublin_core("language", package.language)
    for number, name in enumerate(package.creators, start=1):
        yield from _person("creator", f"creator-{number}", name, "aut")
    for number, name in enumerate(package.translators, start=1):
        yield from _person("contributor", f"translator-{number}", name, "trl")
    for name, value in (
        ("publisher", package.publisher),
        ("description", package.description),
        *(("subject", subject) for subject in package.subjects),
        ("source", package.source),
        ("date", package.published.isoformat() if package.published else ""),
    ):
        if value:
            yield _dublin_core(name, value)
    yield _meta("dcterms:modified", f"{package.modified or _LONG_AGO}T00:00:00Z")
    for name, value in _ACCESSIBILITY:
        yield _meta(name, value)


def _person(tag: str, identifier: str, name: str, role: str) -> Iterator[etree._Element]:
    """Yield a name with its role, a code of MARC relators."""
    yield _dublin_core(tag, name, identifier)
    meta = _meta("role", role)
    meta.set("refines", f"#{identifier}")
    meta.set("scheme", "marc:relators")
    yield meta


def _dublin_core(name: str, text: str, identifier: str | None = None) -> etree._Element:
    made = etree.Element(f"{{{_DC}}}{name}", {"id": identifier} if identifier else None)
    made.text = text
    return made


def _meta(name: str, text: str) -> etree._Element:
    made = etree.Element(f"{{{_OPF}}}meta", property=name)
    made.text = text
    return made


def _written(root: etree._Element) -> bytes:
    return etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)
