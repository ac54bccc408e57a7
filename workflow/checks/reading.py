"""A text as the checks read it: each view of it is made once, when the first check asks for it."""

from dataclasses import dataclass

from workflow.checks.plain import Plain
from workflow.checks.words import Word, words, written_words
from workflow.language.cached import cached_property
from workflow.language.tags import language


@dataclass(frozen=True)
class Reading:
    """The source or the target of a pair.

    `raw` is inline Markdown as in the PO file, `tag` its language, empty where that is not known.
    """

    raw: str
    tag: str

    @cached_property
    def plain(self) -> Plain:
        """The text without markup, with the way back to where each character came from."""
        return Plain.of(self.raw)

    @cached_property
    def text(self) -> str:
        """The text as a reader sees it."""
        return self.plain.text

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words of the text as a reader sees it."""
        return tuple(words(self.text))

    @cached_property
    def written_words(self) -> list[str]:
        """The words of the text as they are written, in its order."""
        return written_words(self.text)

    @cached_property
    def small_words(self) -> list[str]:
        """The words of the text in small letters, in its order."""
        return list(map(str.lower, self.written_words))

    @cached_property
    def forms(self) -> frozenset[str]:
        """The words of the text as they are written, each once."""
        return frozenset(self.written_words)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The words of the text in small letters, each once."""
        return frozenset(self.small_words)

    @cached_property
    def language(self) -> str:
        """The language alone, `pt` for `pt-BR`; empty where it is not known."""
        return language(self.tag)
