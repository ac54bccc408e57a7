"""Finding the terms of a glossary in a text of one language.

Every word is looked up under its spelling, its lemmas and its stem in an index that holds each term
under its rarest word, so that the cost of a text hardly grows with the glossary. What the index
offers is then compared word by word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from workflow.glossary.capitals import capitals_fit, is_other_word
from workflow.glossary.entries import GAP, Entry, entries, spellings
from workflow.glossary.forms import Analyser, Form, Placed, Tier
from workflow.glossary.glossary import Case, Concept, Term
from workflow.glossary.index import Index, MemoryIndex
from workflow.language.tags import language as language_of

if TYPE_CHECKING:
    from workflow.glossary.store import Store

_LINK = re.compile(r"(?:[ \t\u00a0\u2009\u202f]*\n?[ \t]*|[-‐‑]|['’ʼ])[\"«»“”„'*_~]{0,4}\u00ad?")
"""What may part two words of a term: a space, a hyphen, an apostrophe, marks of emphasis."""
_SENTENCE_END = re.compile(r"(?:^|[.!?…:。！？]|\n)[\s\"«»“”„'’‘*_~()\[\]—–-]*$")
_STOP = re.compile(r"[.!?;:。！？]|\n")
_MAX_IN_GAP = 4
"""How many words may stand where a variant has `…`: `de las Naciones Unidas`."""
_TEXTS_KEPT = 20_000
_OPENING_QUOTES = tuple("«“„‘\"'")


@dataclass(frozen=True, slots=True)
class Match:
    """A term found in a text; `written` is its form in the glossary that was recognised.

    `cased` says that the capitals keep the term's case rule; `begins_sentence` that nothing of the
    sentence stands before it. `doubtful` is an acronym without its capitals: `who` for `WHO`.
    """

    concept: Concept
    term: Term
    written: str
    start: int
    end: int
    tier: Tier
    cased: bool
    begins_sentence: bool
    doubtful: bool

    @property
    def span(self) -> tuple[int, int]:
        """Where it stands in the text, in code points."""
        return self.start, self.end


class Matcher:
    """Finds the terms that `concepts` have in a language, down to the tier `deepest`.

    Nothing is loaded or indexed before the first text. Up to `deepest=Tier.EXACT` no dictionary is
    ever loaded. A `store` of the same concepts keeps the index for the next time.
    """

    def __init__(
        self,
        concepts: Sequence[Concept],
        tag: str,
        deepest: Tier = Tier.VARIANT,
        *,
        store: Store | None = None,
    ) -> None:
        self._concepts, self._store = concepts, store
        self.tag = tag
        self.analyser = Analyser(language_of(tag), deepest)
        self._offered: dict[str, tuple[Entry, ...]] = {}
        self._read: dict[str, tuple[Match, ...]] = {}

    def find(self, text: str) -> list[Match]:
        """Return the terms in `text` in reading order, the `longest` where several overlap."""
        return longest(self.occurrences(text))

    def occurrences(self, text: str) -> Sequence[Match]:
        """Return every term in `text`, one within another too, in the glossary’s order."""
        if text not in self._read:  # several checks look at one text
            if len(self._read) >= _TEXTS_KEPT:
                self._read.clear()
            self._read[text] = tuple(self._occurrences(text))
        return self._read[text]

    def _occurrences(self, text: str) -> Iterator[Match]:
        placed = self.analyser.forms(text)
        self._look_up(word.form for word in placed)
        found = [
            (entry, taken)
            for position, word in enumerate(placed)
            for entry in self._offered[word.form.text]
            if (taken := _taken(entry, placed, position)) and _joined(entry, taken, text)
        ]
        found.sort(key=lambda item: item[0].number)
        if self._store is not None:
            self._store.make_ready({entry.concept for entry, _ in found})
        for entry, taken in found:
            match = self._match(entry, taken, text)
            if match is not None:
                yield match

    def _look_up(self, forms: Iterable[Form]) -> None:
        """Find, once for each word, the terms whose anchor it may be."""
        new = {form.text: form.keys for form in forms if form.text not in self._offered}
        if not new:
            return
        found = self._index.find({key for keys in new.values() for key in keys})
        for word, keys in new.items():
            offered = {entry.number: entry for key in keys for entry in found.get(key, ())}
            self._offered[word] = tuple(offered.values())

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        """All terms of the language, in the order of the glossary."""
        return tuple(term for concept in self._concepts for term in concept.terms_in(self.tag))

    @cached_property
    def names(self) -> frozenset[tuple[str, ...]]:
        """The allowed names of people and bodies, word by word: every word has a capital."""
        written = (
            name.split()
            for concept in self._concepts
            for term in concept.terms_in(self.tag)
            if term.allowed
            for name, _ in spellings(term)
            if concept.person or " " in name
        )
        return frozenset(
            tuple(words) for words in written if all(word[:1].isupper() for word in words)
        )

    @cached_property
    def _index(self) -> Index:
        if self._store is not None and self.analyser.deepest is Tier.VARIANT:
            return self._store.index(self.tag, self.analyser)
        return MemoryIndex(entries(self._concepts, self.tag, self.analyser))

    def _match(self, entry: Entry, taken: list[Placed], text: str) -> Match | None:
        tier = max(_tiers(entry, taken))
        start, end = taken[0].start, taken[-1].end
        found = text[start:end]
        begins = begins_sentence(text, start)
        if tier is not Tier.EXACT and not _may_be_inflected(entry, found):
            return None
        other_word = is_other_word(found, entry.written, begins_sentence=begins)
        if other_word and entry.variant:
            return None
        concept = self._concepts[entry.concept]
        term = concept.terms_in(self.tag)[entry.term]
        first_word = (
            entry.name
            and begins
            and term.case is Case.EXACT
            and not entry.acronym
            and text[start - 1 : start] not in _OPENING_QUOTES
        )
        return Match(
            concept=concept,
            term=term,
            written=entry.written,
            start=start,
            end=end,
            tier=Tier.VARIANT if entry.variant else tier,
            cased=capitals_fit(term, entry.written, found, begins_sentence=begins),
            begins_sentence=begins,
            doubtful=other_word or first_word,
        )


def begins_sentence(text: str, place: int) -> bool:
    """Whether nothing of the sentence stands before `place`."""
    return _SENTENCE_END.search(text, max(0, place - 40), place) is not None


def longest(matches: Iterable[Match]) -> list[Match]:
    """Return the longest of matches that overlap, in reading order.

    Of several terms of the same words the better one stays: right capitals, a surer tier, an
    allowed term. Concepts that are equal in all this stay side by side.
    """
    chosen: list[Match] = []
    best: dict[tuple[int, int], Match] = {}
    for match in sorted(matches, key=_rank):
        rival = best.get(match.span)
        if rival is not None:
            if _quality(match) == _quality(rival):
                chosen.append(match)
        elif all(match.end <= start or end <= match.start for start, end in best):
            best[match.span] = match
            chosen.append(match)
    return sorted(chosen, key=lambda match: match.start)


def _taken(entry: Entry, placed: list[Placed], position: int) -> list[Placed] | None:
    """Return the words of a text that are those of `entry`, its anchor at `position`, or None."""
    if _tier(entry, entry.anchor, placed[position]) is None:
        return None
    if len(entry.words) == 1:
        return [placed[position]]
    before = _walk(entry, placed, position, -1)
    after = _walk(entry, placed, position, 1) if before is not None else None
    if before is None or after is None:
        return None
    return [*reversed(before), placed[position], *after]


def _walk(entry: Entry, placed: list[Placed], position: int, way: int) -> list[Placed] | None:
    """Return the words beside the anchor in one direction, the nearest first."""
    taken = []
    number = entry.anchor + way
    while 0 <= number < len(entry.words):
        joint = entry.joints[number - 1 if way > 0 else number]
        reach = 1 + _MAX_IN_GAP if GAP in joint else 1
        within = placed[position + 1 : position + 1 + reach]
        if way < 0:
            within = placed[max(0, position - reach) : position][::-1]
        fits = (_tier(entry, number, word) is not None for word in within)
        step = next((step for step, fit in enumerate(fits, 1) if fit), None)
        if step is None:
            return None
        position += way * step
        taken.append(placed[position])
        number += way
    return taken


def _tiers(entry: Entry, taken: list[Placed]) -> Iterator[Tier]:
    for number, word in enumerate(taken):
        yield _tier(entry, number, word) or Tier.EXACT


def _tier(entry: Entry, number: int, word: Placed) -> Tier | None:
    return entry.words[number].tier(word.form, in_phrase=entry.phrase)


def _joined(entry: Entry, taken: list[Placed], text: str) -> bool:
    """Whether nothing but what may part the words of a term stands between them."""
    for (word, following), own in zip(pairwise(taken), entry.joints, strict=True):
        between = text[word.end : following.start]
        if GAP in own:
            if _STOP.search(between):
                return False
        elif between != own and not _LINK.fullmatch(between):
            return False
    return True


def _may_be_inflected(entry: Entry, found: str) -> bool:
    """Whether `found` may be a form of `entry`: not `crimes` of `Crimée`, nor `CIE` of `CIA`.

    A form of an acronym is the acronym with an ending in small letters: `ГУЛАГа`.
    """
    if entry.rigid:
        return False
    if entry.acronym:
        return found.startswith(entry.written) and found[len(entry.written) :].islower()
    if entry.name:
        return found[:1].isupper()
    return True


def _rank(match: Match) -> tuple[int, int, tuple[bool, Tier, bool]]:
    return match.start - match.end, match.start, _quality(match)


def _quality(match: Match) -> tuple[bool, Tier, bool]:
    """What decides between terms of the same words, the better one first."""
    return not match.cased, match.tier, not match.term.allowed
