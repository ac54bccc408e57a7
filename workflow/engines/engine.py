"""What every engine looks like to the rest of the program."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True)
class Notice:
    """Something a user should know before relying on an engine, and what to do about it."""

    message: str
    hint: str


@dataclass(frozen=True)
class Link:
    """A word of a translation and the source word that it comes from, as a model sees it.

    Words are what stands between white space, counted from 0; `weight` is from 0 to 1.
    """

    target: int
    source: int
    weight: float


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """What an engine proposes for one sentence.

    `score` is how sure the model is, from 0 to 1 (the geometric mean of its words' probabilities),
    or None where an engine does not say. `alignment` has one link for each word, or is empty.
    """

    text: str
    score: float | None = None
    alignment: tuple[Link, ...] = ()


class Translator(Protocol):
    """An engine made ready for one pair of languages."""

    @property
    def package(self) -> str:
        """The model that does the work, with its version: `ru-en 1.9`."""

    @property
    def notice(self) -> Notice | None:
        """What the user should be told before the first draft."""

    def translate(self, sentences: Sequence[str]) -> list[Proposal]:
        """Translate plain sentences, all in one go; one proposal each, in the same order."""


class Engine(Protocol):
    """A machine-translation system. Languages are BCP 47 tags."""

    @property
    def name(self) -> str:
        """The name that stands in settings, options and the origin of a draft."""

    def serves(self, source: str, target: str) -> bool:
        """Tell whether this engine can translate the pair here, without loading a model."""

    def open(self, source: str, target: str) -> Translator | None:
        """Make the engine ready for a pair; None leaves every unit for a person.

        Raises MissingPart when it does not serve the pair; the hint says how to make it do so.
        """
