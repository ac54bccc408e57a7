"""What git knows: of the person at this machine, and of files as they were."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

from workflow.errors import InputError


def git_setting(key: str, folder: Path) -> str:
    """Return a value of git's configuration, empty where git or the value is not there."""
    try:
        asked = subprocess.run(
            ["git", "config", key],
            cwd=folder if folder.is_dir() else None,
            capture_output=True,
            text=True,
            timeout=5,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return asked.stdout.strip()


def git_files(folder: Path, revision: str, below: str) -> dict[str, bytes] | None:
    """Return the files under `below`, a path inside `folder`, as a revision has them, by path.

    None where git, the repository or the revision is not there.
    """
    commit = _asked(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", revision)
    if not commit:
        return None
    sha = commit.decode().strip()
    listed = _asked(folder, "ls-tree", "-r", "-z", "--name-only", sha, "--", below) or b""
    names = [name.decode() for name in listed.split(b"\0") if name]
    return {name: _asked(folder, "show", f"{sha}:./{name}") or b"" for name in names}


def git_commits(folder: Path) -> Iterator[str]:
    """Yield every commit of every branch as text: its message, and the lines that it changed.

    Nothing where there is no repository. Raises InputError where there is one that git does not
    read, or no git: then nobody knows what is in it.
    """
    here = folder.absolute()
    if not any((place / ".git").exists() for place in (here, *here.parents)):
        return
    unread = InputError(
        f"git does not tell the history of {folder}",
        hint="See what `git log --all` says there, and run the command again.",
    )
    command = ["git", "-c", "core.quotePath=off", "log", "--all", "--patch", "--unified=0"]
    command += ["--no-color", "--no-ext-diff", "--no-textconv", "--no-show-signature"]
    command += ["--format=%x00%B"]
    try:
        asked = subprocess.Popen(
            command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
    except OSError:
        raise unread from None
    lines: list[bytes] = []
    with asked:
        for line in asked.stdout or ():
            if line.startswith(b"\0") and lines:
                yield b"".join(lines).decode(errors="replace")
                lines = []
            lines.append(line.lstrip(b"\0"))
    if asked.returncode:
        raise unread
    if lines:
        yield b"".join(lines).decode(errors="replace")


def _asked(folder: Path, *words: str) -> bytes | None:
    """Return what git says; None where it fails."""
    try:
        done = subprocess.run(
            ["git", *words], cwd=folder, capture_output=True, timeout=60, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None
