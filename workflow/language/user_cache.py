"""The user's own cache: what lies there can be made again."""

from pathlib import Path

from platformdirs import user_cache_path

from workflow.errors import MissingPart


def user_cache() -> Path:
    """Return the folder, which may not be there yet. Raises MissingPart for a user without a home.

    It never lies in the present folder, which may have come by post.
    """
    try:
        folder = user_cache_path("newsroom-workflow")
    except RuntimeError:
        folder = Path()
    if not folder.is_absolute():  # older platformdirs leave `~` as it is
        raise MissingPart("nobody knows the home of this user", hint="Set HOME to a folder.")
    return folder
