"""Commands measured as a user has them: installers compile modules, a checkout may hold none."""

import compileall
import os
from pathlib import Path

import workflow


def compile_package() -> None:
    """Compile the package as an installer does, and let commands that are started keep theirs."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    compileall.compile_dir(Path(workflow.__file__).parent, quiet=1)
