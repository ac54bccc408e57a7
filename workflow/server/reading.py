"""What the checks and the glossary say of one unit, and of an article; looked up once per text.

A unit's reading depends on its two texts alone, so that a save costs the reading of one unit. What
looks at all units together is read behind the scenes, when nobody waits for it.
"""

from collections import OrderedDict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from threading import RLock

from workflow.checks.article import check_target
from workflow.checks.check import Context, Pair
from workflow.checks.finding import Finding
from workflow.checks.plain import Plain
from workflow.checks.run import article_checks, check_pairs, unit_checks
from workflow.glossary import Glossary
from workflow.glossary.enforcing import BreachKind, pair_breaches
from workflow.workspace.target import Target

_MOST = 20_000
"""How many units' readings are kept."""

_WARMING = 1.0
"""How long it may take until the first unit between two languages is read, in seconds."""


@dataclass(frozen=True)
class TermUse:
    """A term of the glossary in the source of a unit, at `span` of the raw text.

    `written` are its words there, `use` the terms to use in the translation, the best first (none
    for what stays as it is), `missing` says that none of them stands there.
    """

    span: tuple[int, int]
    written: str
    concept: str
    use: tuple[str, ...]
    note: str
    missing: bool


@dataclass(frozen=True)
class Reading:
    """The findings of one unit, and the terms of its source."""

    findings: tuple[Finding, ...] = ()
    terms: tuple[TermUse, ...] = ()


@dataclass(frozen=True)
class Dictionaries:
    """What all readers share: between which languages they are `open`, and one at a time."""

    open: set[tuple[str, str]] = field(default_factory=set)
    lock: RLock = field(default_factory=RLock)


class Reader:
    """Reads the units of an article with the checks and the glossary, in any thread."""

    def __init__(self, context: Context, dictionaries: Dictionaries | None = None) -> None:
        self._context, shared = context, dictionaries or Dictionaries()
        self._kept: OrderedDict[tuple[str, ...], Reading] = OrderedDict()
        self._whole: dict[str, dict[str, list[Finding]]] = {}
        self._open, self._lock = shared.open, shared.lock

    def known(self, pair: Pair) -> Reading | None:
        """Return the reading of a unit where it has been read already."""
        return self._kept.get(_key(pair))

    def read(self, pair: Pair) -> Reading:
        """Return the reading of a unit."""
        with self._lock:
            return self.known(pair) or self._read(pair)

    def read_within(self, pair: Pair, patience: float) -> Reading | None:
        """Return the reading of a unit, None where it would take longer than `patience` seconds.

        The first unit between two languages takes long, since dictionaries are opened.
        """
        known = self.known(pair)
        hasty = patience < _WARMING and _languages(pair) not in self._open
        if known or hasty or not self._lock.acquire(timeout=patience):
            return known
        try:
            return self._read(pair)
        finally:
            self._lock.release()

    def _read(self, pair: Pair) -> Reading:
        findings = tuple(check_pairs([pair], self._context, unit_checks()))
        found = self._kept[_key(pair)] = Reading(findings, tuple(self._terms(pair)))
        self._open.add(_languages(pair))
        while len(self._kept) > _MOST:
            self._kept.popitem(last=False)
        return found

    def read_target(self, target: Target) -> list[Finding]:
        """Return all findings of a target as it stands: what a gate goes by."""
        with self._lock:
            return check_target(target.article, target, self._context.glossary)

    def read_whole(self, target: Target) -> list[Finding]:
        """Look at all units of a target together, keep what is found, and return it."""
        with self._lock:
            glossary = self._context.glossary
            found = check_target(target.article, target, glossary, checks=article_checks())
            by_unit: dict[str, list[Finding]] = {}
            for finding in found:
                by_unit.setdefault(finding.unit or "", []).append(finding)
            self._whole[target.tag] = by_unit
            return found

    def whole(self, target: Target, unit: str, text: str) -> Iterator[Finding]:
        """Yield what the last look at a whole target found in a unit and is still in its `text`."""
        for finding in self._whole.get(target.tag, {}).get(unit, ()):
            if _still_there(finding, text):
                yield finding

    def _terms(self, pair: Pair) -> Iterator[TermUse]:
        glossary = self._context.glossary
        if glossary is None or pair.source is None or pair.source_language is None:
            return
        matcher = glossary.matcher(pair.source_language)
        missing = set(_missing(pair, glossary)) if pair.target.strip() else None
        plain = Plain.of(pair.source)
        for match in matcher.find(plain.text):
            allowed = [t for t in match.concept.terms_in(pair.target_language) if t.allowed]
            best = match.concept.preferred(pair.target_language)
            if not allowed and match.concept.translate:
                continue  # the glossary does not say what it is in this language
            yield TermUse(
                span=plain.raw(match.span),
                written=plain.text[match.start : match.end],
                concept=match.concept.id,
                use=tuple(t.text for t in sorted(allowed, key=lambda term: term is not best)),
                note=match.concept.note or "",
                missing=missing is None or match.concept.id in missing,
            )


def _missing(pair: Pair, glossary: Glossary) -> Iterable[str]:
    """Yield the concepts that the translation has no term for, or not the right one."""
    source = glossary.matcher(pair.source_language or "")
    target = glossary.matcher(pair.target_language)
    for breach in pair_breaches(pair.original, pair.text, source, target):
        if breach.kind is not BreachKind.CAPITALS:
            yield breach.concept.id


def _still_there(finding: Finding, text: str) -> bool:
    return finding.span is None or text[slice(*finding.span)] == finding.excerpt


def _key(pair: Pair) -> tuple[str, ...]:
    return pair.unit or "", pair.source or "", pair.target, *_languages(pair)


def _languages(pair: Pair) -> tuple[str, str]:
    return pair.source_language or "", pair.target_language
