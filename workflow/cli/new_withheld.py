"""A withheld name in an article that comes in: a pseudonym, before anything is written."""

from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, TypeVar

import typer

from workflow.cli.shell import say
from workflow.errors import InputError, NotReady
from workflow.withheld import Seeker, open_list
from workflow.withheld.redaction import with_texts

if TYPE_CHECKING:
    from workflow.document.importing import Imported
    from workflow.workspace.workspace import Workspace

_Value = TypeVar("_Value")


class Pseudonyms:
    """What to write for the names that a workspace withholds, each asked for once.

    Without a terminal to `ask` on, NotReady is raised where a name stands.
    """

    def __init__(self, workspace: "Workspace", *, ask: bool) -> None:
        self._ask = ask
        self._names = {name: Seeker([name]) for name in open_list(workspace).names}
        self._chosen: dict[str, str] = {}

    def in_article(self, imported: "Imported") -> "Imported":
        """Return an article with pseudonyms in its texts; files whose names tell are renamed."""
        names = {
            path: f"file-{number}{PurePosixPath(path).suffix}"
            for number, path in enumerate(imported.media, start=1)
            if any(seeker.find(path) for seeker in self._names.values())
        }

        def renamed(text: str) -> str:
            for path, name in names.items():
                text = text.replace(path, name)
            return text

        media = {names.get(path, path): data for path, data in imported.media.items()}
        found = with_texts(imported, renamed) if names else imported
        return replace(self.in_texts(found), media=media)

    def in_texts(self, value: _Value) -> _Value:
        """Return a value with pseudonyms in every text within it."""
        for name, seeker in self._names.items():
            if times := _count(seeker, value):
                self._choose(name, times)
        return with_texts(value, self._replaced) if self._chosen else value

    def in_slug(self, slug: str) -> str:
        """Return a slug as it is. Raises InputError for one with a withheld name."""
        if any(seeker.find(slug) for seeker in self._names.values()):
            raise InputError(
                "a withheld name stands in the slug; nothing was written",
                hint="Name another with --slug.",
            )
        return slug

    def _choose(self, name: str, times: int) -> None:
        if not self._ask:
            raise NotReady(
                f"a withheld name stands {times} times in this article; nothing was written",
                hint="Run the command on a terminal and give a pseudonym, or change the text.",
            )
        if name not in self._chosen:
            say(f"A name that this newsroom withholds stands here {times} times.")
            self._chosen[name] = typer.prompt("Pseudonym to write instead")

    def _replaced(self, text: str) -> str:
        for name, instead in self._chosen.items():
            text = self._names[name].replaced(text, instead)
        return text


def _count(seeker: Seeker, value: object) -> int:
    times = 0

    def counted(text: str) -> str:
        nonlocal times
        times += len(seeker.find(text))
        return text

    with_texts(value, counted)
    return times
