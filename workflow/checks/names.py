"""Check: one person, one spelling."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from workflow.checks.check import Context, Mark, Pair, article_check
from workflow.checks.finding import Severity
from workflow.checks.spelt_names import Likeness, Mention, Neighbours, Spelling, mentions


@article_check("names", Severity.WARNING)
def names(pairs: Sequence[Pair], context: Context) -> Iterator[tuple[Pair, Mark]]:
    """A person or a body is spelt in two ways in an article, or otherwise than in the glossary.

    Why: Sergey Saveliev and Sergei Savelyev are two people to a reader, and to a search. The
        spelling to keep is the glossary's, else the one that stands more often, else the first.
        Names of several words are compared with those in articles that are approved or published.

    Fails (en): They met Sergei Savelyev. ¶ Later Sergey Saveliev left.
    Fails (en): They met Anna Chernova. ¶ It was Tchernova who left.
    Passes (en): They met Sergei Savelyev. ¶ Savelyev’s lawyer left with Anna Savelyeva.
    """
    found = [mention for mention in mentions(pairs) if not _is_rejected(mention, context)]
    listed = _listed(pairs, context)
    count = Counter(mention.spelling for mention in found)
    keep = _Keep(count, listed)
    archive = _Archive(context.published(), pairs[0].into, listed) if found else None
    for mention in found:
        if right := keep.instead_of(mention.spelling):
            where = "in the glossary" if right in listed else "elsewhere in this text"
            yield mention.pair, _mark(mention, right, where)
        elif archive and (before := archive.instead_of(mention.spelling)):
            right, slug, kind = before
            severity = Severity.INFO if kind is Likeness.NEAR else None
            yield mention.pair, replace(_mark(mention, right, f"in {slug}"), severity=severity)


def _is_rejected(mention: Mention, context: Context) -> bool:
    """Whether the glossary rejects this very spelling: then the check `glossary` says so."""
    if context.glossary is None:
        return False
    matcher = context.glossary.matcher(mention.pair.target_language)
    return any(
        not match.term.allowed and match.start < mention.span[1] and mention.span[0] < match.end
        for match in matcher.find(mention.pair.text)
    )


def _mark(mention: Mention, right: Spelling, where: str) -> Mark:
    wrong = mention.spelling
    words = right.words[-len(wrong.words) :]
    return Mark(
        f"“{wrong.text}” is spelt “{' '.join(words)}” {where}",
        mention.span,
        (" ".join((*wrong.words[: -len(words)], *words)),),
    )


def _listed(pairs: Sequence[Pair], context: Context) -> frozenset[Spelling]:
    if context.glossary is None or not pairs:
        return frozenset()
    matcher = context.glossary.matcher(pairs[0].target_language)
    return frozenset(Spelling(words, pairs[0].into) for words in matcher.names)


class _Archive:
    """The spellings of names in what the newsroom has published."""

    def __init__(
        self, known: Mapping[tuple[str, ...], str], language: str, listed: Collection[Spelling]
    ) -> None:
        self._slugs = {Spelling(words, language): slug for words, slug in known.items()}
        self._neighbours = Neighbours(self._slugs)
        self._listed = listed

    def instead_of(self, name: Spelling) -> tuple[Spelling, str, Likeness] | None:
        """Return the published spelling of a whole name, the article that has it, and how alike.

        None where the name was published as it is, or never: a family name alone may be another's.
        """
        if len(name.words) == 1 or name in self._slugs or name in self._listed:
            return None
        for kind in (Likeness.SOUND, Likeness.NEAR):
            for other in self._neighbours.of(name):
                if len(other.words) == len(name.words) and name.likeness(other) is kind:
                    return other, self._slugs[other], kind
        return None


class _Keep:
    """Which spelling of each name is to stay."""

    def __init__(self, count: Counter[Spelling], listed: frozenset[Spelling]) -> None:
        self._count, self._listed = count, listed
        self._words: Counter[str] = Counter()
        for name, times in count.items():
            self._words.update(dict.fromkeys(name.words, times))
        self._neighbours = Neighbours([*listed, *(name for name in count if name not in listed)])
        self._order = {name: place for place, name in enumerate(count)}
        self._known: dict[Spelling, Spelling | None] = {}

    def instead_of(self, wrong: Spelling) -> Spelling | None:
        """Return the spelling to use instead, None where this one may stay."""
        if wrong not in self._known:
            self._known[wrong] = self._better(wrong)
        return self._known[wrong]

    def _better(self, wrong: Spelling) -> Spelling | None:
        if wrong in self._listed or any(wrong.words == s.words[-1:] for s in self._listed):
            return None
        rivals = [
            other
            for other in self._neighbours.of(wrong)
            if other != wrong and self._is_meant(wrong, other)
        ]
        best = max(rivals, key=self._weight, default=None)
        return best if best is not None and self._weight(best) > self._weight(wrong) else None

    def _is_meant(self, wrong: Spelling, other: Spelling) -> bool:
        """Whether `other` is meant. A slip of a letter comes once; what comes again is a name."""
        likeness = wrong.likeness(other)
        if likeness is not Likeness.NEAR:
            return likeness is not None
        own = [word for word in wrong.words if word not in other.words]
        return all(self._words[word] == 1 for word in own)

    def _weight(self, name: Spelling) -> tuple[int, tuple[int, int], int]:
        """What decides which stays: the glossary's, the more words the better; else the commoner
        one, else the first.
        """
        times = self._words[name.words[-1]], self._count[name]
        listed = len(name.words) if name in self._listed else 0
        return listed, times, -self._order.get(name, 0)
