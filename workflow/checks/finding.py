"""What a check found: one shape for the terminal, JSON, review and the tests."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How bad a finding is; an `error` closes the gate to submit unless it is waived."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One fault, or suspicion of one, in the text of a unit.

    `unit` is the unit's id (msgctxt), None in a text in one language. `span` counts code points in
    the checked text and `excerpt` is exactly those words; both are empty where the whole unit or
    article is meant; then `subject` says what the finding is about, in the source's words.
    `suggestions` are replacements for the excerpt, the best first. `paragraph` counts from 1 and
    says where it is in a file that shows no lines, such as a Word document.
    """

    check: str
    severity: Severity
    message: str
    unit: str | None = None
    span: tuple[int, int] | None = None
    excerpt: str = ""
    subject: str = ""
    suggestions: tuple[str, ...] = ()
    file: str = ""
    article: str | None = None
    target: str | None = None
    line: int | None = None
    column: int | None = None
    paragraph: int | None = None

    @property
    def place(self) -> str:
        """Where a person finds it in its file: `line 3`, or `paragraph 3`; empty for the whole."""
        if self.paragraph is not None:
            return f"paragraph {self.paragraph}"
        return "" if self.line is None else f"line {self.line}"

    @property
    def about(self) -> str:
        """The words by which a waiver knows the finding: its excerpt, else its subject."""
        return self.excerpt or self.subject

    @property
    def key(self) -> str:
        """Six hexadecimal digits by which a person names this finding."""
        text = "\n".join((self.check, self.unit or "", self.about))
        return hashlib.sha256(text.encode()).hexdigest()[:6]
