"""From markdown-it's tokens to the tree of blocks that outputs are written from."""

from collections.abc import Iterable, Sequence

from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

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
    Struck,
    Table,
    Text,
)
from workflow.publish.media import media_name

_TITLE_LEVEL = 1
_DEEPEST_LEVEL = 6
_ALIGNMENTS: dict[str, Align] = {"left": "start", "center": "center", "right": "end"}


def read_body(tokens: Sequence[Token]) -> Body:
    """Return the tree for the `tokens` of a text (CommonMark with tables and footnotes).

    Headings move down so that the highest is of level 2. What no output can show keeps its words.
    Raises InputError for a picture that is not in the article's media folder.
    """
    root = SyntaxTreeNode(tokens)
    levels = [int(node.tag[1]) for node in root.walk() if node.type == "heading"]
    reader = _Reader(lower=max(0, _TITLE_LEVEL + 1 - min(levels, default=_DEEPEST_LEVEL)))
    return Body(reader.blocks(root.children), tuple(reader.footnotes(root.children)))


def read_line(text: str) -> tuple[Inline, ...]:
    """Return the content of one line of inline Markdown, such as a title or a note."""
    inlines = _Reader(lower=0).inlines(SyntaxTreeNode(parse_inline(text)))
    return tuple(inline for inline in inlines if not isinstance(inline, FootnoteMark))


class _Reader:
    """Reads nodes; `lower` is by how many levels headings move down."""

    def __init__(self, lower: int) -> None:
        self.lower = lower

    def blocks(self, nodes: Iterable[SyntaxTreeNode]) -> tuple[Block, ...]:
        return tuple(block for node in nodes for block in self._block(node))

    def footnotes(self, nodes: Iterable[SyntaxTreeNode]) -> Iterable[tuple[Block, ...]]:
        for node in nodes:
            if node.type == "footnote_block":
                yield from (self.blocks(footnote.children) for footnote in node.children)

    def _block(self, node: SyntaxTreeNode) -> Iterable[Block]:
        match node.type:
            case "paragraph":
                yield from self._paragraph(node)
            case "heading":
                level = min(int(node.tag[1]) + self.lower, _DEEPEST_LEVEL)
                yield Heading(level, self.inlines(node))
            case "blockquote":
                yield Quote(self.blocks(node.children))
            case "bullet_list" | "ordered_list":
                yield self._listing(node)
            case "table":
                yield self._table(node)
            case "fence" | "code_block":
                yield CodeBlock(node.content.rstrip("\n"))
            case "hr":
                yield Rule()
            case "footnote_block" | "footnote_anchor":
                return
            case "html_block":
                yield Paragraph((Text(node.content.strip()),))
            case _:
                yield from self.blocks(node.children)

    def _paragraph(self, node: SyntaxTreeNode) -> Iterable[Block]:
        children = self.inlines(node)
        visible = [inline for inline in children if inline not in (Text(" "), Break())]
        if visible and all(isinstance(inline, Picture) for inline in visible):
            images = (inner for inner in node.walk() if inner.type == "image")
            yield from (self._figure(image) for image in images)
        else:
            yield Paragraph(children)

    def _figure(self, image: SyntaxTreeNode) -> Figure:
        picture = Picture(media_name(str(image.attrs["src"])), _alternative(image))
        return Figure(picture, read_line(str(image.attrs.get("title", ""))))

    def _listing(self, node: SyntaxTreeNode) -> Listing:
        paragraphs = [
            block for item in node.children for block in item.children if block.type == "paragraph"
        ]
        return Listing(
            items=tuple(self.blocks(item.children) for item in node.children),
            start=int(node.attrs.get("start", 1)) if node.type == "ordered_list" else None,
            tight=all(paragraph.hidden for paragraph in paragraphs),
        )

    def _table(self, node: SyntaxTreeNode) -> Table:
        head, *rows = [
            tuple(self._cell(cell) for cell in row.children)
            for part in node.children
            for row in part.children
        ]
        return Table(head, tuple(rows))

    def _cell(self, node: SyntaxTreeNode) -> Cell:
        style = str(node.attrs.get("style", ""))
        return Cell(self.inlines(node), _ALIGNMENTS.get(style.removeprefix("text-align:")))

    def inlines(self, node: SyntaxTreeNode) -> tuple[Inline, ...]:
        """Return the inline content below `node`, neighbouring texts joined."""
        found: list[Inline] = []
        for child in node.children:
            for inline in self._inline(child):
                if isinstance(inline, Text) and found and isinstance(found[-1], Text):
                    found[-1] = Text(found[-1].text + inline.text)
                elif inline != Text(""):
                    found.append(inline)
        return tuple(found)

    def _inline(self, node: SyntaxTreeNode) -> Iterable[Inline]:
        match node.type:
            case "text" | "html_inline":
                yield Text(node.content)
            case "softbreak":
                yield Text(" ")
            case "hardbreak":
                yield Break()
            case "code_inline":
                yield Code(node.content)
            case "em":
                yield Emphasis(self.inlines(node))
            case "strong":
                yield Strong(self.inlines(node))
            case "s":
                yield Struck(self.inlines(node))
            case "link":
                yield from self._link(node)
            case "image":
                yield self._image(node)
            case "footnote_ref":
                yield FootnoteMark(int(node.meta["id"]) + 1, int(node.meta["subId"]))
            case "footnote_anchor":
                return
            case _ if node.children:
                yield from self.inlines(node)
            case _:
                yield Text(node.content)

    def _link(self, node: SyntaxTreeNode) -> Iterable[Inline]:
        url = str(node.attrs.get("href", ""))
        children = self.inlines(node)
        if is_media(url):
            return (Download(media_name(url), children),)
        return (Link(url, children),) if may_link(url) else children

    def _image(self, node: SyntaxTreeNode) -> Inline:
        """Return a picture; one elsewhere on the web becomes a link, so that nothing is loaded."""
        source = str(node.attrs.get("src", ""))
        alt = _alternative(node)
        if may_link(source) and not is_media(source):
            return Link(source, (Text(alt or source),))
        return Picture(media_name(source), alt)


def _alternative(node: SyntaxTreeNode) -> str:
    """Return the words of a picture's alternative text, without markup."""
    return "".join(
        " " if inner.type in ("softbreak", "hardbreak") else inner.content
        for inner in node.walk(include_self=False)
        if inner.type in ("text", "code_inline", "softbreak", "hardbreak")
    )
