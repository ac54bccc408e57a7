"""What git knows of the person at this machine."""

import subprocess
from pathlib import Path


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
