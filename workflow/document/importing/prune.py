"""Cuts out of the article's element what is not the article, and accounts for the rest."""

from lxml.html import HtmlElement

from workflow.document.importing.clutter import Keep
from workflow.document.importing.imported import Dropped
from workflow.document.importing.marks import is_prose, marked_as, shown_text, stands_alone
from workflow.document.importing.phrases import Clutter

_NEVER_OUTSIDE = {"h1", "h2", "h3", "h4", "figure", "figcaption"}


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

    def run(self, body: HtmlElement) -> None:
        """Remove clutter from the article's element, and account for the rest of the page."""
        self._above = {self._article, *self._article.iterancestors()}
        if body in self._above:
            self._pass(body)

    def _pass(self, element: HtmlElement) -> None:
        """Go down to the article; what stands beside the way is left out."""
        if element is self._article:
            self._visit(element, flowing=False)
            return
        for child in list(element):
            if child in self._above:
                self._pass(child)
            else:
                self._leave_out(child)

    def _leave_out(self, element: HtmlElement) -> None:
        """Report an element outside the article; a part that a person wants back is put aside."""
        shown = shown_text(element)
        if not self._keep(shown):
            if shown:
                self.dropped.append(Dropped(shown, marked_as(element) or Clutter.OUTSIDE))
        elif any(self._keep(shown_text(child)) for child in element):
            for child in list(element):
                self._leave_out(child)
        else:
            (self.after if self._begun else self.before).append(element)

    def _visit(self, element: HtmlElement, *, flowing: bool) -> None:
        holds_text = any(child in self._taken for child in element)
        for child in list(element):
            flowing = flowing or (holds_text and self._begun)
            reason = self._reason(child, flowing)
            if reason is None or self._keep(shown_text(child)):
                self._begun = self._begun or child in self._taken
                self._visit(child, flowing=flowing)
            elif reason is Clutter.OUTSIDE:
                self._visit(child, flowing=True)
                (self.after if self._begun else self.before).append(child)
                child.drop_tree()
            else:
                if shown := shown_text(child):
                    self.dropped.append(Dropped(shown, reason))
                child.drop_tree()

    def _reason(self, element: HtmlElement, flowing: bool) -> Clutter | None:
        """Return why an element is no part of the article; None where it may be one."""
        if reason := marked_as(element):
            return None if self._holds_any(element) else reason
        if flowing or element in self._taken or not stands_alone(element) or not self._taken:
            return None
        if element.tag in _NEVER_OUTSIDE or self._holds_any(element):
            return None
        return None if is_prose(shown_text(element)) else Clutter.OUTSIDE

    def _holds_any(self, element: HtmlElement) -> bool:
        return any(node in self._taken for node in element.iter())
