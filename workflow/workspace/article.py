"""One source text in its folder, with its media and its targets."""

from __future__ import annotations

import hashlib
from functools import cached_property
from typing import TYPE_CHECKING

from workflow.document.frontmatter import parse_source
from workflow.document.source import Source
from workflow.document.units import Unit, source_units
from workflow.errors import InputError
from workflow.language.tags import standard
from workflow.workspace.files import decode, read_bytes
from workflow.workspace.target import Target

if TYPE_CHECKING:
    from pathlib import Path

    from workflow.workspace.workspace import Workspace

SOURCE = "source.md"


class Article:
    """An article of a workspace; files are read when they are asked for, and once."""

    def __init__(self, workspace: Workspace, slug: str, path: Path) -> None:
        self.workspace, self.slug, self.path = workspace, slug, path

    @property
    def media(self) -> Path:
        """The folder of the article's pictures and sound."""
        return self.path / "media"

    @cached_property
    def _data(self) -> bytes:
        return read_bytes(self.path / SOURCE)

    @cached_property
    def file_hash(self) -> str:
        """SHA-256 of `source.md`, by which a target sees that it has changed."""
        return hashlib.sha256(self._data).hexdigest()

    @cached_property
    def source(self) -> Source:
        """The source text. Raises InputError, with file and line, where it is broken."""
        path = self.path / SOURCE
        return parse_source(decode(self._data, path), str(path))

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """The translatable pieces of the source, in reading order."""
        return source_units(self.source)

    @property
    def texts(self) -> dict[str, str]:
        """The source text of every unit, in reading order."""
        return {unit.id: unit.text for unit in self.units}

    @cached_property
    def targets(self) -> tuple[str, ...]:
        """The targets that exist, sorted: each has a PO file or a history."""
        history = self.path / "history"
        folders = [p.name for p in history.iterdir() if p.is_dir()] if history.is_dir() else []
        files = [p.stem for p in self.path.glob("*.po")]
        return tuple(sorted({*folders, *files}))

    def target(self, tag: str) -> Target:
        """Return a target. Raises InputError where the article has none of that language."""
        tag = standard(tag)
        if tag not in self.targets:
            have = ", ".join(self.targets) or "none yet"
            raise InputError(
                f"{self.slug} has no target {tag} (it has: {have})",
                hint=f"Add it with `workflow translate {self.slug} --to {tag}`.",
            )
        return Target(self, tag)

    def add_target(self, tag: str, by: str) -> Target:
        """Add a target with every unit empty, or return the one that is there.

        Raises InputError for the language of the source itself.
        """
        tag = standard(tag)
        if tag == self.source.language:
            raise InputError(
                f"{self.slug} is written in {tag}", hint="Choose another language with --to."
            )
        target = Target(self, tag)
        if tag not in self.targets:
            target.start(by)
            del self.targets
        return target
