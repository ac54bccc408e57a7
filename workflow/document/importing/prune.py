"""Cuts out of the article's element what its tags, roles and classes say is something else."""

import re
from collections.abc import Iterator
from itertools import pairwise

from lxml.html import HtmlElement

from workflow.document.importing.clutter import Keep
from workflow.document.importing.convert import BLOCK_TAGS
from workflow.document.importing.imported import Dropped
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
_PROSE = re.compile(r"\w[^.!?…]{40,}[.!?…][»”\"’')\]]*(?:\s|$)")
_LINKED = 0.6
_MUCH = 0.3
"""An element that holds this share of the article's sure text is the article, whatever its name."""


def strip_unseen(page: HtmlElement) -> None:
    """Take away what no reader sees: scripts, styles, comments, hidden elements."""
    for node in list(page.iter()):
        if node.getparent() is None:
            continue
        if not isinstance(node.tag, str) or node.tag in _UNSEEN or _is_hidden(node):
            node.drop_tree()


class Pruning:
    """One pass over the article's element, which it changes.

    `dropped` tells what was visible and went. `before` and `after` are short pieces around the
    article's text: of what sort they are, their words must tell.
    """

    def __init__(self, article: HtmlElement, taken: frozenset[HtmlElement], keep: Keep) -> None:
        self.dropped: list[Dropped] = []
        self.before: list[HtmlElement] = []
        self.after: list[HtmlElement] = []
        self._begun = False
        self._article, self._taken, self._keep = article, taken, keep
        self._sure = sum(len(_text(node)) for node in taken)

    def run(self) -> None:
        """Remove clutter from the article's element, in place."""
        self._visit(self._article, flowing=False)

    def _visit(self, element: HtmlElement, *, flowing: bool) -> None:
        flowing = flowing or any(child in self._taken for child in element)
        for child in list(element):
            reason = self._reason(child, flowing)
            if reason is None or self._keep(_text(child)):
                self._begun = self._begun or child in self._taken
                self._visit(child, flowing=flowing)
            elif reason is Clutter.OUTSIDE:
                (self.after if self._begun else self.before).append(child)
                child.drop_tree()
            else:
                if shown := _text(child):
                    self.dropped.append(Dropped(shown, reason))
                child.drop_tree()

    def _reason(self, element: HtmlElement, flowing: bool) -> Clutter | None:
        """Return why an element is no part of the article; None where it may be one."""
        reason = _TAGS.get(element.tag) or _ROLES.get(element.get("role", "")) or _by_class(element)
        if reason is None and element.tag == "aside" and _linked(element) > _LINKED:
            reason = Clutter.RELATED
        if reason:
            return None if self._holds_much(element) else reason
        if flowing or element in self._taken or element.tag not in BLOCK_TAGS or not self._taken:
            return None
        if element.tag in ("h1", "figure", "figcaption") or self._holds_any(element):
            return None
        return None if _PROSE.search(_text(element)) else Clutter.OUTSIDE

    def _holds_any(self, element: HtmlElement) -> bool:
        return any(node in self._taken for node in element.iter())

    def _holds_much(self, element: HtmlElement) -> bool:
        held = sum(len(_text(node)) for node in element.iter() if node in self._taken)
        return bool(self._sure) and held > _MUCH * self._sure


def _by_class(element: HtmlElement) -> Clutter | None:
    words = set(_words(f"{element.get('class', '')} {element.get('id', '')}"))
    return next((reason for reason, names in phrases().classes.items() if words & names), None)


def _words(names: str) -> Iterator[str]:
    """Yield each class name, and its parts: `post__share-buttons` has `share`."""
    for name in names.split():
        lower = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", name).lower()
        yield lower
        parts = re.split(r"[-_]+", lower)
        yield from parts
        yield from ("-".join(pair) for pair in pairwise(parts))


def _linked(element: HtmlElement) -> float:
    """Return the share of an element's text that stands in links."""
    return sum(len(_text(link)) for link in element.iter("a")) / max(len(_text(element)), 1)


def _is_hidden(element: HtmlElement) -> bool:
    return element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style", "")))


def _text(element: HtmlElement) -> str:
    return re.sub(r"\s+", " ", element.text_content()).strip()
