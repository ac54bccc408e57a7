"""Inline markup: links, emphasis, code, pictures and footnotes."""

import re
from collections import Counter
from collections.abc import Iterator

from workflow.checks.check import Context, Mark, Pair, check
from workflow.checks.finding import Severity

_LINK = re.compile(
    r"(?<![!\\])\[([^\[\]]*)\]\(([^()\s]*(?:\([^()]*\)[^()\s]*)*)(?:\s+\"[^\"]*\")?\)"
)
_KINDS = {
    "link": _LINK,
    "picture": re.compile(r"!\[[^\[\]]*\]\([^)]*\)"),
    "footnote": re.compile(r"\[\^[^\]\s]+\]"),
    "code": re.compile(r"`[^`]+`"),
    "bold": re.compile(r"(?<![\\*])\*\*(?=\S)(?:(?!\*\*).)+?(?<=\S)\*\*(?!\*)"),
    "italics": re.compile(
        r"(?<![\\*])\*(?=[^\s*])[^*]+?(?<=[^\s*])\*(?!\*)|(?<![\\\w])_(?=\S)[^_]+?(?<=\S)_(?!\w)"
    ),
    "HTML": re.compile(r"</?[a-zA-Z][^<>]*>"),
}
_SIGNS = re.compile(r"[\[*_`<]")
_BROKEN_LINK = re.compile(r"\]\s+\((?=https?:|/|#)|\](?=https?:)|\]\s*\((?:https?:)[^)]*$")
_LOOSE_STARS = re.compile(r"(?<![\\*\w])\*\*(?=\s)|(?<=\s)\*\*(?=\s)")


@check("link-text", Severity.ERROR)
def link_text(pair: Pair, _: Context) -> Iterator[Mark]:
    """A link without words, or one whose brackets have come apart.

    Why: a link that shows nothing cannot be clicked, and one that has come apart shows its address
        in the middle of the sentence.

    Fails (ru → en): Есть [доклад](https://un.example/1). ⇒ There is a [](https://un.example/1).
    Fails (en): Read the [report] (https://un.example/1) first.
    Passes (en): Read the [report](https://un.example/1) first.
    """
    if "]" not in pair.target:
        return
    for match in _LINK.finditer(pair.target):
        if not match[1].strip():
            yield Mark("The words of this link are gone.", match.span(), raw=True)
    for match in _BROKEN_LINK.finditer(pair.target):
        mend = ("](",) if "(" in match.group() else ()
        yield Mark("This link has come apart.", match.span(), mend, raw=True)


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
    if not _SIGNS.search(pair.source or "") and not _SIGNS.search(pair.target):
        return
    there, here = _counts(pair.source or ""), _counts(pair.target)
    for kind in _KINDS:
        grave = Severity.ERROR if kind in ("footnote", "picture") else None
        if here[kind] < there[kind]:
            yield Mark(_lost(kind, there[kind], here[kind]), severity=grave)
        elif here[kind] > there[kind]:
            yield Mark(_gained(kind, there[kind], here[kind]), severity=Severity.INFO)
    if here["bold"] >= there["bold"] and not _LOOSE_STARS.search(pair.source or ""):
        for match in _LOOSE_STARS.finditer(pair.target):
            yield Mark("These stars mark nothing.", match.span(), raw=True)


def _counts(text: str) -> Counter[str]:
    """Count each kind of markup, the larger kinds first so that nothing counts twice."""
    counts: Counter[str] = Counter()
    for kind, pattern in _KINDS.items():
        found = pattern.findall(text)
        counts[kind] = len(found)
        if found and kind in ("picture", "footnote", "code"):
            text = pattern.sub(" ", text)
        elif found and kind == "bold":
            text = text.replace("**", "")
    return counts


def _lost(kind: str, there: int, here: int) -> str:
    if there == 1:
        return f"The {kind} of the source is gone."
    return f"The source has {kind} {there} times, the translation {here} times."


def _gained(kind: str, there: int, here: int) -> str:
    return f"The translation has {kind} {here} times, the source {there or 'no'} times."
