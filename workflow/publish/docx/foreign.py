"""Words that stand in the source's script: Word checks their spelling in the source's language."""

from collections.abc import Iterator
from itertools import groupby

from workflow.language.scripts import script_of, scripts


class ForeignScript:
    """Finds words of a `foreign` language in text of another, by their script."""

    def __init__(self, foreign: str, scripts_of_foreign: frozenset[str]) -> None:
        self._language, self._scripts = foreign, scripts_of_foreign

    @classmethod
    def between(cls, language: str, foreign: str) -> "ForeignScript | None":
        """Return what tells the languages apart, None for two that share a script."""
        theirs = scripts(foreign)
        return cls(foreign, theirs) if theirs and not theirs & scripts(language) else None

    def stretches(self, text: str) -> Iterator[tuple[str | None, str]]:
        """Yield the stretches of `text`, with the foreign language or None; together they are it.

        Spaces and signs between two foreign words belong to them.
        """
        kinds = self._kinds(text)
        place = 0
        for foreign, group in groupby(kinds):
            length = sum(1 for _ in group)
            yield self._language if foreign else None, text[place : place + length]
            place += length

    def _kinds(self, text: str) -> list[bool]:
        letters = [
            script_of(character) in self._scripts if character.isalpha() else None
            for character in text
        ]
        following: bool | None = False
        after: list[bool | None] = []
        for kind in reversed(letters):
            following = following if kind is None else kind
            after.append(following)
        kinds, before = [], False
        for kind, ahead in zip(letters, reversed(after), strict=True):
            before = before if kind is None else kind
            kinds.append(bool(before and ahead))
        return kinds
