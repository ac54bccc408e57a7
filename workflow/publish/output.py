"""What an output is, and where the outputs are found.

A package adds an output by an entry point in the group `workflow.outputs`, whose value is a class
that is called with the folder of the workspace's own templates and gives an `Output`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from workflow.errors import InputError
from workflow.publish.article import PublishedArticle


@dataclass(frozen=True)
class OutputFile:
    """A file to be written at `path`, relative to `public/`; `content` may be a file to copy."""

    path: str
    content: bytes | Path

    @property
    def size(self) -> int:
        """How many bytes it has."""
        content = self.content
        return len(content) if isinstance(content, bytes) else content.stat().st_size


class Output(Protocol):
    """One form in which articles go out, such as web pages or Word documents.

    It is made with the folder of a workspace's own templates, and used for any number of articles.
    """

    def files(self, article: PublishedArticle, media: Path, /) -> Iterable[OutputFile]:
        """Return the files of an article, always the same for the same article.

        `media` is the article's media folder. Every path is below the article's own folder,
        `<language>/<slug>/`. Raises InputError for a broken template and for missing media.
        """


GROUP = "workflow.outputs"

_OWN = {
    "web": "workflow.publish.web:WebPage",
    "docx": "workflow.publish.docx:WordDocument",
    "docx-bilingual": "workflow.publish.docx:BilingualDocument",
    "epub": "workflow.publish.epub:ElectronicBook",
    "pdf": "workflow.publish.pdf:PortableDocument",
    "fragment": "workflow.publish.fragment:Fragment",
    "wxr": "workflow.publish.wxr:WordPressImport",
    "hugo": "workflow.publish.markdown:HugoPage",
    "jekyll": "workflow.publish.markdown:JekyllPost",
    "text": "workflow.publish.plain_text:PlainText",
    "vtt": "workflow.publish.subtitles:WebVtt",
    "srt": "workflow.publish.subtitles:SubRip",
    "json": "workflow.publish.data:JsonData",
}
"""In the order in which they are written; a module is imported when its output is asked for."""


def output_names() -> tuple[str, ...]:
    """Return the names of all outputs, in the order in which they are written."""
    from workflow.plugins import found

    return (*_OWN, *(name for name in found(GROUP) if name not in _OWN))


def in_order(names: Iterable[str]) -> tuple[str, ...]:
    """Return names of outputs, each once, in the order in which they are written.

    Raises InputError for a name that no output has.
    """
    wanted = set(names)
    known = tuple(_OWN) if wanted <= _OWN.keys() else output_names()  # which takes a while
    for name in sorted(wanted - set(known)):
        raise InputError(
            f"there is no format {name!r}", hint=f"The formats are {', '.join(known)}."
        )
    return tuple(name for name in known if name in wanted)


def output(name: str, templates: Path | None) -> Output:
    """Return the output called `name`, one of those that `in_order` lets through.

    Raises MissingPart for one that cannot be used here.
    """
    if name in _OWN:
        module, _, kind = _OWN[name].partition(":")
        return cast(Output, getattr(import_module(module), kind)(templates))
    from workflow.plugins import found, loaded

    return cast(Output, loaded(found(GROUP)[name], "format")(templates))
