"""`glossary.yaml` read into concepts; whatever the file may not say is refused by name.

include: [builtin:human-rights, names.yaml]
concepts:
- id: foreign-agent
  domain: law
  note: A label of Russian law.
  terms:
    ru: иностранный агент
    en:
    - foreign agent
    - {term: foreign spy, status: deprecated}
"""

import difflib
import re
from collections.abc import Iterable
from datetime import date, datetime
from enum import StrEnum
from typing import Any, TypeVar

from workflow import safe_yaml
from workflow.document.markdown import clean
from workflow.errors import InputError
from workflow.glossary.glossary import Case, Concept, Gender, PartOfSpeech, Status, Term
from workflow.glossary.people import PERSON_KEYS, SPELLING_KEYS, Spelling, person_terms
from workflow.language.tags import standard

CONCEPT_ID = re.compile(r"[a-z0-9][a-z0-9_.-]{0,99}")
_FILE_KEYS = ("include", "concepts")
_CONCEPT_KEYS = ("id", "domain", "note", "translate", "person", "terms")
_TERM_KEYS = (
    *("term", "status", "case", "part_of_speech", "gender", "abbreviation", "expand", "variants"),
    *("annotation", "use", "reason", "date", "context", "note"),
)
_ID_LINE = re.compile(r"^[ \t]*(?:-[ \t]+)?\{?[ \t]*id:[ \t]*[\"']?(?P<id>[\w.-]+)", re.MULTILINE)
Content = tuple[tuple[str, ...], tuple[Concept, ...]]
"""What a file says: the files that it includes, and its own concepts."""
_Choice = TypeVar("_Choice", bound=StrEnum)


def parse_concepts(text: str, name: str) -> Content:
    """Return what a glossary file includes, and its own concepts.

    `name` is the file that errors name. Raises InputError, with file, line and concept, for broken
    YAML, an unknown key, a value of the wrong kind or an id that stands twice.
    """
    return _File(text, name).read()


