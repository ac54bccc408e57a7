"""A glossary with all that it includes."""

from pathlib import Path

from workflow.errors import InputError
from workflow.glossary.glossary import Concept, Glossary
from workflow.glossary.reader import parse_concepts
from workflow.glossary.shipped import BUILTIN, shipped_glossary
from workflow.glossary.store import Store, file_stamp
from workflow.workspace.files import decode, read_bytes


def load_glossary(path: Path | None, workspace_root: Path | None = None) -> Glossary:
    """Return the glossary in the file at `path` with what it includes; an empty one without a file.

    Included files are relative to the file that names them and stay inside `workspace_root` (by
    default the folder of `path`); a workspace's `.workflow` keeps the whole ready. A concept
    replaces an included one of the same id, in its place.
    Raises InputError for a file that is missing or wrong, or that includes itself.
    """
    if path is None or not path.exists():
        return Glossary()
    root = (workspace_root or path.parent).resolve()
    if workspace_root is None:
        return Glossary(tuple(_read(path, root, {}, ()).values()))
    store = Store(workspace_root / ".workflow" / "glossary", path)
    if not store.open():
        files: dict[Path, str] = {}
        concepts = tuple(_read(path, root, files, ()).values())
        store.save(files, concepts)
    return Glossary(store.concepts, store)


def _read(
    path: Path, root: Path, files: dict[Path, str], above: tuple[Path, ...]
) -> dict[str, Concept]:
    """Return the concepts of a file by id; every file that is read gets its stamp in `files`."""
    if path.resolve() in above:
        raise InputError(
            f"{path}: includes itself", hint="Take one of the two lines under include out."
        )
    files[path] = file_stamp(path)
    include, own = parse_concepts(decode(read_bytes(path), path), str(path))
    concepts: dict[str, Concept] = {}
    for name in include:
        included = _included(name, path, root)
        concepts |= _read(included, root, files, (*above, path.resolve()))
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
