"""Faults of a glossary itself: what contradicts itself, what can never match, what is missing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from workflow.glossary.entries import GAP
from workflow.glossary.forms import Tier
from workflow.glossary.glossary import Case, Concept, Glossary, Status, Term
from workflow.glossary.matcher import Matcher
from workflow.language.tags import language as language_of
from workflow.language.words import spelling


@dataclass(frozen=True, kw_only=True)
class Fault:
    """Something wrong with a glossary. One that is not `serious` is only worth knowing.

    `concept` is None where many concepts are meant; `place` is the file and line of the concept.
    """

    message: str
    concept: str | None = None
    language: str | None = None
    place: str = ""
    serious: bool = True


def faults(glossary: Glossary, targets: Sequence[str] = ()) -> Iterator[Fault]:
    """Yield what is wrong with `glossary`; `targets` are languages that it should have."""
    for concept in glossary:
        if not concept.terms:
            yield _fault(concept, None, "has no terms")
        for tag, terms in concept.terms.items():
            yield from _within_a_concept(concept, tag, terms)
    yield from _between_concepts(glossary)
    yield from _unmatchable(glossary)
    yield from _missing_languages(glossary, targets)


def _within_a_concept(concept: Concept, tag: str, terms: tuple[Term, ...]) -> Iterator[Fault]:
    preferred = [term for term in terms if term.status is Status.PREFERRED]
    if len(preferred) > 1:
        names = ", ".join(f"“{term.text}”" for term in preferred)
        yield _fault(
            concept, tag, f"prefers several terms in {tag}: {names}; keep one, admit others"
        )
    if not any(term.allowed for term in terms):
        yield _fault(concept, tag, f"has only deprecated terms in {tag}: say what to use instead")
    for term in terms:
        if term.expand and not term.abbreviation:
            yield _fault(concept, tag, f"expands “{term.text}” in {tag}, which has no abbreviation")
        if term.use and term.allowed:
            yield _fault(
                concept, tag, f"says what to use for “{term.text}”, which is {term.status}"
            )
        if GAP in term.text:
            yield _fault(concept, tag, f"has a gap in “{term.text}”: only variants may have one")
    for first, second in combinations(terms, 2):
        if _same(first, second, tag):
            how = (
                f"{first.status} and {second.status}" if first.status != second.status else "twice"
            )
            yield _fault(concept, tag, f"has “{second.text}” {how} in {tag}")


def _between_concepts(glossary: Glossary) -> Iterator[Fault]:
    """Yield terms of two concepts: a homonym may be meant, so that is only worth knowing."""
    seen: dict[tuple[str, tuple[str, ...]], list[tuple[Concept, Term]]] = defaultdict(list)
    for concept in glossary:
        for tag, terms in concept.terms.items():
            for term in terms:
                earlier = seen[tag, _key(term.text, tag)]
                for other, same in earlier:
                    if other is not concept and _clash(same, term) and _same(same, term, tag):
                        told = f"has “{term.text}” {term.status} in {tag}"
                        message = f"{told}, and in {other.id} it is {same.status}"
                        yield _fault(concept, tag, message, serious=False)
                earlier.append((concept, term))


def _clash(first: Term, second: Term) -> bool:
    return Status.PREFERRED in (first.status, second.status) and (
        first.allowed != second.allowed or first.status is second.status
    )


def _unmatchable(glossary: Glossary) -> Iterator[Fault]:
    for concept in glossary:
        for tag, terms in concept.terms.items():
            matcher = Matcher([concept], tag, Tier.EXACT)
            for term in terms:
                if not any(match.term == term for match in matcher.occurrences(term.text)):
                    yield _fault(
                        concept, tag, f"has “{term.text}” in {tag}, which no text can match"
                    )


def _missing_languages(glossary: Glossary, targets: Sequence[str]) -> Iterator[Fault]:
    for tag in targets:
        missing = [c.id for c in glossary if c.terms and not c.preferred(tag)]
        if missing:
            some = ", ".join(missing[:5]) + (", …" if len(missing) > 5 else "")
            count = "1 concept has" if len(missing) == 1 else f"{len(missing)} concepts have"
            yield Fault(message=f"{count} no term in {tag}: {some}", language=tag, serious=False)


def _same(first: Term, second: Term, tag: str) -> bool:
    """Whether a text cannot tell two terms apart; capitals do where a case rule asks for them."""
    if _key(first.text, tag) != _key(second.text, tag):
        return False
    told_apart = first.case is not Case.ANY or second.case is not Case.ANY
    return first.text == second.text or not told_apart


def _key(text: str, tag: str) -> tuple[str, ...]:
    return spelling(text, language_of(tag))


def _fault(concept: Concept, tag: str | None, message: str, *, serious: bool = True) -> Fault:
    return Fault(
        message=f"{concept.id} {message}",
        concept=concept.id,
        language=tag,
        place=concept.origin,
        serious=serious,
    )
