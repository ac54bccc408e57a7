"""Terms and names that a glossary lacks: what an archive repeats, and how it was translated."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from workflow.glossary.forms import Analyser, Placed, Tier
from workflow.glossary.glossary import Glossary
from workflow.language.function_words import function_words
from workflow.language.tags import language as language_of

_LONGEST = 4
_LINK = re.compile(r"[ \u00a0]|[-‑]")
_MOST_RENDERINGS = 3


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """Words that may deserve an entry: `text` in their commonest form, how many `times` they come.

    `renderings` maps a target language to what most often stands in the translations of the
    sentences with the words, and nowhere else so often.
    """

    text: str
    times: int
    is_name: bool
    renderings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Bitext:
    """A unit with its confirmed translations by language."""

    source: str
    targets: Mapping[str, str]


def suggest(
    units: Iterable[Bitext], language: str, glossary: Glossary, least: int = 3
) -> list[Candidate]:
    """Return candidates, the most promising first: long, frequent, names before other words.

    `language` is that of the sources; phrases that the glossary has are left out, and so are parts
    of a longer candidate that come no more often than it does.
    """
    units = list(units)
    phrases = _Phrases(language)
    for place, unit in enumerate(units):
        phrases.read(place, unit.source)
    matcher = glossary.matcher(language)
    kept: list[Key] = []
    for key, times in phrases.ranked(least):
        text = phrases.written(key)
        known = any(m.start == 0 and m.end == len(text) for m in matcher.find(text))
        part = any(
            _within(key, other)
            and times <= phrases.times[other]
            and phrases.is_name(key) == phrases.is_name(other)
            for other in kept
        )
        if not known and not part:
            kept.append(key)
    return [
        Candidate(
            text=phrases.written(key),
            times=phrases.times[key],
            is_name=phrases.is_name(key),
            renderings=_renderings([units[place] for place in phrases.places[key]], units),
        )
        for key in kept
    ]


Key = tuple[str, ...]


class _Phrases:
    """The phrases of texts under the lemmas of their words."""

    def __init__(self, language: str) -> None:
        self._analyser = Analyser(language_of(language), Tier.VARIANT)
        self._stops = function_words(language_of(language))
        self._forms: dict[Key, Counter[str]] = defaultdict(Counter)
        self.times: Counter[Key] = Counter()
        self.places: dict[Key, list[int]] = defaultdict(list)

    def read(self, place: int, text: str) -> None:
        """Count the phrases of a text."""
        for run in _runs(self._analyser.forms(text), text):
            for first in range(len(run)):
                for last in range(first, min(first + _LONGEST, len(run))):
                    words = run[first : last + 1]
                    if self._may_be(words):
                        key = tuple(min(w.form.lemmas or {w.form.text}) for w in words)
                        self.times[key] += 1
                        self.places[key].append(place)
                        self._forms[key][text[words[0].start : words[-1].end]] += 1

    def ranked(self, least: int) -> list[tuple[Key, int]]:
        """Return the phrases that come `least` times, the most promising first."""
        often = [(key, times) for key, times in self.times.items() if times >= least]
        often = [(key, times) for key, times in often if len(key) > 1 or self.is_name(key)]
        return sorted(often, key=self._promise)

    def _promise(self, item: tuple[Key, int]) -> tuple[bool, int, Key]:
        key, times = item
        return not self.is_name(key), -times * len(key), key

    def written(self, key: Key) -> str:
        """Return the commonest form of a phrase."""
        return self._forms[key].most_common(1)[0][0]

    def is_name(self, key: Key) -> bool:
        """Whether a phrase is mostly written with a capital in every word."""
        words = self.written(key).split()
        return all(word[:1].isupper() for word in words)

    def _may_be(self, words: list[Placed]) -> bool:
        ends = words[0].form.text, words[-1].form.text
        return all(len(end) > 2 and end not in self._stops and end.isalpha() for end in ends)


def _runs(placed: list[Placed], text: str) -> Iterator[list[Placed]]:
    run: list[Placed] = []
    for word in placed:
        if run and not _LINK.fullmatch(text[run[-1].end : word.start]):
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _within(part: Key, whole: Key) -> bool:
    return any(
        whole[start : start + len(part)] == part for start in range(len(whole) - len(part) + 1)
    )


def _renderings(having: list[Bitext], units: list[Bitext]) -> dict[str, tuple[str, ...]]:
    """Return what the translations of `having` share, by how much rarer it is elsewhere."""
    found: dict[str, tuple[str, ...]] = {}
    for tag in sorted({tag for unit in having for tag in unit.targets}):
        here = _counted(tag, (unit.targets[tag] for unit in having if tag in unit.targets))
        others = (unit.targets[tag] for unit in units if tag in unit.targets)
        everywhere = _counted(tag, others)
        best = sorted(
            (key for key in here.times if here.times[key] > 1),
            key=lambda key: -(here.times[key] ** 2) * len(key) / everywhere.times[key],
        )
        found[tag] = tuple(here.written(key) for key in best[:_MOST_RENDERINGS])
    return {tag: texts for tag, texts in found.items() if texts}


def _counted(tag: str, texts: Iterable[str]) -> _Phrases:
    phrases = _Phrases(tag)
    for place, text in enumerate(texts):
        phrases.read(place, text)
    return phrases
