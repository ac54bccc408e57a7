"""One source text, two translations."""

from collections.abc import Iterator, Sequence

from workflow.checks.check import Context, Mark, Pair, article_check
from workflow.checks.finding import Severity
from workflow.checks.sentence_pairs import (
    bare,
    is_long,
    sentence_pairs,
    with_repeated_sentences,
)


@article_check("inconsistent", Severity.INFO, bilingual=True)
def inconsistent(pairs: Sequence[Pair], _: Context) -> Iterator[tuple[Pair, Mark]]:
    """The same text or sentence stands twice in the source and is translated in two ways.

    Why: a heading, a caption or a sentence that comes again should read the same; if it is meant to
        differ, the note does no harm.

    Fails (ru → en): О суде ⇒ About the court ¶ О суде ⇒ On the trial
    Fails (ru → en): Он молчал. Суд отложил заседание до мая. ⇒ He was silent. The court put off the
        hearing to May. ¶ Суд отложил заседание до мая. Все ушли. ⇒ The trial was adjourned until
        May. Everybody left.
    Passes (ru → en): О суде ⇒ About the court ¶ О суде ⇒ About the court
    Passes (ru → en): Он молчал. Суд отложил заседание до мая. ⇒ He was silent. The court put off
        the hearing to May. ¶ Суд отложил заседание до мая. Все ушли. ⇒ The court put off the
        hearing to May, and everybody left.
    """
    first: dict[str, Pair] = {}
    single = []
    for pair in pairs:
        earlier = first.setdefault((pair.source or "").strip(), pair)
        if earlier is pair:
            single.append(pair)
        elif earlier.target.strip() != pair.target.strip():
            yield pair, _mark(earlier.text, (0, len(pair.text)))
    yield from _sentences(single)


def _sentences(pairs: Sequence[Pair]) -> Iterator[tuple[Pair, Mark]]:
    """Yield the sentences of these units, which all differ, that were translated otherwise."""
    first: dict[str, str] = {}
    tag = pairs[0].source_language or "" if pairs else ""
    for pair in with_repeated_sentences(pairs, lambda each: each.original, tag):
        for sentence in sentence_pairs(pair):
            if is_long(sentence.source, tag):
                earlier = first.setdefault(bare(sentence.source), sentence.target)
                if bare(earlier) != bare(sentence.target):
                    yield pair, _mark(earlier, sentence.span)


def _mark(earlier: str, span: tuple[int, int]) -> Mark:
    return Mark(f"The same text was translated as “{earlier}” above.", span, (earlier,))
