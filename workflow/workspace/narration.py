"""Events in words, for `workflow history` and `undo`."""

from collections.abc import Mapping

from workflow.workspace.events import (
    Approved,
    Archived,
    Assigned,
    Claimed,
    Commented,
    Credited,
    Drafted,
    Edited,
    FactsSigned,
    Payload,
    Published,
    Renamed,
    Resolved,
    Restored,
    Returned,
    SourceChanged,
    Started,
    Submitted,
    Undone,
    Unknown,
    Unpublished,
    Vouched,
    Waived,
)
from workflow.workspace.people import display_name
from workflow.workspace.settings import Contributor


def told(payload: Payload, people: Mapping[str, Contributor]) -> str:
    """Return what happened, to stand behind a person's name: `submitted the text for review`.

    `people` are the contributors of the settings, by id.
    """
    match payload:
        case Started(source=source):
            return f"added the target ({_count(len(source), 'unit')})"
        case SourceChanged(added=added):
            return f"took over a changed source ({_count(len(added), 'new unit')})"
        case Drafted(changes=changes):
            engines = sorted({c.origin.engine if c.origin else "no engine" for c in changes})
            via = sorted({c.origin.via for c in changes if c.origin and c.origin.via})
            relay = f", from the target {' and '.join(via)}" if via else ""
            return f"drafted {_count(len(changes), 'unit')} with {' and '.join(engines)}{relay}"
        case Edited(changes=changes, via="file"):
            return f"edited {_count(len(changes), 'unit')} in the PO file"
        case Edited(changes=changes):
            return f"edited {_count(len(changes), 'unit')}"
        case Submitted():
            return "submitted the text for review"
        case Approved():
            return "approved the text"
        case Returned(reason=reason):
            return f"sent the text back: {reason}"
        case Published(formats=formats):
            return f"published ({', '.join(formats)})"
        case Unpublished(reason=reason):
            return f"took the page down: {reason}"
        case _:
            return _remark(payload, people)


def _remark(payload: Payload, people: Mapping[str, Contributor]) -> str:
    match payload:
        case Commented(text=text, unit=unit, blocking=blocking):
            return (
                f"{'blocked' if blocking else 'commented'}{f' on {unit}' if unit else ''}: {text}"
            )
        case Resolved(comment=comment):
            return f"resolved the comment {comment}"
        case Waived(check=check, excerpt=excerpt, reason=reason):
            return f"let the finding {check} stand ({excerpt!r}): {reason}"
        case Claimed(event=event):
            return f"claimed the edits {event}"
        case Assigned(person=person, role=role, due=due):
            until = f", due {due}" if due else ""
            return f"assigned {display_name(person, people)} as {role}{until}"
        case Credited(person=person, role=role, reason=reason, withdrawn=withdrawn):
            change = "withdrew" if withdrawn else "added"
            return f"{change} the credit of {display_name(person, people)} as {role}: {reason}"
        case Vouched(reason=reason):
            return f"read the draft and let it stand: {reason}"
        case FactsSigned():
            return "checked the facts"
        case Undone(event=event):
            return f"took back {event}"
        case Renamed(old=old, new=new):
            return f"renamed the article from {old} to {new}"
        case Archived():
            return "put the article into the archive"
        case Restored():
            return "took the article out of the archive"
        case Unknown() | _:
            return "did something that a newer version of this tool knows"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
