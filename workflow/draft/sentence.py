"""One sentence drafted: in one piece where its markup can be put back, else between the markup."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from workflow.document.inline import escape, markup_signature
from workflow.draft.masking import Masked, masked_sentence, protected_pieces
from workflow.draft.nodes import Break, Kept, Node, Span, Text, signature, to_markdown
from workflow.draft.placing import Translation, place_spans
from workflow.draft.rendering import render
from workflow.draft.rounds import Job, Proposals

IN_PIECES = "translated in pieces, between the markup: read the sentence as a whole"
NO_TRANSLATION = "the engine gave nothing for a sentence, so it stands in the source language"

_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ue000-\uf8ff]")
_LAST_STOP = re.compile(r"(?<![.\s])\.\Z")


@dataclass(frozen=True)
class Drafted:
    """A sentence in the target language as inline Markdown, and what a person should look at."""

    markdown: str
    notes: tuple[str, ...] = ()


def draft_sentence(nodes: Sequence[Node]) -> Job[Drafted]:
    """Draft a sentence. No markup, address or mark of it is lost, whatever the engine gives."""
    for masked in masked_sentence(nodes):
        if not _has_words(masked):
            return Drafted(to_markdown(nodes))
        inner = [masked.text[place.start : place.end] for place in masked.places]
        proposals = yield [masked.text, *filter(_is_translatable, inner)]
        proposal = proposals[masked.text]
        whole = tidy(masked.text, proposal.text)
        if not whole or not masked.survives_in(whole):
            continue
        translation = Translation(whole, proposal.alignment)
        places = place_spans(masked, translation, _texts(inner, proposals))
        if places is not None:
            markdown = render(whole, places, masked.masks)
            if markup_signature(markdown) == signature(nodes):
                return Drafted(markdown)
        break
    return (yield from _draft_in_pieces(nodes))


def tidy(source: str, proposed: str) -> str:
    """Return an engine's output on one line, without a full stop that the source does not have."""
    text = " ".join(_UNPRINTABLE.sub(" ", proposed).split())
    if source.rstrip()[-1:].isalnum():
        text = _LAST_STOP.sub("", text)
    return text


def _draft_in_pieces(nodes: Sequence[Node]) -> Job[Drafted]:
    pieces = [piece for piece in _text_pieces(nodes) if _is_translatable(piece)]
    proposals = yield pieces
    texts = {piece: _fitted(piece, proposals[piece].text) for piece in pieces}
    markdown = "".join(_filled(nodes, texts))
    notes = []
    if len(pieces) > 1:
        notes.append(IN_PIECES)
    if not all(texts.values()):
        notes.append(NO_TRANSLATION)
    return Drafted(markdown, tuple(notes))


def _has_words(masked: Masked) -> bool:
    text = masked.text
    for name in masked.masks:
        text = text.replace(name, " ")
    return _is_translatable(text)


def _is_translatable(text: str) -> bool:
    return any(character.isalpha() for character in text)


def _texts(sources: Sequence[str], proposals: Proposals) -> dict[str, str]:
    return {text: tidy(text, proposals[text].text) for text in sources if text in proposals}


def _text_pieces(nodes: Sequence[Node]) -> Iterator[str]:
    for node in nodes:
        match node:
            case Text(text):
                pieces = protected_pieces(text)
                yield from (piece.text.strip() for piece in pieces if isinstance(piece, Text))
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
    words = text.strip()
    if not words:
        return text
    before, _, after = text.partition(words)
    return before + escape(texts.get(words) or words) + after


def _fitted(source: str, proposed: str) -> str:
    """Return a piece's translation without the capital that engines begin a sentence with."""
    text = tidy(source, proposed)
    if source[:1].islower() and text[1:2].islower():
        return text[:1].lower() + text[1:]
    return text
