"""Runs of text with their emphasis and links, written as Markdown that reads back the same."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from workflow.document import inline
from workflow.document.markdown import parse

BREAK = "\n"
"""How a hard line break stands in the text of a run."""

_LINE_START = re.compile(r"^(\s*)(#{1,6}(?=\s|$)|>|[-+](?=\s|$)|=+\s*$|-{2,}\s*$|:(?=\s))")
_HARMLESS = re.compile(r"[^\W\d_][^\\`*_\[\]<&\n]*")
"""Text without looks that is Markdown as it stands: most text, and no time is spent on it."""

_LONGEST, _MOST_SIGNS = 20_000, 300
"""A paragraph of more characters, or more that could be markup, keeps its words alone."""

_SIGNS = re.compile(r"[\\`*_\[\]<&]")

_NUMBERED = re.compile(r"^(\s*\d{1,9})([.)])(?=\s|$)")
_PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")


@dataclass(frozen=True)
class Run:
    """A stretch of text of one look; `link` is its address.

    The text of a footnote's mark is that mark, such as `[^1]`; `lost` text was that of a link
    whose address is not known.
    """

    text: str
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    link: str | None = None
    note: bool = False
    lost: bool = False


def trimmed(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Return the runs with single spaces, and none at either end or beside a break.

    Neighbours of one look become one run.
    """
    result: list[Run] = []
    before = BREAK
    for run in runs:
        text = re.sub(r" ?\n ?", BREAK, re.sub(r"[^\S\n]+", " ", run.text))
        if before[-1] in " \n":
            text = text.lstrip(" ")
        if not result:
            text = text.lstrip()
        elif text.startswith(BREAK):
            _cut_end(result, " ")
        if text:
            _append(result, replace(run, text=text))
            before = text
    _cut_end(result, " \n")
    return tuple(result)


def _append(runs: list[Run], run: Run) -> None:
    """Add a run, to the last one if that looks the same."""
    if runs and replace(runs[-1], text=run.text) == run:
        run = replace(run, text=runs.pop().text + run.text)
    runs.append(run)


def _cut_end(runs: list[Run], chars: str) -> None:
    """Take characters off the end, and the runs that are nothing else."""
    while runs and not (text := runs[-1].text.rstrip(chars)):
        runs.pop()
    if runs:
        runs[-1] = replace(runs[-1], text=text)


def plain(runs: Iterable[Run]) -> str:
    """Return what a reader sees, hard breaks as line ends, without the marks of footnotes."""
    return "".join(run.text for run in runs if not run.note)


def markdown(runs: Sequence[Run]) -> str:
    """Return inline Markdown that renders as exactly the text of `runs`.

    Emphasis and links are kept where CommonMark can express them at that place; the words always.
    """
    wanted = "".join(run.text for run in runs)
    has_looks = any(replace(run, text="") != Run("") for run in runs)
    if not has_looks and _HARMLESS.fullmatch(wanted):
        return wanted
    bare = [replace(run, strong=False, emphasis=False) for run in runs]
    for attempt in () if _is_laborious(wanted) else (runs, bare):
        written = _start_escaped(_links(attempt))
        if reads_as(written, wanted):
            return written
    return "".join(run.text if run.note else _all_escaped(run.text) for run in runs)


def _is_laborious(text: str) -> bool:
    """Say whether parsers would take long over a text: their work grows with its square."""
    return len(text) > _LONGEST or len(_SIGNS.findall(text)) > _MOST_SIGNS


def reads_as(written: str, wanted: str) -> bool:
    """Say whether Markdown is one paragraph that shows exactly the text `wanted`."""
    tokens = [token for token in parse(written) if token.type != "footnote_block_open"]
    if [token.type for token in tokens] != ["paragraph_open", "inline", "paragraph_close"]:
        return not tokens and not wanted
    pieces = inline.pieces(tokens[1].content, tokens[1].children or ())
    return "".join(segment.text for segment, _ in pieces) == wanted


def _links(runs: Sequence[Run]) -> str:
    written = ""
    for link, group in groupby(runs, key=lambda run: run.link):
        inner = _marked(list(group), ("strong", "emphasis"), written)
        if link is None or not inner.strip():
            written += inner
        else:
            written += f"{_lead(inner)}[{inner.strip()}]({_address(link)}){_tail(inner)}"
    return written


def _marked(runs: list[Run], looks: tuple[str, ...], before: str) -> str:
    """Write runs of one link, the first look of `looks` outermost."""
    if not looks:
        return "".join(map(_escaped, runs))
    written = ""
    groups = [
        (on, list(group)) for on, group in groupby(runs, key=lambda run: getattr(run, looks[0]))
    ]
    for index, (on, group) in enumerate(groups):
        inner = _marked(group, looks[1:], before + written)
        after = plain(groups[index + 1][1]) if index + 1 < len(groups) else " "
        if on:
            mark = "**" if looks[0] == "strong" else "*"
            inner = _wrapped(inner, mark, (before + written)[-1:], after[:1])
        written += inner
    return written


def _wrapped(inner: str, mark: str, before: str, after: str) -> str:
    """Put marks around text, leaving out spaces and such stops as would keep a mark from closing.

    The rule is CommonMark's for left- and right-flanking delimiters
    (https://spec.commonmark.org/0.31.2/#emphasis-and-strong-emphasis).
    """
    core, lead, tail = inner.strip(), _lead(inner), _tail(inner)
    if tail or not after:
        after = " "
    if lead or not before:
        before = " "
    while core and _is_punctuation(core[-1]) and not _is_border(after):
        core, tail, after = core[:-1], core[-1] + tail, core[-1]
    while core and _is_punctuation(core[0]) and not _is_border(before):
        core, lead, before = core[1:], lead + core[0], core[0]
    return f"{lead}{mark}{core}{mark}{tail}" if core else lead + tail


def _lead(text: str) -> str:
    return text[: len(text) - len(text.lstrip())]


def _tail(text: str) -> str:
    return text[len(text.rstrip()) :]


def _is_punctuation(char: str) -> bool:
    return unicodedata.category(char)[0] in "PS"


def _is_border(char: str) -> bool:
    return char.isspace() or _is_punctuation(char)


def _escaped(run: Run) -> str:
    if run.note:
        return run.text
    if run.code:
        return _code(run.text)
    return "\\\n".join(map(inline.escape, run.text.split(BREAK)))


def _all_escaped(text: str) -> str:
    return _PUNCTUATION.sub(r"\\\g<0>", text).replace(BREAK, "\\\n")


def _code(text: str) -> str:
    longest = max((len(ticks) for ticks in re.findall(r"`+", text)), default=0)
    fence = "`" * (longest + 1)
    inner = text.replace(BREAK, " ")
    pad = " " if inner.startswith("`") or inner.endswith("`") else ""
    return f"{fence}{pad}{inner}{pad}{fence}"


def _address(link: str) -> str:
    return re.sub(r"[^!#-;=?-\[\]^-~]|[()]", _percent, link)


def _percent(match: re.Match[str]) -> str:
    char = match[0]
    return char if char.isprintable() and char > "\x7f" else f"%{ord(char) & 0xFF:02X}"


def _start_escaped(text: str) -> str:
    """Escape what would make a line a heading, a quote or a list item."""
    return "\n".join(
        _NUMBERED.sub(r"\1\\\2", _LINE_START.sub(r"\1\\\2", line)) for line in text.split("\n")
    )
