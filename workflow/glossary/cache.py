"""Glossary files as they were read the last time: JSON opens thirty times as fast as YAML."""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

from workflow.errors import InputError
from workflow.glossary.glossary import Case, Concept, Status, Term
from workflow.glossary.reader import Content, parse_concepts
from workflow.workspace.files import decode, read_bytes, write_atomic

_VERSION = 1
"""Goes up when what is kept of a concept changes."""


def read_concepts(path: Path, folder: Path | None = None) -> Content:
    """Return what the glossary file at `path` includes, and its own concepts.

    What was read is kept in `folder` until the file changes; a `folder` that cannot be written or
    holds something else is no obstacle. Raises InputError for a file that is wrong.
    """
    data = read_bytes(path)
    if folder is None:
        return parse_concepts(decode(data, path), str(path))
    kept = folder / f"{hashlib.sha256(str(path).encode()).hexdigest()[:16]}.json"
    stamp = f"{_VERSION} {hashlib.sha256(data).hexdigest()}"
    content = _load(kept, stamp)
    if content is None:
        content = parse_concepts(decode(data, path), str(path))
        include, concepts = content
        value = {"stamp": stamp, "include": include, "concepts": [asdict(c) for c in concepts]}
        with suppress(InputError):
            write_atomic(kept, json.dumps(value, ensure_ascii=False).encode())
    return content


def _load(kept: Path, stamp: str) -> Content | None:
    try:
        value = json.loads(kept.read_bytes())
        if value["stamp"] != stamp:
            return None
        return tuple(value["include"]), tuple(_concept(each) for each in value["concepts"])
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None


def _concept(value: dict[str, Any]) -> Concept:
    terms = {tag: tuple(_term(each) for each in terms) for tag, terms in value["terms"].items()}
    return Concept(**{**value, "terms": terms})


def _term(value: dict[str, Any]) -> Term:
    return Term(
        text=value["text"],
        status=Status(value["status"]),
        case=Case(value["case"]),
        abbreviation=value["abbreviation"],
        variants=tuple(value["variants"]),
        note=value["note"],
    )
