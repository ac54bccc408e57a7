"""Terms and names that a glossary lacks: what an archive repeats, and how it was translated."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field

from workflow.glossary.forms import Analyser, Placed, Tier
from workflow.glossary.glossary import Glossary
from workflow.glossary.matcher import Matcher, begins_sentence
from workflow.language.dates import calendar_words
from workflow.language.small_words import linking_words, small_words
from workflow.language.tags import language as language_of

_LONGEST, _SHORTEST = 4, 3
"""How many words a candidate has at most, and how many letters its first and last word at least."""
_PART = 2
"""A phrase that comes no more than so many times as often as a longer one is only its part."""
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
    of a longer candidate that seldom stand without it.
    """
    units = list(units)
    phrases = _Phrases(language)
    for place, unit in enumerate(units):
        phrases.read(place, unit.source)
    matcher = glossary.matcher(language)
    kept = [key for key in phrases.ranked(least) if not _is_known(phrases.written(key), matcher)]
    whole = _times_as_part(kept, phrases.times)
    kept = [key for key in kept if phrases.times[key] > _PART * whole.get(key, 0)]
    tags = sorted({tag for unit in units for tag in unit.targets})
    translations = {tag: _Translations(tag, units) for tag in tags}
    return [
        Candidate(
            text=phrases.written(key),
            times=phrases.times[key],
            is_name=phrases.is_name(key),
            renderings=_renderings(set(phrases.places[key]), translations),
        )
        for key in kept
    ]


Key = tuple[str, ...]


def _renderings(
    places: Set[int], translations: Mapping[str, _Translations]
) -> dict[str, tuple[str, ...]]:
    found = {tag: known.shared(places) for tag, known in translations.items()}
    return {tag: texts for tag, texts in found.items() if texts}


def _is_known(text: str, matcher: Matcher) -> bool:
    return any(match.start == 0 and match.end == len(text) for match in matcher.find(text))


def _times_as_part(keys: Iterable[Key], times: Mapping[Key, int]) -> dict[Key, int]:
    """Return how often each phrase stands within a longer one, the most frequent of those."""
    parts: dict[Key, int] = {}
    for key in keys:
        for first in range(len(key)):
            for end in range(first + 1, len(key) + 1):
                part = key[first:end]
                if part != key:
                    parts[part] = max(parts.get(part, 0), times[key])
    return parts


class _Phrases:
    """The phrases of texts under the lemmas of their words."""

    def __init__(self, language: str) -> None:
        self._language = language_of(language)
        self._analyser = Analyser(self._language, Tier.VARIANT)
        self._stops = small_words(self._language)
        self._links = linking_words(self._language)
        self._days = calendar_words(self._language)
        self._forms: dict[Key, Counter[str]] = defaultdict(Counter)
        self._capitals: Counter[Key] = Counter()
        self._lower: set[str] = set()
        self.times: Counter[Key] = Counter()
        self.places: dict[Key, list[int]] = defaultdict(list)

    def read(self, place: int, text: str) -> None:
        """Count the phrases of a text."""
        placed = self._analyser.forms(text)
        self._lower |= {w.form.text for w in placed if text[w.start].islower()}
        for run in _runs(placed, text):
            for first in range(len(run)):
                for last in range(first, min(first + _LONGEST, len(run))):
                    words = run[first : last + 1]
                    if self._may_be(words, text):
                        self._count(words, text, place)

    def _count(self, words: list[Placed], text: str, place: int) -> None:
        key = tuple(min(word.form.lemmas or {word.form.text}) for word in words)
        self.times[key] += 1
        self.places[key].append(place)
        self._forms[key][text[words[0].start : words[-1].end]] += 1
        if text[words[0].start].isupper() and not begins_sentence(text, words[0].start):
            self._capitals[key] += 1

    def ranked(self, least: int) -> list[Key]:
        """Return the phrases that come `least` times, the most promising first."""
        often = (key for key, times in self.times.items() if times >= least)
        return sorted(filter(self._is_candidate, often), key=self._promise)

    def _is_candidate(self, key: Key) -> bool:
        """Whether a word alone is a name: within a sentence too, and never in small letters."""
        if len(key) > 1:
            return True
        return self._capitals[key] > 0 and self.written(key).lower() not in self._lower

    def _promise(self, key: Key) -> tuple[bool, int, Key]:
        return not self.is_name(key), -self.times[key] * len(key), key

    def written(self, key: Key) -> str:
        """Return the commonest form of a phrase."""
        return self._forms[key].most_common(1)[0][0]

    def is_name(self, key: Key) -> bool:
        """Whether a phrase mostly begins with a capital that it does not owe to the sentence."""
        words = self.written(key).split()
        capitals = all(word[:1].isupper() for word in words)
        return capitals or 2 * self._capitals[key] >= self.times[key]

    def _may_be(self, words: list[Placed], text: str) -> bool:
        ends = words[0].form.text, words[-1].form.text
        if any(len(end) < _SHORTEST or end in self._stops or not end.isalpha() for end in ends):
            return False
        told = [word for word in words if word.form.text not in self._stops]
        capitals = [text[word.start].isupper() for word in told]
        if ends[-1] in self._days or (any(capitals) and not capitals[0]):
            return False
        inner = [word.form.text for word in words if word.form.text in self._stops]
        return not inner or all(capitals) or (len(inner) == 1 and inner[0] in self._links)


def _runs(placed: list[Placed], text: str) -> Iterator[list[Placed]]:
    run: list[Placed] = []
    for word in placed:
        if run and not _LINK.fullmatch(text[run[-1].end : word.start]):
            yield run
            run = []
        run.append(word)
    if run:
        yield run


class _Translations:
    """The phrases of the translations into a language, by the unit that they stand in."""

    def __init__(self, tag: str, units: Sequence[Bitext]) -> None:
        self._phrases = _Phrases(tag)
        for place, unit in enumerate(units):
            self._phrases.read(place, unit.targets.get(tag, ""))
        self._in_unit: dict[int, list[Key]] = defaultdict(list)
        for key, places in self._phrases.places.items():
            for place in places:
                self._in_unit[place].append(key)

    def shared(self, places: Iterable[int]) -> tuple[str, ...]:
        """Return what the translations of some units share, by how much rarer it is elsewhere."""
        here = Counter(key for place in places for key in self._in_unit.get(place, ()))
        everywhere = self._phrases.times
        best = sorted(
            (key for key, times in here.items() if times > 1),
            key=lambda key: (-(here[key] ** 2) * len(key) / everywhere[key], key),
        )
        kept: list[Key] = []
        for key in best:
            if len(kept) < _MOST_RENDERINGS and not any(_overlap(key, other) for other in kept):
                kept.append(key)
        return tuple(map(self._phrases.written, kept))


def _overlap(first: Key, second: Key) -> bool:
    """Whether one phrase has all the words of the other."""
    return set(first) <= set(second) or set(second) <= set(first)
