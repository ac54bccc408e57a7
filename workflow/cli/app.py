"""The command `workflow`: its commands, and what becomes of an error."""

import sys
from typing import Annotated, Any, NoReturn

import typer

from workflow import __version__
from workflow.cli import (
    articles,
    check,
    demo,
    diff,
    facts,
    glossary,
    init,
    memory,
    models,
    publish,
    review,
    status,
    theme,
)
from workflow.cli import new as new_command
from workflow.cli import translate as translate_command
from workflow.cli.hiding import hiding_names
from workflow.errors import InputError, WorkflowError

app = typer.Typer(
    name="workflow",
    help="Translate articles with enforced terminology, human review and credits.",
    no_args_is_help=True,
    rich_markup_mode=None,  # plain help: framing it would cost a tenth of a second at every start
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
_STOPPED = ("stopped", "What was finished is kept; run the command again to go on.", 130)
_UsageError: Any = typer.BadParameter.__mro__[1]
"""The base of the errors that Typer finds in a command's options."""


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"workflow {__version__}")
        raise typer.Exit


@app.callback()
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


for command in (
    init.init,
    new_command.new,
    status.status,
    translate_command.translate,
    check.check,
    facts.facts,
    diff.diff,
    publish.publish,
    publish.unpublish,
    theme.theme,
    articles.history,
    articles.credits,
    articles.rename,
    articles.archive,
    articles.undo,
    demo.demo,
):
    app.command()(command)
app.add_typer(review.app, name="review")
app.add_typer(glossary.app, name="glossary")
app.add_typer(memory.app, name="memory")
app.add_typer(models.app, name="models")


def main() -> NoReturn:
    """Run the command line; every error ends as two lines and an exit code."""
    with hiding_names():
        _run()


def _run() -> NoReturn:
    debug = "--debug" in sys.argv
    try:
        _refuse_broken_words(sys.argv)
        code = app(prog_name="workflow", standalone_mode=False)
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
