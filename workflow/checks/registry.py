"""All checks that there are: ours, and those that other packages bring.

A package brings a check by an entry point of the group `workflow.checks` that leads to a `Check`:

    [project.entry-points."workflow.checks"]
    no-exclamations = "our_house:no_exclamations"
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

from workflow.errors import MissingPart, WorkflowError
from workflow.plugins import found, loaded

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.metadata import EntryPoint

    from workflow.checks.check import Check, Context

Rule = Callable[[Any, "Context"], Iterable[Any]]

GROUP = "workflow.checks"


@cache
def all_checks() -> "tuple[Check, ...]":
    """Return all checks, ours first; nothing is imported before somebody asks.

    Raises MissingPart where a package's check cannot be loaded, or bears a name that is taken.
    """
    from workflow.checks.catalogue import CHECKS

    checks = list(CHECKS)
    for entry in found(GROUP).values():
        check = _described(entry.name, loaded(entry, "check"))
        if check.name in {known.name for known in checks}:
            raise MissingPart(
                f"a package brings a check {check.name!r}, and there is one of that name",
                hint=f"Uninstall the package whose entry point is {entry.name} = {entry.value}.",
            )
        checks.append(
            replace(check, unit=_told(check.unit, entry), article=_told(check.article, entry))
        )
    return tuple(checks)


def _told(rule: "Rule | None", entry: "EntryPoint") -> "Rule | None":
    """Return a rule of another package that says whose fault it is when it fails."""
    if rule is None:
        return None

    def told(subject: Any, context: "Context") -> "Iterator[Any]":
        try:
            yield from rule(subject, context)
        except WorkflowError:
            raise
        except Exception as error:
            raise MissingPart(
                f"the check {entry.name} failed: {type(error).__name__}: {error}",
                hint=f"Mend or uninstall the package whose entry point is {entry.name} = "
                f"{entry.value}, or switch the check off.",
            ) from error

    return told


def _described(name: str, check: object) -> "Check":
    from workflow.checks.check import Check
    from workflow.checks.description import describe

    if not isinstance(check, Check):
        raise MissingPart(
            f"the entry point {name} of {GROUP} leads to no check",
            hint="It must lead to a function that is decorated with `check` or `article_check`.",
        )
    try:
        describe(check)
    except ValueError as error:
        raise MissingPart(
            str(error), hint="docs/checks.md shows what a check's docstring looks like."
        ) from None
    return check
