"""One sentence drafted, and drafted again in other ways where the first draft is not fit to keep.

The first draft is the engine's, in one piece where the markup can be put back, else piece by piece.
Where it breaks the glossary or is damaged, more versions are made, the cheapest first, until one is
without fault. The best is kept: the least damaged, with the fewest terms missing, and of those the
one that the model itself rates highest.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from workflow.draft.clauses import clauses
from workflow.draft.faults import Faults, Judge, Pair
from workflow.draft.keeping import Decided, with_decided
from workflow.draft.masking import Masked
from workflow.draft.nodes import Node, Span, plain_text, to_markdown, visible_text
from workflow.draft.pieces import draft_in_pieces, has_words
from workflow.draft.rounds import Job, Rating, elsewhere
from workflow.draft.translation import Translation
from workflow.draft.version import Version, uncapitalised
from workflow.draft.whole import draft_whole
from workflow.engines import Manner

_ALTERNATIVES = 3


def draft_sentence(nodes: Sequence[Node], pair: Pair) -> Job[Version]:
    """Draft a sentence. No markup, address or mark of it is lost, whatever the engine gives."""
    return (yield from _Sentence(nodes, pair).draft())


class _Sentence:
    def __init__(self, nodes: Sequence[Node], pair: Pair) -> None:
        self._nodes, self._pair = nodes, pair
        self._source = plain_text(nodes)
        self._judge = Judge(self._source, pair)
        aligned = bool(self._judge.terms) or any(isinstance(node, Span) for node in nodes)
        self._manner = Manner(aligned)
        self._cut = False
        self._phrases = [self._source[t.start : t.end] for t in self._judge.terms]

    def draft(self) -> Job[Version]:
        if not has_words(self._nodes):
            return Version(to_markdown(self._nodes))
        versions = yield from self._plainly()
        first = self._judge.faults(versions[0])
        for attempt in (
            self._with_terms_replaced,
            self._around_what_is_decided,
            self._with_terms_looked_for,
            self._carefully,
            self._by_clauses,
            self._by_another,
        ):
            least = self._judge.least(versions)
            if not any(least.weight):
                break
            versions += yield from attempt(first, least)
        best = yield from self._best(versions)
        return self._described(best, first)

    def _plainly(self) -> Job[list[Version]]:
        versions = yield from draft_whole(self._nodes, self._manner)
        self._cut = not versions
        return versions or [(yield from draft_in_pieces(self._nodes))]

    def _with_terms_replaced(self, _: Faults, least: Faults) -> Job[list[Version]]:
        """Put terms in place of the words that are aligned to them: that asks for nothing new.

        Where nothing is aligned, the words are sought that a term becomes by itself.
        """
        if not least.terms:
            return []
        phrases = () if self._pair.aligns else self._phrases
        return (yield from draft_whole(self._nodes, self._manner, self._mended, phrases))

    def _around_what_is_decided(self, first: Faults, least: Faults) -> Job[list[Version]]:
        """Translate around terms, numbers and names that are put in before."""
        if not least.terms and not least.harm.lost:
            return []
        return (yield from self._around(self._judge.decided(first), self._manner))

    def _with_terms_looked_for(self, _: Faults, least: Faults) -> Job[list[Version]]:
        """Look among more translations, and for what the term alone is translated by."""
        if not least.terms:
            return []
        manner = replace(self._manner, alternatives=_ALTERNATIVES)
        return (yield from draft_whole(self._nodes, manner, self._mended, self._phrases))

    def _carefully(self, first: Faults, least: Faults) -> Job[list[Version]]:
        """Let no two words come twice, around what is decided."""
        if not least.harm.kinds:
            return []
        manner = replace(self._manner, careful=True)
        return (yield from self._around(self._judge.decided(first), manner))

    def _by_clauses(self, first: Faults, least: Faults) -> Job[list[Version]]:
        """Translate shorter parts, which go wrong less often and read less well."""
        if not least.harm.kinds:
            return []
        markdown, notes = "", list[str]()
        for step in clauses(with_decided(self._nodes, self._judge.decided(first))):
            if isinstance(step, str):
                markdown += step
                continue
            versions = yield from draft_whole(step.nodes, self._manner)
            part = versions[0] if versions else (yield from draft_in_pieces(step.nodes))
            markdown += uncapitalised(plain_text(step.nodes), part.markdown)
            notes += part.notes
        return [Version(markdown, tuple(dict.fromkeys(notes)))]

    def _by_another(self, first: Faults, least: Faults) -> Job[list[Version]]:
        """Ask the second engine, where there is one."""
        if not least.harm.kinds or not self._pair.another:
            return []
        note = f"a sentence is by {self._pair.another}: the first engine damaged it"
        versions = yield from elsewhere(self._around(self._judge.decided(first), Manner()))
        return [replace(version, notes=(*version.notes, note)) for version in versions]

    def _around(self, decided: Sequence[Decided], manner: Manner) -> Job[list[Version]]:
        nodes = with_decided(self._nodes, decided)
        versions = yield from draft_whole(nodes, manner, self._agreeing)
        if self._cut and not versions:  # it reads no worse for another cut
            versions = [(yield from draft_in_pieces(nodes))]
        return [self._begun(version) for version in versions]

    def _begun(self, version: Version) -> Version:
        """Return a version with a capital where a term has come to begin the sentence."""
        begins = (
            version.markdown.startswith(term.preferred) and not term.exact
            for term in self._judge.terms
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

    def _best(self, versions: Sequence[Version]) -> Job[Version]:
        fit = self._judge.fit(versions)
        if len(fit) == 1:
            return fit[0]
        ratings = {version: Rating(self._source, visible_text(version.markdown)) for version in fit}
        answers = yield list(ratings.values())
        return max(fit, key=lambda version: answers.ratings.get(ratings[version], 0.0))

    def _described(self, version: Version, first: Faults) -> Version:
        """Return a version with what was enforced in it and what is still wrong with it."""
        faults = self._judge.faults(version)
        enforced = sorted(first.terms - faults.terms)
        notes = [*version.notes, *(f"damaged: {kind}" for kind in sorted(faults.harm.kinds))]
        return Version(version.markdown, tuple(notes), tuple(enforced))
