"""Looking things up in a glossary: a term, a form of it, a sentence, or a part of a word."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from workflow.glossary.entries import spellings
from workflow.glossary.forms import Tier
from workflow.glossary.glossary import Concept, Glossary
from workflow.glossary.matcher import Matcher
from workflow.language.scripts import script_of
from workflow.language.tags import language as language_of
from workflow.language.words import spelling


@dataclass(frozen=True, kw_only=True)
class Hit:
    """A concept that was found, by the words `found`, and how: a tier, `id` or `part`."""

    concept: Concept
    found: str
    how: str
    language: str | None = None


def search(glossary: Glossary, text: str, language: str | None = None) -> list[Hit]:
    """Return the concepts whose terms stand in `text`, else those whose terms hold it as a part.

    Only terms in `language` count where one is given. Inflected forms are looked for when nothing
    is found as it is written, in the languages of the text's script.
    """
    if by_id := glossary.concept(text.strip()):
        return [Hit(concept=by_id, found=by_id.id, how="id")]
    tags = [language] if language else list(glossary.languages)
    ways: tuple[Callable[[], Iterable[Hit]], ...] = (
        lambda: _matches(glossary, text, tags, Tier.EXACT),
        lambda: _matches(glossary, text, _of_same_script(glossary, text, tags), Tier.VARIANT),
        lambda: _parts(glossary, text, tags),
    )
    for way in ways:
        first: dict[str, Hit] = {}
        for hit in way():
            first.setdefault(hit.concept.id, hit)
        if first:
            return list(first.values())
    return []


def _matches(glossary: Glossary, text: str, tags: list[str], deepest: Tier) -> Iterator[Hit]:
    for tag in tags:
        for match in _matcher(glossary, tag, deepest).find(text):
            yield Hit(
                concept=match.concept,
                found=text[match.start : match.end],
                how=match.tier.label,
                language=tag,
            )


def _matcher(glossary: Glossary, tag: str, deepest: Tier) -> Matcher:
    return (
        glossary.matcher(tag)
        if deepest is Tier.VARIANT
        else Matcher(glossary.concepts, tag, deepest)
    )


def _parts(glossary: Glossary, text: str, tags: list[str]) -> Iterator[Hit]:
    for concept in glossary:
        for tag in tags:
            part = _plain(text, tag)
            for term in concept.terms_in(tag):
                for written, _ in spellings(term):
                    if part and part in _plain(written, tag):
                        yield Hit(concept=concept, found=written, how="part", language=tag)


def _plain(text: str, tag: str) -> str:
    return " ".join(spelling(text, language_of(tag)))


def _of_same_script(glossary: Glossary, text: str, tags: list[str]) -> list[str]:
    """The languages that write in a script of `text`: no other dictionary need be opened."""
    scripts = _scripts(text)
    return [
        tag
        for tag in tags
        if scripts & _scripts("".join(t.text for c in glossary for t in c.terms_in(tag)))
    ]


def _scripts(text: str) -> set[str]:
    return {script for letter in set(text) if letter.isalpha() and (script := script_of(letter))}
