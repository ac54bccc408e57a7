"""Inline Markdown as a reader sees it, with the way back to the characters that were written."""

from __future__ import annotations

import re
from dataclasses import dataclass

OBJECT = "\ufffc"
"""Stands for what is not words: an address, a piece of code (Unicode's object replacement character)."""

ADDRESS = (
    r"(?:https?://|ftp://|www\.)[^\s<>\"'«»“”„]*[^\s<>\"'«»“”„.,;:!?)\]\u2026。，、]"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
)
_TOKEN = re.compile(
    rf"""
      (?P<escape>\\[!-/:-@\[-`{{-~])
    | (?P<break>\\\n)
    | (?P<code>(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`))
    | (?P<object><(?:[a-z][a-z0-9+.-]*:[^\s<>]*|[^\s<>@]+@[^\s<>]+)>|{ADDRESS})
    | (?P<tag></?[a-zA-Z][^<>]*>)
    | (?P<footnote>\[\^[^\]\s]+\])
    | (?P<open>!?\[)
    | (?P<close>\](?:\((?:<[^<>\n]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)(?:\s+"[^"]*")?\))?)
    | (?P<emphasis>\*+|~~|(?<!\w)_+(?=\S)|(?<=\S)_+(?!\w))
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_MARKUP = re.compile(r"[\\`<\[\]*_~@]|://|www\.", re.IGNORECASE)
_HIDDEN = {"tag", "footnote", "emphasis"}


@dataclass(frozen=True)
class Plain:
    """`text` is what a reader sees; `starts` and `ends` say which part of the raw text each of its
    characters stands for (None where nothing was left out).
    """

    text: str
    starts: tuple[int, ...] | None = None
    ends: tuple[int, ...] | None = None

    def raw(self, span: tuple[int, int]) -> tuple[int, int]:
        """Return where the characters of `span` stand in the raw text."""
        if self.starts is None or self.ends is None:
            return span
        start, end = span
        if start == end:
            place = self.starts[start] if start < len(self.starts) else max(self.ends, default=0)
            return place, place
        return self.starts[start], self.ends[end - 1]

    @staticmethod
    def of(raw: str) -> Plain:
        """Return `raw` inline Markdown without its markup."""
        if not _MARKUP.search(raw):
            return Plain(raw)
        return _Builder(raw).build()


class _Builder:
    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.pieces: list[tuple[str, int, int]] = []
        self.brackets: list[int] = []

    def build(self) -> Plain:
        position = 0
        for token in _TOKEN.finditer(self.raw):
            self._words(position, token.start())
            self._token(token)
            position = token.end()
        self._words(position, len(self.raw))
        return Plain(
            "".join(piece[0] for piece in self.pieces),
            tuple(piece[1] for piece in self.pieces),
            tuple(piece[2] for piece in self.pieces),
        )

    def _words(self, start: int, end: int) -> None:
        self.pieces += [(self.raw[i], i, i + 1) for i in range(start, end)]

    def _token(self, token: re.Match[str]) -> None:
        kind = token.lastgroup
        start, end = token.span()
        if kind == "escape":
            self.pieces.append((token.group()[1], start, end))
        elif kind == "break":
            self.pieces.append(("\n", start, end))
        elif kind in ("code", "ticks", "object"):
            self.pieces.append((OBJECT, start, end))
        elif kind == "open":
            self.brackets.append(len(self.pieces))
            self._words(start, end)
        elif kind == "close":
            self._close(token)
        elif kind not in _HIDDEN:
            self._words(start, end)

    def _close(self, token: re.Match[str]) -> None:
        """End a link by hiding its brackets and address, or keep a bracket that is just a bracket."""
        is_link = len(token.group()) > 1
        opened = self.brackets.pop() if self.brackets else None
        if is_link and opened is not None:
            width = 2 if self.pieces[opened][0] == "!" else 1
            del self.pieces[opened : opened + width]
        else:
            self._words(token.start(), token.end())
