"""Notes as Word comments: the marks in the text, and the two parts that hold what they say."""

from collections.abc import Iterator

from workflow.review.documents.sheet import Note
from workflow.review.documents.wordml import Element, element, run_content

_FIRST_PARAGRAPH = 0x10000000
"""Ids of comments' paragraphs begin here: Word wants eight hexadecimal digits below 0x80000000."""


class Comments:
    """Collects the comments of a document and gives each its number."""

    def __init__(self) -> None:
        self._notes: list[Note] = []

    def add(self, note: Note) -> int:
        """Return the number of a new comment."""
        self._notes.append(note)
        return len(self._notes) - 1

    def part(self) -> Element:
        """Return `word/comments.xml`."""
        return element("comments", *self._comments())

    def extended_part(self) -> Element:
        """Return `word/commentsExtended.xml`, by which replies find the comment they answer."""
        return element(
            "w15:commentsEx",
            *(
                element("w15:commentEx", **{"w15:paraId": _paragraph_id(n), "w15:done": "0"})
                for n in range(len(self._notes))
            ),
        )

    def _comments(self) -> Iterator[Element]:
        for number, note in enumerate(self._notes):
            *lines, last = note.text.split("\n")
            paragraphs = [_paragraph(line) for line in lines]
            paragraphs.append(_paragraph(last, **{"w14:paraId": _paragraph_id(number)}))
            paragraphs[0].insert(
                1, element("r", _style("CommentReference"), element("annotationRef"))
            )
            made = element("comment", *paragraphs, id=str(number), author=note.author)
            if note.date:
                made.set(_W_DATE, note.date)
            made.set(_W_INITIALS, "".join(word[0] for word in note.author.split()[:3]))
            yield made


def range_start(number: int) -> Element:
    """Return the mark before the words that a comment is about."""
    return element("commentRangeStart", id=str(number))


def range_end(number: int) -> Iterator[Element]:
    """Yield the marks behind the words that a comment is about."""
    yield element("commentRangeEnd", id=str(number))
    yield element("r", _style("CommentReference"), element("commentReference", id=str(number)))


def _paragraph(text: str, **attributes: str) -> Element:
    run = element("r", *run_content(text))
    return element("p", element("pPr", element("pStyle", val="CommentText")), run, **attributes)


def _style(name: str) -> Element:
    return element("rPr", element("rStyle", val=name))


def _paragraph_id(number: int) -> str:
    return f"{_FIRST_PARAGRAPH + number:08X}"


_W_DATE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}date"
_W_INITIALS = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}initials"
