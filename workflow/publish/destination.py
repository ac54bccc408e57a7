"""Writing below `public/`: every file whole, none outside."""

import filecmp
import shutil
from collections.abc import Container, Iterable
from pathlib import Path, PurePosixPath

from workflow.errors import WriteFault
from workflow.publish.output import OutputFile
from workflow.workspace.files import stays_below


def write_files(root: Path, files: Iterable[OutputFile]) -> list[Path]:
    """Write `files` below `root` and return their paths.

    Nothing is written before all of them could be made, and a file that is there with the same
    content is left alone. Raises WriteFault for a path that leads out of `root`.
    """
    ready = [(_inside(root, file.path), file.content) for file in files]
    for path, content in ready:
        if not path.is_file() or not _is_same(path, content):
            _put(path, content)
    return [path for path, _ in ready]


def is_written(root: Path, file: OutputFile) -> bool:
    """Tell whether a file is there with the same content. Raises WriteFault as `write_files`."""
    path = _inside(root, file.path)
    return path.is_file() and _is_same(path, file.content)


def move_in(source: Path, root: Path) -> None:
    """Move all files below the folder `source` to the same places below `root`."""
    for path in sorted(source.rglob("*")):
        if path.is_file():
            place = _inside(root, path.relative_to(source).as_posix())
            place.parent.mkdir(parents=True, exist_ok=True)
            path.replace(place)


def _is_same(path: Path, content: bytes | Path) -> bool:
    if isinstance(content, bytes):
        return path.read_bytes() == content
    return filecmp.cmp(content, path, shallow=False)


def _put(path: Path, content: bytes | Path) -> None:
    """Put a file in place whole. It can be made again: nobody waits for the disk to have it."""
    new = path.with_name(f".{path.name}.new")
    try:
        if not path.parent.is_dir():
            path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, bytes):
            new.write_bytes(content)
        else:
            shutil.copyfile(content, new)
        new.replace(path)
    except OSError as error:
        new.unlink(missing_ok=True)
        raise WriteFault(
            f"{path} cannot be written: {error.strerror}",
            hint="Check the free space and the permissions of the folder.",
        ) from None


def keep_only(root: Path, folder: str, kept: Iterable[Path]) -> None:
    """Remove from `folder`, below `root`, every file that is not in `kept`, and empty folders."""
    top = _inside(root, folder)
    if top.is_dir():
        _keep_only(top, set(kept))


def _keep_only(folder: Path, wanted: set[Path]) -> None:
    for path in list(folder.iterdir()):
        if path.is_dir() and not path.is_symlink():
            _keep_only(path, wanted)
            if not any(path.iterdir()):
                path.rmdir()
        elif path not in wanted:
            path.unlink()


def leftovers(root: Path, folder: str, kept: Iterable[Path]) -> list[str]:
    """Return the files in `folder` that `keep_only` would remove, by their paths below `root`."""
    wanted = set(kept)
    found = sorted(path for path in _inside(root, folder).rglob("*") if not path.is_dir())
    return [path.relative_to(root).as_posix() for path in found if path not in wanted]


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
    if not name or ".." in path.parts or not stays_below(path, root):
        raise WriteFault(
            f"{path} leads out of {root}",
            hint="Replace the symbolic link there with a folder.",
        )
    return path
