"""The one walk through an article: finds its units, and puts other texts in their places."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from workflow.document.markdown import footnote_numbers, parse_inline
from workflow.document.source import Audio, AudioPart, Cover, Place, Source
from workflow.document.standing import standing_alone
from workflow.document.units import UnitKind

if TYPE_CHECKING:
    from markdown_it.token import Token

Visitor = Callable[[UnitKind, str], str | None]
"""Is shown each unit in reading order; returns what shall stand there, None for no change."""

_CONTAINERS = {
    "heading": UnitKind.HEADING,
    "list_item": UnitKind.ITEM,
    "blockquote": UnitKind.QUOTE,
    "th": UnitKind.CELL,
    "td": UnitKind.CELL,
    "footnote": UnitKind.FOOTNOTE,
}
_OPENING = {f"{name}_open": kind for name, kind in _CONTAINERS.items()}
_CLOSING = {f"{name}_close" for name in _CONTAINERS}


def visit(
    source: Source, tokens: "Sequence[Token]", visitor: Visitor
) -> "tuple[Source, list[Token]]":
    """Show every unit of an article to `visitor`; return `source` and `tokens` with its texts.

    `tokens` are those of the body. They are left as they are: where the visitor gave a text, a copy
    stands in their place.
    """

    def put(kind: UnitKind, text: str) -> str:
        unit = standing_alone(text)
        if not unit.strip():
            return unit
        given = visitor(kind, unit)
        return unit if given is None else given

    head = replace(
        source,
        title=put(UnitKind.TITLE, source.title),
        summary=source.summary and put(UnitKind.SUMMARY, source.summary),
        authors=tuple(put(UnitKind.AUTHOR, name) for name in source.authors),
        publication=_place(source.publication, UnitKind.PUBLICATION, put),
        original=_place(source.original, UnitKind.ORIGINAL, put),
        cover=_cover(source.cover, put),
        audio=tuple(_audio(sound, put) for sound in source.audio),
        participants=tuple(put(UnitKind.PARTICIPANT, name) for name in source.participants),
        parts=tuple(_part(part, put) for part in source.parts),
        music=source.music and put(UnitKind.MUSIC, source.music),
    )
    body = list(_body(tokens, visitor))
    whole = replace(
        head,
        notes=tuple(put(UnitKind.NOTE, note) for note in source.notes),
        tags=tuple(put(UnitKind.TAG, tag) for tag in source.tags),
    )
    return whole, body


_Put = Callable[[UnitKind, str], str]


def _place(place: Place | None, kind: UnitKind, put: _Put) -> Place | None:
    return place and replace(place, name=put(kind, place.name))


def _cover(cover: Cover | None, put: _Put) -> Cover | None:
    if cover is None:
        return None
    return replace(
        cover,
        alt=cover.alt and put(UnitKind.ALT, cover.alt),
        credit=cover.credit and put(UnitKind.CREDIT, cover.credit),
    )


def _audio(audio: Audio, put: _Put) -> Audio:
    return replace(audio, title=put(UnitKind.AUDIO, audio.title))


def _part(part: AudioPart, put: _Put) -> AudioPart:
    return replace(part, title=put(UnitKind.PART, part.title))


def _body(tokens: "Sequence[Token]", visitor: Visitor) -> "Iterator[Token]":
    footnotes = footnote_numbers(tokens)
    around: list[UnitKind] = []
    for token in tokens:
        if token.type in _OPENING:
            around.append(_OPENING[token.type])
        elif token.type in _CLOSING:
            around.pop()
        if token.type != "inline":
            yield token
        elif pictures_alone(token.children or ()):
            yield _with_pictures(token, visitor, footnotes)
        else:
            innermost = around[-1] if around else UnitKind.PARAGRAPH
            yield _with_text(token, innermost, visitor, footnotes)


def _with_text(
    token: "Token", kind: UnitKind, visitor: Visitor, footnotes: Mapping[str, int]
) -> "Token":
    text = standing_alone(token.content, token.children)
    given = visitor(kind, text) if text.strip() else None
    if given is None:
        return token
    return _reworded(token, given, parse_inline(given, footnotes))


def _reworded(token: "Token", text: str, children: "list[Token]") -> "Token":
    """Return a token with other words; `Token.copy` looks up every field, and takes thrice as long.

    What it is besides is shared with the other, as it is there.
    """
    return type(token)(
        token.type,
        token.tag,
        token.nesting,
        attrs=token.attrs,
        map=token.map,
        level=token.level,
        children=children,
        content=text,
        markup=token.markup,
        info=token.info,
        meta=token.meta,
        block=token.block,
        hidden=token.hidden,
    )


def _with_pictures(token: "Token", visitor: Visitor, footnotes: Mapping[str, int]) -> "Token":
    return token.copy(
        children=[
            _with_caption(_with_text(child, UnitKind.ALT, visitor, footnotes), visitor)
            if child.type == "image"
            else child
            for child in token.children or ()
        ]
    )


def _with_caption(picture: "Token", visitor: Visitor) -> "Token":
    caption = standing_alone(str(picture.attrs.get("title", "")))
    given = visitor(UnitKind.CAPTION, caption) if caption.strip() else None
    if given is None:
        return picture
    return picture.copy(attrs={**picture.attrs, "title": given})


def pictures_alone(tokens: "Sequence[Token]") -> "list[Token]":
    """Return the pictures of an inline text that has nothing else; none where it has words."""
    for token in tokens:
        if token.type == "text" and token.content.strip():
            return []
        if token.type in {"code_inline", "footnote_ref"}:
            return []
    return [token for token in tokens if token.type == "image"]
