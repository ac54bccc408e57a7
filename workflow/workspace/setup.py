"""A new workspace: the files that `workflow init` writes."""

import json
from pathlib import Path

from workflow.errors import InputError
from workflow.language.tags import known
from workflow.workspace.files import decode, read_bytes, write_atomic
from workflow.workspace.git import git_setting
from workflow.workspace.settings_file import settings_in
from workflow.workspace.settings_text import FILE
from workflow.workspace.workspace import Workspace

_SETTINGS = """\
# The settings of this newsroom. Every key is described in docs/settings.md; what is not here has
# its default.

[workspace]
name = {name}
# url = "https://example.org"       # where the pages will stand
targets = {targets}

# One table for each person. The id after the dot names their journal file; the name stands in the
# credits; the email only recognises the person by git's user.email and is never published.
{contributor}
[engines]
order = ["argos"]
"""
_CONTRIBUTOR = """\
[contributors.{id}]
name = {name}
roles = ["translator", "editor", "publisher"]
email = {email}
"""
_EXAMPLE = """\
# [contributors.ana]
# name = "Ana Prueba"
# roles = ["translator"]            # translator, editor, reviewer, proofreader, publisher
# email = "ana@example.org"
"""
_GLOSSARY = """\
# The words that must be right every time. Your own concepts stand below; the included ones ship
# with the tool and are corrected with it. `workflow glossary add --help` adds one from the shell.
include: [builtin:human-rights]
concepts: []
"""
_IGNORED = (".workflow/", "public/")


def make_workspace(folder: Path, *, name: str | None, targets: tuple[str, ...]) -> Workspace:
    """Write a new workspace and return it; files that are already there are left as they are.

    Only `.gitignore` gets the lines that it lacks: what lies in the cache is for nobody else.

    Raises InputError where `folder` is a workspace already, or is not a folder.
    """
    if folder.exists() and not folder.is_dir():
        raise InputError(f"{folder} is a file", hint="Name a folder, new or empty.")
    if folder.is_dir() and settings_in(folder) is not None:
        raise InputError(f"{folder} is a workspace already", hint="Go on with `workflow new FILE`.")
    settings = _SETTINGS.format(
        name=json.dumps(name or folder.resolve().name or "Our newsroom", ensure_ascii=False),
        targets=json.dumps([known(tag) for tag in targets]),
        contributor=_contributor(folder),
    )
    for path, text in (("glossary.yaml", _GLOSSARY), (FILE, settings)):
        if not (folder / path).exists():
            write_atomic(folder / path, text.encode())
    _ignore(folder / ".gitignore")
    for path in ("translations", "templates"):
        (folder / path).mkdir(exist_ok=True)
    return Workspace.find(folder)


def _ignore(path: Path) -> None:
    text = decode(read_bytes(path), path) if path.exists() else ""
    missing = [line for line in _IGNORED if line not in text.splitlines()]
    if missing:
        start = f"{text}\n" if text and not text.endswith("\n") else text
        write_atomic(path, (start + "".join(f"{line}\n" for line in missing)).encode())


def _contributor(folder: Path) -> str:
    """A table for the person whom git knows, else an example to fill in."""
    person, email = git_setting("user.name", folder), git_setting("user.email", folder)
    plain = "".join(c if c.isascii() and c.isalnum() else " " for c in person.lower()).split()
    if not plain or not email:
        return _EXAMPLE
    return _CONTRIBUTOR.format(
        id=plain[0][:40],
        name=json.dumps(person, ensure_ascii=False),
        email=json.dumps(email, ensure_ascii=False),
    )
