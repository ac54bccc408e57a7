"""What is wrong with the versions of a sentence, and which of them are the least wrong."""

from collections.abc import Sequence
from dataclasses import dataclass

from workflow.draft.damage import Harm, harm
from workflow.draft.keeping import Decided
from workflow.draft.nodes import visible_text
from workflow.draft.terms import PairTerms
from workflow.draft.version import Version
from workflow.glossary.enforcing import BreachKind


@dataclass(frozen=True)
class Pair:
    """The two languages of a draft (BCP 47), and the glossary between them where there is one.

    `another` is the name of a second engine, which can be asked for what the first one damaged;
    `aligns` tells that the first one says which word comes from which.
    """

    source: str
    target: str
    terms: PairTerms | None = None
    another: str = ""
    aligns: bool = True


@dataclass(frozen=True)
class Faults:
    """What is wrong with a version: `missing` are concepts that it lacks the term of.

    `weak` are those whose term it almost has, or has less often than the source.
    """

    harm: Harm
    missing: frozenset[str] = frozenset()
    weak: frozenset[str] = frozenset()

    @property
    def weight(self) -> tuple[int, int, int]:
        """What to compare versions by."""
        return len(self.harm.kinds), len(self.missing), len(self.weak)

    @property
    def terms(self) -> frozenset[str]:
        """The concepts whose term is not there as it should be."""
        return self.missing | self.weak


class Judge:
    """Looks at each version of one sentence once."""

    def __init__(self, source: str, pair: Pair) -> None:
        """Take the source as a reader sees it."""
        self._source, self._pair = source, pair
        self.terms = pair.terms.in_source(source) if pair.terms else []
        self._known: dict[str, Faults] = {}

    def faults(self, version: Version) -> Faults:
        """Return what is wrong with a version."""
        if version.markdown not in self._known:
            self._known[version.markdown] = self._found(visible_text(version.markdown))
        return self._known[version.markdown]

    def least(self, versions: Sequence[Version]) -> Faults:
        """Return what is wrong with the best of some versions."""
        return min(map(self.faults, versions), key=lambda faults: faults.weight)

    def fit(self, versions: Sequence[Version]) -> list[Version]:
        """Return the versions than which none has fewer faults, each once."""
        least = self.least(versions).weight
        return list(dict.fromkeys(v for v in versions if self.faults(v).weight == least))

    def decided(self, faults: Faults) -> list[Decided]:
        """Return what to decide on before an engine sees the sentence again: terms, then facts."""
        decided = [
            Decided(term.start, term.end, term.preferred)
            for term in self.terms
            if term.concept in faults.terms
        ]
        for lost in faults.harm.lost:
            if all(lost.end <= d.start or d.end <= lost.start for d in decided):
                decided.append(Decided(lost.start, lost.end, lost.words))
        return sorted(decided, key=lambda one: one.start)

    def _found(self, text: str) -> Faults:
        known = [(term.start, term.end) for term in self.terms]
        damage = harm(self._source, text, self._pair.source, self._pair.target, known)
        if not self.terms or not self._pair.terms:
            return Faults(damage)
        breaches = self._pair.terms.breaches(self._source, text)
        missing = frozenset(b.concept.id for b in breaches if b.kind is not BreachKind.NEAR)
        lacking = self._pair.terms.lacking(self._source, text)
        return Faults(damage, missing, frozenset(lacking) - missing)
