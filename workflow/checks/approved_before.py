"""Check: what was translated and approved before is translated alike."""

from collections.abc import Iterator, Sequence

from workflow.checks.check import Approved, Context, Mark, Pair, article_check
from workflow.checks.finding import Severity
from workflow.checks.sentence_pairs import SentencePair, bare, is_long, sentence_pairs


@article_check("approved-before", Severity.INFO, bilingual=True)
def approved_before(pairs: Sequence[Pair], context: Context) -> Iterator[tuple[Pair, Mark]]:
    """A text or sentence translated otherwise than in an article that was approved before.

    Why: a motto, a standing remark or a sentence of a law that is quoted again should read as the
        newsroom has approved it. Only the very same source text counts, from four words on; what
        was approved is the mend. Texts of imported memories count as approved.

    Fails (ru → en): Приговор ещё не вступил в силу. ⇒ The sentence has no force as yet.
    Passes (ru → en): Приговор ещё не вступил в силу. ⇒ The verdict has not come into force.
    Passes (ru → en): Приговор ещё не вступил. ⇒ The verdict is not yet there.
    """
    if context.approved is None or not pairs:
        return
    wanted = [(pair, list(_pieces(pair))) for pair in pairs]
    texts = {piece.source for _, pieces in wanted for piece, _ in pieces}
    source, target = pairs[0].source_language or "", pairs[0].target_language
    known = context.approved(texts, source, target)
    for pair, pieces in wanted:
        for piece, raw in pieces:
            found = known.get(piece.source, ())
            if found and bare(piece.target) not in {bare(each.text) for each in found}:
                yield pair, _mark(found[0], piece, raw)
                break


def _pieces(pair: Pair) -> Iterator[tuple[SentencePair, bool]]:
    """Yield a unit as it is written, and where it has several sentences and no markup, these."""
    tag = pair.source_language or ""
    source = (pair.source or "").strip()
    if not is_long(source, tag):
        return
    yield SentencePair(source, pair.target, (0, len(pair.target))), True
    if pair.original == pair.source and pair.text == pair.target:
        sentences = sentence_pairs(pair)
        if len(sentences) > 1:
            yield from ((each, False) for each in sentences if is_long(each.source, tag))


def _mark(found: Approved, piece: SentencePair, raw: bool) -> Mark:
    message = f"This was approved in “{found.place}” as “{found.text}”."
    return Mark(message, piece.span, (found.text,), raw=raw)
