"""A small newsroom that publishes, and a way to look at its site."""

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from workflow.document.frontmatter import parse_source
from workflow.publish.publishing import Press, together, unpublish_target
from workflow.publish.site.work import Order
from workflow.workspace.events import Approved, Submitted
from workflow.workspace.target import Target
from workflow.workspace.workspace import Workspace

SOURCE = """---
title: {title}
language: en
kind: {kind}
authors: [Lidia Orlova]
date: 2024-03-05
summary: What happened at {title}
{more}---
The boat holds **eleven** children of {title}.
"""
SETTINGS = """
[workspace]
name = "The Bulletin"
url = "https://bulletin.example"
targets = ["es", "ru"]

[contributors.ana]
name = "Ana Prueba"
roles = ["translator"]

[contributors.mara]
name = "Mara Sundal"
roles = ["reviewer", "publisher"]

[publish]
formats = ["web"]
{publish}
"""


class Newsroom:
    """A workspace, with short words for what a newsroom does."""

    def __init__(self, root: Path, publish: str = "") -> None:
        root.mkdir(parents=True, exist_ok=True)
        (root / "workflow.toml").write_text(SETTINGS.format(publish=publish), "utf-8")
        self.root = root

    @property
    def workspace(self) -> Workspace:
        return Workspace.find(self.root)

    @property
    def public(self) -> Path:
        return self.workspace.public

    def write(self, slug: str, title: str = "", kind: str = "article", more: str = "") -> None:
        """A new article, with nothing translated yet."""
        title = title or slug.replace("-", " ").capitalize()
        text = SOURCE.format(title=title, kind=kind, more=more)
        media = {"bridge.png": (Path(__file__).parent / "pixel.png").read_bytes()}
        media |= {"episode.mp3": b"\xff\xfb\x90\x00" + bytes(413)}
        self.workspace.create(slug, parse_source(text, "source.md"), media)

    def translate(self, slug: str, tag: str = "es", **texts: str) -> Target:
        """Translate what has no text yet, by its tag and the source's words, and approve it.

        `texts` are by the kind of the unit: `title`, `p`.
        """
        article = self.workspace.article(slug)
        target = article.add_target(tag, "ana")
        kept = {key: text for key, text in target.texts.items() if text}
        names = {unit.id: unit.text for unit in article.units if unit.kind == "author"}
        given = {
            unit.id: texts.get(unit.kind) or kept.get(unit.id) or f"{tag}: {unit.text}"
            for unit in article.units
        }
        target.edit(given | names, "ana")
        for seal in (Submitted, Approved):
            state = target.state
            target.record(seal(text=state.text_hash, source=state.source_hash), "mara")
        return target

    def publish(self, slug: str, tag: str = "es", note: str = "") -> None:
        """Publish one translation, and bring the site up to date."""
        press = Press(self.workspace)
        press.publish(self.workspace.article(slug).target(tag), self.order(note))
        press.finish(small=True)

    def publish_all(self) -> list[str]:
        """Bring everything up to date; return the articles that needed it."""
        press = Press(self.workspace)
        made = [outcome.slug for outcome in press.publish_all(self.order())]
        press.finish(small=True)
        return made

    def publish_all_or_raise(self) -> None:
        """Bring everything up to date; raise what keeps something from being published."""
        press = Press(self.workspace)
        refused = [error for out in press.publish_all(self.order()) for error in out.refused]
        press.finish(small=True)
        if refused:
            raise together(refused)

    def unpublish(self, slug: str, tag: str) -> None:
        """Take one translation down, with all that leads to it."""
        unpublish_target(self.workspace.article(slug).target(tag), "mara", "a mistake")

    def order(self, note: str = "") -> Order:
        return Order(by="mara", formats=("web",), now=datetime.now(UTC), note=note)

    def story(self, slug: str, tags: Iterable[str] = ("es",), **fields: str) -> None:
        """A new article, translated and published in these languages."""
        self.write(slug, **fields)
        for tag in tags:
            self.translate(slug, tag)
            self.publish(slug, tag)

    def files(self) -> dict[str, bytes]:
        """Everything below `public/`, by its path."""
        return {
            path.relative_to(self.public).as_posix(): path.read_bytes()
            for path in sorted(self.public.rglob("*"))
            if path.is_file()
        }

    def text(self, path: str) -> str:
        return (self.public / path).read_text("utf-8")
