"""From markdown-it's tokens to the tree of blocks that outputs are written from."""

from collections.abc import Iterable, Iterator, Sequence

from markdown_it.token import Token

from workflow.document.inline import has_markup
from workflow.document.links import is_media, may_link
from workflow.document.markdown import parse_inline
from workflow.publish.blocks import (
    Align,
    Block,
    Body,
    Break,
    Cell,
    Code,
    CodeBlock,
    Download,
    Emphasis,
    Figure,
    FootnoteMark,
    Heading,
    Inline,
    Link,
    Listing,
    Paragraph,
    Picture,
    Quote,
    Rule,
    Strong,
    Table,
    Text,
)
from workflow.publish.media import media_name

_TITLE_LEVEL = 1
_DEEPEST_LEVEL = 6
_ALIGNMENTS: dict[str, Align] = {"left": "start", "center": "center", "right": "end"}


def read_body(tokens: Sequence[Token]) -> Body:
    """Return the tree for the `tokens` of a text (CommonMark with tables and footnotes).

    Headings begin at level 2, below the title, and none is more than one level below the one that
    it belongs to: who hears a page finds the way by levels. What no output can show keeps its
    words. Raises InputError for a picture that is not in the article's media folder.
    """
    tags = [token.tag for token in tokens if token.type == "heading_open"]
    reader = _Reader(_levels(int(tag[1]) for tag in tags))
    return Body(reader.blocks(tokens), tuple(reader.footnotes(tokens)))


def _levels(written: Iterable[int]) -> Iterator[int]:
    """Yield the levels that headings have on a page, by those that they have in the text."""
    above: list[int] = []
    for level in written:
        while above and above[-1] >= level:
            above.pop()
        above.append(level)
        yield min(_TITLE_LEVEL + len(above), _DEEPEST_LEVEL)


def read_line(text: str) -> tuple[Inline, ...]:
    """Return the content of one line of inline Markdown, such as a title or a note."""
    if not has_markup(text):
        return (Text(text),) if text else ()
    inlines = _Reader(iter(())).inlines(parse_inline(text))
    return tuple(inline for inline in inlines if not isinstance(inline, FootnoteMark))


def _nodes(tokens: Sequence[Token]) -> Iterator[tuple[Token, Sequence[Token]]]:
    """Yield what stands side by side: each token with those between it and what closes it."""
    start = depth = 0
    for place, token in enumerate(tokens):
        depth += token.nesting
        if not depth:
            yield tokens[start], tokens[start + 1 : place]
            start = place + 1


