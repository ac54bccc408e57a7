"""The page docs/commands.md, made from the commands' own help.

Run: python -m workflow.cli.reference
"""

from collections.abc import Iterator
from typing import Any

import typer

from workflow.cli.app import program

_HEAD = """\
# Commands

Made from the commands' own help by `make docs`. Every command takes `--help`;
`workflow --debug COMMAND …` shows where in the code an error arose.
"""


def page() -> str:
    """Return the reference of all commands as Markdown."""
    sections = [_section(words, command) for words, command in commands()]
    return "\n".join([_HEAD, *sections])


def commands() -> Iterator[tuple[str, Any]]:
    """Every command in the order of the help, with the words that call it."""
    for name, command in _inner(typer.main.get_command(program())).items():
        for sub, inner in _inner(command).items():
            yield f"workflow {name} {sub}", inner
        if not _inner(command):
            yield f"workflow {name}", command


def _inner(command: Any) -> dict[str, Any]:
    return dict(getattr(command, "commands", {}))


def _section(words: str, command: Any) -> str:
    named = [p for p in command.params if p.name != "help"]
    arguments = [p for p in named if p.param_type_name == "argument"]
    options = [p for p in named if p.param_type_name == "option"]
    usage = " ".join(
        [words, *(_placeholder(p) for p in arguments), *(["[OPTIONS]"] * bool(options))]
    )
    lines = [f"## {words}", "", f"    {usage}", "", " ".join((command.help or "").split()), ""]
    rows = [(_spelt(p), _help(p)) for p in named if _help(p)]
    if rows:
        lines += ["| | |", "| --- | --- |", *(f"| `{name}` | {text} |" for name, text in rows), ""]
    return "\n".join(lines)


def _placeholder(parameter: Any) -> str:
    return str(parameter.metavar or parameter.name.upper())


def _spelt(parameter: Any) -> str:
    if parameter.param_type_name == "argument":
        return _placeholder(parameter)
    value = f" {parameter.metavar}" if parameter.metavar else ""
    required = "" if parameter.required is False else " (needed)"
    return f"{', '.join(parameter.opts)}{value}{required}"


def _help(parameter: Any) -> str:
    return " ".join((getattr(parameter, "help", None) or "").split()).replace("|", "\\|")


if __name__ == "__main__":
    typer.echo(page(), nl=False)
