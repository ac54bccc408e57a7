"""What a person did in a document that came back: edits, remarks and comments that are settled."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from workflow.errors import InputError, StaleError
from workflow.review.documents.aligning import align_paragraphs
from workflow.review.documents.contents import remark_text
from workflow.review.documents.reading import Passage, WordFile
from workflow.review.documents.remarks import DocumentComment
from workflow.review.documents.rows import ReturnedRow, RowReader
from workflow.review.documents.sheet import (
    ALL_READ,
    TICKED,
    Form,
    Identity,
    NoteKind,
    find_identity,
)
from workflow.review.documents.wordml import with_breaks, without_breaks
from workflow.review.editing import Edits
from workflow.workspace.events import Commented, Resolved
from workflow.workspace.people import display_name
from workflow.workspace.settings import Contributor
from workflow.workspace.state import Comment, State

People = Mapping[str, Contributor]

_MACHINES = frozenset(kind.value for kind in NoteKind if kind is not NoteKind.PERSON)


@dataclass(frozen=True, kw_only=True)
class Return:
    """What a document brings: edits, remarks and comments that are settled, and what to know.

    `notices` are lines for the person who takes the document in.
    """

    edits: Edits
    remarks: tuple[Commented, ...] = ()
    resolved: tuple[Resolved, ...] = ()
    notices: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing would be recorded."""
        return not (self.edits.count or self.remarks or self.resolved)


def identity_of(document: WordFile) -> tuple[Form, Identity]:
    """Return what a document is, and of which text. Raises InputError if it does not say."""
    found = find_identity(document.outside.text)
    if found is None:
        raise InputError(
            f"{document.name} is not a review document",
            hint="The small grey line that begins with workflow-review: or workflow-text: is "
            "missing; copy it back from the file that was sent.",
        )
    return found


def read_return(
    document: WordFile, given: State, now: State, people: People, *, partial: bool = False
) -> Return:
    """Return what a person changed in a document.

    `given` is the state that the document was made of, `now` the present one, `people` are the
    contributors of the settings; with `partial`, rows may be missing. Raises InputError, naming
    every doubtful row, and StaleError where somebody changed the same text meanwhile.
    """
    reader = RowReader(given, now)
    reader.read(document.rows)
    if not partial:
        reader.missing()
    reader.refuse(document.name)
    remarks = _Remarks(document, reader, now)
    edits = _edits(reader.rows, given, now, all_read=_says_all_read(document.outside))
    _refuse_overtaken(document, reader.rows, _overtaken(edits, given, now), now, people)
    edited = {*edits.confirmed, *edits.drafts}
    return Return(
        edits=edits,
        remarks=remarks.new,
        resolved=remarks.resolved,
        notices=tuple(
            notice
            for unit, row in reader.rows.items()
            for notice in row.notices(unit, edited=unit in edited)
        ),
    )


def read_text_return(document: WordFile, given: State, now: State, people: People) -> Return:
    """Return what a person changed in a translation that was sent without a table.

    Raises InputError where paragraphs and units cannot be told apart, and StaleError where somebody
    changed the same text meanwhile.
    """
    outside = document.outside
    said = {n: without_breaks(text) for n, text in enumerate(outside.paragraphs)}
    said = {n: text for n, text in said.items() if text and find_identity(text) is None}
    sent = {unit: one.text for unit, one in given.units.items() if one.text}
    numbers = list(said)
    places = {
        unit: numbers[place] for unit, place in align_paragraphs(list(said.values()), sent).items()
    }
    rows = RowReader(given, now)
    rows.rows = {unit: ReturnedRow(said[n], None, n + 1, 0) for unit, n in places.items()}
    units = {n: unit for unit, n in places.items()}
    rows.places = {key: units.get(n) for key, n in outside.comments.items()}
    if outside.odd:
        rows.problems = [f"the text holds {outside.odd[0]}, which a text cannot keep"]
    rows.refuse(document.name)
    remarks = _Remarks(document, rows, now)
    edits = _edits(rows.rows, given, now, all_read=False)
    _refuse_overtaken(document, rows.rows, _overtaken(edits, given, now), now, people)
    return Return(
        edits=edits,
        remarks=remarks.new,
        resolved=remarks.resolved,
    )


