"""A glossary with all that it includes."""

from pathlib import Path

from workflow.errors import InputError
from workflow.glossary.cache import read_concepts
from workflow.glossary.glossary import Concept, Glossary
from workflow.glossary.shipped import BUILTIN, shipped_glossary


def load_glossary(path: Path | None, workspace_root: Path | None = None) -> Glossary:
    """Return the glossary in the file at `path` with what it includes; an empty one without a file.

    Included files are relative to the file that names them and stay inside `workspace_root` (by
    default the folder of `path`); a workspace's `.workflow` keeps them ready. A concept replaces an
    included one of the same id, in its place.
    Raises InputError for a file that is missing or wrong, or that includes itself.
    """
    if path is None or not path.exists():
        return Glossary()
    root = (workspace_root or path.parent).resolve()
    cache = workspace_root / ".workflow" / "glossary" if workspace_root else None
    return Glossary(tuple(_read(path, root, cache, ()).values()))


def _read(
    path: Path, root: Path, cache: Path | None, above: tuple[Path, ...]
) -> dict[str, Concept]:
    if path.resolve() in above:
        raise InputError(
            f"{path}: includes itself", hint="Take one of the two lines under include out."
        )
    include, own = read_concepts(path, cache)
    concepts: dict[str, Concept] = {}
    for name in include:
        included = _included(name, path, root)
        concepts |= _read(included, root, cache, (*above, path.resolve()))
    return concepts | {concept.id: concept for concept in own}


def _included(name: str, by: Path, root: Path) -> Path:
    if name == BUILTIN:
        return shipped_glossary()
    if name.startswith("builtin:"):
        raise InputError(f"{by}: there is no glossary {name}", hint=f"Did you mean {BUILTIN}?")
    path = by.parent / name
    if not path.resolve().is_relative_to(root):
        raise InputError(
            f"{by}: include names {name}, which is outside the workspace",
            hint="Copy that file into the workspace and include the copy.",
        )
    return path
