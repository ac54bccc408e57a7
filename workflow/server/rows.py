"""The units of a target as a page shows them: texts with their marks, findings, remarks."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from workflow.checks.check import Pair
from workflow.checks.damage import damage
from workflow.checks.finding import Finding, Severity
from workflow.document.units import UnitKind
from workflow.review.diff_text import Hunk, diff
from workflow.review.gates import unwaived
from workflow.server.marking import Mark, Piece, marked
from workflow.server.office import pairs_in
from workflow.server.reading import Reader, Reading, TermUse
from workflow.server.sight import Sight
from workflow.workspace.events import NOBODY
from workflow.workspace.live import LiveTarget, version
from workflow.workspace.people import display_name
from workflow.workspace.settings import Contributor
from workflow.workspace.state import Comment, State, UnitState

_WEIGHT = {Severity.ERROR: 100, Severity.WARNING: 10, Severity.INFO: 1}


@dataclass(frozen=True, kw_only=True)
class Thread:
    """A remark with what was answered to it; `names` are those of the people who wrote."""

    comment: Comment
    replies: tuple[Comment, ...]

    @property
    def is_open(self) -> bool:
        return self.comment.resolved_by is None


@dataclass(frozen=True, kw_only=True)
class Row:
    """One unit; `number` counts from 1. `standing` is empty, draft, confirmed or rivals.

    `reading` is None where nobody has looked at these texts yet. With `closed`, a withheld name
    stands in the unit that this person may not see: the texts lack it, and nothing can be written.
    """

    id: str
    number: int
    kind: str
    unit: UnitState
    source_text: str
    text: str
    rival: str | None
    previous: str | None
    by: str
    reading: Reading | None
    findings: tuple[Finding, ...]
    threads: tuple[Thread, ...]
    closed: bool

    @property
    def version(self) -> str:
        """What a save has to say that it saw."""
        return version(self.unit)

    @property
    def standing(self) -> str:
        if self.unit.rival is not None:
            return "rivals"
        if not self.unit.text:
            return "empty"
        return "confirmed" if self.unit.confirmed else "draft"

    @property
    def open_threads(self) -> int:
        return sum(thread.is_open for thread in self.threads)

    @property
    def damage(self) -> int:
        """How badly the findings say that the text is damaged, from 0 to 100."""
        return damage(self.findings)

    @property
    def weight(self) -> int:
        """How much there is to do; the worst unit has the most."""
        doing = {"rivals": 1000, "empty": 100, "draft": 5, "confirmed": 0}[self.standing]
        return doing + self.damage + 20 * self.open_threads

    @cached_property
    def source(self) -> list[Piece]:
        """The source with the terms that the glossary has for it."""
        terms = self.reading.terms if self.reading else ()
        return marked(self.source_text, map(_term_mark, terms))

    @cached_property
    def target(self) -> list[Piece]:
        """The translation with its findings; the worst is marked where several are about a word."""
        worst_first = sorted(self.findings, key=lambda f: -_WEIGHT[f.severity])
        marks = (
            Mark(span=f.span, kind=f"finding {f.severity} of-{f.check}", note=f.message)
            for f in worst_first
            if f.span
        )
        return marked(self.text, marks)

    @cached_property
    def source_change(self) -> Sequence[Hunk]:
        """What has changed in the source since the translation was made."""
        return diff(self.previous, self.source_text) if self.previous is not None else ()


class Rows:
    """The rows of a target as one person sees them at one moment, each made when asked for."""

    def __init__(
        self,
        target: LiveTarget,
        state: State,
        reader: Reader,
        people: Mapping[str, Contributor],
        sight: Sight,
        only: str = "",
    ) -> None:
        self.target, self.state, self.people = target, state, people
        self._reader, self._sight, self._only = reader, sight, only

    @cached_property
    def order(self) -> dict[str, int]:
        """The number of each unit, from 1."""
        return {unit: number for number, unit in enumerate(self.state.units, 1)}

    def row(self, unit: str, patience: float | None = None) -> Row:
        """Return the row of a unit; it has no reading where that took longer than `patience`.

        It is in seconds; None waits as long as it takes, 0 takes only what is known.
        """
        standing = self.state.units[unit]
        closed = self._sight.hides(unit, self.state)
        reading = self._reading(unit, patience)
        see = self.see
        return Row(
            id=unit,
            number=self.order[unit],
            kind=UnitKind(unit.partition("-")[0]).name.capitalize(),
            unit=standing,
            source_text=see(self.state.source[unit]),
            text=see(standing.text),
            rival=None if standing.rival is None else see(standing.rival),
            previous=None if standing.previous is None else see(standing.previous),
            by="" if standing.by == NOBODY and not standing.text else self.name(standing.by),
            reading=Reading() if closed else self._sight.of(reading),
            findings=() if closed else self._sight.of(self._findings(unit, reading)),
            threads=self.threads.get(unit, ()),
            closed=closed,
        )

    @cached_property
    def pairs(self) -> dict[str, Pair]:
        """The units with their translations, as the checks want them; or `only` that one."""
        return pairs_in(self.target, self.state, self._only)

    def _reading(self, unit: str, patience: float | None) -> Reading | None:
        pair = self.pairs.get(unit)
        if pair is None:  # source.md was changed while the page is made
            return None
        if patience is None:
            return self._reader.read(pair)
        return self._reader.read_within(pair, patience) if patience else self._reader.known(pair)

    def see(self, text: str) -> str:
        """Return a text as the person who looks may see it."""
        return self._sight.text(text)

    def name(self, person: str) -> str:
        """Return how a contributor is named here."""
        return display_name(person, self.people)

    @cached_property
    def threads(self) -> dict[str | None, tuple[Thread, ...]]:
        """The remarks by unit, None for those on the whole target; open ones first."""
        found: dict[str | None, list[Thread]] = {}
        roots = {comment.id for comment in self.state.comments if not comment.reply}
        for comment in self.state.comments:
            if comment.reply in roots:
                continue
            replies = tuple(self._seen(self._replies(comment.id)))
            (seen,) = self._seen([comment])
            found.setdefault(comment.unit, []).append(Thread(comment=seen, replies=replies))
        found.setdefault(None, [])
        return {
            unit: tuple(sorted(threads, key=lambda thread: not thread.is_open))
            for unit, threads in found.items()
        }

    def _replies(self, comment: str) -> Iterator[Comment]:
        return (reply for reply in self.state.comments if reply.reply == comment)

    def _seen(self, comments: Iterable[Comment]) -> Iterator[Comment]:
        return (replace(c, text=self.see(c.text)) for c in comments)

    def _findings(self, unit: str, reading: Reading | None) -> tuple[Finding, ...]:
        own = reading.findings if reading else ()
        whole = self._reader.whole(self.target, unit, self.state.units[unit].text)
        found = unwaived(self.state, [*own, *whole])
        return tuple(sorted(found, key=lambda finding: -_WEIGHT[finding.severity]))


def _term_mark(term: TermUse) -> Mark:
    kind = "term missing" if term.missing else "term"
    use = " or ".join(term.use) or "stays as it is"
    note = f"{use}. {term.note}" if term.note else use
    return Mark(span=term.span, kind=kind, note=note, insert=term.use[0] if term.use else "")
