"""A target's history told event by event, as the tests of the review room need it."""

from dataclasses import dataclass, field

import pytest

from workflow.workspace.events import (
    Approved,
    Change,
    Drafted,
    Edited,
    Event,
    Origin,
    Payload,
    SourceChanged,
    Started,
    Submitted,
)
from workflow.workspace.fold import fold, text_hash
from workflow.workspace.state import State

ARGOS = Origin(engine="argos", package="en-es 1.0")


@dataclass
class Story:
    """Events with ids 01, 02 … on one day each."""

    events: list[Event] = field(default_factory=list)

    @property
    def state(self) -> State:
        return fold(self.events)

    def tell(self, payload: Payload, by: str = "ana") -> Event:
        number = len(self.events) + 1
        event = Event(
            id=f"{number:02}", at=f"2026-03-{number:02}T10:00:00Z", by=by, payload=payload
        )
        self.events.append(event)
        return event

    def start(self, **source: str) -> Event:
        source = {key.replace("_", "-"): text for key, text in source.items()}
        return self.tell(Started(source=source, file="f"))

    def draft(self, origin: Origin = ARGOS, **texts: str) -> Event:
        return self.tell(Drafted(changes=self.changes(texts, confirmed=False, origin=origin)))

    def edit(self, by: str = "ana", *, confirmed: bool = True, **texts: str) -> Event:
        return self.tell(Edited(changes=self.changes(texts, confirmed=confirmed)), by)

    def submit(self, by: str = "ana") -> Event:
        state = self.state
        return self.tell(Submitted(text=state.text_hash, source=state.source_hash), by)

    def approve(self, by: str = "eli") -> Event:
        state = self.state
        return self.tell(Approved(text=state.text_hash, source=state.source_hash), by)

    def correct_source(self, moved: dict[str, str], **source: str) -> Event:
        """Change the source to these units; each of `moved` takes over from an older one."""
        source = {key.replace("_", "-"): text for key, text in source.items()}
        changes = tuple(
            Change(unit=new, text=self.state.units[old].text, saw=text_hash(""), confirmed=False)
            for new, old in moved.items()
        )
        return self.tell(
            SourceChanged(order=tuple(source), added=source, file="g", moved=moved, changes=changes)
        )

    def changes(
        self, texts: dict[str, str], *, confirmed: bool, origin: Origin | None = None
    ) -> tuple[Change, ...]:
        units = self.state.units
        return tuple(
            Change(
                unit=key,
                text=text,
                saw=text_hash(units[key].text),
                confirmed=confirmed,
                origin=origin,
            )
            for key, text in ((name.replace("_", "-"), text) for name, text in texts.items())
        )


@pytest.fixture
def story() -> Story:
    """A report of three units, drafted by an engine."""
    told = Story()
    told.start(title_1="The boat school", p_1="A school on a boat.", p_2="It has 12 pupils.")
    told.draft(title_1="La escuela bote", p_1="Una escuela en un bote.", p_2="Tiene 12 alumnos.")
    return told
