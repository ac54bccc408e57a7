"""The command `workflow`: its commands, and what becomes of an error."""

import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import NoReturn

import click

from workflow import __version__
from workflow.cli.hiding import hiding_names
from workflow.cli.shell import Commands
from workflow.errors import InputError, WorkflowError

_COMMANDS = {
    "init": "init",
    "new": "new",
    "status": "status",
    "translate": "translate",
    "check": "check",
    "facts": "facts",
    "diff": "diff",
    "publish": "publish",
    "unpublish": "publish",
    "theme": "theme",
    "history": "articles",
    "credits": "articles",
    "rename": "articles",
    "archive": "articles",
    "undo": "articles",
    "demo": "demo",
}
"""The commands, each a function of its name, and the modules of this package that they are in."""
_GROUPS = ("review", "glossary", "memory", "models")
"""The commands that have commands of their own: each is the `app` of the module of its name."""
_STOPPED = ("stopped", "What was finished is kept; run the command again to go on.", 130)
_GARBAGE = 100_000
"""After so many new objects Python looks for circular garbage; a command leaves hardly any.
After 700, as is usual, the search takes up to a tenth of a short command's time."""
_COMPLETION = "_WORKFLOW_COMPLETE"
"""Where it is set, a shell asks how a line can go on, as Click has it:
https://click.palletsprojects.com/en/stable/shell-completion"""
_SHOWN = {"help_option_names": ["-h", "--help"], "max_content_width": 100, "show_default": True}
"""How the help of all commands is laid out."""


def program(words: Sequence[str] = ()) -> click.Group:
    """Return the program: all commands, or the one alone that a command line calls.

    What a command needs is imported with it: all of them would be a third of a second.
    """
    made = Commands(
        "workflow",
        help="Translate articles with enforced terminology, human review and credits.",
        params=_options(),
        context_settings=_SHOWN,
    )
    called = next((word for word in words if word != "--debug"), "")
    alone = called in _COMMANDS or called in _GROUPS
    for name, module in _COMMANDS.items():
        if name == called or not alone:
            made.add_command(getattr(import_module(f"workflow.cli.{module}"), name))
    for name in _GROUPS:
        if name == called or not alone:
            made.add_command(import_module(f"workflow.cli.{name}").app)
    return made


def _options() -> list[click.Parameter]:
    """Return the options of the program itself; `main` looks for --debug before any command."""
    return [
        click.Option(
            ["--debug"],
            is_flag=True,
            expose_value=False,
            help="Show where in the code an error arose.",
        ),
        click.Option(
            ["--version"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_print_version,
            help="Show the version.",
        ),
    ]


def _print_version(context: click.Context, _option: click.Parameter, wanted: bool) -> None:
    if wanted:
        click.echo(f"workflow {__version__}")
        context.exit()


def main() -> NoReturn:
    """Run the command line; every error ends as two lines and an exit code."""
    gc.set_threshold(_GARBAGE)
    if _COMPLETION in os.environ:  # a shell asks what can follow; that tells nothing of a workspace
        program()(prog_name="workflow")
    with hiding_names():
        _run()


def _run() -> NoReturn:
    debug = "--debug" in sys.argv
    try:
        _refuse_broken_words(sys.argv)
        code = program(sys.argv[1:])(prog_name="workflow", standalone_mode=False)
    except WorkflowError as error:
        _stop(error.message, error.hint, error.exit_code, debug)
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        sys.exit(2)
    except click.UsageError as error:
        _stop(*_usage(error), 2, debug)
    except (KeyboardInterrupt, click.Abort):
        _stop(*_STOPPED, debug)
    except BrokenPipeError:  # `workflow status | head`
        sys.stderr.close()
        sys.exit(0)
    except Exception as error:  # the last resort: a fault of ours, told as such
        text = f"this is a fault in workflow itself ({type(error).__name__}: {error})"
        _stop(
            text,
            "Nothing was lost. Run it again with `workflow --debug …` and report what it shows.",
            2,
            debug,
        )
    sys.exit(code if isinstance(code, int) else 0)


def _refuse_broken_words(words: list[str]) -> None:
    for word in words:
        if any("\ud800" <= character <= "\udfff" for character in word):
            raise InputError(
                f"{word!r} is not text in UTF-8", hint="Set the terminal's encoding to UTF-8."
            )


def _usage(error: click.UsageError) -> tuple[str, str]:
    """Return what is wrong with the options, and the command whose help tells more."""
    path = error.ctx.command_path if error.ctx else "workflow"
    message = error.format_message().strip().rstrip(".")
    return message[:1].lower() + message[1:], f"`{path} --help` shows how it is used."


def _stop(message: str, hint: str, code: int, debug: bool) -> NoReturn:
    if debug:
        import traceback

        traceback.print_exc()
    click.secho("error: ", fg="red", bold=True, err=True, nl=False)
    click.echo(message, err=True)
    click.secho("hint: ", fg="cyan", err=True, nl=False)
    click.echo(hint, err=True)
    sys.exit(code)
