"""A PO file as prose, for `git diff` to compare: the translation alone, a sentence on each line."""

from collections.abc import Iterable, Iterator

from workflow.review.tokens import sentences, tokens
from workflow.workspace.po import Entry


def prose_lines(entries: Iterable[Entry]) -> Iterator[str]:
    """Yield the lines of the units of a PO file: their ids, remarks and translations."""
    for entry in entries:
        yield f"── {entry.unit}" + ("" if entry.confirmed else " (draft)")
        yield from (f"# {line}" for line in entry.comment.splitlines())
        for sentence in sentences(tokens(entry.text.replace("\\\n", "\n"))):
            yield "".join(sentence).strip()
        yield ""
