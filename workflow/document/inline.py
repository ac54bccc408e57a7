"""Inline Markdown, piece by piece: what is text, what is markup, and what an address.

Everything here takes any text: broken markup is text, as CommonMark says.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from workflow.document.markdown import MARKUP, parse_inline

if TYPE_CHECKING:
    from markdown_it.token import Token

_LITERAL = re.compile(
    r"""
      \\(?![^\W_]|[ ])                       # a backslash that would escape what follows
    | `
    | (?<![ ])\*|\*(?![ ])                   # not a star with a space on each side
    | (?<![^\W_])_|_(?![^\W_])               # not a low line within a word
    | \[(?=\^)|\](?=[(\[:])|!(?=\[)           # footnotes, links and pictures
    | <(?=[\w/!?.])                          # addresses, and HTML for other tools
    | &(?=\#?\w{1,31};)
    """,
    re.VERBOSE,
)


class SegmentKind(StrEnum):
    """What a piece of inline Markdown is."""

    TEXT = "text"
    OPEN = "open"
    CLOSE = "close"
    CODE = "code"
    IMAGE = "image"
    BREAK = "break"
    AUTOLINK = "autolink"
    FOOTNOTE = "footnote"


@dataclass(frozen=True, kw_only=True)
class Segment:
    """A piece of inline Markdown; `raw` is how it is written, `text` what a reader sees of it.

    `tag` tells markup of one kind apart: `em`, `strong` or `link` for what opens and closes, `hard`
    or `soft` for a break. `url` is the address of a link, autolink or image, percent-encoded.
    """

    kind: SegmentKind
    raw: str
    text: str = ""
    tag: str = ""
    url: str = ""


def has_markup(text: str) -> bool:
    """Say whether a text may hold markup; a quick answer that spares the parser plain text."""
    return bool(MARKUP.search(text))


def segments(text: str, *, any_address: bool = False) -> list[Segment]:
    """Return the pieces of inline Markdown in order; their `raw` together is `text` again.

    With `any_address` links and pictures count that no article may have, such as `../map.png`.
    """
    if not has_markup(text):
        return [Segment(kind=SegmentKind.TEXT, raw=text, text=text)] if text else []
    return [segment for segment, _ in pieces(text, parse_inline(text, any_address=any_address))]


def plain(text: str) -> str:
    """Return what a reader sees or hears of inline Markdown, a hard break as a line end."""
    return "".join(segment.text for segment in segments(text))


def links(text: str) -> list[str]:
    """Return the addresses that inline Markdown links to, in order, without those of pictures."""
    linking = {SegmentKind.OPEN, SegmentKind.AUTOLINK}
    return [s.url for s in segments(text) if s.kind in linking and s.url]


def markup_signature(text: str, *, any_address: bool = False) -> Counter[str]:
    """Return how often each sort of markup stands in a text, by name.

    The names are em, strong, link, code, image, break (hard ones alone) and footnote.
    """
    found = segments(text, any_address=any_address)
    return Counter(name for segment in found if (name := _markup_name(segment)))


def escape(text: str, *, following: str = "") -> str:
    """Return plain text on one line as inline Markdown that reads exactly so.

    Only what would otherwise be markup gets a backslash. `following` is Markdown that will come
    right after it on the same line: `!` before a link would make it a picture.
    """
    whole = text + following[:1]

    def literal(match: re.Match[str]) -> str:
        return "\\" + match[0] if match.start() < len(text) else match[0]

    return _LITERAL.sub(literal, whole).removesuffix(following[:1])


def pieces(content: str, tokens: "Sequence[Token]") -> "Iterator[tuple[Segment, Token | None]]":
    """Yield the segments of `content`, parsed into `tokens`, each with the token of its markup."""
    position = 0
    for token in tokens:
        if "span" not in token.meta or token.type == "text":
            continue
        start, end = _span(token)
        if start > position:
            yield _text(content[position:start]), None
        yield _segment(token, content[start:end]), token
        position = end
    if position < len(content):
        yield _text(content[position:]), None


def _span(token: "Token") -> tuple[int, int]:
    start, end = token.meta["span"]
    # Of the two characters of strong emphasis, the parser keeps the inner one.
    if token.type == "strong_open":
        return start - 1, end
    if token.type == "strong_close":
        return start, end + 1
    return start, end


def _text(raw: str) -> Segment:
    from markdown_it.common.utils import unescapeAll

    return Segment(kind=SegmentKind.TEXT, raw=raw, text=unescapeAll(raw))


def _segment(token: "Token", raw: str) -> Segment:
    url = str(token.attrs.get("href", token.attrs.get("src", "")))
    match token.type:
        case "code_inline":
            return Segment(kind=SegmentKind.CODE, raw=raw, text=token.content)
        case "softbreak":
            return Segment(kind=SegmentKind.BREAK, raw=raw, text=" ", tag="soft")
        case "hardbreak":
            return Segment(kind=SegmentKind.BREAK, raw=raw, text="\n", tag="hard")
        case "image":
            alt = "".join(
                segment.text for segment, _ in pieces(token.content, token.children or ())
            )
            return Segment(kind=SegmentKind.IMAGE, raw=raw, text=alt, url=url)
        case "footnote_ref":
            return Segment(kind=SegmentKind.FOOTNOTE, raw=raw)
        case "link_open" if token.info == "auto":
            return Segment(kind=SegmentKind.AUTOLINK, raw=raw, text=raw[1:-1], url=url)
    tag, _, side = token.type.rpartition("_")
    kind = SegmentKind.OPEN if side == "open" else SegmentKind.CLOSE
    return Segment(kind=kind, raw=raw, tag=tag, url=url)


def _markup_name(segment: Segment) -> str:
    match segment.kind:
        case SegmentKind.OPEN:
            return segment.tag
        case SegmentKind.AUTOLINK:
            return "link"
        case SegmentKind.BREAK if segment.tag == "hard":
            return "break"
        case SegmentKind.CODE | SegmentKind.IMAGE | SegmentKind.FOOTNOTE:
            return segment.kind.value
    return ""
