"""`workflow check --fix`: the safe mends, written and shown."""

from pathlib import Path
from typing import TYPE_CHECKING

from workflow.cli.shell import acting, say

if TYPE_CHECKING:
    from workflow.checks.check import Context
    from workflow.cli.asked import Asked
    from workflow.workspace.target import Target


def mend(asked: "Asked", by: str | None) -> None:
    """Mend what was asked for and show each changed text, before and after, on stderr.

    Raises InputError before anything is written where one of the files cannot be mended.
    """
    from workflow.checks.file_mending import refuse_unmendable

    items = list(asked.items())
    for item in items:
        if isinstance(item, Path):
            refuse_unmendable(item)
    for item in items:
        if isinstance(item, Path):
            _mend_file(item, asked.context, asked.language)
        elif asked.workspace is not None:
            from workflow.checks.article import context_of

            settings = asked.workspace.settings.checks
            context = context_of(settings, asked.terms, item.article.slug)
            _mend_target(item, context, acting(asked.workspace, by).id)


def _mend_file(path: Path, context: "Context", language: str | None) -> None:
    from workflow.checks.file_mending import mend_file

    for line in mend_file(path, context, language):
        _show(f"{path}:{line.number}", line.before, line.after)


def _mend_target(target: "Target", context: "Context", by: str) -> None:
    """Record the mends as edits; a draft that nobody has confirmed stays unconfirmed."""
    from workflow.checks.article import is_waived, pairs_of
    from workflow.checks.mending import mended

    pairs = pairs_of(target.article, target)
    before = {pair.unit: pair.target for pair in pairs if pair.unit is not None}
    after = {
        pair.unit: pair.target
        for pair in mended(pairs, context, lambda finding: is_waived(finding, target))
        if pair.unit is not None
    }
    changed = {unit: text for unit, text in after.items() if text != before[unit]}
    for confirmed in (True, False):
        units = [unit for unit in changed if target.state.units[unit].confirmed is confirmed]
        if units:
            target.edit(
                {unit: changed[unit] for unit in units},
                by,
                {unit: before[unit] for unit in units},
                confirmed=confirmed,
            )
    for unit, text in changed.items():
        _show(f"{target.name} {unit}", before[unit], text)


def _show(place: str, before: str, after: str) -> None:
    say(f"mended {place}\n- {before}\n+ {after}")
