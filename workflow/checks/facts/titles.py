"""Names and titles between quotation marks: what they are in a text that leaves the marks out."""

import re

from workflow.checks.facts.fact import Fact, FactKind
from workflow.language.cognates import begin_alike, folded

_MOST_WORDS = 3
_WORD = re.compile(r"[^\W\d_]{3,}")
_SPOKEN_END = ",!?…"
_SAYS = re.compile(r"\W?\s?,?\s*[—–]")


def is_speech(fact: Fact, text: str) -> bool:
    """Whether what stands between marks in `text` was said; a few words may be a name or a term."""
    start, end = fact.span
    if len(fact.text.split()) > _MOST_WORDS or fact.text[-1:] in _SPOKEN_END:
        return True
    return text[:start].rstrip(" \u00a0«“„\"'‘").endswith(":") or bool(_SAYS.match(text, end))


def title_in(text: str, title: Fact) -> Fact | None:
    """Return the name in `text` that is spelt like a title of a few words, None where none is."""
    wanted = [folded(word) for word in _WORD.findall(title.text)]
    if not wanted or len(wanted) > _MOST_WORDS:
        return None
    words = list(_WORD.finditer(text))
    for place, first in enumerate(words):
        run = words[place : place + len(wanted)]
        if first[0][0].isupper() and len(run) == len(wanted):
            spelt = [folded(word[0]) for word in run]
            if all(map(begin_alike, wanted, spelt)):
                span = (first.start(), run[-1].end())
                return Fact(FactKind.NAME, text[slice(*span)], span)
    return None
