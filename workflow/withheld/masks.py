"""Masks for withheld names in a file that a person works on and that comes back.

A name becomes `Withheld-52731` and is put back when the file returns. The number is made of the
name's form and the list's key: it is the same whenever it is made, and tells nothing.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from dataclasses import dataclass

from workflow.errors import InputError
from workflow.withheld.listing import WithheldList
from workflow.withheld.redaction import Redaction, with_texts
from workflow.withheld.seeking import Seeker

_MASK = re.compile(r"\bWithheld[-‑]\d{5}\b")


@dataclass(frozen=True)
class Masked:
    """A text behind masks; `shifts` are the places of names in the text before, and how much
    longer each mask is."""

    text: str
    shifts: tuple[tuple[int, int, int], ...] = ()

    def place(self, before: int) -> int:
        """Return where a place of the text before is now; within a name, where its mask ends."""
        moved = before
        for start, end, longer in self.shifts:
            if before > start:
                moved += longer if before >= end else end - before + longer
        return moved


class Masks:
    """Masks for the names on a list, and the way back for those that it has seen."""

    def __init__(self, listed: WithheldList) -> None:
        self._key = listed.key.encode()
        self._redaction = Redaction(Seeker(listed.names))
        self._names: dict[str, str] = {}

    def __bool__(self) -> bool:
        """Whether there is any name to mask."""
        return bool(self._redaction.seeker)

    def learn(self, value: object) -> None:
        """Remember the names in all texts within `value`, so that their masks can come back."""
        if self:
            with_texts(value, self.masked)

    def masked(self, text: str) -> str:
        """Return `text` with a mask for every withheld name, which is remembered."""
        return self.with_places(text).text

    def with_places(self, text: str) -> Masked:
        """Return `text` with masks, and where its places went."""
        pieces, shifts, done = [], [], 0
        for start, end in self._redaction.places(text):
            if start < done:
                continue
            mask = self._mask(text[start:end])
            pieces += [text[done:start], mask]
            shifts.append((start, end, len(mask) - (end - start)))
            done = end
        return Masked("".join((*pieces, text[done:])), tuple(shifts))

    def restored(self, text: str) -> str:
        """Return `text` with the names that its masks stand for.

        Raises InputError for a mask that stands for no name of the texts seen so far.
        """
        return _MASK.sub(lambda mask: self._name(mask.group().replace("‑", "-")), text)

    def _mask(self, name: str) -> str:
        digest = hmac.new(self._key, name.encode(), hashlib.sha256).digest()
        mask = f"Withheld-{int.from_bytes(digest[:4], 'big') % 100_000:05d}"
        self._names[mask] = name
        return mask

    def _name(self, mask: str) -> str:
        if mask not in self._names:
            raise InputError(
                f"{mask} stands for no name of this article",
                hint="Copy the mask again from the source text or from the translation as it was.",
            )
        return self._names[mask]
