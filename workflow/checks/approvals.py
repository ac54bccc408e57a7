"""What the newsroom has approved, looked up in its memory by the very same source text."""

from collections.abc import Collection, Mapping, Sequence
from contextlib import ExitStack
from functools import cached_property
from types import TracebackType
from typing import Self

from workflow.checks.check import Approved, ApprovedTexts
from workflow.checks.published_names import PublishedNames
from workflow.errors import WorkflowError
from workflow.memory.memory import Memory
from workflow.memory.upkeep import FOLDER, open_memory
from workflow.workspace.workspace import Workspace


class Approvals:
    """The approved texts of a workspace; use it as a context manager.

    The memory is opened when the first text is asked for, and only once.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self.names = PublishedNames(workspace)
        self._open = ExitStack()
        self._approved: dict[tuple[str, str], bool] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._open.close()

    def without(self, slug: str) -> ApprovedTexts:
        """Return a function that looks texts up in all articles but this one."""

        def look_up(
            texts: Collection[str], source: str, target: str
        ) -> Mapping[str, Sequence[Approved]]:
            found = {text: self._found(text, source, target, slug) for text in texts}
            return {text: approved for text, approved in found.items() if approved}

        return look_up

    def _found(self, text: str, source: str, target: str, slug: str) -> list[Approved]:
        if self._memory is None:
            return []
        return [
            Approved(match.entry.target, match.place)
            for match in self._memory.same(text, source, target)
            if match.place != slug and self._is_approved(match.place, match.entry.target_language)
        ]

    @cached_property
    def _memory(self) -> Memory | None:
        """The memory; None where it cannot be used, which is no matter of the checks."""
        try:
            return self._open.enter_context(open_memory(self._workspace))
        except WorkflowError:
            return None

    def _is_approved(self, place: str, tag: str) -> bool:
        if place.startswith(f"{FOLDER}/"):
            return True
        if (place, tag) not in self._approved:
            self._approved[place, tag] = self._has_seal(place, tag)
        return self._approved[place, tag]

    def _has_seal(self, slug: str, tag: str) -> bool:
        try:
            state = self._workspace.article(slug).target(tag).state
        except WorkflowError:
            return False
        return bool(state.approved or state.published)