class _File:
    """Turns the values of one file into concepts; knows the place in it for its errors."""

    def __init__(self, text: str, name: str) -> None:
        self.text = text
        self.name = name
        self.place = name
        self._lines = _lines_of_ids(text)

    def read(self) -> Content:
        values = safe_yaml.load(self.text, self.name)
        if values is None:
            return (), ()
        values = self._mapping(values, "the file", _FILE_KEYS)
        include = tuple(
            self._text(item, "include") for item in self._list(values.get("include"), "include")
        )
        concepts: dict[str, Concept] = {}
        for number, value in enumerate(self._list(values.get("concepts"), "concepts"), start=1):
            concept = self._concept(value, number)
            if concept.id in concepts:
                raise self._error("stands twice", "Give one of the two another id, or join them.")
            concepts[concept.id] = concept
        return include, tuple(concepts.values())

    def _concept(self, value: Any, number: int) -> Concept:
        self.place = f"{self.name}: concept {number}"
        table = self._mapping(value, "a concept", _CONCEPT_KEYS)
        id = table.get("id")
        if not isinstance(id, str) or not CONCEPT_ID.fullmatch(id):
            raise self._error(
                f"has {id!r} for an id" if "id" in table else "has no id",
                "Write a short name in a-z, 0-9 and -, such as id: foreign-agent.",
            )
        origin = f"{self.name}:{self._lines.get(id, 1)}"
        self.place = f"{origin}: concept {id}"
        items = self._mapping(table.get("terms") or {}, "terms")
        terms = {self._tag(tag): self._terms(tag, item) for tag, item in items.items()}
        gender, spellings = self._person(table.get("person"))
        for tag, spelling in spellings.items():
            terms[tag] = (*person_terms(spelling), *terms.get(tag, ()))
        return Concept(
            id=id,
            domain=self._optional_text(table, "domain"),
            note=self._optional_text(table, "note"),
            person=gender,
            translate=self._truth(table, "translate", default=True),
            terms=terms,
            origin=origin,
        )

    def _person(self, value: Any) -> tuple[Gender | None, dict[str, Spelling]]:
        if value is None:
            return None, {}
        table = self._mapping(value, "person", PERSON_KEYS)
        names = self._mapping(table.get("names") or {}, "names")
        gender = self._optional_choice(table, "gender", Gender) or Gender.COMMON
        return gender, {self._tag(tag): self._spelling(tag, item) for tag, item in names.items()}

    def _spelling(self, tag: str, value: Any) -> Spelling:
        table = self._mapping(value, f"the name in {tag}", SPELLING_KEYS)
        others = self._list(table.get("also"), "also")
        wrong = self._list(table.get("not"), "not")
        return Spelling(
            given=self._optional_text(table, "given"),
            family=self._text(table.get("family"), f"the family name in {tag}"),
            others=tuple(self._text(item, "another name") for item in others),
            wrong=tuple(self._text(item, "a wrong spelling") for item in wrong),
        )

    def _terms(self, tag: str, value: Any) -> tuple[Term, ...]:
        items = value if isinstance(value, list) else [value]
        return tuple(self._term(tag, item) for item in items)

    def _term(self, tag: str, value: Any) -> Term:
        if not isinstance(value, dict):
            return Term(text=self._text(value, f"the term in {tag}"))
        table = self._mapping(value, f"a term in {tag}", _TERM_KEYS)
        variants = self._list(table.get("variants"), "variants")
        return Term(
            text=self._text(table.get("term"), f"the term in {tag}"),
            status=self._optional_choice(table, "status", Status) or Status.PREFERRED,
            case=self._optional_choice(table, "case", Case) or Case.ANY,
            part=self._optional_choice(table, "part_of_speech", PartOfSpeech),
            gender=self._optional_choice(table, "gender", Gender),
            abbreviation=self._optional_text(table, "abbreviation"),
            expand=self._truth(table, "expand", default=False),
            variants=tuple(self._text(item, "a variant") for item in variants),
            annotation=self._optional_text(table, "annotation"),
            use=self._optional_text(table, "use"),
            reason=self._optional_text(table, "reason"),
            date=self._optional_date(table, "date"),
            context=self._optional_text(table, "context"),
            note=self._optional_text(table, "note"),
        )

    def _tag(self, value: Any) -> str:
        try:
            return standard(str(value))
        except InputError as error:
            raise self._error(f"has a term in {value!r}", error.hint) from None

    def _optional_choice(
        self, table: dict[str, Any], key: str, choices: type[_Choice]
    ) -> _Choice | None:
        value = table.get(key)
        if value is None:
            return None
        if value not in list(choices):
            raise self._error(f"has the {key} {value!r}", _known(str(value), list(choices)))
        return choices(value)

    def _truth(self, table: dict[str, Any], key: str, *, default: bool) -> bool:
        value = table.get(key, default)
        if not isinstance(value, bool):
            raise self._error(f"has the {key} {value!r}", f"Write {key}: true, or false.")
        return value

    def _optional_date(self, table: dict[str, Any], key: str) -> str | None:
        value = table.get(key)
        if value is None:
            return None
        if not isinstance(value, date) or isinstance(value, datetime):
            raise self._error(f"has the {key} {value!r}", "Write it as 2024-05-31.")
        return value.isoformat()

    def _mapping(self, value: Any, what: str, known: Iterable[str] = ()) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise self._error(
                f"{what} must have keys with values", f"Write key: value, not {value!r}."
            )
        for key in value:
            if known and key not in known:
                raise self._error(f"{key!r} is not a key of {what}", _known(str(key), tuple(known)))
        return value

    def _list(self, value: Any, what: str) -> list[Any]:
        if value is None:
            return []
        if not isinstance(value, list):
            raise self._error(f"{what} must be a list", f"Write {what}: [one, another].")
        return value

    def _optional_text(self, table: dict[str, Any], key: str) -> str | None:
        return None if table.get(key) is None else self._text(table[key], key)

    def _text(self, value: Any, what: str) -> str:
        words = " ".join(clean(value).split()) if isinstance(value, str) else ""
        if not words:
            raise self._error(f"{what} must be text", "Put the words there, in quotes if need be.")
        return words

    def _error(self, problem: str, hint: str) -> InputError:
        joint = " " if problem.startswith(("has ", "stands ")) else ": "
        return InputError(f"{self.place}{joint}{problem}", hint=hint)


def _lines_of_ids(text: str) -> dict[str, int]:
    lines: dict[str, int] = {}
    line, counted = 1, 0
    for match in _ID_LINE.finditer(text):
        line += text.count("\n", counted, match.start("id"))
        counted = match.start("id")
        lines[match["id"]] = line
    return lines


def _known(word: str, known: Iterable[str]) -> str:
    names = tuple(known)
    near = difflib.get_close_matches(word, names, n=1)
    return f"Did you mean {near[0]}?" if near else f"Known here: {', '.join(names)}."
