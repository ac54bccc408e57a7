"""Which published translations use a term that has been deprecated since."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from workflow.document.inline import plain
from workflow.glossary.glossary import Concept, Glossary, Term
from workflow.glossary.matcher import Matcher
from workflow.language.tags import language as language_of
from workflow.language.words import spelling
from workflow.workspace.workspace import Workspace


@dataclass(frozen=True, kw_only=True)
class Use:
    """A place in a published translation; `instead` are the terms to use there."""

    article: str
    target: str
    unit: str
    found: str
    instead: tuple[str, ...]


def users_of(workspace: Workspace, glossary: Glossary, term: str) -> list[Use] | None:
    """Return the uses of a deprecated `term` in published text, None if the glossary has no such.

    What counts is the text as it was published, not what became of it since.
    """
    rejected = dict(_rejected(glossary, term))
    if not rejected:
        return None
    return [use for tag, concepts in rejected.items() for use in _uses(workspace, tag, concepts)]


def _rejected(glossary: Glossary, text: str) -> Iterator[tuple[str, list[Concept]]]:
    for tag in glossary.languages:
        concepts = [c for c in glossary if any(_is(term, text, tag) for term in c.terms_in(tag))]
        if concepts:
            yield tag, concepts


def _is(term: Term, text: str, tag: str) -> bool:
    language = language_of(tag)
    return not term.allowed and spelling(term.text, language) == spelling(text, language)


def _uses(workspace: Workspace, tag: str, concepts: list[Concept]) -> Iterator[Use]:
    matcher = Matcher(concepts, tag)
    for article in workspace.articles():
        for name in article.targets:
            target = article.target(name)
            if target.state.published is None or language_of(name) != language_of(tag):
                continue
            for unit, state in target.revision("published").units.items():
                text = plain(state.text)
                for match in matcher.find(text):
                    if not match.term.allowed:
                        better = match.concept.preferred(tag)
                        yield Use(
                            article=article.slug,
                            target=name,
                            unit=unit,
                            found=text[match.start : match.end],
                            instead=(better.text,) if better else (),
                        )
