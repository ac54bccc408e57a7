"""Finds what stands around an article by what it says, in pages and in text pasted from pages."""

import re
from collections.abc import Callable, Iterable, Sequence

from workflow.document.importing.blocks import Block, BlockKind
from workflow.document.importing.imported import Dropped
from workflow.document.importing.labels import label_of
from workflow.document.importing.phrases import Clutter, folded, phrases
from workflow.document.importing.sentence_ends import ends_sentence

_SHORT = 300
_LINKED, _PARTLY_LINKED = 0.8, 0.5
_LOOSE = 3
"""How many signs may stand between a label and its link."""
_LEAST_CARDS = 2
_AROUND = re.compile(r"^[^\w©(]+|[^\w)]+$")
_NUMBER = r"\(?\d[\d\s.,]*\)?"
_COUNTED = re.compile(
    rf"{_NUMBER}\s*(?P<what>[^\W\d][\w .'-]*)|(?P<before>[^\W\d][\w .'-]*?):?\s*{_NUMBER}"
)
_COUNTERS = re.compile(
    r"(?:min|mins|minute|minutes|minuten|minutos|мин|минут|минуты|хв|хвилин|хвилини)\.?"
    r"(?: read| to read| чтения| на чтение| читання| de lectura| de lecture| lesezeit)?"
    r"|[кмгkmg][бbo]"
    r"|views?|shares?|comments?|likes?|responses?|claps?|просмотр\w*|комментари\w*|перегляд\w*"
    r"|коментар\w*|visitas|vistas|comentarios?|vues|commentaires?|partages?|aufrufe|kommentare?"
)
_THOUGHTS = re.compile(
    r"(?:\d+|one) (?:thoughts?|comments?|repl(?:y|ies)|responses?) (?:on|to) \W.*"
)
_ASIDE = re.compile(r"\s+[|•·]\s+")
"""What parts the facts of a line such as `6 min read · 2 comments`."""
_TRAIL = re.compile(r"\s[›»>/|→]\s")
_COOKIE = re.compile(r"cookie|куки|кукі|печив")

Keep = Callable[[str], bool]


def keeping(wanted: Iterable[str]) -> Keep:
    """Return a function that says whether a person asked for a text not to be dropped."""
    pieces = [_letters(piece) for piece in wanted if piece.strip()]
    return lambda text: any(piece in _letters(text) for piece in pieces)


def sweep(blocks: Sequence[Block], keep: Keep) -> tuple[tuple[Block, ...], tuple[Dropped, ...]]:
    """Return the blocks of the article, and what was dropped of the others."""
    kept: list[Block] = []
    dropped: list[Dropped] = []
    index = 0
    while index < len(blocks):
        block = blocks[index]
        late = index * 2 >= len(blocks)
        if keep(block.text):
            kept.append(block)
        elif opened := _opened(blocks, index) or _cards(blocks, index):
            reason, end = opened
            taken = [b for b in blocks[index:end] if not keep(b.text)]
            kept.extend(b for b in blocks[index:end] if keep(b.text))
            dropped.extend(Dropped(b.text, reason) for b in taken)
            index = end
            continue
        else:
            left, gone = _line_by_line(block, late)
            if left is block and _is_labelled_link(block):
                left, gone = None, [Dropped(block.text, Clutter.TEASER)]
            kept.extend([left] if left else [])
            dropped.extend(gone)
        index += 1
    return tuple(kept), tuple(dropped)


def clutter(line: str, *, late: bool = True) -> Clutter | None:
    """Return what a line is if it is no part of an article; `late` is the second half of a text."""
    text, bare = folded(line), _bare(line)
    if not bare or len(text) > _SHORT:
        return None
    first, *others = _ASIDE.split(text)
    if others and all(clutter(part, late=late) for part in (first, *others)):
        return clutter(first, late=late)
    label, colon, _ = text.partition(":")
    for phrase in [bare, *([_AROUND.sub("", label)] if colon else [])]:
        if phrase in phrases().labels:
            return phrases().labels[phrase]
    if _TRAIL.split(bare)[0] in phrases().buttons[Clutter.NAVIGATION]:
        return Clutter.NAVIGATION
    if _only_sharing(bare):
        return Clutter.SHARING
    if bare.startswith(phrases().form_lines) or _THOUGHTS.fullmatch(bare):
        return Clutter.COMMENTS
    if _is_counter(bare):
        return Clutter.COUNTER
    return _opening(text, late)


