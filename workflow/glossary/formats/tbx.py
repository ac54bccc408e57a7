"""TermBase eXchange: ISO 30042:2019 (version 3, dialect TBX-Basic), and version 2.

https://www.tbxinfo.net/tbx-dialects/ describes the dialects; the style written is DCA. Most tools
still read version 2 alone (ISO 30042:2008, TBX-Basic of LISA), which has other names for the same
elements. What TBX-Basic has no data category for (case rules, annotations) is not written.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lxml import etree

from workflow.errors import InputError
from workflow.glossary.formats.ids import Ids
from workflow.glossary.glossary import Concept, Gender, PartOfSpeech, Status, Term
from workflow.language.tags import standard

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_STATUS = {
    Status.PREFERRED: "preferredTerm-admn-sts",
    Status.ADMITTED: "admittedTerm-admn-sts",
    Status.DEPRECATED: "deprecatedTerm-admn-sts",
}
_STATUS_OF = {name: status for status, name in _STATUS.items()} | {
    "supersededTerm-admn-sts": Status.DEPRECATED,
    "preferred": Status.PREFERRED,
    "admitted": Status.ADMITTED,
    "notRecommended": Status.DEPRECATED,
    "obsolete": Status.DEPRECATED,
}
_PROPER_NOUNS_ARE_NOUNS = 3
"""The version whose TBX-Basic has no proper noun among the parts of speech."""
_SHORT = frozenset({"abbreviation", "acronym", "initialism", "shortForm"})


@dataclass(frozen=True)
class _Version:
    """What a version calls its elements, and the element that a document begins with."""

    number: int
    root: str
    header: str
    entry: str
    language: str
    term: str


_VERSIONS = {
    3: _Version(
        3,
        '<tbx xmlns="urn:iso:std:iso:30042:ed-2" type="TBX-Basic" style="dca" xml:lang="en"/>',
        *("tbxHeader", "conceptEntry", "langSec", "termSec"),
    ),
    2: _Version(
        2,
        '<martif type="TBX" xml:lang="en"/>',
        *("martifHeader", "termEntry", "langSet", "tig"),
    ),
}


def write(concepts: Sequence[Concept], version: int = 3) -> str:
    """Return `concepts` as a TBX document of a version: 3, or 2. Those without a term go."""
    return _Writer(_VERSIONS[version]).document(concepts)


class _Writer:
    def __init__(self, version: _Version) -> None:
        self._version = version

    def document(self, concepts: Sequence[Concept]) -> str:
        root = etree.fromstring(self._version.root)
        description = _add(_add(_add(root, self._version.header), "fileDesc"), "sourceDesc")
        _add(description, "p", "A glossary of concepts.")
        body = _add(_add(root, "text"), "body")
        for concept in concepts:
            if concept.terms:
                self._entry(body, concept)
        text = etree.tostring(root, encoding="unicode", pretty_print=True)
        return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}'

    def _entry(self, body: etree._Element, concept: Concept) -> None:
        entry = _add(body, self._version.entry)
        entry.set("id", concept.id if concept.id[0].isalpha() else f"_{concept.id}")
        if concept.domain:
            _add(entry, "descrip", concept.domain, "subjectField")
        if concept.note:
            _add(entry, "note", concept.note)
        for tag, terms in concept.terms.items():
            section = _add(entry, self._version.language)
            section.set(_LANG, tag)
            for term in terms:
                self._term(section, term, term.text, "fullForm" if term.abbreviation else None)
                if term.abbreviation:
                    self._term(section, term, term.abbreviation, "abbreviation")
                for variant in term.variants:
                    self._term(section, term, variant, "variant")

    def _term(self, parent: etree._Element, term: Term, text: str, kind: str | None) -> None:
        section = _add(parent, self._version.term)
        _add(section, "term", text)
        _add(section, "termNote", _STATUS[term.status], "administrativeStatus")
        if term.part:
            _add(section, "termNote", self._part(term.part), "partOfSpeech")
        if term.gender:
            gender = "other" if term.gender is Gender.COMMON else term.gender
            _add(section, "termNote", gender, "grammaticalGender")
        if kind:
            _add(section, "termNote", kind, "termType")
        if kind in (None, "fullForm"):
            if term.context:
                _add(section, "descrip", term.context, "context")
            if term.note:
                _add(section, "note", term.note)

    def _part(self, part: PartOfSpeech) -> str:
        known = self._version.number != _PROPER_NOUNS_ARE_NOUNS
        return PartOfSpeech.NOUN if part is PartOfSpeech.PROPER_NOUN and not known else part


def _add(
    parent: etree._Element, name: str, text: str | None = None, type: str | None = None
) -> etree._Element:
    namespace = etree.QName(parent).namespace
    element = etree.SubElement(parent, f"{{{namespace}}}{name}" if namespace else name)
    element.text = text
    if type:
        element.set("type", type)
    return element


def read(text: str, name: str) -> list[Concept]:
    """Return the concepts of a TBX document, of version 3 or 2.

    Raises InputError for what is not TBX. Entities and outside files are never looked at.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError as error:
        raise InputError(f"{name}: {error}", hint="Export the file again as TBX.") from None
    entries = list(_all(root, "conceptEntry", "termEntry"))
    if not entries:
        raise InputError(f"{name}: there is no concept in it", hint="Is it a TBX file?")
    ids = Ids()
    return [concept for entry in entries if (concept := _concept(entry, ids)).terms]


