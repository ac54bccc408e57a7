"""Interviews: who speaks is told apart from what is said, each turn a paragraph of its own."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from workflow.document import inline
from workflow.document.importing.blocks import Block, BlockKind
from workflow.document.importing.labels import Label, is_voice, label_of
from workflow.document.importing.people import begins_name, is_name

_SPEAKER = re.compile(r"(?P<name>[^\W\d_][\w .'’-]{0,40}?)\s*:(?=\s+\S|$)")
_MOST_WORDS = 4
_LEAST_TURNS, _LEAST_EACH = 4, 2
_LEAST_SHARE = 0.25
"""Of the paragraphs of an interview, how many begin with a speaker; answers may be long."""

_QUESTION = re.compile(r"[?？;][»”\"’')\]]*$")
_LEAST_QUESTIONS = 3
_DASH = re.compile(r"[–—-]\s+\S")
_HARD_BREAK = "\\\n"


def turns(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], bool]:
    """Return the blocks with each speaker in bold before what they say, and if it is an interview.

    An interview whose questions are in bold or behind dashes, without names, stays as it is.
    """
    parted = [part for block in blocks for part in _parted(block)]
    names = talkers(parted)
    if not names:
        return tuple(blocks), _has_questions(blocks)
    names |= _speaking_once(parted, names)
    result: list[Block] = []
    for block in parted:
        before = result[-1] if result else None
        if before and _is_name_alone(before, names) and _speaks(block, names):
            result[-1] = _joined(before, block)
        else:
            result.append(_turn(block, names))
    return tuple(result), True


def _parted(block: Block) -> list[Block]:
    """Part a paragraph whose every line begins with somebody's name."""
    texts, written = block.text.split("\n"), block.markdown.split(_HARD_BREAK)
    if len(texts) < 2 or len(texts) != len(written) or not all(map(_speaker, texts)):
        return [block]
    return [
        replace(block, text=text, markdown=line) for text, line in zip(texts, written, strict=True)
    ]


def talkers(blocks: Sequence[Block]) -> frozenset[str]:
    """Return the names that paragraphs begin with again and again; two people at least talk."""
    paragraphs = [block for block in blocks if block.kind is BlockKind.PARAGRAPH]
    found = Counter(name for block in paragraphs if (name := _speaker(block.text)))
    names = {name for name, count in found.items() if count >= _LEAST_EACH}
    said = sum(found[name] for name in names)
    if len(names) < 2 or said < max(_LEAST_TURNS, _LEAST_SHARE * len(paragraphs)):
        return frozenset()
    return frozenset(names)


def _speaking_once(blocks: Sequence[Block], names: frozenset[str]) -> frozenset[str]:
    """Return who speaks a single time among others who talk.

    “First: …” begins an answer: only whole names, parts of names that are known and words for who
    somebody is in a talk are taken for speakers.
    """
    turns = [n for n, block in enumerate(blocks) if _speaker(block.text) in names]
    known = {word for name in names for word in name.split()}
    paragraphs = [b for b in blocks[turns[0] :] if b.kind is BlockKind.PARAGRAPH]
    found = {name for block in paragraphs if (name := _speaker(block.text))} - names
    return frozenset(
        name
        for name in found
        if is_voice(name) or (is_name(name) and (" " in name or name in known))
    )


def _speaker(text: str) -> str | None:
    match = _SPEAKER.match(text)
    if match is None or not begins_name(text[0]) or len(match["name"].split()) > _MOST_WORDS:
        return None
    labelled = label_of(text)
    is_credit = labelled and labelled[0] is not Label.PARTICIPANTS
    return None if is_credit and not is_voice(match["name"]) else match["name"]


def _is_name_alone(block: Block, names: frozenset[str]) -> bool:
    return block.text.endswith(":") and block.text[:-1].rstrip() in names


def _speaks(block: Block, names: frozenset[str]) -> bool:
    return block.kind is BlockKind.PARAGRAPH and _speaker(block.text) not in names


def _joined(name: Block, said: Block) -> Block:
    return replace(
        said, text=f"{name.text} {said.text}", markdown=f"{name.markdown} {said.markdown}"
    )


def _turn(block: Block, names: frozenset[str]) -> Block:
    """Return a paragraph that begins with its speaker, in bold with the colon."""
    name = _speaker(block.text) if block.kind is BlockKind.PARAGRAPH else None
    if name is None or name not in names:
        return block
    written = re.escape(inline.escape(name))
    match = re.match(rf"(\*{{0,3}}){written}(\*{{0,3}})(?P<gap>\s*):(\*{{0,3}})\s*", block.markdown)
    if match is None:
        return block
    opened, rest = match[1], block.markdown[match.end() :]
    if opened and opened not in match.group(2, 4):
        if not rest.endswith(opened):
            return block
        rest = rest.removesuffix(opened).rstrip()
    turn = f"**{inline.escape(name)}{match['gap']}:** {rest}".rstrip()
    same = "".join(inline.plain(turn).split()) == "".join(block.text.split())
    return replace(block, markdown=turn) if same else block


def _has_questions(blocks: Sequence[Block]) -> bool:
    """Say whether questions stand out by bold type, as headings or behind dashes."""
    asked = [block for block in blocks if _QUESTION.search(block.text)]
    bold = [
        block
        for block in asked
        if block.kind is BlockKind.HEADING
        or (block.markdown.startswith("**") and block.markdown.endswith("**"))
    ]
    spoken = [block for block in blocks if _DASH.match(block.text)]
    dashed = [block for block in spoken if block in asked]
    talks = len(spoken) >= 2 * _LEAST_QUESTIONS and 2 * len(spoken) >= len(blocks)
    return len(bold) >= _LEAST_QUESTIONS or (talks and len(dashed) >= _LEAST_QUESTIONS)
