"""`workflow new`: an article from a saved page, a document, a text or an address."""

import sys
from typing import TYPE_CHECKING

import typer

from workflow.cli import new_options as options
from workflow.cli.new_finished import Finished, finished, record_finished, tell_finished
from workflow.cli.new_input import read_input
from workflow.cli.new_telling import tell
from workflow.cli.shell import By, acting, is_terminal, open_workspace, out
from workflow.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from workflow.document.importing import About, Imported
    from workflow.document.source import Source
    from workflow.workspace.article import Article
    from workflow.workspace.workspace import Workspace


def new(
    source: options.SourceFile,
    language: options.Language = None,
    to: options.Targets = None,
    slug: options.Slug = None,
    kind: options.Kind = None,
    translation: options.Translations = None,
    title: options.Title = None,
    author: options.Authors = None,
    day: options.Day = None,
    summary: options.Summary = None,
    translator: options.Translators = None,
    publication: options.Publication = None,
    original: options.Original = None,
    tag: options.Tags = None,
    season: options.Season = None,
    episode: options.Episode = None,
    participant: options.Participants = None,
    music: options.Music = None,
    keep: options.Keep = None,
    post: options.Posts = None,
    yes: options.Yes = False,
    by: By = None,
) -> None:
    """Take in an article: find its title, people, date and source, and drop what surrounds it."""
    from workflow.cli.new_withheld import Pseudonyms
    from workflow.document.importing import About
    from workflow.language.slug import slug as slug_of
    from workflow.language.tags import known, standard
    from workflow.publish.addresses import refuse_reserved

    workspace = open_workspace()
    files = options.files_of(translation or [])
    targets = tuple(dict.fromkeys([*(standard(name) for name in to or ()), *files]))
    person = acting(workspace, by).id if targets else ""
    corrections = About(
        title=title,
        language=known(language) if language else None,
        kind=options.kind_of(kind),
        authors=tuple(author or ()),
        translators=tuple(translator or ()),
        date=day.date() if day else None,
        summary=summary,
        publication=options.place(publication),
        original=options.place(original),
        tags=tuple(tag or ()),
        season=season,
        episode=episode,
        participants=tuple(participant or ()),
        music=music,
        targets=targets,
    )
    ask = not yes and is_terminal() and sys.stdin.isatty()
    pseudonyms = Pseudonyms(workspace, ask=ask)
    imported = pseudonyms.in_article(
        _imported(source, corrections, keep or [], post or [], ask=ask)
    )
    slug = pseudonyms.in_slug(slug or slug_of(imported.source.title))
    refuse_reserved(slug, "Choose another with --slug.")
    _refuse_own_language(imported.source)
    _refuse_known(workspace, imported.source)
    translations = {
        name: pseudonyms.in_texts(
            finished(name, read_input(file, ask=ask), imported.source, tuple(keep or ()))
        )
        for name, file in files.items()
    }
    tell(imported)
    for found in translations.values():
        tell_finished(found)
    if ask and not typer.confirm("Write it?", default=True):
        out("Nothing was written.")
        raise typer.Exit(1)
    article = _written(workspace, slug, imported, targets, translations, person)
    out(f"Made translations/{article.slug}/source.md ({len(article.units)} units)")
    tags = " ".join(f"--to {name}" for name in targets)
    out(f"Next: workflow translate {article.slug}{' ' + tags if tags else ''}")


def _written(
    workspace: "Workspace",
    slug: str,
    imported: "Imported",
    targets: "Sequence[str]",
    translations: "Mapping[str, Finished]",
    person: str,
) -> "Article":
    """Make the article with its targets, and `person`'s translations of it: all, or nothing."""

    def begin(article: "Article") -> None:
        for name in targets:
            target = article.add_target(name, person)
            if name in translations:
                record_finished(target, translations[name], person)

    return workspace.create(slug, imported.source, imported.media, begin)


def _imported(
    source: str, corrections: "About", keep: list[str], posts: list[str], *, ask: bool
) -> "Imported":
    from workflow.document.importing import import_source

    given = read_input(source, ask=ask)
    return import_source(
        given.data,
        given.name,
        corrections=corrections,
        keep=keep,
        find=given.find,
        address=given.address,
        posts=posts,
    )


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
