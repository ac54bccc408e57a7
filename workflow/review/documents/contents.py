"""From a target to its review document's contents: rows, and the notes beside them."""

from collections.abc import Iterable, Iterator

from workflow.checks.check import Pair
from workflow.checks.facts import Entry, Standing, entries
from workflow.checks.finding import Finding
from workflow.document.units import UnitKind
from workflow.glossary.glossary import Glossary
from workflow.review.diff_revisions import UnitDiff, diff_revisions
from workflow.review.documents.sheet import Identity, Note, NoteKind, Row, Sheet
from workflow.review.gates import unwaived
from workflow.review.origins import drafted_at, origin_line, origin_summary, provenances
from workflow.workspace.events import Origin
from workflow.workspace.people import display_name
from workflow.workspace.relays import middle_texts, stale_units
from workflow.workspace.state import Comment, State, UnitState
from workflow.workspace.target import Target


def sheet_of(
    target: Target, findings: Iterable[Finding], glossary: Glossary, older: str = "draft"
) -> Sheet:
    """Return the contents of a review document of a target as it is recorded now.

    Tracked changes begin at the revision `older`; where that has no text, the row shows none.
    Raises InputError for a revision that is not there.
    """
    state, source = target.state, target.article.source
    diffs = diff_revisions(target.revision(older), state, target.events)
    notes = _Notes(target, findings, glossary)
    at = {event.id: event.at for event in target.events}
    return Sheet(
        identity=Identity(target.article.slug, target.tag, target.events[-1].id),
        title=source.title,
        stage=state.stage.value,
        source_language=source.language,
        target=target.tag,
        older=older,
        origins=tuple(origin_summary(provenances(target))),
        rows=[
            _row(found, state.units[found.unit], at, notes)
            for found in diffs
            if found.unit in state.units
        ],
    )


def remark_text(comment: Comment) -> str:
    """Return a person's comment as a document shows it."""
    return f"[blocking] {comment.text}" if comment.blocking else comment.text


def _row(found: UnitDiff, unit: UnitState, at: dict[str, str], notes: "_Notes") -> Row:
    return Row(
        unit=found.unit,
        source=found.source,
        old=found.old or found.new,
        text=found.new,
        confirmed=unit.confirmed,
        author=", ".join(notes.name(person) for person in found.by) or "workflow",
        date=at.get(unit.event, ""),
        notes=tuple(notes.of(found.unit)),
    )


class _Notes:
    """What a reader should know of each row."""

    def __init__(self, target: Target, findings: Iterable[Finding], glossary: Glossary) -> None:
        self.state: State = target.state
        self.people = target.article.workspace.settings.contributors
        self.findings = unwaived(target.state, findings)
        self.matcher = glossary.matcher(target.article.source.language)
        self.drafted = drafted_at(target.events)
        self.middles = middle_texts(target.article, target.state)
        self.stale = frozenset(stale_units(target.article, target.state))
        self.source_language, self.tag = target.article.source.language, target.tag

    def name(self, person: str) -> str:
        return display_name(person, self.people)

    def of(self, unit: str) -> Iterator[Note]:
        yield from self._history(unit, self.state.units[unit])
        yield from self._terms(self.state.source[unit])
        yield from self._facts(unit)
        for finding in self.findings:
            if finding.unit == unit:
                yield _finding_note(finding)
        for comment in self.state.comments:
            if comment.unit == unit and comment.resolved_by is None:
                yield Note(
                    kind=NoteKind.PERSON,
                    author=self.name(comment.by),
                    text=remark_text(comment),
                    date=comment.at,
                )

    def _history(self, key: str, unit: UnitState) -> Iterator[Note]:
        told = []
        if unit.previous is not None:
            told.append(f"The source text was corrected. Before: {unit.previous}")
        if unit.rival is not None:
            told.append(f"Somebody else wrote at the same time: {unit.rival}")
        if unit.origin and not unit.confirmed:
            told.extend(self._origin(unit.origin, self.drafted.get(key, "")))
        if key in self.middles:
            language, text = self.middles[key]
            changed = " (changed since this was drafted from it)" if key in self.stale else ""
            told.append(f"In between, {language}{changed}: {text}")
        for text in filter(None, told):
            yield Note(kind=NoteKind.HISTORY, author=NoteKind.HISTORY, text=text)

    def _origin(self, origin: Origin, at: str) -> Iterator[str]:
        """Yield what is special about a draft; where the others come from stands at the top."""
        if origin.note or origin.terms or origin.via or origin.score is not None:
            yield f"Drafted by {origin_line(origin, at)}"
            yield origin.note

    def _facts(self, unit: str) -> Iterator[Note]:
        """Yield the numbers, dates, names and addresses of a row beside what became of them."""
        pair = Pair(
            unit=unit,
            kind=UnitKind(unit.partition("-")[0]),
            source=self.state.source[unit],
            target=self.state.units[unit].text,
            source_language=self.source_language,
            target_language=self.tag,
        )
        lines = [_fact_line(entry) for entry in entries(pair)] if pair.target else []
        if lines:
            text = "\n".join(dict.fromkeys(lines))
            yield Note(kind=NoteKind.FACTS, author=NoteKind.FACTS, text=text)

    def _terms(self, source: str) -> Iterator[Note]:
        lines = []
        for match in self.matcher.find(source):
            preferred = match.concept.preferred(self.tag)
            if preferred is not None:
                note = f" ({match.concept.note})" if match.concept.note else ""
                lines.append(f"{source[match.start : match.end]} → {preferred.text}{note}")
        if lines:
            text = "\n".join(dict.fromkeys(lines))
            yield Note(kind=NoteKind.TERMS, author=NoteKind.TERMS, text=text)


def _fact_line(entry: Entry) -> str:
    """Return such as `number: 20 → 25 (changed)`."""
    texts = [fact.text if fact else "–" for fact in (entry.source, entry.target)]
    standing = "" if entry.standing is Standing.SAME else f" ({entry.standing})"
    return f"{entry.kind}: {' → '.join(texts)}{standing}"


def _finding_note(finding: Finding) -> Note:
    instead = f" Instead: {', '.join(finding.suggestions)}." if finding.suggestions else ""
    message = finding.message.rstrip(".")
    return Note(
        kind=NoteKind.FINDING,
        author=NoteKind.FINDING,
        text=f"{finding.severity}, {finding.check} ({finding.key}): {message}.{instead}",
        span=finding.span,
    )
