"""A withheld name in an article that comes in: a pseudonym, before anything is written."""

from dataclasses import replace
from typing import TYPE_CHECKING

import typer

from workflow.cli.shell import say
from workflow.errors import NotReady

if TYPE_CHECKING:
    from workflow.document.importing import Imported
    from workflow.workspace.workspace import Workspace


def without_withheld(workspace: "Workspace", imported: "Imported", *, ask: bool) -> "Imported":
    """Return an article with pseudonyms for the names that the workspace withholds.

    They are asked for, one for each name; without a terminal to ask on, NotReady is raised.
    """
    from workflow.document.frontmatter import parse_source, serialize_source
    from workflow.withheld import Seeker, open_list

    text = before = serialize_source(imported.source)
    for name in open_list(workspace).names:
        seeker = Seeker([name])
        spans = seeker.find(text)
        if not spans:
            continue
        if not ask:
            raise NotReady(
                f"a withheld name stands {len(spans)} times in this article; nothing was written",
                hint="Run the command on a terminal and give a pseudonym, or change the text.",
            )
        say(f"A name that this newsroom withholds stands here {len(spans)} times.")
        text = seeker.replaced(text, typer.prompt("Pseudonym to write instead"))
    if text == before:
        return imported
    return replace(imported, source=parse_source(text, "the article"))
