"""Inline markup: links, emphasis, code, pictures and footnotes."""

import re
from collections.abc import Iterator

from workflow.checks.check import Context, Mark, Pair, check
from workflow.checks.finding import Severity
from workflow.document.inline import has_markup, markup_signature

_NAMES = {
    "link": "link",
    "image": "picture",
    "footnote": "footnote",
    "code": "piece of code",
    "strong": "bold text",
    "em": "text in italics",
    "break": "line break",
}
_GRAVE = frozenset({"image", "footnote"})
_LOOSE_STARS = re.compile(r"(?<!\\)\*\*")


@check("markup", Severity.WARNING, bilingual=True)
def markup(pair: Pair, _: Context) -> Iterator[Mark]:
    """Bold, italics, a link, code, a picture or a footnote that the translation has lost.

    Why: engines drop the signs, or half of them, and then stars stand in the page. Footnotes and
        pictures count as errors, because something of the article is gone with them.

    Fails (ru → en): Это **важно**. ⇒ This is important.
    Fails (ru → en): Это **важно**. ⇒ This is ** important**.
    Fails (ru → en): Так сказано в законе[^1]. ⇒ So the law says.
    Passes (ru → en): Это **важно**. ⇒ This is **important**.
    Passes (ru → en): Это *важно*. ⇒ This is _important_.
    """
    source = pair.source or ""
    if not has_markup(source) and not has_markup(pair.target):
        return
    there, here = (markup_signature(text, any_address=True) for text in (source, pair.target))
    for kind, name in _NAMES.items():
        if here[kind] < there[kind]:
            grave = Severity.ERROR if kind in _GRAVE else None
            yield Mark(_lost(name, there[kind], here[kind]), severity=grave, subject=name)
        elif here[kind] > there[kind]:
            message = f"The translation has a {name} that the source has not."
            yield Mark(message, severity=Severity.INFO, subject=name)
    if "**" in pair.text and "**" not in pair.original:
        for match in _LOOSE_STARS.finditer(pair.text):
            yield Mark("These stars mark nothing.", match.span(), ("",))


def _lost(name: str, there: int, here: int) -> str:
    if there == 1:
        return f"The {name} of the source is gone."
    return f"The source has a {name} {there} times, the translation {here} times."
