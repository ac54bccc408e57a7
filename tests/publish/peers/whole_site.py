"""A site with every kind of page and of article, in Latin, Cyrillic and Arabic script."""

import re
from datetime import UTC, datetime
from pathlib import Path

from tests.publish.conftest import ARTICLES, approve, png
from workflow.document.frontmatter import parse_source
from workflow.document.units import Unit, UnitKind
from workflow.publish.publishing import publish_target, unpublish_target
from workflow.workspace.workspace import Workspace

SETTINGS = """
[workspace]
name = "The Bulletin"
url = "https://bulletin.example"
targets = ["es", "ru", "ar"]

[contributors.ana]
name = "Ana Prueba"
roles = ["translator"]
link = "https://ana.example"

[contributors.mara]
name = "Mara Sundal"
roles = ["reviewer", "publisher"]

[publish]
publish_source = true
licence = "CC BY 4.0"
"""
EPISODE = """
season: 2
episode: 14
participants: [Pavel Gorin]
parts: [{start: "0:00", title: The quay}, {start: "2:05", title: The boat}]
music: The Lamps
audio: [{title: The crossing, file: episode-12.mp3, duration: "24:10"}]
listen: [{name: Open Air, url: "https://openair.example/12"}]
"""
WIDE = """
#### A heading far down

| Station | January | February | March | April | May | June | July | August |
|:--|--:|--:|--:|--:|--:|--:|--:|--:|
| Kamenka | 1,204.5 | 1,190.0 | 2,301.7 | 9,100.2 | 4,210.4 | 2,701.1 | 930.0 | 604.8 |

    one line of code that is far longer than any phone is wide, and than a sheet of paper, by half

https://archive.example/a/path/that/never/ends/and/has/no/hyphen/and-then-a-name-aaaaaaaaaaaaaa
"""
"""What is wider than the screen, and a heading that skips levels."""
KINDS = ("article", "interview", "statement", "podcast")
WORDS = {
    "es": ("Lidia Orlova", "La barca lleva a once niños cada mañana"),
    "ru": ("Лидия Орлова", "Лодка перевозит одиннадцать детей каждое утро"),
    "ar": ("ليديا أورلوفا", "يحمل القارب أحد عشر طفلًا كل صباح"),
}
NOW = datetime(2024, 4, 1, 12, tzinfo=UTC)
_MARK = re.compile(r"\[\^[^\]]+\]")


def build(root: Path) -> Path:
    """Publish everything in a new workspace at `root`; return its `public/`."""
    root.mkdir()
    (root / "workflow.toml").write_text(SETTINGS, encoding="utf-8")
    workspace = Workspace.find(root)
    for kind in KINDS:
        _publish(workspace, kind, kind)
    _publish(workspace, "withdrawn", "article")
    unpublish_target(workspace.article("withdrawn").target("es"), "mara", "a mistake")
    return workspace.public


def _publish(workspace: Workspace, slug: str, kind: str) -> None:
    text = (ARTICLES / "en.md").read_text("utf-8").replace("kind: article", f"kind: {kind}")
    if kind == "podcast":
        text = text.replace("\nnotes:", f"{EPISODE}notes:", 1)
    if kind == "statement":
        text = text.replace("\n## A promise", f"{WIDE}\n## A promise", 1)
    media = {"bridge.png": png(640, 360), "jetty.png": png(400, 300)}
    media["episode-12.mp3"] = b"\xff\xfb\x90\x00" + bytes(413)
    workspace.create(slug, parse_source(text, "source.md"), media)
    article = workspace.article(slug)
    for tag in WORDS:
        target = article.add_target(tag, "ana")
        texts = {unit.id: _words(unit, tag, n) for n, unit in enumerate(article.units)}
        target.edit(texts, "ana")
        approve(target)
        publish_target(target, "mara", ("web", "docx"), NOW)


def _words(unit: Unit, tag: str, number: int) -> str:
    name, sentence = WORDS[tag]
    if unit.kind is UnitKind.AUTHOR:
        return f"{name} {number}"
    if unit.kind is UnitKind.TAG:
        return f"{sentence.split()[1]} {number}"
    return " ".join((sentence, str(number))) + "".join(_MARK.findall(unit.text))
