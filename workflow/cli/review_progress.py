"""What is said once work has been recorded: how far the target is, and what comes next."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workflow.workspace.target import Target


def progress(target: "Target", recorded: Sequence[str]) -> str:
    """Return what was `recorded` (such as `2 units changed`), what is open, and the next step."""
    from workflow.workspace.state import Stage

    if not recorded:
        return "Nothing was changed."
    units = target.state.units.values()
    drafts = sum(not unit.confirmed for unit in units)
    done = ", ".join(recorded)
    if drafts:
        return f"{done}; {drafts} of {len(units)} still to be confirmed."
    step = "approve" if target.state.stage is Stage.REVIEW else "submit"
    command = f"workflow review {step} {target.article.slug} --to {target.tag}"
    return f"{done}; all {len(units)} are confirmed. Next:\n  {command}"


def counted(number: int, one: str, many: str) -> list[str]:
    """Return such as `2 units changed` for the list of what was recorded; nothing for none."""
    return [f"{number} {one if number == 1 else many}"] if number else []
