"""What an element of a page is by its tag, its role and its class names."""

import re
from collections.abc import Iterator
from itertools import pairwise

from lxml.html import HtmlElement

from workflow.document.importing.convert import BLOCK_TAGS
from workflow.document.importing.phrases import Clutter, phrases

_UNSEEN = (
    "script",
    "style",
    "template",
    "noscript",
    "head",
    "link",
    "meta",
    "object",
    "embed",
    "map",
)
_TAGS = {
    "nav": Clutter.NAVIGATION,
    "form": Clutter.FORM,
    "button": Clutter.COUNTER,
    "select": Clutter.FORM,
    "textarea": Clutter.FORM,
    "input": Clutter.FORM,
    "label": Clutter.FORM,
    "iframe": Clutter.MEDIA,
    "video": Clutter.MEDIA,
    "audio": Clutter.MEDIA,
    "svg": Clutter.MEDIA,
    "canvas": Clutter.MEDIA,
    "dialog": Clutter.COOKIES,
}
_ROLES = {
    "navigation": Clutter.NAVIGATION,
    "search": Clutter.FORM,
    "dialog": Clutter.COOKIES,
    "alertdialog": Clutter.COOKIES,
    "complementary": Clutter.RELATED,
    "contentinfo": Clutter.FOOTER,
    "form": Clutter.FORM,
    "button": Clutter.COUNTER,
}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…]+")
_SENTENCE = 4
"""With how many words before a stop a line is a sentence."""

_BOXES = {"div", "section"}
_FEW_WORDS = 400
"""Of how many characters a box is that asks for an address."""

_MOSTLY_LINKED, _PARTLY_LINKED = 0.6, 0.3


def strip_unseen(page: HtmlElement) -> None:
    """Take away what no reader sees: scripts, styles, comments, hidden elements."""
    for node in list(page.iter()):
        if node.getparent() is None:
            continue
        if not isinstance(node.tag, str) or node.tag in _UNSEEN or _is_hidden(node):
            node.drop_tree()


def marked_as(element: HtmlElement) -> Clutter | None:
    """Return the clutter that an element's own markup says that it is, None if it says nothing."""
    if element.tag == "aside" and _lists_others(element):
        return Clutter.RELATED
    return (
        _TAGS.get(element.tag)
        or _ROLES.get(element.get("role", ""))
        or _by_class(element)
        or (Clutter.FORM if _holds_form(element) else None)
    )


def _holds_form(element: HtmlElement) -> bool:
    """Say whether a box is there for a form in it: few words, and a field to fill in."""
    if element.tag not in _BOXES or next(element.iter("form", "input"), None) is None:
        return False
    return len(element.text_content()) <= _FEW_WORDS


def _lists_others(aside: HtmlElement) -> bool:
    """Say whether a part beside the text is a list of links, its heading counted in."""
    share = linked_share(aside)
    return share > _MOSTLY_LINKED or (share > _PARTLY_LINKED and not is_prose(shown_text(aside)))


def linked_share(element: HtmlElement) -> float:
    """Return the share of an element's text that stands in links."""
    return sum(len(shown_text(link)) for link in element.iter("a")) / max(
        len(shown_text(element)), 1
    )


def shown_text(element: HtmlElement) -> str:
    """Return the text of an element on one line."""
    return re.sub(r"\s+", " ", " ".join(element.itertext())).strip()


def is_prose(text: str) -> bool:
    """Say whether there is a whole sentence in a text."""
    *ended, _ = _SENTENCE_END.split(text)
    return any(len(words.split()) >= _SENTENCE for words in ended)


def stands_alone(element: HtmlElement) -> bool:
    """Say whether an element is a block, or an inline one among blocks alone."""
    if element.tag in BLOCK_TAGS:
        return True
    before, parent = element.getprevious(), element.getparent()
    text = (before.tail if before is not None else parent.text) or ""
    alone = not text.strip() and not (element.tail or "").strip()
    others = [node for node in parent if node is not element]
    return alone and bool(others) and all(node.tag in BLOCK_TAGS for node in others)


def names(element: HtmlElement) -> set[str]:
    """Return class names and id with their parts: `post__share-buttons` has `share` too."""
    return set(_parts(f"{element.get('class', '')} {element.get('id', '')}"))


def _by_class(element: HtmlElement) -> Clutter | None:
    words = names(element)
    return next((reason for reason, known in phrases().classes.items() if words & known), None)


def _parts(text: str) -> Iterator[str]:
    for name in text.split():
        lower = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", name).lower()
        yield lower
        parts = re.split(r"[-_]+", lower)
        yield from parts
        yield from ("-".join(pair) for pair in pairwise(parts))


def _is_hidden(element: HtmlElement) -> bool:
    return element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style", "")))
