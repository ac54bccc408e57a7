"""The Markdown parser, set up once. Slow to import: reach it through `workflow.document.markdown`.

It is CommonMark with tables and footnotes and without HTML, which is shown as the text that it is.
Inline tokens say where in their text they stand, so that a unit's own words are never rewritten:
`token.meta["span"]` is where the markup stands; `meta["label_end"]` is the `]` in an image's span,
and `meta["attrs"]`, where a link ends, has the attributes that it began with.
"""

import functools
import re
from collections.abc import Callable

from markdown_it import MarkdownIt, rules_inline
from markdown_it.common.utils import mdTrim
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.footnote.index import footnote_ref

from workflow.document import links
from workflow.document.markdown import MARKUP
from workflow.document.subtitles.marks import ADDRESS

Rule = Callable[[StateInline, bool], bool]


MAX_NESTING = 40
"""How deeply blocks may nest, a list and its item being two; what is deeper is passed over."""

_PLAIN_ADDRESS = re.compile(
    r"https?://(?![a-z0-9.-]{64})[a-z0-9]+(?:[.-][a-z0-9]+)*(?:/[A-Za-z0-9._~/-]*)?"
)
"""An address that is written as browsers send it; most are."""


class QuickInline(ParserInline):
    """Takes text without markup, as most text is, for what it is, and asks no rule."""

    def __init__(self) -> None:
        super().__init__()
        self.terminator_re = MARKUP

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        """Put the tokens of `src` behind `tokens`, and return all of them."""
        if not src or MARKUP.search(src):
            return super().parse(src, md, env, tokens)
        tokens.append(Token("text", "", 0, content=src))
        return tokens


class SafeMarkdown(MarkdownIt):
    """A parser for which unsafe links are plain text, and time codes of subtitles no text."""

    def __init__(self, inline: ParserInline, *, any_address: bool = False) -> None:
        super().__init__("commonmark")
        self.inline = inline
        self.any_address = any_address
        self.configure("commonmark", {"html": False, "maxNesting": MAX_NESTING})

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - the name that markdown-it calls
        return url if _PLAIN_ADDRESS.fullmatch(url) else super().normalizeLink(url)

    def validateLink(self, url: str) -> bool:  # noqa: N802 - the name that markdown-it calls
        return self.any_address or url == ADDRESS or links.may_link(url)


@functools.cache
def build(*, any_footnote: bool, any_address: bool = False, quick: bool = True) -> SafeMarkdown:
    """Return the parser; with `any_footnote`, a mark such as `[^1]` needs no definition.

    With `any_address` unsafe links are links too: for who only reads. One that is not `quick` asks
    every rule of every text: tests compare the two.
    """
    inline = QuickInline() if quick else ParserInline()
    parser = SafeMarkdown(inline, any_address=any_address)
    parser.enable("table")
    footnote_plugin(parser, inline=False)
    if quick:
        parser.block.ruler.before("table", "one_line", _one_line)
    marks = functools.partial(footnote_ref, always_match=any_footnote)
    for name, rule, place in (
        ("newline", rules_inline.newline, _place),
        ("escape", rules_inline.escape, _place),
        ("backticks", rules_inline.backtick, _place),
        ("autolink", rules_inline.autolink, _place),
        ("footnote_ref", marks, _place),
        ("emphasis", rules_inline.emphasis.tokenize, _place_delimiters),
        ("link", rules_inline.link, _place_link),
        ("image", rules_inline.image if any_address else _safe_image, _place_image),
    ):
        parser.inline.ruler.at(name, _placed(rule, place))
    return parser


def _one_line(state: StateBlock, start: int, _end: int, silent: bool) -> bool:
    """Take a line of text between empty lines for the paragraph that it is, and ask no rule.

    Every other block begins with a sign, a digit or a space, or goes on in the next line.
    """
    first, end = state.bMarks[start] + state.tShift[start], state.eMarks[start]
    if silent or not state.src[first].isalpha() or state.is_code_block(start):
        return False
    if start + 1 < state.lineMax and not state.isEmpty(start + 1):
        return False
    state.line = start + 1
    state.push("paragraph_open", "p", 1).map = [start, state.line]
    inline = state.push("inline", "", 0)
    inline.content, inline.children = mdTrim(state.src[first:end]), []
    inline.map = [start, state.line]
    state.push("paragraph_close", "p", -1)
    return True


def _placed(rule: Rule, place: Callable[[StateInline, int, int], None]) -> Rule:
    def run(state: StateInline, silent: bool) -> bool:
        start, first = state.pos, len(state.tokens)
        found = rule(state, silent)
        if found and not silent:
            place(state, start, first)
        return found

    return run


def _place(state: StateInline, start: int, first: int) -> None:
    for token in state.tokens[first:]:
        if token.type not in {"text", "text_special"}:
            token.meta["span"] = (start, state.pos)
            return


def _place_delimiters(state: StateInline, start: int, first: int) -> None:
    # What becomes of them is decided when the text has been read: each is a character by now.
    for token, position in zip(
        reversed(state.tokens[first:]), range(state.pos - 1, start - 1, -1), strict=False
    ):
        token.meta["span"] = (position, position + 1)


def _place_link(state: StateInline, start: int, first: int) -> None:
    label_end = state.md.helpers.parseLinkLabel(state, start, True)
    opening = next(token for token in state.tokens[first:] if token.type == "link_open")
    opening.meta["span"] = (start, start + 1)
    state.tokens[-1].meta.update(span=(label_end, state.pos), attrs=opening.attrs)


def _place_image(state: StateInline, start: int, first: int) -> None:
    _place(state, start, first)
    token = state.tokens[-1]
    token.meta["label_end"] = state.md.helpers.parseLinkLabel(state, start + 1, False) - start


def _safe_image(state: StateInline, silent: bool) -> bool:
    start, first = state.pos, len(state.tokens)
    pending, level = state.pending, state.pendingLevel
    if not rules_inline.image(state, silent):
        return False
    if silent or links.may_show(str(state.tokens[-1].attrs["src"])):
        return True
    del state.tokens[first:], state.tokens_meta[first:]
    state.pos, state.pending, state.pendingLevel = start, pending, level
    return False