def _says_all_read(outside: Passage) -> bool:
    lines = (text.strip() for text in outside.paragraphs)
    return any(line.endswith(ALL_READ) and line[:1] in TICKED for line in lines)


def _edits(rows: Mapping[str, ReturnedRow], given: State, now: State, *, all_read: bool) -> Edits:
    confirmed: dict[str, str] = {}
    drafts: dict[str, str] = {}
    for unit, row in rows.items():
        before, here = given.units[unit], now.units[unit]
        changed = row.text != without_breaks(with_breaks(before.text))
        stands = bool(row.text) and (all_read or _stands(row.read, before.confirmed, changed))
        if not changed and stands == before.confirmed:
            continue
        text = row.text if changed else before.text
        if (here.text, here.confirmed) == (text, stands):
            continue  # taken in before, or somebody had the same thought
        (confirmed if stands else drafts)[unit] = text
    return Edits(confirmed=confirmed, drafts=drafts)


def _overtaken(edits: Edits, given: State, now: State) -> list[str]:
    """Return the units that somebody else has changed since the document was made."""
    units = (*edits.confirmed, *edits.drafts)
    return [unit for unit in units if now.units[unit].text != given.units[unit].text]


def _refuse_overtaken(
    document: WordFile,
    rows: Mapping[str, ReturnedRow],
    overtaken: Iterable[str],
    now: State,
    people: People,
) -> None:
    lines = [
        f"  - row {rows[unit].place} ({unit}): {display_name(now.units[unit].by, people)}"
        for unit in overtaken
    ]
    if lines:
        heading = f"nothing was taken from {document.name}; changed since it was made, by:"
        raise StaleError(
            "\n".join((heading, *lines)),
            hint="Export the document again and move your text of these rows into it.",
        )


def _stands(read: bool | None, before: bool, changed: bool) -> bool:
    """Whether a person stands by a text: by the box, else by having changed it."""
    if changed:
        return not (before and read is False)
    return before if read is None else read


class _Remarks:
    """Tells a person's new remarks from the notes that the document went out with."""

    def __init__(self, document: WordFile, rows: RowReader, now: State) -> None:
        self.places = rows.places
        self.by_id = {comment.id: comment for comment in document.comments}
        self.known = {(c.unit, remark_text(c)): c for c in now.comments}
        made = [*(Commented(text=text, unit=unit) for unit, text in rows.remarks)]
        made += self._fresh(document)
        said = {(comment.unit, comment.text) for comment in now.comments}
        self.new = tuple(dict.fromkeys(m for m in made if (m.unit, m.text) not in said))
        self.resolved = tuple(
            Resolved(comment=known.id)
            for comment in document.comments
            if comment.done and (known := self._known(comment)) and known.resolved_by is None
        )

    def _fresh(self, document: WordFile) -> Iterator[Commented]:
        """Yield the comments that the document did not go out with."""
        for comment in document.comments:
            sent = comment.author in _MACHINES or self._known(comment) is not None
            if comment.text and not sent:
                yield Commented(text=self._answer(comment), unit=self._unit(comment))

    def _unit(self, comment: DocumentComment) -> str | None:
        while comment.id not in self.places and comment.answers in self.by_id:
            comment = self.by_id[comment.answers]
        return self.places.get(comment.id)

    def _known(self, comment: DocumentComment) -> Comment | None:
        return self.known.get((self._unit(comment), comment.text))

    def _answer(self, comment: DocumentComment) -> str:
        asked = self.by_id.get(comment.answers or "")
        if asked is None:
            return comment.text
        opening = asked.text.split("\n")[0]
        return f"Re “{opening[:60]}{'…' if len(opening) > 60 else ''}”: {comment.text}"
