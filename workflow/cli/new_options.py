"""The options of `workflow new`, and what a person corrects with them."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from workflow.errors import InputError

if TYPE_CHECKING:
    from workflow.document.source import ArticleKind, Place

source_file = click.argument(
    "source",
    metavar="SOURCE",
    help="A .html, .docx, .md, .txt, .vtt or .srt file, an address, or - for stdin.",
)
language = click.option("--language", metavar="TAG", help="The language of the text, such as ru.")
targets = click.option(
    "--to", multiple=True, metavar="TAG", help="A language to translate into; may come again."
)
slug = click.option("--slug", metavar="SLUG", help="The folder's name instead of one made.")
kind = click.option("--kind", help="article, interview, statement or podcast.")
translations = click.option(
    "--translation",
    multiple=True,
    metavar="TAG=FILE",
    help="A finished translation; may come again.",
)
title = click.option("--title", help="The title, if another was found.")
authors = click.option("--author", multiple=True, metavar="NAME", help="May come again.")
day = click.option(
    "--date", "day", type=click.DateTime(["%Y-%m-%d"]), metavar="YYYY-MM-DD", help="Its date."
)
summary = click.option("--summary", metavar="TEXT", help="The subtitle or summary.")
translators = click.option(
    "--translator", multiple=True, metavar="NAME", help="Who made this text from another."
)
publication = click.option(
    "--publication", metavar="NAME[=URL]", help="Where the text was taken from."
)
original = click.option("--original", metavar="NAME[=URL]", help="Where it appeared first.")
tags = click.option("--tag", multiple=True, metavar="TAG", help="A topic; may come again.")
season = click.option(
    "--season", type=click.IntRange(0), metavar="N", help="The season of a podcast."
)
episode = click.option(
    "--episode", type=click.IntRange(0), metavar="N", help="The number of its episode."
)
participants = click.option(
    "--participant", multiple=True, metavar="NAME", help="Who speaks in it; may come again."
)
music = click.option("--music", metavar="TEXT", help="Whose music it has.")
keep = click.option(
    "--keep", multiple=True, metavar="TEXT", help="Words of a line that must not be dropped."
)
posts = click.option(
    "--post", multiple=True, metavar="NUMBER", help="Which post of a channel; may come again."
)
yes = click.option("--yes", "-y", is_flag=True, help="Write without asking.")


def files_of(options: Iterable[str]) -> dict[str, str]:
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


def place(option: str | None) -> "Place | None":
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


def kind_of(name: str | None) -> "ArticleKind | None":
    """Return the kind of article that a word means."""
    from workflow.document.source import ArticleKind

    if name is None:
        return None
    try:
        return ArticleKind(name)
    except ValueError:
        raise InputError(
            f"{name!r} is not a kind of article", hint=f"Use one of: {', '.join(ArticleKind)}."
        ) from None
