"""What a document says about itself, and what it must not say: language, title, authors, traces."""

from datetime import UTC, date, datetime, time

from docx.document import Document
from docx.opc.part import XmlPart
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from workflow.language.direction import Direction
from workflow.publish.article import PublishedArticle
from workflow.publish.docx.elements import element
from workflow.publish.docx.languages import word_language

_LONG_AGO = date(2000, 1, 1)
_TRACES = ("rsids", "attachedTemplate", "docVars", "trackRevisions", "mailMerge")
"""Settings that tell of other texts, people or places."""
_TRACING_RELATIONS = (
    "stylesWithEffects",
    "extended-properties",
    "custom-properties",
    "metadata/thumbnail",
    "customXml",
    "attachedTemplate",
    "glossaryDocument",
    "comments",
    "people",
)
_WITH_OWN_SCRIPT = {"ja", "ko", "zh"}


def describe(document: Document, article: PublishedArticle) -> None:
    """Write the properties that a reader's program shows, and nothing else."""
    core = document.core_properties
    core.title = article.title_text[:255]
    core.subject = article.summary_text[:255]
    core.author = "; ".join(article.facts.authors)[:255]
    core.keywords = ", ".join(article.tags)[:255]
    core.language = article.language
    core.last_modified_by = article.site.name[:255]
    core.category = core.comments = core.content_status = core.identifier = core.version = ""
    core.revision = 1
    day = article.facts.published or _LONG_AGO
    core.created = datetime.combine(day, time(), UTC)
    core.modified = datetime.combine(article.facts.modified or day, time(), UTC)


def set_language(document: Document, language: str, side: Direction) -> None:
    """Say in which language, and in which direction, the text runs."""
    tag = word_language(language)
    kind = "bidi" if side is Direction.RTL else "val"
    if language.split("-")[0] in _WITH_OWN_SCRIPT:
        kind = "eastAsia"
    for found in _languages(document):
        found.set(qn(f"w:{kind}"), tag)
    if side is Direction.RTL:
        for section in document.sections:
            _run_right_to_left(section._sectPr)


def _run_right_to_left(section: BaseOxmlElement) -> None:
    """Mark a section, in the place that the schema has for the mark."""
    after = {qn(f"w:{name}") for name in ("rtlGutter", "docGrid", "printerSettings")}
    place = sum(child.tag not in after for child in section)
    section.insert(place, element("bidi"))


def _languages(document: Document) -> list[BaseOxmlElement]:
    defaults = document.styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}")
    if defaults is not None and defaults.find(qn("w:lang")) is None:
        defaults.append(element("lang"))
    places = (
        document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}"),
        document.settings.element.find(qn("w:themeFontLang")),
    )
    return [place for place in places if place is not None]


def remove_traces(document: Document) -> None:
    """Remove what a reference document may tell of the house that made it."""
    settings = document.settings.element
    for name in _TRACES:
        for found in settings.findall(qn(f"w:{name}")):
            settings.remove(found)
    for owner in (document.part.package, document.part):
        for key, relation in list(owner.rels.items()):
            if relation.reltype.endswith(_TRACING_RELATIONS):
                del owner.rels[key]
    for part in document.part.package.iter_parts():
        if isinstance(part, XmlPart):
            _remove_revision_ids(part.element)


def _remove_revision_ids(root: BaseOxmlElement) -> None:
    """Remove the numbers by which Word tells in which sitting a word was written."""
    for found in list(root.iter(qn("w:rsid"))):
        parent = found.getparent()
        if parent is not None:
            parent.remove(found)
    for node in root.iter():
        for name in [name for name in node.attrib if str(name).startswith(qn("w:rsid"))]:
            del node.attrib[name]
