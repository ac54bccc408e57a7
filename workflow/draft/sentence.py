"""One sentence drafted, and drafted again in other ways where the first draft is not fit to keep.

The first draft is the engine's, in one piece where the markup can be put back, else piece by piece.
Where it breaks the glossary or is damaged, more versions are made, and the best is kept: the least
damaged, with the fewest terms missing, and of those the one that the model itself rates highest.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from workflow.document.inline import plain
from workflow.draft.clauses import clauses
from workflow.draft.damage import Damage, damages, lost_numbers
from workflow.draft.keeping import Decided, with_decided
from workflow.draft.masking import Masked
from workflow.draft.nodes import Node, Span, plain_text, to_markdown
from workflow.draft.pieces import draft_in_pieces, has_words
from workflow.draft.rounds import Job, Rating
from workflow.draft.terms import PairTerms
from workflow.draft.translation import Translation
from workflow.draft.version import Version, uncapitalised
from workflow.draft.whole import draft_whole
from workflow.engines import Manner
from workflow.glossary.enforcing import BreachKind

_ALTERNATIVES = 3


@dataclass(frozen=True)
class Pair:
    """The two languages of a draft (BCP 47), and the glossary between them where there is one."""

    source: str
    target: str
    terms: PairTerms | None = None


@dataclass(frozen=True)
class _Faults:
    """What is wrong with a version: `missing` are concepts that it lacks the term of.

    `weak` are those whose term it almost has, or has less often than the source.
    """

    damage: frozenset[Damage]
    missing: frozenset[str] = frozenset()
    weak: frozenset[str] = frozenset()

    @property
    def weight(self) -> tuple[int, int, int]:
        return len(self.damage), len(self.missing), len(self.weak)

    @property
    def terms(self) -> frozenset[str]:
        return self.missing | self.weak


def draft_sentence(nodes: Sequence[Node], pair: Pair) -> Job[Version]:
    """Draft a sentence. No markup, address or mark of it is lost, whatever the engine gives."""
    return (yield from _Sentence(nodes, pair).draft())


class _Sentence:
    def __init__(self, nodes: Sequence[Node], pair: Pair) -> None:
        self._nodes, self._pair = nodes, pair
        self._source = plain_text(nodes)
        self._terms = pair.terms.in_source(self._source) if pair.terms else []
        self._known: dict[str, _Faults] = {}
        aligned = bool(self._terms) or any(isinstance(node, Span) for node in nodes)
        self._once = Manner(aligned)
        self._manner = Manner(aligned, _ALTERNATIVES if self._terms else 0)

    def draft(self) -> Job[Version]:
        if not has_words(self._nodes):
            return Version(to_markdown(self._nodes))
        versions = yield from draft_whole(self._nodes, self._manner)
        if not versions:
            versions = [(yield from draft_in_pieces(self._nodes))]
        first = versions[0]
        faults = self._faults(first)
        if faults.terms:
            versions += yield from self._with_terms(self._decided_terms(faults))
        if self._least(versions).damage:
            versions += yield from self._carefully(self._decided(first))
        if self._least(versions).damage:
            versions.append((yield from self._by_clauses(self._decided(first))))
        best = yield from self._best(versions)
        return self._described(best, faults)

    def _with_terms(self, decided: Sequence[Decided]) -> Job[list[Version]]:
        """Put terms where other words stand, and translate around terms that are put in first."""
        phrases = [self._source[term.start : term.end] for term in decided]
        replaced = yield from draft_whole(self._nodes, self._manner, self._mended, phrases)
        nodes = with_decided(self._nodes, decided)
        around = yield from draft_whole(nodes, self._once, self._agreeing)
        return replaced + [self._begun(version) for version in around]

    def _carefully(self, decided: Sequence[Decided]) -> Job[list[Version]]:
        """Search wider, with terms and lost numbers decided on where there are any."""
        manner = Manner(aligned=True, careful=True)
        versions = yield from draft_whole(self._nodes, manner, self._mended)
        if decided:
            nodes = with_decided(self._nodes, decided)
            around = yield from draft_whole(nodes, manner, self._agreeing)
            versions += [self._begun(version) for version in around]
        return versions

    def _by_clauses(self, decided: Sequence[Decided]) -> Job[Version]:
        """Translate shorter parts, which go wrong less often and read less well."""
        markdown, notes = "", list[str]()
        for step in clauses(with_decided(self._nodes, decided)):
            if isinstance(step, str):
                markdown += step
                continue
            versions = yield from draft_whole(step.nodes, self._once)
            part = versions[0] if versions else (yield from draft_in_pieces(step.nodes))
            markdown += uncapitalised(plain_text(step.nodes), part.markdown)
            notes += part.notes
        return Version(markdown, tuple(dict.fromkeys(notes)))

    def _decided(self, version: Version) -> list[Decided]:
        """Return what to decide on before the engine sees the sentence: terms, then numbers.

        Numbers are written in plain digits, which are the same in most languages.
        """
        decided = self._decided_terms(self._faults(version))
        lost = lost_numbers(
            self._source, plain(version.markdown), self._pair.source, self._pair.target
        )
        for number in lost:
            written = self._source[number.start : number.end]
            free = all(number.end <= d.start or d.end <= number.start for d in decided)
            if written.isdecimal() and free:
                decided.append(Decided(number.start, number.end, written))
        return sorted(decided, key=lambda one: one.start)

    def _decided_terms(self, faults: _Faults) -> list[Decided]:
        return [
            Decided(term.start, term.end, term.preferred)
            for term in self._terms
            if term.concept in faults.terms
        ]

    def _begun(self, version: Version) -> Version:
        """Return a version with a capital where a term has come to begin the sentence."""
        begins = (
            version.markdown.startswith(term.preferred) and not term.exact for term in self._terms
        )
        if not self._source[:1].isupper() or not any(begins):
            return version
        return replace(version, markdown=version.markdown[:1].upper() + version.markdown[1:])

    def _mended(
        self, masked: Masked, translation: Translation, alone: Mapping[str, str]
    ) -> Iterator[Translation]:
        if self._pair.terms:
            yield from self._pair.terms.mended(masked.text, translation, alone)

    def _agreeing(
        self, masked: Masked, translation: Translation, _: Mapping[str, str]
    ) -> Iterator[Translation]:
        if not self._pair.terms:
            return
        for mask in masked.masks:
            place = translation.text.find(mask)
            for span, article in self._pair.terms.articles_before(translation.text, place):
                yield translation.with_words(span, article, 0)

    def _faults(self, version: Version) -> _Faults:
        if version.markdown not in self._known:
            self._known[version.markdown] = self._found(plain(version.markdown))
        return self._known[version.markdown]

    def _found(self, text: str) -> _Faults:
        damage = damages(self._source, text, self._pair.source, self._pair.target)
        if not self._terms or not self._pair.terms:
            return _Faults(damage)
        breaches = self._pair.terms.breaches(self._source, text)
        missing = frozenset(b.concept.id for b in breaches if b.kind is not BreachKind.NEAR)
        lacking = self._pair.terms.lacking(self._source, text)
        return _Faults(damage, missing, frozenset(lacking) - missing)

    def _least(self, versions: Sequence[Version]) -> _Faults:
        return min(map(self._faults, versions), key=lambda faults: faults.weight)

    def _best(self, versions: Sequence[Version]) -> Job[Version]:
        least = self._least(versions).weight
        fit = list(dict.fromkeys(v for v in versions if self._faults(v).weight == least))
        if len(fit) == 1:
            return fit[0]
        ratings = {version: Rating(self._source, plain(version.markdown)) for version in fit}
        answers = yield list(ratings.values())
        return max(fit, key=lambda version: answers.ratings.get(ratings[version], 0.0))

    def _described(self, version: Version, first: _Faults) -> Version:
        """Return a version with what was enforced in it and what is still wrong with it."""
        faults = self._faults(version)
        enforced = sorted(first.terms - faults.terms)
        notes = [*version.notes, *(f"damaged: {damage}" for damage in sorted(faults.damage))]
        return Version(version.markdown, tuple(notes), tuple(enforced))
