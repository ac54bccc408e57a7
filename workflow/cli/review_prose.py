"""`workflow review prose`: a PO file as prose, which `git diff` can be told to compare."""

from pathlib import Path
from typing import Annotated

import typer

from workflow.cli.shell import out, workspace_around


def prose(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A PO file, of any revision.")],
) -> None:
    """Print a PO file as prose: `git config diff.po.textconv "workflow review prose"`.

    With the line `*.po diff=po` in .gitattributes, `git diff` then shows sentences.
    """
    from workflow.review.prose import prose_lines
    from workflow.workspace.files import read_bytes
    from workflow.workspace.po import parse

    workspace_around()  # whose names are not to be printed
    for line in prose_lines(parse(read_bytes(file), file)):
        out(line)
