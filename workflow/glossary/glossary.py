"""What a glossary says: concepts with their terms per language, as in a termbase (ISO 30042)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from workflow.language.tags import language as language_of
from workflow.language.words import spelling

if TYPE_CHECKING:
    from workflow.glossary.matcher import Matcher
    from workflow.glossary.store import Store


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


class Gender(StrEnum):
    """The grammatical gender of a term, or the gender of a person."""

    MASCULINE = "masculine"
    FEMININE = "feminine"
    NEUTER = "neuter"
    COMMON = "common"


class PartOfSpeech(StrEnum):
    """What kind of word a term is, by the values of the data category in TBX-Basic."""

    NOUN = "noun"
    VERB = "verb"
    ADJECTIVE = "adjective"
    ADVERB = "adverb"
    PROPER_NOUN = "properNoun"
    OTHER = "other"


@dataclass(frozen=True, kw_only=True)
class Term:
    """One way to name a concept in one language.

    `variants` and `abbreviation` are other spellings that count as the term; `…` in a variant
    stands for a few words. With `expand`, the abbreviation may stand only after the whole term.
    `annotation` is what a text that uses the term must say of it once. `use` is what to write
    instead of a deprecated term, where that is not simply the preferred one; `reason` and `date`
    say why and since when (YYYY-MM-DD). `note` and `context` (an example) are for people only.
    """

    text: str
    status: Status = Status.PREFERRED
    case: Case = Case.ANY
    part: PartOfSpeech | None = None
    gender: Gender | None = None
    abbreviation: str | None = None
    expand: bool = False
    variants: tuple[str, ...] = ()
    annotation: str | None = None
    use: str | None = None
    reason: str | None = None
    date: str | None = None
    context: str | None = None
    note: str | None = None

    @property
    def allowed(self) -> bool:
        """Whether a translation may use it."""
        return self.status is not Status.DEPRECATED


@dataclass(frozen=True, kw_only=True)
class Concept:
    """One thing that has names.

    `terms` are by language tag; `origin` is the file and line that say so. `person` says that it is
    somebody, and of which gender. What is not to `translate` stands in every language as it stands
    in the source.
    """

    id: str
    domain: str | None = None
    note: str | None = None
    person: Gender | None = None
    translate: bool = True
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

    concepts: Sequence[Concept] = ()
    store: Store | None = field(default=None, repr=False, compare=False)
    """Where the concepts and their index are kept ready, if anywhere."""
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
            self._matchers[tag] = Matcher(self.concepts, tag, store=self.store)
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
