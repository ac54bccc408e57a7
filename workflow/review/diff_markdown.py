"""A comparison as GitHub Flavored Markdown, for a comment on a pull request.

Texts stand in HTML blocks, where nothing in them is taken for Markdown (https://github.github.com/
gfm, section 4.6); an `@` in a text calls nobody.
"""

import html
from collections.abc import Iterator, Sequence

from workflow.review.comparison import Comparison, count_units
from workflow.review.diff_revisions import UnitDiff
from workflow.review.diff_text import Hunk, HunkKind, diff

_MARKUP = frozenset("\\`*_{}[]()#+-.!|~<>&")
_QUIET_AT = {ord("@"): "@\u2060", ord("\n"): " "}
"""A word joiner, which nobody sees, behind each `@`; and no line ends, which end an HTML block."""


def markdown_lines(comparison: Comparison) -> Iterator[str]:
    """Yield the lines: changed units with their sources, unchanged ones only counted."""
    yield f"### {plain(comparison.title)} [{comparison.target}]"
    yield ""
    yield f"{comparison.summary}. ~~Struck out~~ was deleted, <ins>underlined</ins> was inserted."
    for changed, units in comparison.runs():
        yield ""
        if not changed:
            yield f"… {count_units(len(units))} unchanged"
            continue
        for unit in units:
            yield from _unit(unit, comparison.authors(unit))


def plain(text: str) -> str:
    """Return a text that stands in Markdown as it is, on one line."""
    return "".join(f"\\{c}" if c in "\\`*_{}[]()#+-.!|~<>&" else c for c in text).translate(
        _QUIET_AT
    )


def _unit(unit: UnitDiff, authors: str) -> Iterator[str]:
    name = plain(f"{unit.kind.name.lower()}, {authors}" if authors else unit.kind.name.lower())
    yield ""
    yield f"**`{unit.unit}`** {name}"
    yield ""
    if unit.previous is None:
        yield f"<p><sub>{_escaped(unit.source)}</sub></p>"
    else:
        yield f"<p><sub>source: {_marked(diff(unit.previous, unit.source))}</sub></p>"
    yield f"<p>{_marked(unit.hunks)}</p>"


def _marked(hunks: Sequence[Hunk]) -> str:
    return "".join(_hunk(hunk) for hunk in hunks)


def _hunk(hunk: Hunk) -> str:
    if hunk.kind is HunkKind.EQUAL:
        return _escaped(hunk.old)
    moved = "↷ " if hunk.move else ""
    gone = f"<del>{moved}{_escaped(hunk.old)}</del>" if hunk.old else ""
    return gone + (f"<ins>{moved}{_escaped(hunk.new)}</ins>" if hunk.new else "")


def _escaped(text: str) -> str:
    return html.escape(text, quote=False).translate(_QUIET_AT)
