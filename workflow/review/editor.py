"""A person's own editor, opened on a file as git opens it."""

import os
import shlex
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from workflow.errors import InputError, MissingPart


def find_editor() -> list[str]:
    """Return the command of $VISUAL, else $EDITOR, else of the system's plain editor.

    Raises MissingPart where there is no such program.
    """
    chosen = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    plain = "notepad" if os.name == "nt" else "vi"
    name, *options = shlex.split(chosen, posix=os.name != "nt") or [plain]
    program = shutil.which(name)
    if program is None:
        raise MissingPart(
            f"the editor {name} was not found",
            hint="Set EDITOR to one that is installed, such as EDITOR=nano.",
        )
    return [program, *options]


def run_editor(command: Sequence[str], path: Path) -> None:
    """Open `path` in the editor and wait for its end. Raises InputError where it failed."""
    code = subprocess.run([*command, str(path)], check=False).returncode
    if code:
        raise InputError(
            f"the editor ended with code {code}; nothing was recorded",
            hint=f"What you wrote is in {path}.",
        )
