"""A concept as it is written in glossary.yaml."""

from __future__ import annotations

import json
from collections.abc import Iterator

from workflow import safe_yaml
from workflow.errors import InputError
from workflow.glossary.glossary import Case, Concept, Status, Term

_WIDTH = 100


def concept_lines(concept: Concept) -> list[str]:
    """Return the lines of a concept, which the reader makes the same concept of.

    A person's names are written as terms, with all that the glossary knows of them.
    """
    lines = [f"- id: {concept.id}"]
    lines += [f"  domain: {scalar(concept.domain)}"] if concept.domain else []
    lines += [f"  note: {scalar(concept.note)}"] if concept.note else []
    lines += ["  translate: false"] if not concept.translate else []
    lines += [f"  person: {{gender: {concept.person}}}"] if concept.person else []
    lines += ["  terms:"] if concept.terms else []
    for tag, terms in concept.terms.items():
        if len(terms) == 1 and terms[0] == Term(text=terms[0].text):
            lines.append(f"    {tag}: {scalar(terms[0].text)}")
        else:
            lines.append(f"    {tag}:")
            lines += [line for term in terms for line in _term_lines(term)]
    return lines


def scalar(value: str) -> str:
    """Return a YAML scalar that reads back as `value`: plain where that is safe, else quoted."""
    try:
        plain = safe_yaml.load(f"x: [{value}]", "") == {"x": [value]}
        plain = plain and safe_yaml.load(f"x: {value}", "") == {"x": value}
    except InputError:
        plain = False
    return value if plain else json.dumps(value, ensure_ascii=False)


def _term_lines(term: Term) -> list[str]:
    parts = list(_parts(term))
    if len(parts) == 1:
        return [f"    - {scalar(term.text)}"]
    flow = f"    - {{{', '.join(parts)}}}"
    if len(flow) <= _WIDTH:
        return [flow]
    return [f"    - {parts[0]}", *(f"      {part}" for part in parts[1:])]


def _parts(term: Term) -> Iterator[str]:
    yield f"term: {scalar(term.text)}"
    if term.status is not Status.PREFERRED:
        yield f"status: {term.status}"
    if term.case is not Case.ANY:
        yield f"case: {term.case}"
    if term.expand:
        yield "expand: true"
    if term.variants:
        yield f"variants: [{', '.join(scalar(variant) for variant in term.variants)}]"
    if term.date:
        yield f"date: {term.date}"
    texts = {
        "part_of_speech": term.part,
        "gender": term.gender,
        "abbreviation": term.abbreviation,
        "annotation": term.annotation,
        "use": term.use,
        "reason": term.reason,
        "context": term.context,
        "note": term.note,
    }
    for key, text in texts.items():
        if text:
            yield f"{key}: {scalar(text)}"
