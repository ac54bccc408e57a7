"""A sentence translated between its markup, piece by piece: nothing of it can get lost."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from workflow.document.inline import escape
from workflow.draft.masking import protected_pieces
from workflow.draft.nodes import Break, Kept, Node, Span, Text
from workflow.draft.rounds import Job, Request
from workflow.draft.version import Version, is_translatable, tidy, uncapitalised

IN_PIECES = "translated in pieces, between the markup: read the sentence as a whole"
NO_TRANSLATION = "the engine gave nothing for a sentence, so it stands in the source language"

_MARKS = ",;:.!?…)]”’»–—- "


def draft_in_pieces(nodes: Sequence[Node]) -> Job[Version]:
    """Draft what stands between the markup of a sentence, each piece for itself."""
    pieces = [piece for piece in _text_pieces(nodes) if is_translatable(piece)]
    answers = yield [Request(piece) for piece in pieces]
    proposed = {piece: tidy(piece, answers.proposals[Request(piece)].text) for piece in pieces}
    texts = {piece: uncapitalised(piece, text) for piece, text in proposed.items()}
    notes = []
    if len(pieces) > 1:
        notes.append(IN_PIECES)
    if not all(texts.values()):
        notes.append(NO_TRANSLATION)
    return Version("".join(_filled(nodes, texts)), tuple(notes))


def has_words(nodes: Sequence[Node]) -> bool:
    """Tell whether there is anything to translate beside what is kept.

    A single letter, such as one that stands for a paragraph or a column, is nothing of the kind.
    """
    every = (c for piece in _text_pieces(nodes) for c in piece if c.isalpha())
    letters = list(islice(every, 2))
    return len(letters) > 1 or any(letter.lower() == letter.upper() for letter in letters)


def _text_pieces(nodes: Sequence[Node]) -> Iterator[str]:
    for node in nodes:
        match node:
            case Text(text):
                pieces = protected_pieces(text)
                yield from (_core(piece.text) for piece in pieces if isinstance(piece, Text))
            case Span(_, _, children):
                yield from _text_pieces(children)


def _filled(nodes: Sequence[Node], texts: Mapping[str, str]) -> Iterator[str]:
    for node in nodes:
        match node:
            case Text(text):
                for piece in protected_pieces(text):
                    yield piece.raw if isinstance(piece, Kept) else _replaced(piece.text, texts)
            case Kept(raw) | Break(raw):
                yield raw
            case Span(opening, closing, children):
                yield opening
                yield from _filled(children, texts)
                yield closing


def _replaced(text: str, texts: Mapping[str, str]) -> str:
    words = _core(text)
    if not words:
        return escape(text)
    before, _, after = text.partition(words)
    return escape(before) + escape(texts.get(words) or words) + escape(after)


def _core(text: str) -> str:
    """Return a piece without the marks that it begins with: engines make words of them."""
    return text.strip().lstrip(_MARKS)
