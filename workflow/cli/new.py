"""`workflow new`: an article from a saved page, a text or Markdown."""

import sys
from datetime import datetime
from pathlib import Path
from textwrap import shorten
from typing import TYPE_CHECKING, Annotated

import typer

from workflow.cli.shell import By, acting, open_workspace, out
from workflow.errors import InputError

if TYPE_CHECKING:
    from workflow.document.importing import Dropped, Imported
    from workflow.document.source import ArticleKind, Place, Source
    from workflow.workspace.workspace import Workspace

_SHOWN = 90
"""How much of a dropped text is shown, in characters."""


def new(
    source: Annotated[
        str, typer.Argument(metavar="SOURCE", help="A .md, .txt or .html file, or - for stdin.")
    ],
    language: Annotated[
        str | None, typer.Option(metavar="TAG", help="The language of the text, such as ru.")
    ] = None,
    to: Annotated[
        list[str] | None,
        typer.Option("--to", metavar="TAG", help="A language to translate into; may come again."),
    ] = None,
    slug: Annotated[
        str | None, typer.Option(metavar="SLUG", help="The folder's name instead of one made.")
    ] = None,
    kind: Annotated[
        str | None, typer.Option(help="article, interview, statement or podcast.")
    ] = None,
    title: Annotated[str | None, typer.Option(help="The title, if another was found.")] = None,
    author: Annotated[
        list[str] | None, typer.Option("--author", metavar="NAME", help="May come again.")
    ] = None,
    day: Annotated[
        datetime | None,
        typer.Option("--date", formats=["%Y-%m-%d"], metavar="YYYY-MM-DD", help="Its date."),
    ] = None,
    keep: Annotated[
        list[str] | None,
        typer.Option("--keep", metavar="TEXT", help="Words of a line that must not be dropped."),
    ] = None,
    by: By = None,
) -> None:
    """Take in an article: find its title, people, date and source, and drop what surrounds it."""
    from workflow.document.importing import About, import_source
    from workflow.document.importing.encoding import MAX_SIZE
    from workflow.language.slug import slug as slug_of
    from workflow.language.tags import standard

    workspace = open_workspace()
    targets = tuple(standard(tag) for tag in to or ())
    person = acting(workspace, by).id if targets else ""
    corrections = About(
        title=title,
        language=standard(language) if language else None,
        kind=_kind(kind),
        authors=tuple(author or ()),
        date=day.date() if day else None,
        targets=targets,
    )
    data, name = _read(source, MAX_SIZE)
    imported = import_source(data, name, corrections=corrections, keep=keep or ())
    _refuse_own_language(imported.source)
    _refuse_known(workspace, imported.source)
    article = workspace.create(
        slug or slug_of(imported.source.title), imported.source, imported.media
    )
    for tag in targets:
        article.add_target(tag, person)
    _tell(article.slug, imported, len(article.units))


def _read(source: str, limit: int) -> tuple[bytes, str]:
    """Return the bytes of the source, one more than `limit` at most, and what errors call it."""
    if source == "-":
        return sys.stdin.buffer.read(limit + 1), "stdin"
    if source.startswith(("http://", "https://")):
        raise InputError(
            f"{source}: addresses are not fetched",
            hint="Save the page from your browser and give its file.",
        )
    path = Path(source)
    try:
        with path.open("rb") as file:
            return file.read(limit + 1), path.name
    except OSError as error:
        raise InputError(
            f"{source}: {error.strerror or error}",
            hint="Give a file that is there and that you may read.",
        ) from None


def _kind(name: str | None) -> "ArticleKind | None":
    from workflow.document.source import ArticleKind

    if name is None:
        return None
    try:
        return ArticleKind(name)
    except ValueError:
        raise InputError(
            f"{name!r} is not a kind of article", hint=f"Use one of: {', '.join(ArticleKind)}."
        ) from None


def _refuse_own_language(source: "Source") -> None:
    if source.language in source.targets:
        raise InputError(
            f"the text is written in {source.language} already",
            hint="Choose another language with --to, or correct the text's with --language.",
        )


def _refuse_known(workspace: "Workspace", source: "Source") -> None:
    """Refuse a text that is in the workspace already, under whatever name."""
    for article in workspace.articles():
        if article.source.body == source.body:
            raise InputError(
                f"this text is here already, as {article.slug}",
                hint=f"Go on with that one: workflow status {article.slug}",
            )


def _tell(slug: str, imported: "Imported", units: int) -> None:
    source = imported.source
    facts = [
        ("title", source.title),
        ("language", source.language + (" (detected)" if imported.guessed else "")),
        ("kind", source.kind.value),
        ("date", source.date.isoformat() if source.date else "not found"),
        ("authors", ", ".join(source.authors) or "not found"),
        ("translated by", ", ".join(source.translators)),
        ("publication", _shown(source.publication) or "not found"),
        ("original", _shown(source.original)),
        ("tags", ", ".join(source.tags)),
        ("size", f"{units} units, {len(source.body.split()):,} words"),
    ]
    out(f"Made translations/{slug}/source.md")
    for label, value in facts:
        if value:
            out(f"  {label + ':':<15}{value}")
    _tell_dropped(imported.dropped)
    tags = " ".join(f"--to {tag}" for tag in source.targets)
    out(f"Next: workflow translate {slug}{' ' + tags if tags else ''}")


def _tell_dropped(dropped: "tuple[Dropped, ...]") -> None:
    if not dropped:
        return
    out('Left out; --keep "words of it" puts a piece back:')
    for reason in dict.fromkeys(piece.reason for piece in dropped):
        out(f"  {reason}")
        for piece in dropped:
            if piece.reason == reason:
                out(f"    - {shorten(piece.text, _SHOWN, placeholder=' …')}")


def _shown(place: "Place | None") -> str:
    if place is None:
        return ""
    return f"{place.name} ({place.url})" if place.url else place.name
