"""What a glossary says: concepts with their terms per language, as in a termbase (ISO 30042)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from workflow.language.tags import language as language_of
from workflow.language.words import spelling

if TYPE_CHECKING:
    from workflow.glossary.matcher import Matcher


class Status(StrEnum):
    """Whether a term is the one to use, one that may be used, or one that must not be."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    DEPRECATED = "deprecated"


class Case(StrEnum):
    """How the capitals of a term are to be kept.

    `any`: they do not matter. `sentence`: as written, but a capital may begin a sentence.
    `exact`: as written wherever the term stands. Text wholly in capitals always passes.
    """

    ANY = "any"
    SENTENCE = "sentence"
    EXACT = "exact"


@dataclass(frozen=True, kw_only=True)
class Term:
    """One way to name a concept in one language.

    `variants` and `abbreviation` are other spellings that count as the term. `note` says when to
    use it.
    """

    text: str
    status: Status = Status.PREFERRED
    case: Case = Case.ANY
    abbreviation: str | None = None
    variants: tuple[str, ...] = ()
    note: str | None = None

    @property
    def allowed(self) -> bool:
        """Whether a translation may use it."""
        return self.status is not Status.DEPRECATED


@dataclass(frozen=True, kw_only=True)
class Concept:
    """One thing that has names.

    `terms` are by language tag; `origin` is the file and line that say so.
    """

    id: str
    domain: str | None = None
    note: str | None = None
    terms: Mapping[str, tuple[Term, ...]] = field(default_factory=dict)
    origin: str = ""

    def terms_in(self, tag: str) -> tuple[Term, ...]:
        """The terms for a tag, else for the tag less its region and script (`pt-BR` → `pt`)."""
        parts = tag.split("-")
        for length in range(len(parts), 0, -1):
            if terms := self.terms.get("-".join(parts[:length])):
                return terms
        return ()

    def preferred(self, tag: str) -> Term | None:
        """The term to use in a language, None if the concept has none."""
        allowed = [term for term in self.terms_in(tag) if term.allowed]
        return min(allowed, key=lambda term: term.status is not Status.PREFERRED, default=None)


@dataclass(frozen=True)
class Glossary:
    """Concepts in the order of their files, those of included files first."""

    concepts: tuple[Concept, ...] = ()
    _matchers: dict[str, Matcher] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def __iter__(self) -> Iterator[Concept]:
        return iter(self.concepts)

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The tags of all languages that a term is in, sorted."""
        return tuple(sorted({tag for concept in self.concepts for tag in concept.terms}))

    def concept(self, id: str) -> Concept | None:
        """The concept with this id."""
        return next((concept for concept in self.concepts if concept.id == id), None)

    def matcher(self, tag: str) -> Matcher:
        """The matcher for texts in a language; it is made once."""
        from workflow.glossary.matcher import Matcher

        if tag not in self._matchers:
            self._matchers[tag] = Matcher(self.concepts, tag)
        return self._matchers[tag]

    def preferred(self, text: str, source_language: str, target_language: str) -> str | None:
        """The preferred translation of a whole `text` that is a term, None if it is not.

        For names of authors and publications: no inflection, whatever the capitals.
        """
        language = language_of(source_language)
        key = spelling(text, language)
        for concept in self.concepts:
            found = concept.preferred(target_language)
            names = (
                name
                for term in concept.terms_in(source_language)
                for name in (term.text, *term.variants)
            )
            if found and any(spelling(name, language) == key for name in names):
                return found.text
        return None
