"""One source text in its folder, with its media and its targets."""

from __future__ import annotations

import hashlib
from functools import cached_property
from typing import TYPE_CHECKING

from workflow.document.frontmatter import parse_source
from workflow.document.source import Source
from workflow.document.units import Unit, source_units
from workflow.errors import InputError, StaleError
from workflow.language.tags import known, standard
from workflow.workspace import journal
from workflow.workspace.files import decode, names_in, read_bytes, refuse_way_out
from workflow.workspace.target import Target

if TYPE_CHECKING:
    from pathlib import Path

    from workflow.workspace.workspace import Workspace

SOURCE = "source.md"


class Article:
    """An article of a workspace; files are read when they are asked for, and once."""

    def __init__(self, workspace: Workspace, slug: str, path: Path) -> None:
        self.workspace, self.slug, self.path = workspace, slug, path
        self._file = path / SOURCE

    @property
    def media(self) -> Path:
        """The folder of the article's pictures and sound."""
        return self.path / "media"

    def refresh(self) -> None:
        """Forget what was read where `source.md` has changed since.

        Raises StaleError where the article is gone: another command has moved it.
        """
        if not self._file.exists():
            raise StaleError(
                f"{self.slug} was moved a moment ago",
                hint="`workflow status` shows the articles; run the command again.",
            )
        before = self.__dict__.pop("_data", None)
        if before != self._data:
            for name in ("file_hash", "source", "units"):
                self.__dict__.pop(name, None)

    @cached_property
    def _data(self) -> bytes:
        refuse_way_out(self._file, self.workspace.root)
        return read_bytes(self._file)

    @cached_property
    def file_hash(self) -> str:
        """SHA-256 of `source.md`, by which a target sees that it has changed."""
        return hashlib.sha256(self._data).hexdigest()

    @cached_property
    def source(self) -> Source:
        """The source text. Raises InputError, with file and line, where it is broken."""
        return parse_source(decode(self._data, self._file), str(self._file))

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
        """The targets that exist, sorted: each has a PO file or a history.

        Raises InputError for a PO file whose name is no language tag.
        """
        files = {name[:-3] for name in names_in(self.path) if name.endswith(".po")}
        for name in files:
            _refuse_odd_name(self.path / f"{name}.po")
        history = self.path / "history"
        begun = {name for name in names_in(history) if journal.files_in(history / name)}
        return tuple(sorted(files | {name for name in begun if _is_tag(name)}))

    def translations(self) -> tuple[str, ...]:
        """Return the targets. Raises InputError where there is none yet."""
        if not self.targets:
            raise InputError(
                f"{self.slug} has no translation yet",
                hint=f"Begin one: workflow translate {self.slug}",
            )
        return self.targets

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
        tag = known(tag)
        if tag == self.source.language:
            raise InputError(
                f"{self.slug} is written in {tag}", hint="Choose another language with --to."
            )
        target = Target(self, tag)
        if not target.events:
            target.start(by)
            self.__dict__.pop("targets", None)
        return target


def _is_tag(name: str) -> bool:
    try:
        return standard(name) == name
    except InputError:
        return False


def _refuse_odd_name(path: Path) -> None:
    if not _is_tag(path.stem):
        raise InputError(
            f"{path}: the name is not a language tag",
            hint="Name it after its language, such as es.po or pt-BR.po, or remove it.",
        )
