"""The glossary's terms in a sentence, and translations of it in which they stand."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from workflow.draft.agreement import other_articles, right_article
from workflow.draft.placing import find_words
from workflow.draft.translation import SURE, Range, Translation, without_stops, word_ranges
from workflow.glossary import Case, Glossary
from workflow.glossary.enforcing import Breach, pair_breaches
from workflow.language.plurals import is_plural_of, plural


@dataclass(frozen=True)
class TermPlace:
    """A source term where it stands in a sentence, and what it should become.

    An `exact` one has the same capitals wherever it stands.
    """

    start: int
    end: int
    concept: str
    preferred: str
    exact: bool = False


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
            TermPlace(
                *match.span,
                match.concept.id,
                self._numbered(term.text, match.written, text[slice(*match.span)]),
                term.case is Case.EXACT,
            )
            for match in self._source.find(text)
            if not match.doubtful and (term := match.concept.preferred(self._target.tag))
        ]

    def _numbered(self, preferred: str, own: str, written: str) -> str:
        """Return a term in the plural, where the source has its `own` term so and it is known."""
        many = plural(preferred, self._target.tag)
        if many is None or not is_plural_of(written, own, self._source.tag):
            return preferred
        return many if self._target.find(many) else preferred

    def breaches(self, source: str, translation: str) -> list[Breach]:
        """Return where a translation does not have the glossary's terms."""
        return list(pair_breaches(source, translation, self._source, self._target))

    def lacking(self, source: str, translation: str) -> Counter[str]:
        """Return, by concept, how much less often its term stands in a translation."""
        wanted = Counter(place.concept for place in self.in_source(source))
        return wanted - Counter(found.concept.id for found in self._target.find(translation))

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
            if not any(_overlap(edit.span, other.span) for other in edits):
                edits.append(edit)
        if edits:
            yield _applied(translation, [self._agreed(translation.text, edit) for edit in edits])
            yield _applied(translation, edits)
        for edit in edits:
            others = [other for other in edits if other is not edit]
            for agreeing in self._agreeing(translation.text, edit):
                if not any(_overlap(agreeing.span, other.span) for other in others):
                    yield _applied(translation, [*others, agreeing])

    def articles_before(self, text: str, place: int) -> Iterator[tuple[Range, str]]:
        """Yield other articles for the one before a place in a translation, and where it stands."""
        return other_articles(text, place, self._target.tag)

    def _agreed(self, text: str, edit: Edit) -> Edit:
        """Return an edit with the article before it as the term's own ending asks for."""
        found = right_article(text, edit.span[0], edit.words, self._target.tag)
        if found is None:
            return edit
        (start, end), article = found
        words = article + text[end : edit.span[0]] + edit.words
        return Edit((start, edit.span[1]), words, edit.source)

    def _agreeing(self, text: str, edit: Edit) -> Iterator[Edit]:
        for (start, end), article in self.articles_before(text, edit.span[0]):
            between = text[end : edit.span[0]]
            yield Edit((start, edit.span[1]), article + between + edit.words, edit.source)

    def _edits(
        self, source: str, translation: Translation, alone: Mapping[str, str]
    ) -> Iterator[Edit]:
        places = self.in_source(source)
        for breach in self.breaches(source, translation.text):
            if breach.span is not None and breach.use:
                first = (
                    _word_numbers(source, p)[0] for p in places if p.concept == breach.concept.id
                )
                yield Edit(breach.span, breach.use[0], next(first, 0))
        lacking = self.lacking(source, translation.text)
        there = {(m.concept.id, m.span) for m in self._target.find(translation.text)}
        for place in places:
            if place.concept not in lacking:
                continue
            numbers = _word_numbers(source, place)
            span = _aligned(translation, numbers)
            if span is None:
                wanted = alone.get(source[place.start : place.end], "")
                share = place.start / len(source)
                span = find_words(wanted, translation.text, share) if wanted else None
            if span and not any(c == place.concept and _overlap(span, s) for c, s in there):
                yield Edit(span, _begun(place, translation.text, span[0]), numbers[0])


def _begun(place: TermPlace, text: str, start: int) -> str:
    """Return a term with a capital where it begins a sentence and may have one."""
    begins = not any(character.isalnum() for character in text[:start])
    if begins and text[start].isupper() and not place.exact:
        return place.preferred[:1].upper() + place.preferred[1:]
    return place.preferred


def _overlap(one: Range, other: Range) -> bool:
    return one[0] < other[1] and other[0] < one[1]


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
