"""The label before what somebody says: `**Ana Prueba:** We waited.`

An engine takes a label for a part of the sentence, and loses a name in it or what marks it. So it
is drafted by itself, and a name is not translated.
"""

import re
from collections.abc import Sequence

from workflow.document.inline import escape, plain
from workflow.draft.faults import Pair
from workflow.draft.keeping import Decided, with_decided
from workflow.draft.names import Term, spelt
from workflow.draft.nodes import Node, Span, plain_text, to_markdown
from workflow.draft.plan import laid_out
from workflow.draft.rounds import Job
from workflow.draft.sentence import draft_sentence
from workflow.draft.version import Version, joined
from workflow.language.places import is_place
from workflow.language.proper_names import proper_names
from workflow.language.tags import language

_LABEL = re.compile(r"([^\s:]+(?: [^\s:]+){0,3}):(?:\s+(?=\S)|\Z)")


def draft_labelled(nodes: Sequence[Node], pair: Pair, term: Term) -> Job[Version]:
    """Draft a sentence, its label by itself where it has one; `term` knows the glossary's names."""
    label = _LABEL.match(plain_text(nodes))
    if label is None:
        return (yield from draft_sentence(nodes, pair))
    name = label[1] if _is_name(label[1], pair.source) else ""
    if not name and not _is_marked(nodes, label):
        return (yield from draft_sentence(nodes, pair))
    parts = []
    for step in laid_out(nodes, {label.end()}):
        if isinstance(step, str):
            parts.append(Version(step))
        elif name and not parts:
            parts.append(_named(step.nodes, name, pair.target, term))
        else:
            parts.append((yield from draft_sentence(step.nodes, pair)))
    return joined(parts)


def _is_name(words: str, tag: str) -> bool:
    """Tell whether all words begin with a capital and one is a name, but not of a country."""
    if not all(word[0].isupper() for word in words.split()):
        return False
    names = proper_names(f"– x {words}", tag)
    return bool(names) and not any(is_place(name.text, language(tag)) for name in names)


def _is_marked(nodes: Sequence[Node], label: re.Match[str]) -> bool:
    """Tell whether emphasis or a link goes around the whole label, and a sentence follows."""
    rest = label.string[label.end() :]
    whole = isinstance(nodes[0], Span) and nodes[0].text.strip().rstrip(":") == label[1]
    return whole and bool(rest) and not rest[0].islower()


def _named(nodes: Sequence[Node], name: str, target: str, term: Term) -> Version:
    draft = spelt(escape(name), target, term)
    label = with_decided(nodes, [Decided(0, len(name), plain(draft.text))])
    return Version(to_markdown(label), tuple(filter(None, [draft.origin.note])))
