"""`workflow demo`: one article through every step, with the commands that a user would type."""

import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from workflow.cli.shell import out
from workflow.errors import InputError, MissingPart

_ARTICLE = "courthouse-appeal.html"
_REVISION = "courthouse-appeal.es.txt"
_SLUG = "election-observer-stays-in-detention"
_PEOPLE = """
[contributors.ana]
name = "Ana Prueba"
roles = ["translator"]

[contributors.ben]
name = "Ben Muster"
roles = ["reviewer", "publisher"]
"""


@dataclass(frozen=True)
class _Step:
    """A remark, and the command behind it; `expected` are the exit codes that are no surprise."""

    remark: str
    command: str
    expected: tuple[int, ...] = (0,)


_STEPS = (
    _Step(
        "A page saved from the browser comes in; its clutter stays out.",
        f"new {_ARTICLE} --slug {_SLUG} --to es --by ana",
    ),
    _Step("A machine drafts it. Nothing leaves this computer.", f"translate {_SLUG} --by ana"),
    _Step("The checks say what the machine did wrong.", f"check {_SLUG}", expected=(0, 1)),
    _Step(
        "Ana revises it. Without --from-file the text would open in her editor.",
        f"review edit {_SLUG} --to es --from-file {_REVISION} --by ana",
    ),
    _Step("Now the checks are content.", f"check {_SLUG}"),
    _Step("What Ana changed, word by word:", f"diff {_SLUG} --to es"),
    _Step("She hands it in …", f"review submit {_SLUG} --to es --by ana"),
    _Step(
        "… and a second person approves it; Ana could not.",
        f"review approve {_SLUG} --to es --by ben",
    ),
    _Step("It goes out, with everybody's credit.", f"publish {_SLUG} --by ben"),
    _Step("Where everything stands:", "status"),
)


def demo(
    folder: Annotated[
        Path, typer.Argument(metavar="[DIR]", help="A new folder for the demo's workspace.")
    ] = Path("workflow-demo"),
) -> None:
    """Show the whole job on a sample article, in a workspace of its own."""
    if folder.exists():
        raise InputError(
            f"{folder} is already there", hint="Name a new folder: workflow demo another-folder"
        )
    _run(
        _Step(
            "A newsroom of its own:",
            f'init {shlex.quote(str(folder))} --name "The Riverbank Bulletin" --to es',
        ),
        Path.cwd(),
    )
    samples = _samples()
    for name in (_ARTICLE, _REVISION):
        shutil.copy(samples / name, folder / name)
    with (folder / "workflow.toml").open("a", encoding="utf-8") as settings:
        settings.write(_PEOPLE)
    out("\nTwo people join: Ana, a translator, and Ben, who reviews and publishes (workflow.toml).")
    for step in _STEPS:
        _run(step, folder)
    page = folder / "public" / "es" / _SLUG
    out("\nDone. What readers get:")
    out(f"  the page  {page / 'index.html'}")
    out(f"  the DOCX  {page / f'{_SLUG}.docx'}")


def _run(step: _Step, folder: Path) -> None:
    out()
    typer.secho(f"# {step.remark}", dim=True)
    typer.secho(f"$ workflow {step.command}", bold=True)
    sys.stdout.flush()
    command = [sys.executable, "-m", "workflow", *shlex.split(step.command)]
    code = subprocess.run(command, cwd=folder, check=False).returncode
    if code not in step.expected:
        raise InputError(
            f"the step ended with exit code {code}",
            hint=f"The demo stops here; look into {folder}, or run the step again with --debug.",
        )


def _samples() -> Path:
    """The samples that ship: inside the package, or at the top of a checkout."""
    package = Path(__file__).parent.parent
    for folder in (package / "samples", package.parent / "samples"):
        if (folder / _ARTICLE).is_file():
            return folder
    raise MissingPart("the samples are not there", hint="Install newsroom-workflow again.")
