"""Markdown in, tokens out: the one place that says which Markdown an article is written in.

The parser is imported when it is first needed; a command that only lists articles does without.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from workflow.errors import InputError

if TYPE_CHECKING:
    from markdown_it.token import Token

_LINE_ENDS = re.compile("\r\n?|[\x85\u2028\u2029]")
_INVISIBLE_SPACES = re.compile("[\x0b\x0c\x1c-\x1f]")
_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_ODD = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
"""Whatever one of the others might find; most texts have none of it."""

MARKUP = re.compile(r"[\\`*_\[\]<&!\n]")
"""Where inline markup can begin; a text without any of it is no more than a text."""

_CONTAINERS = {"blockquote_open", "bullet_list_open", "ordered_list_open", "list_item_open"}
_BODIES = 4
"""How many parsed bodies are remembered: an article and its translations ask for the same one."""


def clean(text: str) -> str:
    """Return `text` with plain line ends and without characters that XML 1.0 and HTML refuse."""
    if text.replace("\n", "").isprintable() or not _ODD.search(text):
        return text
    return _FORBIDDEN.sub("", _INVISIBLE_SPACES.sub(" ", _LINE_ENDS.sub("\n", text)))


@lru_cache(maxsize=_BODIES)
def parse(body: str) -> "tuple[Token, ...]":
    """Return the block tokens of a body; footnotes stand at the end, HTML is plain text.

    The tokens are shared by all who ask: whoever wants one otherwise takes a copy.
    Raises InputError where quotes and lists are nested so deeply that text would be lost.
    """
    from workflow.document.parser import MAX_NESTING, build

    tokens = build(any_footnote=False).parse(clean(body))
    for token in tokens:
        if token.type in _CONTAINERS and token.level >= MAX_NESTING - 1:
            line = token.map[0] + 1 if token.map else 0
            raise InputError(
                f"line {line} of the text stands too deep in quotes and lists",
                hint=f"At most {MAX_NESTING // 2} lists may stand in one another.",
            )
    return tuple(tokens)


def parse_inline(
    text: str, footnotes: Mapping[str, int] | None = None, *, any_address: bool = False
) -> "list[Token]":
    """Return the inline tokens of one unit; text that looks like a block stays text.

    `footnotes` maps the labels that exist to their numbers from 0; without it, any label will do.
    With `any_address` links and pictures count that no article may have, such as `../map.png`.
    """
    if not MARKUP.search(text):
        return _plain_tokens(text)
    from workflow.document.parser import build

    env: dict[str, object] = {}
    if footnotes is not None:
        env["footnotes"] = {
            "refs": {f":{label}": number for label, number in footnotes.items()},
            "list": {n: {"label": label, "count": 0} for label, n in footnotes.items()},
        }
    parser = build(any_footnote=footnotes is None, any_address=any_address)
    tokens: list[Token] = []
    parser.inline.parse(text, parser, env, tokens)
    return _with_plain_text(tokens)


def _plain_tokens(text: str) -> "list[Token]":
    from markdown_it.token import Token

    return [Token("text", "", 0, content=text)] if text else []


def footnote_numbers(tokens: "Sequence[Token]") -> dict[str, int]:
    """Return the labels of a body's footnotes with their numbers, for `parse_inline`."""
    return {t.meta["label"]: t.meta["id"] for t in tokens if t.type == "footnote_open"}


def _with_plain_text(tokens: "list[Token]") -> "list[Token]":
    from markdown_it.rules_core import StateCore, text_join
    from markdown_it.token import Token

    from workflow.document.parser import build

    inline = Token("inline", "", 0, children=tokens)
    text_join(StateCore("", build(any_footnote=True), {}, [inline]))
    return inline.children or []
