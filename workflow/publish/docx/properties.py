"""What a document says about itself, and what it must not say: language, title, authors, traces."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from docx.document import Document
from docx.opc.part import XmlPart
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from workflow.language.direction import Direction
from workflow.publish.article import PublishedArticle
from workflow.publish.docx.elements import element
from workflow.publish.docx.languages import word_language

_LONGEST = 255
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


@dataclass(frozen=True, kw_only=True)
class Properties:
    """What a reader's program shows of a document."""

    title: str
    subject: str
    authors: tuple[str, ...]
    keywords: tuple[str, ...]
    language: str
    publisher: str
    created: date | None
    modified: date | None


def properties_of(article: PublishedArticle) -> Properties:
    """Return the properties of an article's document."""
    return Properties(
        title=article.title_text,
        subject=article.summary_text,
        authors=article.facts.authors,
        keywords=article.tags,
        language=article.language,
        publisher=article.site.name,
        created=article.facts.published,
        modified=article.facts.modified,
    )


def describe(document: Document, properties: Properties) -> None:
    """Write the properties, and nothing else."""
    core = document.core_properties
    core.title = properties.title[:_LONGEST]
    core.subject = properties.subject[:_LONGEST]
    core.author = "; ".join(properties.authors)[:_LONGEST]
    core.keywords = ", ".join(properties.keywords)[:_LONGEST]
    core.language = properties.language
    core.last_modified_by = properties.publisher[:_LONGEST]
    core.category = core.comments = core.content_status = core.identifier = core.version = ""
    core.revision = 1
    day = properties.created or _LONG_AGO
    core.created = datetime.combine(day, time(), UTC)
    core.modified = datetime.combine(properties.modified or day, time(), UTC)


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
