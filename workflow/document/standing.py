"""Inline Markdown out of a body, made to stand by itself: the text of a unit."""

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from workflow.document.inline import Segment, SegmentKind, has_markup, pieces
from workflow.document.markdown import clean, parse_inline

if TYPE_CHECKING:
    from markdown_it.token import Token

_SPACES = re.compile(r"[ \t\n]+")
_LINE_END = re.compile(r"[ \t]*\n[ \t]*")


def standing_alone(content: str, tokens: "Sequence[Token] | None" = None) -> str:
    """Return inline Markdown on one line and without links by reference.

    A hard break stays, as a backslash and a line end; no-break spaces stay. `tokens` are those of
    `content` where it comes out of a body, since the links that it refers to are defined elsewhere.
    """
    content = clean(content)
    if not has_markup(content):
        return _spaced_once(content).strip(" ")
    text = ""
    for segment, token in pieces(content, parse_inline(content) if tokens is None else tokens):
        if segment.kind is SegmentKind.BREAK:
            text = _broken(text, segment)
        elif token is None:
            words = _spaced_once(segment.raw)
            text += words.lstrip(" ") if text.endswith((" ", "\n")) else words
        else:
            text += _on_one_line(segment, token)
    return text.strip(" ")


def _spaced_once(text: str) -> str:
    if any(odd in text for odd in ("  ", "\t", "\n")):  # most texts have none
        return _SPACES.sub(" ", text)
    return text


def _broken(text: str, segment: Segment) -> str:
    text = text.rstrip(" ")
    if segment.tag == "soft":
        return text if text.endswith("\n") else text + " "
    # A backslash that was followed by spaces alone must not escape the one put here.
    return text + (" \\\n" if text.endswith("\\") else "\\\n")


def _on_one_line(segment: Segment, token: "Token") -> str:
    match segment.kind:
        case SegmentKind.CODE:
            return segment.raw.replace("\n", " ")
        case SegmentKind.IMAGE:
            return _image(segment.raw, token)
        case SegmentKind.CLOSE if segment.tag == "link":
            return _link_end(segment.raw, token.meta["attrs"])
    return segment.raw


def _image(raw: str, token: "Token") -> str:
    alt = standing_alone(token.content, token.children or ())
    return f"![{alt}{_link_end(raw[token.meta['label_end'] :], token.attrs)}"


def _link_end(raw: str, attrs: Mapping[str, str | int | float]) -> str:
    if raw.startswith("]("):
        return _LINE_END.sub(" ", raw)
    url = str(attrs.get("href", attrs.get("src", "")))
    url = re.sub(r"[\\()<>]", r"\\\g<0>", url).replace("&", "&amp;")
    title = _spaced_once(str(attrs.get("title", "")))
    if not title:
        return f"]({url})"
    title = re.sub(r'[\\"]', r"\\\g<0>", title).replace("&", "&amp;")
    return f']({url} "{title}")'
