"""What every engine looks like to the rest of the program."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable


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
    `alternatives` are other translations, the best first. The last two are only there on request.
    """

    text: str
    score: float | None = None
    alignment: tuple[Link, ...] = ()
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True)
class Manner:
    """How sentences are to be translated, for a translator that can be told.

    `aligned` asks for the links of the words and `alternatives` for so many more translations;
    `careful` is a search that repeats no two words, for what went wrong at first.
    """

    aligned: bool = False
    alternatives: int = 0
    careful: bool = False


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


@runtime_checkable
class Steerable(Translator, Protocol):
    """A translator that can be told how to translate, and judge what others wrote."""

    def translate_as(self, sentences: Sequence[str], manner: Manner) -> list[Proposal]:
        """Translate plain sentences in this manner."""

    def rate(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        """Return how likely each translation (source, translation) is to the model.

        It is the mean logarithm of its pieces' probabilities: 0 at most.
        """


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
