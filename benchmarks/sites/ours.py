"""A workspace of ours, with everything in it approved and published."""

import hashlib
import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from sites.texts import LANGUAGES, Text, corrected, day_of, slug_of, text_of
from workflow.document.frontmatter import serialize_source
from workflow.document.source import Source
from workflow.document.units import source_units
from workflow.workspace import journal, po
from workflow.workspace.event_json import encode
from workflow.workspace.events import (
    Approved,
    Change,
    Drafted,
    Edited,
    Event,
    Origin,
    Payload,
    Published,
    Started,
    Submitted,
)
from workflow.workspace.fold import fold
from workflow.workspace.hashes import text_hash
from workflow.workspace.workspace import Workspace

SETTINGS = """
[workspace]
name = "The Bulletin"
url = "https://bulletin.example"
targets = ["es"]

[contributors.ana]
name = "Ana Prueba"
roles = ["translator"]

[contributors.cai]
name = "Cai Muestra"
roles = ["translator"]

[contributors.ben]
name = "Ben Muster"
roles = ["reviewer", "publisher"]

[publish]
formats = ["web"]
publish_source = true
"""
TRANSLATORS = ("ana", "cai")


def write_ours(root: Path, count: int) -> None:
    """A workspace in which all articles have been published, on another computer."""
    root.mkdir(parents=True)
    (root / "workflow.toml").write_text(SETTINGS, encoding="utf-8")
    for number in range(count):
        write_article(root / "translations" / slug_of(number), number)


def correct(root: Path, number: int) -> None:
    """Give an article another title and body, have it revised and approved, and no more."""
    slug = slug_of(number)
    english, spanish = (_source(corrected(number, language), number) for language in LANGUAGES)
    path = root / "translations" / slug / "source.md"
    path.write_text(serialize_source(english), encoding="utf-8")
    target = Workspace.find(root).article(slug).target("es")
    units = zip(source_units(english), source_units(replace(spanish, language="es")), strict=True)
    target.edit({unit.id: word.text for unit, word in units}, TRANSLATORS[number % 2])
    for seal, who in ((Submitted, TRANSLATORS[number % 2]), (Approved, "ben")):
        state = target.state
        target.record(seal(text=state.text_hash, source=state.source_hash), who)


def put_another(root: Path, number: int) -> None:
    """Put another article, of other people, topics and days, in the place of one."""
    folder = root / "translations" / slug_of(number)
    shutil.rmtree(folder)
    write_article(folder, number + 1_000_000)


def event(payload: Payload, by: str, events: Sequence[Event]) -> Event:
    made = journal.new_event(payload, by, events)
    return replace(made, at=f"{day_of(len(events)).isoformat()}T10:00:00Z")


def write_article(folder: Path, number: int) -> None:
    """An article as it is after it was drafted, revised, approved and published."""
    english, spanish = (text_of(number, language) for language in LANGUAGES)
    source, other = (_source(text, number) for text in (english, spanish))
    units, words = source_units(source), source_units(replace(other, language="es"))
    data = serialize_source(source).encode()
    by, origin = TRANSLATORS[number % 2], Origin(engine="argos", package="en_es 1.0")
    pairs = [(unit.id, word.text) for unit, word in zip(units, words, strict=True)]
    drafted = tuple(
        Change(unit=key, text=f"{text} ", saw=text_hash(""), confirmed=False, origin=origin)
        for key, text in pairs
    )
    edited = tuple(Change(unit=key, text=text, saw=text_hash(f"{text} ")) for key, text in pairs)
    started = Started(
        source={unit.id: unit.text for unit in units},
        file=hashlib.sha256(data).hexdigest(),
    )
    events: list[Event] = []
    for payload, who in (
        (started, by),
        (Drafted(changes=drafted), by),
        (Edited(changes=edited), by),
    ):
        events.append(event(payload, who, events))
    state = fold(events)
    seal = {"text": state.text_hash, "source": state.source_hash}
    for sealed, who in ((Submitted(**seal), by), (Approved(**seal), "ben")):
        events.append(event(sealed, who, events))
    events.append(event(Published(**seal, formats=("web",)), "ben", events))
    state = fold(events)
    page = po.render(state, article=slug_of(number), source_language="en", target="es")
    events[-1] = replace(events[-1], po=po.step_hash(page, len(events)))
    history = folder / "history" / "es"
    history.mkdir(parents=True)
    (folder / "source.md").write_bytes(data)
    (folder / "es.po").write_bytes(page)
    for who in (by, "ben"):
        lines = "".join(f"{encode(each)}\n" for each in events if each.by == who)
        (history / f"{who}.jsonl").write_text(lines, encoding="utf-8")


def _source(text: Text, number: int) -> Source:
    return Source(
        title=text.title,
        language="en",
        authors=(text.author,),
        date=day_of(number),
        summary=text.summary,
        tags=text.topics,
        body=text.body,
    )