def _concept(entry: etree._Element, ids: Ids) -> Concept:
    terms: dict[str, list[Term]] = {}
    for section in _all(entry, "langSec", "langSet"):
        tag = _tag(section)
        if tag:
            terms.setdefault(tag, []).extend(_terms(section))
    terms = {tag: found for tag, found in terms.items() if found}
    first = next((found[0].text for found in terms.values()), "")
    return Concept(
        id=ids.of((entry.get("id") or first).lstrip("_")),
        domain=_note(entry, "subjectField"),
        note=next((_text(each) for each in entry if _name(each) == "note"), None) or None,
        terms={tag: tuple(found) for tag, found in terms.items()},
    )


def _terms(section: etree._Element) -> list[Term]:
    """Return the terms of a language; an abbreviation or a variant belongs to the one before."""
    found: list[Term] = []
    preferred = False
    for each in _all(section, "termSec", "tig", "ntig"):
        text = next((_text(term) for term in _all(each, "term")), "")
        kind = _note(each, "termType") or ""
        if not text:
            continue
        if found and kind in _SHORT and found[-1].abbreviation is None:
            found[-1] = replace(found[-1], abbreviation=text)
        elif found and kind == "variant":
            found[-1] = replace(found[-1], variants=(*found[-1].variants, text))
        else:
            default = Status.ADMITTED if preferred else Status.PREFERRED
            status = _STATUS_OF.get(_note(each, "administrativeStatus") or "", default)
            preferred = preferred or status is Status.PREFERRED
            found.append(_term(each, text, status))
    return found


def _term(section: etree._Element, text: str, status: Status) -> Term:
    part = _note(section, "partOfSpeech")
    return Term(
        text=text,
        status=status,
        part=PartOfSpeech(part) if part in list(PartOfSpeech) else None,
        gender=_gender(_note(section, "grammaticalGender")),
        context=_note(section, "context"),
        note=next((_text(each) for each in _all(section, "note")), None) or None,
    )


def _gender(value: str | None) -> Gender | None:
    if value == "other":
        return Gender.COMMON
    return Gender(value) if value in list(Gender) else None


def _tag(section: etree._Element) -> str | None:
    try:
        return standard(section.get(_LANG) or section.get("lang") or "")
    except InputError:
        return None


def _note(element: etree._Element, type: str) -> str | None:
    for each in element.iter():
        if each.get("type") == type and _name(each) in ("descrip", "termNote", "admin"):
            return _text(each) or None
        if _name(each) == type:  # style DCT: the category is the element's name
            return _text(each) or None
    return None


def _all(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    return (each for each in element.iter() if _name(each) in names)


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _text(element: etree._Element) -> str:
    return " ".join("".join(str(text) for text in element.itertext()).split())
