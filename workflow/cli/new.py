"""`workflow new`: an article from a saved page, a document, a text or an address."""

import sys
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from workflow.cli.new_finished import finished, record_finished, tell_finished
from workflow.cli.new_input import read_input
from workflow.cli.new_telling import tell
from workflow.cli.shell import By, acting, is_terminal, open_workspace, out
from workflow.errors import InputError

if TYPE_CHECKING:
    from workflow.document.source import ArticleKind, Place, Source
    from workflow.workspace.workspace import Workspace


def new(
    source: Annotated[
        str,
        typer.Argument(
            metavar="SOURCE", help="A .html, .docx, .md or .txt file, an address, or - for stdin."
        ),
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
    translation: Annotated[
        list[str] | None,
        typer.Option(
            "--translation", metavar="TAG=FILE", help="A finished translation; may come again."
        ),
    ] = None,
    title: Annotated[str | None, typer.Option(help="The title, if another was found.")] = None,
    author: Annotated[
        list[str] | None, typer.Option("--author", metavar="NAME", help="May come again.")
    ] = None,
    day: Annotated[
        datetime | None,
        typer.Option("--date", formats=["%Y-%m-%d"], metavar="YYYY-MM-DD", help="Its date."),
    ] = None,
    summary: Annotated[
        str | None, typer.Option(metavar="TEXT", help="The subtitle or summary.")
    ] = None,
    translator: Annotated[
        list[str] | None,
        typer.Option("--translator", metavar="NAME", help="Who made this text from another."),
    ] = None,
    publication: Annotated[
        str | None, typer.Option(metavar="NAME[=URL]", help="Where the text was taken from.")
    ] = None,
    original: Annotated[
        str | None, typer.Option(metavar="NAME[=URL]", help="Where it appeared first.")
    ] = None,
    tag: Annotated[
        list[str] | None, typer.Option("--tag", metavar="TAG", help="A topic; may come again.")
    ] = None,
    keep: Annotated[
        list[str] | None,
        typer.Option("--keep", metavar="TEXT", help="Words of a line that must not be dropped."),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Write without asking.")] = False,
    by: By = None,
) -> None:
    """Take in an article: find its title, people, date and source, and drop what surrounds it."""
    from workflow.cli.new_withheld import Pseudonyms
    from workflow.document.importing import About, import_source
    from workflow.language.slug import slug as slug_of
    from workflow.language.tags import known, standard

    workspace = open_workspace()
    files = _translations(translation or [])
    targets = tuple(dict.fromkeys([*(standard(name) for name in to or ()), *files]))
    person = acting(workspace, by).id if targets else ""
    corrections = About(
        title=title,
        language=known(language) if language else None,
        kind=_kind(kind),
        authors=tuple(author or ()),
        translators=tuple(translator or ()),
        date=day.date() if day else None,
        summary=summary,
        publication=_place(publication),
        original=_place(original),
        tags=tuple(tag or ()),
        targets=targets,
    )
    ask = not yes and is_terminal() and sys.stdin.isatty()
    given = read_input(source, ask=ask)
    pseudonyms = Pseudonyms(workspace, ask=ask)
    imported = import_source(
        given.data,
        given.name,
        corrections=corrections,
        keep=keep or (),
        find=given.find,
        address=given.address,
    )
    imported = pseudonyms.in_article(imported)
    slug = pseudonyms.in_slug(slug or slug_of(imported.source.title))
    _refuse_own_language(imported.source)
    _refuse_known(workspace, imported.source)
    translations = [
        pseudonyms.in_texts(
            finished(name, read_input(file, ask=ask), imported.source, tuple(keep or ()))
        )
        for name, file in files.items()
    ]
    tell(imported)
    for found in translations:
        tell_finished(found)
    if ask and not typer.confirm("Write it?", default=True):
        out("Nothing was written.")
        raise typer.Exit(1)
    article = workspace.create(slug, imported.source, imported.media)
    made = {name: article.add_target(name, person) for name in targets}
    for found in translations:
        record_finished(made[found.tag], found, person)
    out(f"Made translations/{article.slug}/source.md ({len(article.units)} units)")
    tags = " ".join(f"--to {name}" for name in targets)
    out(f"Next: workflow translate {article.slug}{' ' + tags if tags else ''}")


def _translations(options: list[str]) -> dict[str, str]:
    """Return the files of finished translations by their language."""
    from workflow.language.tags import standard

    found: dict[str, str] = {}
    for option in options:
        name, equals, file = option.partition("=")
        if not equals or not file or (known := standard(name)) in found:
            raise InputError(
                f"--translation {option}: not a language and its file",
                hint="Write --translation en=FILE, once for each language.",
            )
        found[known] = file
    return found


def _place(option: str | None) -> "Place | None":
    """Read `The Courier=https://courier.example/1`; the address may be missing."""
    from workflow.document.importing.links import web_address
    from workflow.document.source import Place

    if option is None:
        return None
    name, equals, url = option.partition("=")
    if not name.strip() or (equals and not web_address(url)):
        raise InputError(
            f"{option!r} is not a publication",
            hint='Write "The Courier" or "The Courier=https://courier.example/1".',
        )
    return Place(name=name.strip(), url=web_address(url) if equals else None)


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
        try:
            body = article.source.body
        except InputError:
            continue  # one that is broken is no reason to refuse another; `status` names it
        if body == source.body:
            raise InputError(
                f"this text is here already, as {article.slug}",
                hint=f"Go on with that one: workflow status {article.slug}",
            )
