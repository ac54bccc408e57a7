"""A person's own editor, opened on a file as git opens it."""

import os
import shlex
import shutil
import subprocess
from pathlib import Path

from workflow.errors import InputError, MissingPart


def open_editor(path: Path) -> None:
    """Open `path` in $VISUAL, else $EDITOR, else the system's plain editor, and wait for its end.

    Raises MissingPart where there is no such program, and InputError where it failed.
    """
    command = _command()
    program = shutil.which(command[0])
    if program is None:
        raise MissingPart(
            f"the editor {command[0]} was not found",
            hint="Set EDITOR to one that is installed, such as EDITOR=nano.",
        )
    code = subprocess.run([program, *command[1:], str(path)], check=False).returncode
    if code:
        raise InputError(
            f"the editor {command[0]} ended with code {code}; nothing was recorded",
            hint=f"What you wrote is in {path}.",
        )


def _command() -> list[str]:
    chosen = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    plain = "notepad" if os.name == "nt" else "vi"
    return shlex.split(chosen, posix=os.name != "nt") or [plain]
