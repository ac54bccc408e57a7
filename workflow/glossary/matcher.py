"""Finding the terms of a glossary in a text of one language.

Every word is looked up under its spelling, its lemmas and its stem in an index that holds each term
under its rarest word, so that the cost of a text hardly grows with the glossary. What the index
offers is then compared word by word.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from workflow.glossary.capitals import capitals_fit, is_other_word
from workflow.glossary.forms import Analyser, Form, Placed, Tier
from workflow.glossary.glossary import Case, Concept, Term
from workflow.language.tags import language as language_of

_LINK = re.compile(r"(?:[ \t\u00a0\u2009\u202f]*\n?[ \t]*|[-‐‑]|['’ʼ])[\"«»“”„'*_~]{0,4}\u00ad?")
"""What may part two words of a term: a space, a hyphen, an apostrophe, marks of emphasis."""
_SENTENCE_END = re.compile(r"(?:^|[.!?…:。！？]|\n)[\s\"«»“”„'’‘*_~()\[\]—–-]*$")
_NAMES_STAND = frozenset({"ca", "en", "es", "fr", "gl", "it", "nl", "pt"})
"""Languages in which the official name of a body has no forms: it stands as it is written."""


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


@dataclass(frozen=True, slots=True)
class _Entry:
    concept: Concept
    term: Term
    written: str
    words: tuple[Form, ...]
    gaps: tuple[str, ...]
    anchor: int
    variant: bool
    rigid: bool


class Matcher:
    """Finds the terms that `concepts` have in a language, down to the tier `deepest`.

    Nothing is loaded or indexed before the first text. Up to `deepest=Tier.EXACT` no dictionary is
    ever loaded.
    """

    def __init__(self, concepts: Iterable[Concept], tag: str, deepest: Tier = Tier.VARIANT) -> None:
        self._concepts = tuple(concepts)
        self.tag = tag
        self.analyser = Analyser(language_of(tag), deepest)

    def find(self, text: str) -> list[Match]:
        """Return the terms in `text` in reading order, the `longest` where several overlap."""
        return longest(self.occurrences(text))

    def occurrences(self, text: str) -> Iterator[Match]:
        """Yield every term in `text`, one within another too, in no particular order."""
        placed = self.analyser.forms(text)
        for position, word in enumerate(placed):
            for entry in self._candidates(word.form):
                first = position - entry.anchor
                last = first + len(entry.words)
                if first >= 0 and last <= len(placed):
                    match = _compare(entry, placed[first:last], text)
                    if match is not None:
                        yield match

    def _candidates(self, form: Form) -> Iterable[_Entry]:
        """The terms whose rarest word may be this one, each once."""
        lists = [found for key in form.keys if (found := self._index.get(key))]
        if len(lists) < 2:
            return lists[0] if lists else ()
        return {id(entry): entry for found in lists for entry in found}.values()

    @cached_property
    def _index(self) -> dict[str, list[_Entry]]:
        entries = [
            (concept, term, written, variant, self.analyser.forms(written))
            for concept in self._concepts
            for term in concept.terms_in(self.tag)
            for written, variant in spellings(term)
        ]
        count = Counter(word.form.text for *_, words in entries for word in words)
        rigid = self.analyser.language in _NAMES_STAND
        index: dict[str, list[_Entry]] = defaultdict(list)
        for concept, term, written, variant, words in entries:
            if not words:
                continue
            rarity = [count[word.form.text] for word in words]
            anchor = rarity.index(min(rarity))
            entry = _Entry(
                concept=concept,
                term=term,
                written=written,
                words=tuple(word.form for word in words),
                gaps=tuple(_gaps(words, written)),
                anchor=anchor,
                variant=variant,
                rigid=rigid and term.case is Case.EXACT and len(words) > 1,
            )
            for key in words[anchor].form.keys:
                index[key].append(entry)
        return dict(index)


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


def spellings(term: Term) -> Iterator[tuple[str, bool]]:
    """Yield all that a text may have for a term, and whether each is a variant."""
    yield term.text, False
    for variant in (term.abbreviation, *term.variants):
        if variant:
            yield variant, True


def _gaps(words: list[Placed], text: str) -> Iterator[str]:
    for word, following in pairwise(words):
        yield text[word.end : following.start]


def _compare(entry: _Entry, words: list[Placed], text: str) -> Match | None:
    tier = Tier.EXACT
    for wanted, word in zip(entry.words, words, strict=True):
        found = wanted.tier(word.form)
        if found is None:
            return None
        tier = max(tier, found)
    if entry.rigid and tier is not Tier.EXACT:
        return None
    for gap, own in zip(_gaps(words, text), entry.gaps, strict=True):
        if gap != own and not _LINK.fullmatch(gap):
            return None
    start, end = words[0].start, words[-1].end
    begins_sentence = _SENTENCE_END.search(text, max(0, start - 40), start) is not None
    other_word = is_other_word(text[start:end], entry.written, begins_sentence=begins_sentence)
    if other_word and entry.variant:
        return None
    return Match(
        concept=entry.concept,
        term=entry.term,
        written=entry.written,
        start=start,
        end=end,
        tier=Tier.VARIANT if entry.variant else tier,
        cased=capitals_fit(
            entry.term, entry.written, text[start:end], begins_sentence=begins_sentence
        ),
        begins_sentence=begins_sentence,
        doubtful=other_word,
    )


def _rank(match: Match) -> tuple[int, int, tuple[bool, Tier, bool]]:
    return match.start - match.end, match.start, _quality(match)


def _quality(match: Match) -> tuple[bool, Tier, bool]:
    """What decides between terms of the same words, the better one first."""
    return not match.cased, match.tier, not match.term.allowed
