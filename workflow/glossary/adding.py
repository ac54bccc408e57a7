"""Adding a concept to a glossary that a person wrote: every other line stays as it is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from workflow.errors import InputError
from workflow.glossary.glossary import Concept, Glossary, Term
from workflow.glossary.reader import CONCEPT_ID, parse_concepts
from workflow.glossary.writing import concept_lines
from workflow.language.tags import language as language_of
from workflow.language.tags import standard
from workflow.language.words import spelling
from workflow.workspace.files import decode, read_bytes, write_atomic

_LIST = re.compile(
    r"^concepts:[ \t]*(?P<empty>\[[ \t]*\]|~|null)?[ \t]*(?P<comment>#.*)?$", re.MULTILINE
)
_NEXT_KEY = re.compile(r"^[^\s#\-]", re.MULTILINE)
_ITEM = re.compile(r"^(?P<indent> *)-[ \t]", re.MULTILINE)


def add_concept(
    path: Path,
    glossary: Glossary,
    id: str,
    terms: Mapping[str, str],
    *,
    domain: str | None = None,
    note: str | None = None,
) -> None:
    """Write a new concept at the end of the glossary file at `path`.

    `glossary` is the loaded file with what it includes; `terms` maps language tags to preferred
    terms. Raises InputError for an id or a term that is there already, and for a file whose layout
    cannot be added to without changing what a person wrote; then nothing is written.
    """
    terms = {standard(tag): " ".join(term.split()) for tag, term in terms.items()}
    _refuse_duplicates(glossary, id, terms)
    text = decode(read_bytes(path), path) if path.exists() else ""
    made = {tag: (Term(text=term),) for tag, term in terms.items()}
    concept = Concept(id=id, domain=domain, note=note, terms=made)
    write_atomic(path, with_concepts(text, str(path), [concept]).encode())


def add_concepts(path: Path, glossary: Glossary, concepts: Sequence[Concept]) -> list[Concept]:
    """Write at the end of the file those of `concepts` whose ids are new; return them.

    Raises InputError as `add_concept` does for the layout of the file.
    """
    there = {concept.id for concept in glossary}
    new = [concept for concept in concepts if concept.id not in there]
    if new:
        text = decode(read_bytes(path), path) if path.exists() else ""
        write_atomic(path, with_concepts(text, str(path), new).encode())
    return new


def with_concepts(text: str, name: str, concepts: Sequence[Concept]) -> str:
    """Return the `text` of the glossary file `name` with more concepts after its last."""
    lines = [line for concept in concepts for line in concept_lines(concept)]
    written = _spliced(text, lines)
    include, before = _content(text, name)
    _, new = _content(_alone(lines), name)
    try:
        whole = _content(written, name) == (include, before + new)
    except InputError:
        whole = False
    if not whole:
        raise InputError(
            f"{name}: a concept cannot be added without changing the layout of the file",
            hint="Add it by hand, below the others:\n" + "\n".join(lines),
        )
    return written


def _content(text: str, name: str) -> tuple[tuple[str, ...], list[Concept]]:
    """What a glossary file says, wherever in it that stands."""
    include, concepts = parse_concepts(text, name)
    return include, [replace(concept, origin="") for concept in concepts]


def _refuse_duplicates(glossary: Glossary, id: str, terms: Mapping[str, str]) -> None:
    if not CONCEPT_ID.fullmatch(id):
        raise InputError(
            f"{id!r} cannot be the id of a concept", hint="Use a-z, 0-9 and -: foreign-agent."
        )
    if not terms:
        raise InputError("a concept needs a term", hint='Write them as en="foreign agent".')
    if there := glossary.concept(id):
        raise InputError(
            f"there is already a concept {id}, in {there.origin}",
            hint="Choose another id, or change that concept by hand.",
        )
    for tag, term in terms.items():
        if not spelling(term, language_of(tag)):
            raise InputError(f"{term!r} has no words", hint=f'Write the term: {tag}="…".')
        if other := _preferring(glossary, tag, term):
            raise InputError(
                f"“{term}” is already the {tag} term of {other.id}",
                hint=f"`workflow glossary find {other.id}` shows it. To change it, write an entry "
                "with this id into glossary.yaml: it replaces one that ships.",
            )


def _preferring(glossary: Glossary, tag: str, term: str) -> Concept | None:
    language = language_of(tag)
    key = spelling(term, language)
    for concept in glossary:
        preferred = concept.preferred(tag)
        if preferred and spelling(preferred.text, language) == key:
            return concept
    return None


def _alone(lines: list[str]) -> str:
    return "concepts:\n" + "\n".join(lines) + "\n"


def _spliced(text: str, lines: list[str]) -> str:
    heading = _LIST.search(text)
    if heading is None:
        start = text if not text or text.endswith("\n") else text + "\n"
        return start + _alone(lines)
    head, tail = text[: heading.end()], text[heading.end() :]
    if heading["empty"]:
        comment = f"  {heading['comment']}" if heading["comment"] else ""
        head = f"{text[: heading.start()]}concepts:{comment}"
    following = _NEXT_KEY.search(tail, 1)
    block = tail[: following.start()] if following else tail
    item = _ITEM.search(block)
    indent = item["indent"] if item else ""
    end = _end_of_last_item(block)
    entry = "".join(f"\n{indent}{line}" for line in lines)
    rest = tail[end:]
    return head + tail[:end] + entry + (rest if rest.startswith("\n") else "\n" + rest)


def _end_of_last_item(block: str) -> int:
    """Where the last line of `block` ends that is neither empty nor a comment."""
    end = position = 0
    for line in block.splitlines(keepends=True):
        position += len(line)
        if line.strip() and not line.lstrip().startswith("#"):
            end = position - (1 if line.endswith("\n") else 0)
    return end
