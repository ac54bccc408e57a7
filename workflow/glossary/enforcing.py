"""Where a translation breaks the glossary: terms missing, deprecated, or in wrong capitals."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from workflow.glossary.capitals import recapitalised
from workflow.glossary.entries import spellings
from workflow.glossary.forms import Tier
from workflow.glossary.glossary import Case, Concept, Term
from workflow.glossary.matcher import Match, Matcher, longest
from workflow.glossary.nearness import nearest


class BreachKind(StrEnum):
    """How a translation can break the glossary."""

    MISSING = "missing"
    DEPRECATED = "deprecated"
    CAPITALS = "capitals"
    TRANSLATED = "translated"
    """What is to stand as it is does not."""
    NEAR = "near"
    """Almost the term: other forms of its words, or words in between. Seldom a fault."""


@dataclass(frozen=True, kw_only=True)
class Breach:
    """One place where a translation breaks the glossary.

    `span` counts code points of the translation, None where a term is missing. `source` is the term
    as the source text has it, None in a text in one language. `use` are the terms to use, best
    first, as they should be written in this place.
    """

    kind: BreachKind
    concept: Concept
    use: tuple[str, ...]
    span: tuple[int, int] | None = None
    found: str = ""
    source: str | None = None
    reason: str | None = None
    """Why a term is rejected, where the glossary says so."""


def pair_breaches(
    source: str, target: str, source_matcher: Matcher, target_matcher: Matcher
) -> Iterator[Breach]:
    """Yield where `target` breaks the glossary as a translation of `source`.

    A term that stands in the source several times must stand in the translation once at least: the
    others may well be pronouns. Terms of concepts that the source does not speak of are left alone.
    """
    wanted: dict[tuple[int, int], list[Match]] = defaultdict(list)
    for match in source_matcher.find(source):
        if not _means_another(match, source, source_matcher.analyser.language):
            wanted[match.span].append(match)
    if not wanted:
        return
    occurrences = target_matcher.occurrences(target)
    yield from _translated(wanted, target)
    spoken_of = {match.concept.id for matches in wanted.values() for match in matches}
    meant = {match.span for match in occurrences if match.concept.id in spoken_of}
    found = longest(m for m in occurrences if m.concept.id in spoken_of or m.span not in meant)
    wrong = [match for match in found if not match.term.allowed]
    kept = {
        match.concept.id
        for match in occurrences
        if match.term.allowed and not any(_within(match, other) for other in wrong)
    }
    reported = {match.concept.id for match in wrong}
    for span, matches in wanted.items():
        missing = [
            m for m in matches if m.concept.translate and m.concept.preferred(target_matcher.tag)
        ]
        ids = {match.concept.id for match in matches}
        if missing and not ids & (kept | reported):
            reported |= ids
            yield _missing(missing, source[slice(*span)], target, target_matcher)
    yield from _misused(target, found, target_matcher.tag, spoken_of)


def _translated(wanted: Mapping[tuple[int, int], list[Match]], target: str) -> Iterator[Breach]:
    """Yield what is not to be translated and does not stand in the translation as it is."""
    told = set()
    for matches in wanted.values():
        for match in matches:
            term, concept = match.term, match.concept
            kept = concept.translate or any(word in target for word, _ in spellings(term))
            if not kept and concept.id not in told:
                told.add(concept.id)
                yield Breach(
                    kind=BreachKind.TRANSLATED, concept=concept, use=(term.text,), source=term.text
                )


def text_breaches(text: str, matcher: Matcher) -> Iterator[Breach]:
    """Yield where a text in one language uses deprecated terms or wrong capitals."""
    found = matcher.find(text)
    yield from _misused(text, found, matcher.tag, {match.concept.id for match in found})


def _missing(matches: list[Match], written: str, target: str, matcher: Matcher) -> Breach:
    concepts = [match.concept for match in matches]
    near = nearest(target, concepts, matcher)
    is_name = near is not None and near.term.case is not Case.ANY
    terms = (term.text for concept in concepts for term in _best_first(concept, matcher.tag))
    return Breach(
        kind=BreachKind.NEAR if near and not is_name else BreachKind.MISSING,
        concept=near.concept if near else concepts[0],
        use=tuple(dict.fromkeys(terms)),
        span=(near.start, near.end) if near else None,
        found=target[near.start : near.end] if near else "",
        source=written,
    )


def _misused(
    text: str, found: list[Match], tag: str, concepts: Collection[str]
) -> Iterator[Breach]:
    fine = {m.span for m in found if m.term.allowed and m.cased and m.concept.id in concepts}
    for match in found:
        if match.concept.id not in concepts or match.span in fine or match.doubtful:
            continue
        written = text[match.start : match.end]
        yield Breach(
            kind=BreachKind.CAPITALS if match.term.allowed else BreachKind.DEPRECATED,
            concept=match.concept,
            use=tuple(_replacements(match, written, tag)),
            span=match.span,
            found=written,
            reason=match.term.reason,
        )


def _replacements(match: Match, written: str, tag: str) -> Iterator[str]:
    if match.term.allowed:
        yield recapitalised(written, match.written)
        return
    if match.term.use:
        yield match.term.use
    for term in _best_first(match.concept, tag):
        if term.text == match.term.use:
            continue
        begins = match.begins_sentence and term.case is not Case.EXACT and written[:1].isupper()
        yield term.text[:1].upper() + term.text[1:] if begins else term.text


def _means_another(match: Match, text: str, language: str) -> bool:
    """Whether what looks like a term may well be another word: `who`, or `infected` for `infect`.

    A name that must have its capitals and has not is the ordinary word: `дождь` is no broadcaster.
    In English a verb's form in -ed or -ing is often an adjective or a noun of its own, and a term
    that is listed in the plural means just that.
    """
    lacks_capitals = match.term.case is Case.EXACT and not match.cased
    if match.doubtful or lacks_capitals or language != "en" or match.tier is Tier.EXACT:
        return match.doubtful or lacks_capitals
    found = text[match.start : match.end]
    verbal = found.endswith(("ed", "ing")) and not match.written.endswith(("ed", "ing"))
    return verbal or (match.written.endswith("s") and not found.endswith("s"))


def _within(inner: Match, outer: Match) -> bool:
    """Whether a term of a concept is only a part of another one of the same concept."""
    return inner.concept is outer.concept and outer.start <= inner.start and inner.end <= outer.end


def _best_first(concept: Concept, tag: str) -> list[Term]:
    allowed = [term for term in concept.terms_in(tag) if term.allowed]
    return sorted(allowed, key=lambda term: term is not concept.preferred(tag))
