"""The templates that a newsroom can make its own."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from workflow.errors import InputError
from workflow.workspace.files import write_atomic
from workflow.workspace.templates import shipped_templates

_FOLDERS = ("web", "parts", "fragment", "epub", "pdf")
_FILES = ("docx/reference.docx",)


@dataclass(frozen=True)
class ThemeFile:
    """A template by its path below `templates/`; it is `own` where the workspace has it too."""

    name: str
    own: bool


def theme_files(templates: Path) -> Iterator[ThemeFile]:
    """Yield the templates that ship, beside a workspace's own `templates`."""
    for name in _names():
        yield ThemeFile(name, own=(templates / name).is_file())


def adopt(templates: Path, names: Iterable[str]) -> list[Path]:
    """Copy templates that ship into a workspace's `templates`; return the paths of the copies.

    What is there already is left as it is. Raises InputError for a name that is no template; then
    nothing was copied.
    """
    wanted, known = list(names), set(_names())
    for name in wanted:
        if name not in known:
            raise InputError(
                f"there is no template {name!r}", hint="`workflow theme` lists their names."
            )
    missing = [name for name in wanted if not (templates / name).exists()]
    for name in missing:
        write_atomic(templates / name, (shipped_templates() / name).read_bytes())
    return [templates / name for name in missing]


def _names() -> list[str]:
    root = shipped_templates()
    found = (path for folder in _FOLDERS for path in sorted((root / folder).rglob("*")))
    return [path.relative_to(root).as_posix() for path in found if path.is_file()] + list(_FILES)
