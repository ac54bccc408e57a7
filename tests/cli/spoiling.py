"""Ways to spoil a workspace: each takes its root, and leaves there what a command cannot use."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

SLUG = "court-extends-arrest"
PO = f"translations/{SLUG}/es.po"

Wrong = Callable[[Path], None]


def holds(path: str, data: str | bytes) -> Wrong:
    """The file at `path` holds just this."""

    def write(root: Path) -> None:
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data.encode() if isinstance(data, str) else data)

    return write


def replaced(path: str, old: str, new: str | bytes) -> Wrong:
    """The first `old` in the file is `new`."""

    def write(root: Path) -> None:
        data = (root / path).read_bytes()
        assert old.encode() in data
        put = new.encode() if isinstance(new, str) else new
        (root / path).write_bytes(data.replace(old.encode(), put, 1))

    return write


def added(path: str, data: str | bytes) -> Wrong:
    """The file has this at its end."""

    def write(root: Path) -> None:
        with (root / path).open("ab") as file:
            file.write(data.encode() if isinstance(data, str) else data)

    return write


def enormous(path: str) -> Wrong:
    """The file says that it has 100 MB."""

    def write(root: Path) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        with (root / path).open("ab") as file:
            file.truncate(100 * 2**20)

    return write


def a_folder(path: str) -> Wrong:
    """A folder stands where the file should."""

    def make(root: Path) -> None:
        (root / path).unlink(missing_ok=True)
        (root / path).mkdir(parents=True)

    return make


def a_file(path: str) -> Wrong:
    """A file stands where the folder should."""

    def make(root: Path) -> None:
        if (root / path).is_dir():
            (root / path).rename(root.parent / "away")
        (root / path).write_text("x")

    return make


def a_way_out(path: str) -> Wrong:
    """The file or folder is a link to one outside of the workspace, with the same content."""

    def link(root: Path) -> None:
        outside = root.parent / "outside"
        (root / path).rename(outside)
        (root / path).symlink_to(outside)

    return link


def a_zip(path: str, files: dict[str, bytes]) -> Wrong:
    def write(root: Path) -> None:
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in files.items():
                archive.writestr(name, data)
        (root / path).write_bytes(made.getvalue())

    return write


def twice(root: Path) -> None:
    """The last entry of the PO file stands there twice."""
    text = (root / PO).read_text(encoding="utf-8")
    (root / PO).write_text(
        text + "\n" + text.rstrip().rpartition("\n\n")[2] + "\n", encoding="utf-8"
    )


def recoded(root: Path) -> None:
    """The PO file is in UTF-16."""
    (root / PO).write_bytes((root / PO).read_text(encoding="utf-8").encode("utf-16"))


def in_pyproject(root: Path) -> None:
    """The settings stand in pyproject.toml, where they are not a table."""
    (root / "workflow.toml").unlink()
    text = "[tool]\nworkflow = 3\ntext = '''\n[tool.workflow.workspace]\n'''\n"
    (root / "pyproject.toml").write_text(text)
