"""Templates as Python has compiled them, kept from one start of the program to the next."""

from contextlib import suppress

from jinja2 import BytecodeCache, FileSystemBytecodeCache, __version__
from jinja2.bccache import Bucket
from platformdirs import user_cache_path


class _Kept(FileSystemBytecodeCache):
    def dump_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):  # a full disk makes the next start slower, and nothing else
            super().dump_bytecode(bucket)


def compiled_templates() -> BytecodeCache | None:
    """Return where compiled templates are kept, None where there is no place for them.

    They are code, so it is the user's own cache and never a workspace, which may have come by post.
    Jinja2 compiles a template anew when its text has changed.
    """
    folder = user_cache_path("newsroom-workflow") / "templates"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        return None
    return _Kept(str(folder), f"{__version__}-%s")
