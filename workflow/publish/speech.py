"""Interviews: which paragraph asks, and who speaks, as far as the source marks it in bold."""

from collections.abc import Sequence

from workflow.publish.blocks import Break, FootnoteMark, Inline, Strong, Text, words_of

_COLONS = (":", "：")
_SPEAKER_WORDS = 8
"""A name with an office has fewer words than this; more are a sentence."""


def is_question(children: Sequence[Inline]) -> bool:
    """Tell whether all words of a paragraph are in bold, as interviewers' questions are."""
    words = [
        child
        for child in children
        if not isinstance(child, Break | FootnoteMark) and not _is_space(child)
    ]
    return bool(words) and all(isinstance(child, Strong) for child in words)


def names_speaker(children: Sequence[Inline]) -> bool:
    """Tell whether a paragraph begins with a speaker: bold words with a colon, in it or after."""
    if len(children) < 2 or not isinstance(children[0], Strong):
        return False
    name, after = words_of((children[0],)).strip(), words_of(tuple(children[1:2]))
    if len(name.split()) >= _SPEAKER_WORDS:
        return False
    return name.endswith(_COLONS) or after.startswith(_COLONS)


def _is_space(inline: Inline) -> bool:
    return isinstance(inline, Text) and not inline.text.strip()
