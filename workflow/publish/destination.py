"""Writing below `public/`: every file whole, none outside."""

import shutil
from collections.abc import Container, Iterable
from pathlib import Path, PurePosixPath

from workflow.errors import InputError
from workflow.publish.output import OutputFile
from workflow.workspace.files import write_atomic


def write_files(root: Path, files: Iterable[OutputFile]) -> list[Path]:
    """Write `files` below `root` and return their paths.

    Nothing is written before all of them could be made, and a file that is there with the same
    content is left alone. Raises InputError for a path that leads out of `root`.
    """
    ready = [(_inside(root, file.path), file.content) for file in files]
    for path, content in ready:
        data = content if isinstance(content, bytes) else content.read_bytes()
        if not path.is_file() or path.read_bytes() != data:
            write_atomic(path, data)
    return [path for path, _ in ready]


def keep_only(root: Path, folder: str, kept: Iterable[Path]) -> None:
    """Remove from `folder`, below `root`, every file that is not in `kept`, and empty folders."""
    top = _inside(root, folder)
    wanted = set(kept)
    for path in sorted(top.rglob("*"), reverse=True):
        if path.is_dir() and not path.is_symlink():
            if not any(path.iterdir()):
                path.rmdir()
        elif path not in wanted:
            path.unlink()


def clear(root: Path, folder: str, kept: Container[Path]) -> list[Path]:
    """Remove a folder below `root` but for the files in `kept`; return the files that are gone."""
    top = _inside(root, folder)
    if not top.is_dir():
        return []
    files = sorted(path for path in top.rglob("*") if not path.is_dir() or path.is_symlink())
    if not any(path in kept for path in files):
        return remove(root, folder)
    gone = [path for path in files if path not in kept]
    for path in gone:
        path.unlink()
    for path in sorted(top.rglob("*"), reverse=True):
        if path.is_dir() and not any(path.iterdir()):
            path.rmdir()
    return gone


def remove(root: Path, name: str) -> list[Path]:
    """Remove the file or folder `name`, below `root`, and return the files that are gone.

    The folders that it was in go as well when nothing else is in them.
    """
    top = _inside(root, name)
    gone = [top] if top.is_file() else sorted(path for path in top.rglob("*") if path.is_file())
    if top.is_dir():
        shutil.rmtree(top)
    else:
        top.unlink(missing_ok=True)
    folder = top.parent
    while gone and folder != root and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
    return gone


def _inside(root: Path, name: str) -> Path:
    path = root / PurePosixPath(name)
    if not name or ".." in path.parts or not path.resolve().is_relative_to(root.resolve()):
        raise InputError(
            f"{path} leads out of {root}",
            hint="Replace the symbolic link there with a folder.",
        )
    return path
