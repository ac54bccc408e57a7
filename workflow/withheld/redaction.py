"""Withheld names out of everything that is shown: black bars, letter for letter.

Every output of the program passes through here, so that a name which got into a file, a message or
a journal is not repeated to somebody who may not know it. A bar is as long as the letters that it
covers: what was said of places in the text stays true.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, TypeVar

from workflow.language.words import words
from workflow.withheld.listing import list_here, open_list
from workflow.withheld.seeking import Seeker, Span
from workflow.workspace.workspace import Workspace

_BAR = "█"
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_SPACE = re.compile(r"\s")
_DIGIT_OF_HASH = re.compile(r"[a-f]{1,4}")
_SHORTEST_ALONE = 3
_Value = TypeVar("_Value")


@dataclass(frozen=True)
class Redaction:
    """Hides the names that `seeker` finds, and the `words` of them that stand alone."""

    seeker: Seeker
    words: frozenset[str] = frozenset()

    def hidden(self, text: str) -> str:
        """Return `text`, which may have a terminal's colours in it, with bars for the names."""
        for start, end in self.places(text):
            text = text[:start] + _barred(text[start:end]) + text[end:]
        return text

    def hidden_in(self, value: _Value) -> _Value:
        """Return a value (text, list, table, data class …) with bars in all texts within it."""
        return with_texts(value, self.hidden) if self.seeker else value

    def without_names(self, values: Iterable[_Value]) -> list[_Value]:
        """Return those of `values` in which no withheld name stands."""
        return [value for value in values if self.hidden_in(value) == value]

    def beside(self, *texts: str) -> Redaction:
        """Return a redaction for what is said of `texts`: it hides parts of their names too."""
        found = {
            word.form
            for text in texts
            for start, end in self.places(text)
            for word in words(text[start:end], "")
            if len(word.form) >= _SHORTEST_ALONE
        }
        return replace(self, words=self.words | found)

    def places(self, text: str) -> list[Span]:
        """Return where names stand in `text`, in code points, in reading order."""
        if not self.seeker:
            return []
        bare = _COLOUR.sub(lambda colour: " " * len(colour.group()), text)
        alone = (
            word for word in (words(bare, "") if self.words else ()) if word.form in self.words
        )
        found = {*self.seeker.find(bare), *((word.start, word.end) for word in alone)}
        return sorted(span for span in found if not _is_of_hash(bare, span))


def with_texts(value: _Value, change: Callable[[str], str]) -> _Value:
    """Return `value` with `change` made to every text in it; the keys of tables stay."""
    changed: Any = value
    if type(changed) is str:
        changed = change(changed)
    elif isinstance(value, Mapping):
        changed = {key: with_texts(each, change) for key, each in value.items()}
    elif isinstance(value, list | tuple):
        texts = [with_texts(each, change) for each in value]
        changed = type(value)(*texts) if hasattr(value, "_fields") else type(value)(texts)
    elif is_dataclass(value) and not isinstance(value, type):
        named = {each.name: getattr(value, each.name) for each in fields(value) if each.init}
        changed = replace(value, **with_texts(named, change))
    return changed  # type: ignore[no-any-return]


def for_reader(workspace: Workspace, reader: str | None) -> Redaction:
    """Return what hides the withheld names from a contributor; `reader` None is anybody.

    Those whom the settings name under `readers` see everything. A computer without the list cannot
    hide what its files hold.
    """
    if reader in workspace.settings.withheld.readers:
        return Redaction(Seeker(()))
    return Redaction(Seeker(list_here(workspace).names))


def for_files(workspace: Workspace) -> Redaction:
    """Return what hides the withheld names in files that leave the workspace, from everybody.

    Raises NotReady where the list is not on this computer.
    """
    return Redaction(Seeker(open_list(workspace).names))


def _barred(text: str) -> str:
    """Return bars for the letters of `text`; spaces and colours stay."""
    pieces, done = [], 0
    for colour in _COLOUR.finditer(text):
        pieces += [_bars(text[done : colour.start()]), colour.group()]
        done = colour.end()
    return "".join((*pieces, _bars(text[done:])))


def _bars(text: str) -> str:
    return "".join(letter if _SPACE.match(letter) else _BAR for letter in text)


def _is_of_hash(text: str, span: Span) -> bool:
    """Whether the letters are those of an id such as `p-7ada91`."""
    start, end = span
    beside = text[start - 1 : start] + text[end : end + 1]
    return _DIGIT_OF_HASH.fullmatch(text[start:end]) is not None and any(map(str.isdigit, beside))
