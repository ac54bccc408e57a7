"""The list of withheld names: where it lies, reading it, and adding to it."""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
from dataclasses import dataclass, replace
from pathlib import Path

from workflow.errors import InputError, NotReady
from workflow.workspace.files import decode, read_bytes, write_atomic
from workflow.workspace.workspace import WITHHELD_FINGERPRINT as FINGERPRINT
from workflow.workspace.workspace import WITHHELD_VARIABLE as VARIABLE
from workflow.workspace.workspace import Workspace

__all__ = [
    "FINGERPRINT",
    "VARIABLE",
    "WithheldList",
    "list_here",
    "list_path",
    "open_list",
    "withhold",
]
_KEY = "# key: "
_HEAD = (
    "# Names that must never be published, one to a line. Keep this file out of the repository.\n"
)


@dataclass(frozen=True)
class WithheldList:
    """Names with the key of their fingerprint. Neither is ever shown."""

    names: tuple[str, ...] = ()
    key: str = ""

    def __repr__(self) -> str:
        return f"WithheldList({len(self.names)} names)"

    @property
    def fingerprint(self) -> str:
        """What the repository may know of the list: HMAC-SHA256 over its sorted names."""
        names = "\n".join(sorted(self.names))
        return hmac.new(self.key.encode(), names.encode(), hashlib.sha256).hexdigest()


def open_list(workspace: Workspace) -> WithheldList:
    """Return the names that a workspace withholds; an empty list where it withholds none.

    Raises NotReady where the workspace has a list and this clone cannot read it, or another one.
    """
    known = _known_fingerprint(workspace)
    path = list_path(workspace)
    if path is None or not path.is_file():
        if known:
            raise NotReady(
                "this workspace withholds names, and their list is not on this computer",
                hint=f"Ask the editor for the file, and name it under [withheld] or in {VARIABLE}.",
            )
        return WithheldList()
    found = _parsed(decode(read_bytes(path), path))
    if known and not hmac.compare_digest(found.fingerprint, known):
        raise NotReady(
            "the list of withheld names on this computer is not the one that this workspace means",
            hint="Ask the editor for the newest file.",
        )
    return found


def list_here(workspace: Workspace) -> WithheldList:
    """Return the names that this computer knows to be withheld, none where the list is not here.

    For what a person does with their own files; nothing that leaves may go by it.
    """
    try:
        return open_list(workspace)
    except NotReady:
        return WithheldList()


def list_path(workspace: Workspace) -> Path | None:
    """Return where the list lies: as the settings say, else the variable; None where nobody says.

    Raises InputError for a place inside the workspace, which git would carry to everybody.
    """
    named = workspace.settings.withheld.file or os.environ.get(VARIABLE)
    if not named:
        return None
    try:
        path = workspace.root / Path(named).expanduser()
    except RuntimeError:
        raise InputError(
            f"{named}: nobody knows where this home is", hint="Write the whole path, or set HOME."
        ) from None
    if path.resolve().is_relative_to(workspace.root.resolve()):
        raise InputError(
            "the list of withheld names lies inside the workspace",
            hint="Move it out, to your own folder, and change [withheld] file.",
        )
    return path


def withhold(workspace: Workspace, name: str) -> bool:
    """Add a name to the list and renew the fingerprint; return whether it was new.

    Raises InputError where nobody said where the list lies, or the name has no letters.
    """
    path = list_path(workspace)
    if path is None:
        raise InputError(
            "nobody has said where the list of withheld names lies",
            hint='Write in workflow.toml: [withheld] and below it file = "~/withheld.txt".',
        )
    name = name_in(name)
    listed = open_list(workspace)
    if name in listed.names:
        return False
    key = listed.key or secrets.token_hex(32)
    listed = replace(listed, names=(*listed.names, name), key=key)
    text = _HEAD + f"{_KEY}{key}\n" + "".join(f"{each}\n" for each in listed.names)
    write_atomic(path, text.encode())
    path.chmod(0o600)
    write_atomic(workspace.root / FINGERPRINT, f"{listed.fingerprint}\n".encode())
    return True


def name_in(typed: str) -> str:
    """Return the name that somebody typed. Raises InputError where there are no letters in it."""
    name = " ".join(typed.split())
    if not any(letter.isalpha() for letter in name) or name.startswith("#"):
        raise InputError("that is no name", hint="Write the name as a text would have it.")
    return name


def _known_fingerprint(workspace: Workspace) -> str:
    path = workspace.root / FINGERPRINT
    return decode(read_bytes(path), path).strip() if path.is_file() else ""


def _parsed(text: str) -> WithheldList:
    lines = [" ".join(line.split()) for line in text.splitlines()]
    key = next((line.removeprefix(_KEY) for line in lines if line.startswith(_KEY)), "")
    return WithheldList(tuple(line for line in lines if line and not line.startswith("#")), key)
