"""Every error that a user can cause: what happened, and what to do about it.

WorkflowError
├── InputError      exit code 2: the command, the input or the settings are wrong
│   ├── SettingsError   a settings file is wrong
│   ├── StaleError      somebody else changed what was about to be written
│   ├── TemplateFault   a template is broken
│   └── WriteFault      a file cannot be put where it belongs
├── NotReady        exit code 1: the work is not ready (a closed gate)
└── MissingPart     exit code 3: an engine or another part that is needed is not there
"""

from typing import Any, ClassVar


class WorkflowError(Exception):
    """Base of all errors that are shown to a user as two lines, `error:` and `hint:`.

    `message` says what happened and names the file, line or key; `hint` says what to do about it.
    """

    exit_code: ClassVar[int] = 2

    def __init__(self, message: str, *, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return self.message

    def __reduce__(self) -> tuple[Any, ...]:
        """Let an error come back whole from another process."""
        return _again, (type(self), self.message, self.hint)


def _again(kind: type["WorkflowError"], message: str, hint: str) -> "WorkflowError":
    return kind(message, hint=hint)


class InputError(WorkflowError):
    """The command, a file or an option is wrong."""


class SettingsError(InputError):
    """A settings file is wrong or missing."""


class StaleError(InputError):
    """What was about to be replaced is no longer what the writer had read."""


class TemplateFault(InputError):
    """A template is broken or missing, so that nothing can be made that needs it."""


class WriteFault(InputError):
    """The disk refuses a file, or its place leads out of the folder that it belongs in."""


class NotReady(WorkflowError):
    """The work is not ready: a gate is closed."""

    exit_code = 1


class MissingPart(WorkflowError):
    """An engine, a language package or an optional library is not there."""

    exit_code = 3
