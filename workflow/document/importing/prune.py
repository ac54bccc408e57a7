"""Cuts out of the article's element what its tags, roles and classes say is something else."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from workflow.document.importing.clutter import Keep
from workflow.document.importing.convert import BLOCK_TAGS
from workflow.document.importing.imported import Dropped
from workflow.document.importing.phrases import Clutter

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
_CLASSES = {  # words that stand in class names and ids, apart or run together
    Clutter.SHARING: "share sharing shares sharedaddy addtoany a2a social socials likely ya-share2"
    " jp-like social-links social-icons addthis sharethis share-buttons shareaholic pluso uptolike",
    Clutter.RELATED: "related relatedposts jp-relatedposts recommended recommendations readmore"
    " read-more read-also readalso also more-news see-also yarpp crp teaser teasers popular trending"
    " latest recent morestories more-stories similar outbrain taboola nextpost",
    Clutter.COMMENTS: "comments comment respond comment-respond comment-form commentlist disqus"
    " disqus_thread hypercomments replies responses cackle comments-area",
    Clutter.COOKIES: "cookie cookies gdpr consent cookiebar cookie-notice onetrust",
    Clutter.SUBSCRIPTION: "newsletter subscribe subscription signup sign-up donate donation donations"
    " follow mailchimp paywall membership telegram-banner promo-subscribe support-us",
    Clutter.NAVIGATION: "breadcrumb breadcrumbs pagination pager menu navbar nav post-navigation"
    " nav-links skip-link screen-reader-text sr-only visually-hidden toc toolbar",
    Clutter.ADVERTISEMENT: "ad ads advert adverts advertisement advertising adsbygoogle banner banners"
    " sponsor sponsored promo",
    Clutter.COUNTER: "views postviews counter reading-time readtime print pdfprnt font-size rating"
    " likes claps",
    Clutter.BIOGRAPHY: "author-box authorbox author-bio about-author author-info author-card"
    " author-description abh_box pp-multiple-authors-boxes-wrapper",
    Clutter.FOOTER: "footer site-footer copyright colophon",
}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_PROSE = re.compile(r"\w[^.!?…]{40,}[.!?…][»”\"’')\]]*(?:\s|$)")
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
        """Return why an element is not of the article; `flowing`: it stands among its paragraphs."""
        reason = _TAGS.get(element.tag) or _ROLES.get(element.get("role", "")) or _by_class(element)
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
    return next((reason for reason, names in _class_words() if words & names), None)


def _class_words() -> Iterator[tuple[Clutter, set[str]]]:
    for reason, names in _CLASSES.items():
        yield reason, set(names.split())


def _words(names: str) -> Iterator[str]:
    """Yield each class name, and its parts: `post__share-buttons` has `share`."""
    for name in names.split():
        lower = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", name).lower()
        yield lower
        parts = re.split(r"[-_]+", lower)
        yield from parts
        yield from ("-".join(pair) for pair in zip(parts, parts[1:], strict=False))


def _is_hidden(element: HtmlElement) -> bool:
    return element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style", "")))


def _text(element: HtmlElement) -> str:
    return re.sub(r"\s+", " ", element.text_content()).strip()
