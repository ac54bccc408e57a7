"""The label before what somebody says: `**Ana Prueba:** We waited.`

An engine takes a label for a part of the sentence, and loses a name in it or what marks it. So it
is drafted by itself, around the names in it.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from workflow.document.inline import escape, plain
from workflow.draft.faults import Pair
from workflow.draft.keeping import Decided, with_decided
from workflow.draft.names import Term, spelt
from workflow.draft.nodes import Node, Span, plain_text
from workflow.draft.plan import laid_out
from workflow.draft.rounds import Job
from workflow.draft.sentence import draft_sentence
from workflow.draft.version import Version, joined
from workflow.language.function_words import function_words
from workflow.language.places import is_place
from workflow.language.proper_names import proper_names
from workflow.language.tags import language

_LABEL = re.compile(r"([^\s:]+(?: [^\s:]+){0,3}):(?:\s+(?=\S)|\Z)")
_AMID = "– x "
"""Stands before a label so that its first word is not one with which a sentence begins."""


def draft_labelled(nodes: Sequence[Node], pair: Pair, term: Term) -> Job[Version]:
    """Draft a sentence, its label by itself where it has one; `term` knows the glossary's names."""
    label = _LABEL.match(plain_text(nodes))
    names = _names(label[1], pair, term) if label else []
    if label is None or not (names or _is_marked(nodes, label)):
        return (yield from draft_sentence(nodes, pair))
    parts = [Version("", tuple(note for name in names if (note := name.note)))]
    decided = [Decided(name.start, name.end, name.words) for name in names]
    for step in laid_out(with_decided(nodes, decided), {label.end()}):
        if isinstance(step, str):
            parts.append(Version(step))
        else:
            parts.append((yield from draft_sentence(step.nodes, pair)))
    return joined(parts)


class _Name(NamedTuple):
    """Where a name stands in a label, what it becomes, and what a reader should look at."""

    start: int
    end: int
    words: str
    note: str


def _names(label: str, pair: Pair, term: Term) -> list[_Name]:
    """Return the names in a label that has a capital on every word, as who speaks has."""
    base = language(pair.source)
    words = label.split()
    if not all(w[0].isupper() and w.lower() not in function_words(base) for w in words):
        return []
    known = term(escape(label)) or ""
    if known[:1].isupper():
        return [_Name(0, len(label), known, "")]
    found = []
    for name in proper_names(_AMID + label, pair.source):
        if not is_place(name.text, base):
            draft = spelt(escape(name.text), pair.target, term)
            start, end = (place - len(_AMID) for place in name.span)
            found.append(_Name(start, end, plain(draft.text), draft.origin.note))
    return found


def _is_marked(nodes: Sequence[Node], label: re.Match[str]) -> bool:
    """Tell whether emphasis or a link goes around the whole label, and a sentence follows."""
    rest = label.string[label.end() :]
    whole = isinstance(nodes[0], Span) and nodes[0].text.strip().rstrip(":") == label[1]
    return whole and bool(rest) and not rest[0].islower()
