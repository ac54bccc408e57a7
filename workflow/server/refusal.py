"""What the server refuses to do, and with which status code it says so."""

from workflow.errors import (
    InputError,
    NotReady,
    SettingsError,
    StaleError,
    TemplateFault,
    WorkflowError,
    WriteFault,
)


class Refusal(WorkflowError):
    """A request that is not answered with what it asked for; `status` is HTTP's code for it."""

    def __init__(self, status: int, message: str, *, hint: str) -> None:
        super().__init__(message, hint=hint)
        self.status = status


def not_found() -> Refusal:
    """Return what is said of a page that is not there, or not for this person."""
    return Refusal(404, "There is no such page.", hint="The board lists everything that is open.")


def not_allowed(what: str) -> Refusal:
    """Return what is said to a person whose roles do not let them do `what` (`approve this`)."""
    return Refusal(
        403,
        f"Your roles do not let you {what}.",
        hint="Ask an editor, or the publisher, who gives out the roles.",
    )


def status_of(error: WorkflowError) -> int:
    """Return the HTTP status code that an error of the core is answered with."""
    match error:
        case Refusal():
            return error.status
        case StaleError() | NotReady():
            return 409
        case SettingsError() | TemplateFault() | WriteFault():  # nothing is wrong with the request
            return 503
        case InputError():
            return 400
    return 503
