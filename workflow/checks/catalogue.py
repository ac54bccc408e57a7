"""All checks. A new one is a file of its own and a line here."""

from workflow.checks.check import Check
from workflow.checks.copied import copied
from workflow.checks.foreign_script import foreign_script
from workflow.checks.missing import missing

CHECKS: tuple[Check, ...] = (
    missing,
    copied,
    foreign_script,
)
