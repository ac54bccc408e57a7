"""`workflow review export` and `import`: a translation as a Word file, and back."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from workflow.cli.findings import findings_of
from workflow.cli.hiding import shown
from workflow.cli.review_progress import counted, progress
from workflow.cli.shell import By, To, acting, is_terminal, open_workspace, out, say

if TYPE_CHECKING:
    from workflow.review.documents.returning import Return
    from workflow.workspace.target import Target


class Format(StrEnum):
    """What a review document is written as."""

    DOCX = "docx"


def export(
    slug: Annotated[str, typer.Argument(metavar="SLUG", help="The article.")],
    to: To,
    form: Annotated[Format, typer.Option("--format", help="Word, for now.")] = Format.DOCX,
    older: Annotated[
        str, typer.Option("--from", metavar="REV", help="Show changes since: draft, approved, …")
    ] = "draft",
    affected: Annotated[
        bool, typer.Option("--affected", help="Only units that no approval covers as they stand.")
    ] = False,
    plain: Annotated[
        bool, typer.Option("--plain", help="Only the translation, without a table.")
    ] = False,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to this file.")
    ] = None,
) -> None:
    """Write a translation as a Word file for an editor: `review import` takes it back."""
    from workflow.glossary.loader import load_glossary
    from workflow.review.corrections import units_to_review
    from workflow.review.documents.contents import sheet_of
    from workflow.review.masking import masked_sheet
    from workflow.withheld.listing import open_list
    from workflow.withheld.masks import Masks
    from workflow.workspace.files import write_atomic

    workspace = open_workspace()
    target = workspace.article(slug).target(to)
    target.sync()
    glossary = load_glossary(workspace.glossary_path, workspace.root)
    sheet = sheet_of(target, findings_of(target), glossary, older)
    sheet = masked_sheet(sheet, Masks(open_list(workspace)))
    if affected:
        sheet = sheet.only(units_to_review(target))
    if plain:
        from workflow.review.documents.plain import plain_document

        data = plain_document(sheet, workspace.templates)
    else:
        from workflow.review.documents.table import review_document

        data = review_document(sheet, workspace.templates)
    path = output or Path(f"{slug}.{target.tag}.{'text' if plain else 'review'}.{form}")
    write_atomic(path, data)
    say(f"{len(sheet.rows)} units of {slug} [{target.tag}]. When the file is back, run:")
    say(f"  workflow review import {path} --by ID" + " --partial" * affected)
    out(str(path))


def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The Word file that came back.")],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only show what would be recorded.")
    ] = False,
    partial: Annotated[
        bool, typer.Option("--partial", help="Rows that are not in the file stay as they are.")
    ] = False,
    by: By = None,
) -> None:
    """Take back what a person did in a review document: all of it, or nothing in doubt."""
    from workflow.review.documents.reading import read_word_file
    from workflow.review.documents.recording import record_return
    from workflow.review.documents.returning import identity_of, read_return, read_text_return
    from workflow.review.documents.sheet import Form as Document
    from workflow.review.masking import masked_state, restored_return
    from workflow.withheld.listing import open_list
    from workflow.withheld.masks import Masks

    workspace = open_workspace()
    person = acting(workspace, by).id
    document = read_word_file(file)
    form, identity = identity_of(document)
    target = workspace.article(identity.slug).target(identity.target)
    people = workspace.settings.contributors
    masks = Masks(open_list(workspace))
    masks.learn(target.events)
    given = masked_state(target.revision(identity.event), masks)
    now = masked_state(target.state, masks)
    if form is Document.TEXT:
        found = read_text_return(document, given, now, people)
    else:
        found = read_return(document, given, now, people, partial=partial)
    found = restored_return(found, masks)
    for notice in found.notices:
        say(notice)
    _show(target, found, file)
    if dry_run:
        say("Nothing was recorded. Without --dry-run it will be.")
    else:
        record_return(target, found, person)
        out(progress(target, _recorded(found)))


def _show(target: "Target", found: "Return", file: Path) -> None:
    """Print what the document changes, word by word."""
    from workflow.review.comparison import Comparison
    from workflow.review.diff_terminal import terminal_lines
    from workflow.review.documents.recording import differences

    source = target.article.source
    comparison = Comparison(
        slug=target.article.slug,
        title=source.title,
        source_language=source.language,
        target=target.tag,
        older="now",
        newer=file.name,
        units=differences(target.state, found),
    )
    out("\n".join(terminal_lines(shown(comparison), colour=is_terminal())), styled=True)
    for remark in found.remarks:
        out(f"remark on {remark.unit or 'the article'}: {remark.text}")
    if found.resolved:
        out(f"{len(found.resolved)} settled in the document")


def _recorded(found: "Return") -> list[str]:
    return [
        *counted(found.edits.count, "unit changed", "units changed"),
        *counted(len(found.remarks), "remark", "remarks"),
        *counted(len(found.resolved), "comment settled", "comments settled"),
    ]