def _opened(blocks: Sequence[Block], start: int) -> tuple[Clutter, int] | None:
    """Return what kind of list or form a heading opens and where it ends; None if it opens none."""
    name = _bare(blocks[start].text)
    reason = phrases().headings.get(_without_count(name)) or phrases().labels.get(name)
    if reason is None or "\n" in blocks[start].text:
        return None
    end = start + 1
    while end < len(blocks) and _belongs(blocks[end], reason, first=end == start + 1):
        end += 1
    if reason is Clutter.BIOGRAPHY and end == len(blocks) - 1:
        end += 1
    is_heading_of_prose = end == start + 1 < len(blocks) and name not in phrases().labels
    return None if is_heading_of_prose else (reason, end)


def _cards(blocks: Sequence[Block], start: int) -> tuple[Clutter, int] | None:
    """Return where a row of cards for other articles ends: linked titles, each with a line.

    A heading of their own above them goes too.
    """
    index, cards = start, 0
    if blocks[start].kind is BlockKind.HEADING and not _is_card(blocks[start]):
        index += 1
    while index < len(blocks) and _is_card(blocks[index]):
        cards += 1
        index += 1
        ends = index + 1 >= len(blocks) or _is_card(blocks[index + 1])
        if index < len(blocks) and blocks[index].kind is BlockKind.PARAGRAPH and ends:
            index += len(blocks[index].text) <= _SHORT
    return (Clutter.RELATED, index) if cards >= _LEAST_CARDS else None


def _is_card(block: Block) -> bool:
    return block.kind is BlockKind.HEADING and (block.linked or 0) >= _LINKED


def _belongs(block: Block, reason: Clutter, *, first: bool) -> bool:
    """Say whether a block goes on with what a heading of clutter opened."""
    lines = [_bare(line) for line in block.text.split("\n")]
    if label_of(block.text) or phrases().headings.get(_without_count(lines[0])):
        return False
    match reason:
        case Clutter.TEASER | Clutter.RELATED:
            if block.linked is None:
                return not _is_prose(block) and (first or reason is Clutter.RELATED)
            return block.linked >= _LINKED
        case Clutter.COMMENTS:
            return all(
                _without_stars(line) in phrases().form_fields
                or line.startswith(phrases().form_lines)
                for line in lines
            )
    return False


def _line_by_line(block: Block, late: bool) -> tuple[Block | None, list[Dropped]]:
    """Drop what is clutter among a block's lines; one that is not a paragraph goes as a whole."""
    if block.kind is BlockKind.CODE:
        return block, []
    lines = block.text.split("\n")
    found = {i: reason for i, line in enumerate(lines) if (reason := clutter(line, late=late))}
    if block.kind not in (BlockKind.PARAGRAPH, BlockKind.FIGURE) and len(found) < len(lines):
        return block, []
    left = block.without(found)
    if left is block:
        return block, []
    return left, [Dropped(lines[index], reason) for index, reason in found.items()]


def _is_labelled_link(block: Block) -> bool:
    """Say whether a block is a word such as `Read also` and then a link, with no colon between."""
    if block.kind is not BlockKind.PARAGRAPH or (block.linked or 0) < _PARTLY_LINKED:
        return False
    text = folded(block.text)
    unlinked = len(block.text) * (1 - (block.linked or 0))
    return len(text) <= _SHORT and any(
        text.startswith(label) and abs(unlinked - len(label)) <= _LOOSE
        for label, reason in phrases().labels.items()
        if reason is Clutter.TEASER
    )


def _opening(text: str, late: bool) -> Clutter | None:
    for reason, openings in phrases().openings.items():
        if text.startswith(openings) and (late or reason is not Clutter.FOOTER):
            return None if reason is Clutter.COOKIES and not _COOKIE.search(text) else reason
    return None


def _only_sharing(text: str) -> bool:
    """Say whether a line is nothing but names of networks and words on buttons."""
    words = re.findall(r"[\w'-]+", text)
    start = 0
    while start < len(words):
        for end in range(min(len(words), start + 5), start, -1):
            if " ".join(words[start:end]) in phrases().buttons[Clutter.SHARING]:
                start = end
                break
        else:
            if start == 0 or not words[start].isdigit():
                return False
            start += 1
    return bool(words)


def _is_counter(text: str) -> bool:
    match = _COUNTED.fullmatch(text)
    return match is not None and bool(
        _COUNTERS.fullmatch((match["what"] or match["before"]).strip())
    )


def _is_prose(block: Block) -> bool:
    return ends_sentence(block.text) or len(block.text) > 200


def _without_count(name: str) -> str:
    return re.sub(r"\s*\(?\d+\)?$|^\d+\s+", "", name)


def _without_stars(line: str) -> str:
    return line.replace("*", "").strip(" :")


def _bare(line: str) -> str:
    """Return a short line in lower case without the signs around it; nothing of a long one."""
    return _AROUND.sub("", folded(line)) if len(line) <= _SHORT else ""


def _letters(text: str) -> str:
    return re.sub(r"\s+", "", folded(text))
