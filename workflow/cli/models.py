"""`workflow models`: the language packages that engines work with."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from workflow.cli.shell import AsJson, out, print_json
from workflow.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable

    from workflow.engines.argos.index import Received
    from workflow.engines.argos.package import Metadata, Package

app = typer.Typer(help="The language packages of engines: list, install, remove.")


@app.command("list")
def list_models(as_json: AsJson = False) -> None:
    """List the installed packages, and the starter where it serves."""
    from workflow.engines.argos import starter
    from workflow.engines.argos.installed import installed_packages

    rows = [_row(package) for package in installed_packages()]
    rows.append(
        {
            "engine": "argos",
            "source": starter.SOURCE,
            "target": starter.TARGET,
            "version": starter.VERSION,
            "kind": "starter",
        }
    )
    if as_json:
        print_json({"models": rows})
        return
    for row in rows:
        note = "   starter, a rough draft only" if row["kind"] == "starter" else ""
        out(f"{row['engine']}  {row['source']} → {row['target']}  {row['version']}{note}")


@app.command()
def install(
    what: Annotated[
        list[str],
        typer.Argument(
            metavar="FROM TO | FILE…",
            help="Two languages, to download from Argos's index; or .argosmodel files and folders.",
        ),
    ],
) -> None:
    """Install language packages: by pair from Argos's index, or from files and folders."""
    from workflow.engines.argos.installing import files_in, install_file, install_pair

    pair = _pair(what)
    if pair:
        with _bars() as received:
            packages = install_pair(*pair, received=received)
    else:
        paths = [Path(name) for name in what]
        files = [f for path in paths for f in (files_in(path) if path.is_dir() else [path])]
        packages = [install_file(file) for file in files]
    for package in packages:
        out(f"installed: argos  {package.source} → {package.target}  {package.metadata.version}")


@app.command()
def remove(
    source: Annotated[str, typer.Argument(metavar="FROM", help="The language it reads.")],
    target: Annotated[str, typer.Argument(metavar="TO", help="The language it writes.")],
) -> None:
    """Remove an installed language package."""
    from workflow.engines.argos.installing import remove as remove_packages
    from workflow.language.tags import standard

    for package in remove_packages(standard(source), standard(target)):
        out(f"removed: argos  {package.source} → {package.target}  {package.metadata.version}")


def _row(package: "Package") -> dict[str, str]:
    return {
        "engine": "argos",
        "source": package.source,
        "target": package.target,
        "version": package.metadata.version,
        "kind": "installed",
    }


def _pair(what: list[str]) -> tuple[str, str] | None:
    """Return two language tags, or None where the words are paths."""
    from workflow.language.tags import standard

    if len(what) != 2 or any(Path(name).exists() or "." in name for name in what):
        return None
    try:
        return standard(what[0]), standard(what[1])
    except InputError:
        return None


@contextmanager
def _bars() -> "Iterator[Callable[[Metadata], Received] | None]":
    """Show a bar for each download, on a terminal only."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn

    columns = TextColumn("{task.description}"), BarColumn(), DownloadColumn()
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:

        def started(metadata: "Metadata") -> "Received":
            task = bars.add_task(metadata.label, total=None)
            return lambda done, total: bars.update(task, completed=done, total=total)

        yield started
