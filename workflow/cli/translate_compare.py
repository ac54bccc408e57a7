"""The drafts of several engines under each text, for `workflow translate --compare`."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workflow.draft import Compared


def side_by_side(compared: "Compared") -> Iterator[str]:
    """Yield the lines: each text, and below it what every engine makes of it."""
    width = max(map(len, compared.draftings))
    for unit, text in compared.texts.items():
        yield f"{unit}  {text}"
        for name, drafting in compared.draftings.items():
            yield f"  {name:<{width}}  {drafting.drafts[unit].text}"
    for name, drafting in compared.draftings.items():
        yield f"{name}: {drafting.package}"
