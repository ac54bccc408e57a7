"""Two source texts, one translation."""

from collections.abc import Iterable, Iterator, Sequence

from workflow.checks.check import Context, Mark, Pair, article_check
from workflow.checks.finding import Severity
from workflow.checks.sentence_pairs import (
    SentencePair,
    bare,
    is_long,
    sentence_pairs,
    with_repeated_sentences,
)
from workflow.language.scripts import is_spaced
from workflow.language.small_words import small_words
from workflow.language.tags import language

_BEGINNING = 4
"""Letters that forms of one word, and words of one family, share at least."""
_OTHER = 0.5
"""Sources that have less of their words in common say something else."""


@article_check("alike", Severity.INFO, bilingual=True)
def alike(pairs: Sequence[Pair], _: Context) -> Iterator[tuple[Pair, Mark]]:
    """Two different texts or sentences of the source are translated by the very same words.

    Why: a row has slipped, a piece was pasted twice, or an engine did not see the difference. Case,
        small words and endings make no difference, nor do stock phrases; a warning where less than
        half of the words are shared.

    Fails (ru → en): Суд в Твери оправдал обоих журналистов. ⇒ A court in Tver acquitted both
        journalists. ¶ Суд в Туле оправдал обоих журналистов. ⇒ A court in Tver acquitted both
        journalists.
    Fails (de → en): Er schwieg. Die Mutter wartete vor dem Tor. ⇒ He was silent. The lawyer left
        the building at night. ¶ Der Anwalt verließ nachts das Gebäude. ⇒ The lawyer left the
        building at night.
    Passes (ru → es): Он не ответил на вопросы журналистов. ⇒ No respondió a las preguntas de los
        periodistas. ¶ Она не ответила на вопрос журналистов. ⇒ No respondió a las preguntas de los
        periodistas.
    Passes (ru → en): Да, конечно. ⇒ Of course. ¶ Ещё бы! ⇒ Of course!
    """
    tag = pairs[0].target_language if pairs else ""
    first: dict[str, SentencePair] = {}
    for pair in with_repeated_sentences(pairs, lambda each: each.text, tag):
        whole = SentencePair(pair.original, pair.text, (0, len(pair.text)))
        for piece in sentence_pairs(pair) or [whole]:
            if not is_long(piece.target, tag):
                continue
            earlier = first.setdefault(bare(piece.target), piece)
            shared = _shared(earlier.source, piece.source, pair.source_language or "")
            if shared is not None:
                yield pair, _mark(earlier.source, piece.span, shared)


def _mark(source: str, span: tuple[int, int], shared: float) -> Mark:
    weight = Severity.WARNING if shared < _OTHER else None
    message = f"The same words translate another text above: “{source}”."
    return Mark(message, span, severity=weight)


def _shared(one: str, other: str, tag: str) -> float | None:
    """Return what share of their words two texts have in common; None if they say the same."""
    first, second = _said(one, tag), _said(other, tag)
    if first == second or not (first and second):
        return None
    return len(first & second) / min(len(first), len(second))


def _said(text: str, tag: str) -> frozenset[str]:
    """Return what a text speaks of: beginnings of its words and its figures, or its characters."""
    words = bare(text)
    if not is_spaced(tag):
        return frozenset(words) - {" "}
    return frozenset(_beginnings(words.split(), small_words(language(tag))))


def _beginnings(words: Iterable[str], small: frozenset[str]) -> Iterator[str]:
    for word in words:
        if word.isdigit():
            yield word
        elif word not in small and len(word) > 2:
            yield word[:_BEGINNING]
