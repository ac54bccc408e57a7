"""The options of `workflow new`, and what a person corrects with them."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from workflow.errors import InputError

if TYPE_CHECKING:
    from workflow.document.source import ArticleKind, Place

SourceFile = Annotated[
    str,
    typer.Argument(
        metavar="SOURCE",
        help="A .html, .docx, .md, .txt, .vtt or .srt file, an address, or - for stdin.",
    ),
]
Language = Annotated[
    str | None, typer.Option(metavar="TAG", help="The language of the text, such as ru.")
]
Targets = Annotated[
    list[str] | None,
    typer.Option("--to", metavar="TAG", help="A language to translate into; may come again."),
]
Slug = Annotated[
    str | None, typer.Option(metavar="SLUG", help="The folder's name instead of one made.")
]
Kind = Annotated[str | None, typer.Option(help="article, interview, statement or podcast.")]
Translations = Annotated[
    list[str] | None,
    typer.Option(
        "--translation", metavar="TAG=FILE", help="A finished translation; may come again."
    ),
]
Title = Annotated[str | None, typer.Option(help="The title, if another was found.")]
Authors = Annotated[
    list[str] | None, typer.Option("--author", metavar="NAME", help="May come again.")
]
Day = Annotated[
    datetime | None,
    typer.Option("--date", formats=["%Y-%m-%d"], metavar="YYYY-MM-DD", help="Its date."),
]
Summary = Annotated[str | None, typer.Option(metavar="TEXT", help="The subtitle or summary.")]
Translators = Annotated[
    list[str] | None,
    typer.Option("--translator", metavar="NAME", help="Who made this text from another."),
]
Publication = Annotated[
    str | None, typer.Option(metavar="NAME[=URL]", help="Where the text was taken from.")
]
Original = Annotated[
    str | None, typer.Option(metavar="NAME[=URL]", help="Where it appeared first.")
]
Tags = Annotated[
    list[str] | None, typer.Option("--tag", metavar="TAG", help="A topic; may come again.")
]
Season = Annotated[int | None, typer.Option(min=0, help="The season of a podcast.")]
Episode = Annotated[int | None, typer.Option(min=0, help="The number of its episode.")]
Participants = Annotated[
    list[str] | None,
    typer.Option("--participant", metavar="NAME", help="Who speaks in it; may come again."),
]
Music = Annotated[str | None, typer.Option(metavar="TEXT", help="Whose music it has.")]
Keep = Annotated[
    list[str] | None,
    typer.Option("--keep", metavar="TEXT", help="Words of a line that must not be dropped."),
]
Posts = Annotated[
    list[str] | None,
    typer.Option("--post", metavar="NUMBER", help="Which post of a channel; may come again."),
]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Write without asking.")]


def files_of(options: list[str]) -> dict[str, str]:
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
