"""The glossary's terms in a sentence, and translations of it in which they stand."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from workflow.draft.agreement import other_articles
from workflow.draft.placing import find_words
from workflow.draft.translation import SURE, Range, Translation, without_stops, word_ranges
from workflow.glossary import Case, Glossary
from workflow.glossary.enforcing import Breach, pair_breaches


@dataclass(frozen=True)
class TermPlace:
    """A source term where it stands in a sentence, and what it should become."""

    start: int
    end: int
    concept: str
    preferred: str


@dataclass(frozen=True)
class Edit:
    """Words to put in place of a span of a translation, for the source's word number `source`."""

    span: Range
    words: str
    source: int


class PairTerms:
    """A glossary between two languages."""

    def __init__(self, glossary: Glossary, source: str, target: str) -> None:
        """Take the BCP 47 tags of the two languages; nothing is indexed before the first text."""
        self._source, self._target = glossary.matcher(source), glossary.matcher(target)

    def in_source(self, text: str) -> list[TermPlace]:
        """Return the source terms of a text that have a preferred translation, in order."""
        return [
            TermPlace(match.start, match.end, match.concept.id, preferred.text)
            for match in self._source.find(text)
            if (preferred := match.concept.preferred(self._target.tag))
        ]

    def breaches(self, source: str, translation: str) -> list[Breach]:
        """Return where a translation does not have the glossary's terms."""
        return list(pair_breaches(source, translation, self._source, self._target))

    def mended(
        self, source: str, translation: Translation, alone: Mapping[str, str]
    ) -> Iterator[Translation]:
        """Yield translations in which the preferred terms stand where others stood.

        A term that was translated in another way is where the words aligned to it are, else where
        the words stand that it becomes `alone`. More than one is yielded where an article before a
        term may have to agree with it.
        """
        edits: list[Edit] = []
        for edit in self._edits(source, translation, alone):
            if all(edit.span[1] <= e.span[0] or e.span[1] <= edit.span[0] for e in edits):
                edits.append(edit)
        if edits:
            yield _applied(translation, edits)
        for edit in edits:
            others = [other for other in edits if other is not edit]
            for agreeing in self._agreeing(translation.text, edit):
                if all(agreeing.span[0] >= e.span[1] or e.span[0] >= edit.span[1] for e in others):
                    yield _applied(translation, [*others, agreeing])

    def articles_before(self, text: str, place: int) -> Iterator[tuple[Range, str]]:
        """Yield other articles for the one before a place in a translation, and where it stands."""
        return other_articles(text, place, self._target.tag)

    def _agreeing(self, text: str, edit: Edit) -> Iterator[Edit]:
        for (start, end), article in self.articles_before(text, edit.span[0]):
            between = text[end : edit.span[0]]
            yield Edit((start, edit.span[1]), article + between + edit.words, edit.source)

    def _edits(
        self, source: str, translation: Translation, alone: Mapping[str, str]
    ) -> Iterator[Edit]:
        places = self.in_source(source)
        for breach in self.breaches(source, translation.text):
            of_concept = [place for place in places if place.concept == breach.concept.id]
            own = [_word_numbers(source, place) for place in of_concept] or [range(1)]
            if breach.span is not None and breach.use:
                yield Edit(breach.span, breach.use[0], own[0][0])
                continue
            for place, numbers in zip(of_concept, own, strict=False):
                span = _aligned(translation, numbers)
                if span is None:
                    wanted = alone.get(source[place.start : place.end], "")
                    share = place.start / len(source)
                    span = find_words(wanted, translation.text, share) if wanted else None
                if span is not None:
                    words = self._begun(place.preferred, breach, translation.text, span[0])
                    yield Edit(span, words, numbers[0])

    def _begun(self, words: str, breach: Breach, text: str, start: int) -> str:
        """Return a term with a capital where it begins a sentence and may have one."""
        term = breach.concept.preferred(self._target.tag)
        begins = not any(character.isalnum() for character in text[:start])
        if begins and text[start].isupper() and term and term.case is not Case.EXACT:
            return words[:1].upper() + words[1:]
        return words


def _applied(translation: Translation, edits: Sequence[Edit]) -> Translation:
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        translation = translation.with_words(edit.span, edit.words, edit.source)
    return translation


def _word_numbers(source: str, place: TermPlace) -> range:
    numbers = [
        number
        for number, (start, end) in enumerate(word_ranges(source))
        if start < place.end and place.start < end
    ]
    return range(numbers[0], numbers[-1] + 1)


def _aligned(translation: Translation, own: range) -> Range | None:
    """Return the words that come from these source words: the run that does so most surely."""
    words = word_ranges(translation.text)
    if len(words) != len(translation.alignment):
        return None
    mine = [number for number, link in enumerate(translation.alignment) if link.source in own]
    if not mine:
        return None
    runs = [[mine[0]]]
    for before, number in pairwise(mine):
        between = translation.alignment[before + 1 : number]
        if len(between) <= 1 and all(link.weight < SURE for link in between):
            runs[-1].append(number)
        else:
            runs.append([number])
    best = max(runs, key=lambda run: sum(translation.alignment[n].weight for n in run))
    return without_stops(translation.text, words[best[0]][0], words[best[-1]][1])
