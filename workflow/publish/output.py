"""What an output is, and where the outputs are found."""

from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Protocol

from workflow.errors import InputError
from workflow.publish.article import PublishedArticle


@dataclass(frozen=True)
class OutputFile:
    """A file to be written at `path`, relative to `public/`; `content` may be a file to copy."""

    path: str
    content: bytes | Path


class Output(Protocol):
    """One form in which articles go out, such as web pages or Word documents.

    It is made with the folder of a workspace's own templates, and used for any number of articles.
    """

    def files(self, article: PublishedArticle, media: Path) -> Iterable[OutputFile]:
        """Return the files of an article, always the same for the same article.

        `media` is the article's media folder. Every path is below the article's own folder,
        `<language>/<slug>/`. Raises InputError for a broken template and for missing media.
        """


_OUTPUTS = {
    "web": "workflow.publish.web:WebPage",
    "docx": "workflow.publish.docx:WordDocument",
}
"""Module and class of each output; it is imported when it is asked for."""


def in_order(names: Iterable[str]) -> tuple[str, ...]:
    """Return names of outputs, each once, in the order in which they are written.

    Raises InputError for a name that no output has.
    """
    wanted = set(names)
    for name in sorted(wanted - set(_OUTPUTS)):
        raise InputError(
            f"there is no format {name!r}", hint=f"The formats are {', '.join(_OUTPUTS)}."
        )
    return tuple(name for name in _OUTPUTS if name in wanted)


def output(name: str, templates: Path | None) -> Output:
    """Return the output called `name`, one of those that `in_order` lets through."""
    module, _, kind = _OUTPUTS[name].partition(":")
    made: Output = getattr(import_module(module), kind)(templates)
    return made
