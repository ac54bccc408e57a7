"""A remote engine that never sees the names that a newsroom withholds."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from workflow.engines.engine import Notice, Proposal, Translator
from workflow.engines.remote import Remote
from workflow.glossary import Glossary
from workflow.workspace.settings import ServerSettings

Seek = Callable[[str], Sequence[tuple[int, int]]]
"""Returns where withheld names stand in a text, in code points, in reading order."""

_MASK = "Qx{}"
"""Reads as a name that nobody bears, so that engines leave it alone."""


@dataclass(frozen=True)
class WithholdingTranslator:
    """Sends masks instead of names, and puts the names back into what comes."""

    inner: Translator
    seek: Seek

    @property
    def package(self) -> str:
        """The model that does the work."""
        return self.inner.package

    @property
    def notice(self) -> Notice | None:
        """What the user should be told before the first draft."""
        return self.inner.notice

    def translate(self, sentences: Sequence[str]) -> list[Proposal]:
        """Translate sentences; one whose masks do not come back whole gets an empty proposal."""
        masked = [_masked(sentence, self.seek(sentence)) for sentence in sentences]
        proposals = self.inner.translate([text for text, _ in masked])
        return [
            _unmasked(proposal, names) if names else proposal
            for proposal, (_, names) in zip(proposals, masked, strict=True)
        ]


class WithholdingEngine:
    """A remote engine behind masks."""

    def __init__(self, inner: Remote, seek: Seek) -> None:
        self._inner, self._seek = inner, seek

    @property
    def name(self) -> str:
        """The engine's own name."""
        return self._inner.name

    @property
    def warning(self) -> Notice | None:
        """Where texts will go."""
        return self._inner.warning

    def connect(self, server: ServerSettings, glossary: Glossary) -> None:
        """Take the server that the settings name."""
        self._inner.connect(server, glossary)

    def serves(self, source: str, target: str) -> bool:
        """Tell whether the engine has a server."""
        return self._inner.serves(source, target)

    def open(self, source: str, target: str) -> Translator | None:
        """Make the engine ready for a pair, behind masks."""
        translator = self._inner.open(source, target)
        return WithholdingTranslator(translator, self._seek) if translator else None


def _masked(sentence: str, spans: Sequence[tuple[int, int]]) -> tuple[str, dict[str, str]]:
    """Return a sentence with masks for the spans, and what each mask stands for."""
    names: dict[str, str] = {}
    text, done = "", 0
    for start, end in spans:
        if end <= done:
            continue
        start, number = max(start, done), len(names) + 1
        while (mask := _MASK.format(number)) in sentence or mask in names:
            number += 1
        names[mask] = sentence[start:end]
        text, done = f"{text}{sentence[done:start]}{mask}", end
    return text + sentence[done:], names


def _unmasked(proposal: Proposal, names: dict[str, str]) -> Proposal:
    text = proposal.text
    for mask in sorted(names, key=len, reverse=True):  # Qx1 stands within Qx10 too
        if text.count(mask) != 1:
            return Proposal(text="")
        text = text.replace(mask, names[mask])
    return Proposal(text=text)
