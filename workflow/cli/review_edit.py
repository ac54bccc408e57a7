"""`workflow review edit`: the bilingual text in a person's own editor, and back."""

import shlex
import tempfile
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from workflow.cli.findings import findings_of
from workflow.cli.review_progress import counted, progress
from workflow.cli.shell import By, To, acting, open_workspace, out, say

if TYPE_CHECKING:
    from workflow.workspace.target import Target


def edit(
    slug: Annotated[str, typer.Argument(metavar="SLUG", help="The article.")],
    to: To,
    unit: Annotated[
        list[str] | None, typer.Option("--unit", metavar="ID", help="Only this unit; may repeat.")
    ] = None,
    affected: Annotated[
        bool, typer.Option("--affected", help="Only units that no approval covers as they stand.")
    ] = False,
    from_file: Annotated[
        Path | None,
        typer.Option("--from-file", metavar="FILE", help="Take this file, edited before."),
    ] = None,
    to_file: Annotated[
        Path | None,
        typer.Option("--to-file", metavar="FILE", help="Write the text to a file to edit later."),
    ] = None,
    by: By = None,
) -> None:
    """Revise a translation in your editor ($VISUAL or $EDITOR), source and findings beside it."""
    from workflow.review.corrections import units_to_review
    from workflow.review.editor import find_editor, run_editor
    from workflow.workspace.files import write_atomic

    workspace = open_workspace()
    target = workspace.article(slug).target(to)
    if affected:
        unit = list(units_to_review(target))
        if not unit:
            out("Every unit stands as it was approved.")
            return
    if to_file:
        write_atomic(to_file, _buffer(target, unit or ()).encode())
        say(f"Edit {to_file}, then run:")
        say(f"  workflow review edit {slug} --to {to} --from-file {shlex.quote(str(to_file))}")
        return
    person = acting(workspace, by).id
    if from_file:
        _take(from_file, slug, to, person, None)
        return
    editor = find_editor()
    path = _new_file(workspace.cache / "edit", f"{slug}-{target.tag}-")
    write_atomic(path, _buffer(target, unit or ()).encode())
    run_editor(editor, path)
    _take(path, slug, to, person, unit or tuple(target.texts))
    path.unlink()


def _buffer(target: "Target", only: Collection[str]) -> str:
    from workflow.review.buffer import render_buffer
    from workflow.review.editing import buffer_units
    from workflow.review.masking import masked_units
    from workflow.review.origins import drafted_at
    from workflow.withheld.listing import list_here
    from workflow.withheld.masks import Masks
    from workflow.workspace.relays import middle_texts, stale_units

    people = target.article.workspace.settings.contributors
    heading = f"{target.article.slug}, {target.article.source.language} → {target.tag}"
    middles = middle_texts(target.article, target.state)
    drafted = drafted_at(target.events)
    stale = stale_units(target.article, target.state)
    units = buffer_units(target.state, findings_of(target), people, only, middles, drafted, stale)
    masks = Masks(list_here(target.article.workspace))
    return render_buffer(masks.masked(heading), masked_units(units, masks))


def _take(path: Path, slug: str, to: str, person: str, expected: Collection[str] | None) -> None:
    """Record what stands in the file. Whatever is wrong with it, the file stays."""
    from workflow.errors import WorkflowError
    from workflow.review.buffer import parse_buffer
    from workflow.review.editing import edits, record_edits
    from workflow.review.masking import masked_state
    from workflow.withheld.listing import list_here
    from workflow.withheld.masks import Masks
    from workflow.withheld.redaction import with_texts
    from workflow.workspace.files import decode, read_bytes

    target = open_workspace().article(slug).target(to)  # as it is after the person's work
    data = read_bytes(path)
    try:
        buffer = parse_buffer(decode(data, path), str(path), expected)
        masks = Masks(list_here(target.article.workspace))
        found = with_texts(edits(buffer, masked_state(target.state, masks)), masks.restored)
        record_edits(target, found, person)
    except WorkflowError as error:
        again = f"workflow review edit {slug} --to {to} --from-file {shlex.quote(str(path))}"
        error.hint += f" Your text is kept in {path}; `{again}` takes it when it is mended."
        raise
    out(progress(target, counted(found.count, "unit changed", "units changed")))


def _new_file(folder: Path, prefix: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=folder, prefix=prefix, suffix=".md", delete=False) as file:
        return Path(file.name)