class _Reader:
    """Reads tokens; `levels` are those of the headings, in their order."""

    def __init__(self, levels: Iterator[int]) -> None:
        self._levels = levels

    def blocks(self, tokens: Sequence[Token]) -> tuple[Block, ...]:
        return tuple([block for node in _nodes(tokens) for block in self._block(*node)])

    def footnotes(self, tokens: Sequence[Token]) -> Iterator[tuple[Block, ...]]:
        for token, inner in _nodes(tokens):
            if token.type == "footnote_block_open":
                yield from (self.blocks(footnote) for _, footnote in _nodes(inner))

    def _block(self, token: Token, inner: Sequence[Token]) -> Iterable[Block]:
        match token.type:
            case "paragraph_open":
                return self._paragraph(inner)
            case "heading_open":
                return (Heading(next(self._levels), self.inlines(_children(inner))),)
            case "blockquote_open":
                return (Quote(self.blocks(inner)),)
            case "bullet_list_open" | "ordered_list_open":
                return (self._listing(token, inner),)
            case "table_open":
                return (self._table(inner),)
            case "fence" | "code_block":
                return (CodeBlock(token.content.rstrip("\n")),)
            case "hr":
                return (Rule(),)
            case "footnote_block_open":
                return ()
            case "html_block":
                return (Paragraph((Text(token.content.strip()),)),)
            case _:
                return self.blocks(inner)

    def _paragraph(self, inner: Sequence[Token]) -> Iterable[Block]:
        tokens = _children(inner)
        children = self.inlines(tokens)
        pictures = [token for token in tokens if token.type == "image"]
        if pictures and all(_is_picture_or_space(inline) for inline in children):
            return [self._figure(picture) for picture in pictures]
        return (Paragraph(children),)

    def _figure(self, image: Token) -> Figure:
        picture = Picture(media_name(str(image.attrs["src"])), _alternative(image))
        return Figure(picture, read_line(str(image.attrs.get("title", ""))))

    def _listing(self, opening: Token, inner: Sequence[Token]) -> Listing:
        items = [item for _, item in _nodes(inner)]
        return Listing(
            items=tuple(self.blocks(item) for item in items),
            start=int(opening.attrs.get("start", 1)) if opening.tag == "ol" else None,
            tight=all(
                token.hidden
                for item in items
                for token, _ in _nodes(item)
                if token.type == "paragraph_open"
            ),
        )

    def _table(self, inner: Sequence[Token]) -> Table:
        head, *rows = [
            tuple(self._cell(*cell) for cell in _nodes(row))
            for _, part in _nodes(inner)
            for _, row in _nodes(part)
        ]
        return Table(head, tuple(rows))

    def _cell(self, opening: Token, inner: Sequence[Token]) -> Cell:
        style = str(opening.attrs.get("style", ""))
        align = _ALIGNMENTS.get(style.removeprefix("text-align:"))
        return Cell(self.inlines(_children(inner)), align)

    def inlines(self, tokens: Sequence[Token]) -> tuple[Inline, ...]:
        """Return the content that inline `tokens` stand for, neighbouring texts joined."""
        if len(tokens) == 1 and tokens[0].type == "text":
            return (Text(tokens[0].content),) if tokens[0].content else ()
        found: list[Inline] = []
        for node in _nodes(tokens):
            for inline in self._inline(*node):
                if isinstance(inline, Text) and found and isinstance(found[-1], Text):
                    found[-1] = Text(found[-1].text + inline.text)
                elif inline != Text(""):
                    found.append(inline)
        return tuple(found)

    def _inline(self, token: Token, inner: Sequence[Token]) -> Iterable[Inline]:
        match token.type:
            case "text" | "html_inline":
                return (Text(token.content),)
            case "softbreak":
                return (Text(" "),)
            case "hardbreak":
                return (Break(),)
            case "code_inline":
                return (Code(token.content),)
            case "em_open":
                return (Emphasis(self.inlines(inner)),)
            case "strong_open":
                return (Strong(self.inlines(inner)),)
            case "link_open":
                return self._link(token, inner)
            case "image":
                return (self._image(token),)
            case "footnote_ref":
                return (FootnoteMark(int(token.meta["id"]) + 1, int(token.meta["subId"])),)
            case _ if inner:
                return self.inlines(inner)
            case _:
                return (Text(token.content),)

    def _link(self, token: Token, inner: Sequence[Token]) -> Iterable[Inline]:
        url = str(token.attrs.get("href", ""))
        children = self.inlines(inner)
        if is_media(url):
            return (Download(media_name(url), children),)
        return (Link(url, children),) if may_link(url) else children

    def _image(self, token: Token) -> Inline:
        """Return a picture; one elsewhere on the web becomes a link, so that nothing is loaded."""
        source = str(token.attrs.get("src", ""))
        alt = _alternative(token)
        if may_link(source) and not is_media(source):
            return Link(source, (Text(alt or source),))
        return Picture(media_name(source), alt)


def _is_picture_or_space(inline: Inline) -> bool:
    return isinstance(inline, Picture | Break) or inline == Text(" ")


def _children(tokens: Sequence[Token]) -> list[Token]:
    """Return the inline tokens of a block's content."""
    return [child for token in tokens for child in token.children or ()]


def _alternative(image: Token) -> str:
    """Return the words of a picture's alternative text, without markup."""
    words = ""
    for token in image.children or ():
        match token.type:
            case "text" | "code_inline":
                words += token.content
            case "softbreak" | "hardbreak":
                words += " "
            case "image":
                words += _alternative(token)
    return words
