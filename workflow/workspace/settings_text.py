"""Where the settings of a workspace stand: in workflow.toml, or in a pyproject.toml.

A lone file is checked without settings: to find that there are none, nothing of them is imported.
"""

import re
from pathlib import Path

from workflow.errors import InputError, SettingsError
from workflow.workspace.files import decode, read_bytes

FILE = "workflow.toml"
PROJECT = "pyproject.toml"
_TABLE = re.compile(r"^\s*\[tool\.workflow[.\]]", re.MULTILINE)


def settings_text(folder: Path) -> tuple[Path, str] | None:
    """Return the file with the settings of the workspace at `folder`, and its text.

    None where there is no workspace. Raises SettingsError for a file that is not UTF-8.
    """
    path = folder / FILE
    if path.exists():
        return path, _content(path)
    project = folder / PROJECT
    if project.is_file():
        text = _content(project)
        if _TABLE.search(text):
            return project, text
    return None


def _content(path: Path) -> str:
    try:
        return decode(read_bytes(path), path)
    except InputError as error:
        raise SettingsError(error.message, hint=error.hint) from None
