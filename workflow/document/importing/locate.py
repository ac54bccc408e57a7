"""Locates the article in a page: trafilatura says which texts belong to it, the tree says where."""

import logging
import re
from collections.abc import Iterable

from lxml.html import HtmlElement, tostring

from workflow.document.importing.clutter import clutter
from workflow.document.importing.convert import BLOCK_TAGS, holds_blocks
from workflow.document.importing.marks import is_prose, linked_share, marked_as

_LEAST = 25
"""Below this many letters a text is too common to tell where the article is."""

_MUCH = 0.3
_ALL = 0.9

_FALLBACKS = (
    "//*[@itemprop='articleBody']",
    "//article",
    "//main | //*[@role='main']",
    "//body",
)


def locate(page: HtmlElement, title: str) -> tuple[HtmlElement, frozenset[HtmlElement]]:
    """Return the smallest element that holds the article, and the blocks that are surely its text.

    The heading that is the article's `title` is inside, and what stands between it and the text.
    """
    body = next(page.iter("body"), page)
    lines = _extracted(page)
    known = (frozenset(lines), "".join(lines))
    found = [block for block in _leaves(body) if _is_among(block, *known)]
    taken = _surely_article(found, body)
    if not taken:
        return _fallback(page, body), frozenset()
    prose = [block for block in taken if is_prose(block.text_content())] or taken
    article = _around(prose)
    headings = _titled(body.iter("h1"), title) or _titled(_leaves(body), title)
    if len(headings) == 1 and (wider := _around([*prose, headings[0]])) is not body:
        article = wider
    inside = set(article.iter())
    return article, frozenset(block for block in taken if block in inside)


def _titled(nodes: Iterable[HtmlElement], title: str) -> list[HtmlElement]:
    return [node for node in nodes if title and _letters(node.text_content()) == _letters(title)]


def _extracted(page: HtmlElement) -> list[str]:
    """Return the letters of each line of the text that trafilatura takes for the article."""
    import trafilatura  # costs 0.6 s

    logging.getLogger("trafilatura").addHandler(logging.NullHandler())  # else it writes to stderr
    found = trafilatura.bare_extraction(
        tostring(page, encoding="unicode"), include_comments=False, favor_recall=True
    )
    if found is None or isinstance(found, dict):
        return []
    return [_letters(line) for line in (found.text or "").split("\n")]


def _leaves(body: HtmlElement) -> list[HtmlElement]:
    """Return the elements that hold text and no other block with text."""
    return [
        node
        for node in body.iter(*BLOCK_TAGS)
        if not any(holds_blocks(child) for child in node if isinstance(child.tag, str))
        or _own_text(node)
    ]


def _own_text(node: HtmlElement) -> bool:
    own = (node.text or "") + "".join(child.tail or "" for child in node)
    return len(own.strip()) >= _LEAST


def _is_among(block: HtmlElement, lines: frozenset[str], joined: str) -> bool:
    """Say whether a block's text is a line that was taken, or long enough to be known."""
    text = block.text_content()
    letters = _letters(text)
    if not letters or clutter(text) or _only_leads_away(block, text):
        return False
    return letters in lines or (len(letters) >= _LEAST and letters in joined)


def _only_leads_away(block: HtmlElement, text: str) -> bool:
    """Say whether a block is nothing but links, as those of a menu are."""
    return not is_prose(text) and linked_share(block) > _ALL


def _surely_article(found: list[HtmlElement], body: HtmlElement) -> list[HtmlElement]:
    """Leave out blocks inside a part of the page that is marked as something else.

    A part that holds much of what was found is the article itself, whatever it is called.
    """
    around = {block: {block, *block.iterancestors()} for block in found}
    total = sum(len(block.text_content()) for block in found)
    marked = [node for node in body.iter() if marked_as(node)]
    for node in marked:
        inside = [block for block in found if node in around[block]]
        if sum(len(block.text_content()) for block in inside) <= _MUCH * total:
            found = [block for block in found if block not in inside]
    return found


def _around(blocks: list[HtmlElement]) -> HtmlElement:
    """Return the nearest element that all of `blocks` stand in."""
    common = [*reversed([blocks[0], *blocks[0].iterancestors()])]
    for block in blocks[1:]:
        line = [*reversed([block, *block.iterancestors()])]
        same = 0
        while same < min(len(common), len(line)) and common[same] is line[same]:
            same += 1
        common = common[:same]
    found = common[-1]
    parent = found.getparent()
    return parent if len(blocks) == 1 and parent is not None else found


def _fallback(page: HtmlElement, body: HtmlElement) -> HtmlElement:
    for path in _FALLBACKS:
        found = page.xpath(path)
        if len(found) == 1:
            return found[0]
    return body


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()
