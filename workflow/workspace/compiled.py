"""Templates as Python has compiled them, kept from one start of the program to the next."""

import os
import sys
from contextlib import suppress
from pathlib import Path

import jinja2
from jinja2 import BytecodeCache, FileSystemBytecodeCache
from jinja2.bccache import Bucket

from workflow import __version__
from workflow.errors import MissingPart
from workflow.language.user_cache import user_cache


class _Kept(FileSystemBytecodeCache):
    def dump_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):  # a full disk makes the next start slower, and nothing else
            super().dump_bytecode(bucket)


def compiled_templates() -> BytecodeCache | None:
    """Return where compiled templates are kept, None where there is no safe place for them.

    They are code, so it is the user's own cache and never a workspace, which may have come by post.
    Jinja2 compiles a template anew when its text has changed; what it works out beforehand, such as
    a filter of a constant, is of one version of this tool and of Jinja2.
    """
    try:
        folder = user_cache() / "templates"
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not _is_own(folder):
            return None
    except (OSError, MissingPart):
        return None
    return _Kept(str(folder), f"{__version__}-{jinja2.__version__}-%s")


def _is_own(folder: Path) -> bool:
    """Tell whether the folder is this user's and nobody else may write there."""
    if sys.platform == "win32":  # there, it lies in the user's profile
        return True
    found = folder.stat()
    return found.st_uid == os.getuid() and not found.st_mode & 0o022
