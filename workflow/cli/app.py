"""The command `workflow`: its commands, and what becomes of an error."""

import gc
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Annotated, Any, NoReturn

import typer

from workflow import __version__
from workflow.cli.hiding import hiding_names
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
_UsageError: Any = typer.BadParameter.__mro__[1]
"""The base of the errors that Typer finds in a command's options."""


def program(words: Sequence[str] = ()) -> typer.Typer:
    """Return the program: all commands, or the one alone that a command line calls.

    What a command needs is imported with it: all of them would be a third of a second.
    """
    made = typer.Typer(
        name="workflow",
        help="Translate articles with enforced terminology, human review and credits.",
        no_args_is_help=True,
        rich_markup_mode=None,  # plain: framing it would cost a tenth of a second at every start
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )
    made.callback()(options)
    called = next((word for word in words if word != "--debug"), "")
    alone = called in _COMMANDS or called in _GROUPS
    for name, module in _COMMANDS.items():
        if name == called or not alone:
            made.command(name)(getattr(import_module(f"workflow.cli.{module}"), name))
    for name in _GROUPS:
        if name == called or not alone:
            made.add_typer(import_module(f"workflow.cli.{name}").app, name=name)
    return made


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"workflow {__version__}")
        raise typer.Exit


def options(
    debug: Annotated[
        bool, typer.Option("--debug", help="Show where in the code an error arose.")
    ] = False,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    """Translate articles with enforced terminology, human review and credits."""


def main() -> NoReturn:
    """Run the command line; every error ends as two lines and an exit code."""
    gc.set_threshold(_GARBAGE)
    with hiding_names():
        _run()


def _run() -> NoReturn:
    debug = "--debug" in sys.argv
    try:
        _refuse_broken_words(sys.argv)
        code = program(sys.argv[1:])(prog_name="workflow", standalone_mode=False)
    except WorkflowError as error:
        _stop(error.message, error.hint, error.exit_code, debug)
    except _UsageError as error:
        if not error.format_message().strip():  # no command was given: the help is shown already
            sys.exit(2)
        _stop(*_usage(error), 2, debug)
    except (KeyboardInterrupt, typer.Abort):
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
    if code == _STOPPED[2]:  # so Typer tells that somebody pressed Ctrl-C
        _stop(*_STOPPED, debug)
    sys.exit(code if isinstance(code, int) else 0)


def _refuse_broken_words(words: list[str]) -> None:
    for word in words:
        if any("\ud800" <= character <= "\udfff" for character in word):
            raise InputError(
                f"{word!r} is not text in UTF-8", hint="Set the terminal's encoding to UTF-8."
            )


def _usage(error: Any) -> tuple[str, str]:
    """Return what is wrong with the options, and the command whose help tells more."""
    path = error.ctx.command_path if error.ctx else "workflow"
    message = error.format_message().strip().rstrip(".")
    return message[:1].lower() + message[1:], f"`{path} --help` shows how it is used."


def _stop(message: str, hint: str, code: int, debug: bool) -> NoReturn:
    if debug:
        import traceback

        traceback.print_exc()
    typer.secho("error: ", fg="red", bold=True, err=True, nl=False)
    typer.echo(message, err=True)
    typer.secho("hint: ", fg="cyan", err=True, nl=False)
    typer.echo(hint, err=True)
    sys.exit(code)
