"""The last look at what is about to be written: no withheld name goes out, in words or in names."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from workflow.errors import NotReady
from workflow.publish.output import OutputFile
from workflow.review.gates import Obstacle, not_ready
from workflow.workspace.workspace import Workspace

if TYPE_CHECKING:
    from workflow.withheld import Seeker, WithheldList

_BETWEEN = re.compile(r"[-_./]+")


class NameFound(NotReady):
    """A withheld name stands in what is about to be written."""


class Guard:
    """Refuses files that hold a withheld name; says where, and never which.

    The list is read when it is first needed, and nothing of the search for names is loaded where
    none is withheld. Raises NotReady where the list cannot be read, unless what is looked at is a
    draft for this computer alone.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @cached_property
    def _withholds(self) -> bool:
        return self._workspace.withholds

    @cached_property
    def _names(self) -> "WithheldList":
        from workflow.withheld import open_list

        return open_list(self._workspace)

    @cached_property
    def _known_here(self) -> "WithheldList":
        from workflow.withheld.listing import list_here

        return list_here(self._workspace)

    @property
    def fingerprint(self) -> str:
        """A key of the names that the workspace withholds, empty where there are none."""
        return self._names.fingerprint if self.is_needed() else ""

    def is_needed(self, *, draft: bool = False) -> bool:
        """Tell whether any name is withheld at all."""
        return self._withholds and bool(self._list(draft=draft).names)

    def _list(self, *, draft: bool = False) -> "WithheldList":
        return self._known_here if draft else self._names

    def refuse(
        self,
        what: str,
        files: Iterable[OutputFile],
        texts: Mapping[str, str],
        *,
        draft: bool = False,
    ) -> None:
        """Raise NameFound where a withheld name stands in `files`, in their paths or in `texts`.

        `what` is what the error says then: `far-bank [es] cannot be published`. `texts` are by
        their places.
        """
        from workflow.review.withheld import withheld_obstacles
        from workflow.withheld import Seeker

        names = self._list(draft=draft)
        seeker = Seeker(names.names)
        kept = list(files)
        found = withheld_obstacles(names, {**texts, **dict(_words(seeker, kept))})
        if obstacles := (*found, *_odd_names(seeker, kept)):
            raise name_found(_told(seeker, what), obstacles)

    def names(self, slug: str) -> bool:
        """Tell whether a withheld name stands in a slug."""
        if not self.is_needed():
            return False
        from workflow.withheld import Seeker

        return bool(Seeker(self._names.names).find(_BETWEEN.sub(" ", slug)))

    def obstacles(self, file: OutputFile) -> tuple[Obstacle, ...]:
        """Return why a file cannot be written, if it holds a withheld name."""
        if not self.is_needed():
            return ()
        from workflow.review.withheld import withheld_obstacles
        from workflow.withheld import Seeker

        seeker = Seeker(self._names.names)
        found = withheld_obstacles(self._names, dict(_words(seeker, [file])))
        return (*found, *_odd_names(seeker, [file]))


def name_found(what: str, obstacles: Sequence[Obstacle]) -> NameFound:
    """Return the error that lists all places of withheld names; `what` cannot be published."""
    error = not_ready(what, obstacles)
    return NameFound(error.message, hint=error.hint)


def _words(seeker: "Seeker", files: Iterable[OutputFile]) -> Iterator[tuple[str, str]]:
    from workflow.publish.readable import readable

    return ((_told(seeker, path), words) for path, words in readable(files))


def _odd_names(seeker: "Seeker", files: Iterable[OutputFile]) -> Iterator[Obstacle]:
    told = {_told(seeker, file.path) for file in files if _told(seeker, file.path) != file.path}
    for place in sorted(told):
        yield Obstacle(
            f"a withheld name stands in the name of a file, {place}",
            "Give the article another slug with `workflow rename`, or its file another name.",
        )


def _told(seeker: "Seeker", place: str) -> str:
    """Return a place as a message may say it: slugs and file names with a name are left out."""
    parts = re.split(r"(/| \[)", place)
    return "".join(
        _hidden(part) if seeker.find(_BETWEEN.sub(" ", part)) else part for part in parts
    )


def _hidden(name: str) -> str:
    return f"…{name[name.find('.') :]}" if "." in name else "…"
