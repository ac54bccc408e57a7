"""What `workflow check` is asked to look at: articles of the workspace, or lone files."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from workflow.cli.shell import open_workspace, workspace_around

if TYPE_CHECKING:
    from workflow.checks.check import Context
    from workflow.glossary.glossary import Glossary
    from workflow.workspace.article import Article
    from workflow.workspace.target import Target
    from workflow.workspace.workspace import Workspace


@dataclass(frozen=True)
class Asked:
    """The arguments of the command; `glossary` is a file that stands for the workspace's own."""

    names: Sequence[str]
    to: Sequence[str]
    language: str | None = None
    glossary: Path | None = None

    def items(self) -> "Iterator[Path | Target]":
        """Yield the files and targets in the order in which they were named."""
        workspace = self.workspace
        for name in self.names or (workspace.slugs() if workspace else []):
            if _is_file(name):
                yield Path(name)
            elif workspace is not None:
                article = workspace.article(name)
                for tag in self._tags(article):
                    yield article.target(tag)

    def _tags(self, article: "Article") -> Sequence[str]:
        """Return the targets to check; an article that was named must have those asked for."""
        if self.names:
            return self.to or article.translations()
        return [tag for tag in article.targets if not self.to or tag in self.to]

    @cached_property
    def workspace(self) -> "Workspace | None":
        """The workspace around the current folder; lone files do without."""
        needed = not self.names or not all(map(_is_file, self.names))
        return open_workspace() if needed else workspace_around()

    @cached_property
    def terms(self) -> "Glossary | None":
        """The glossary that was named, else the workspace's."""
        if self.glossary is None and self.workspace is None:
            return None
        from workflow.errors import InputError
        from workflow.glossary.loader import load_glossary

        if self.glossary is not None:
            if not self.glossary.is_file():
                raise InputError(f"there is no glossary {self.glossary}", hint="Check the path.")
            return load_glossary(self.glossary)
        if self.workspace is None:
            return None
        return load_glossary(self.workspace.glossary_path, self.workspace.root)

    @cached_property
    def context(self) -> "Context":
        """What the checks need to know for lone files."""
        from workflow.checks.check import Context

        if self.workspace is None:
            return Context(glossary=self.terms)
        from workflow.checks.article import context_of

        return context_of(self.workspace.settings.checks, self.terms)


def _is_file(name: str) -> bool:
    """Whether a name means a file: a slug has neither a dot nor a slash."""
    return any(sign in name for sign in "./\\")
