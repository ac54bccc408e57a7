"""One source text, two translations."""

from collections.abc import Iterator, Sequence

from workflow.checks.check import Context, Mark, Pair, article_check
from workflow.checks.finding import Severity


@article_check("inconsistent", Severity.INFO, bilingual=True)
def inconsistent(pairs: Sequence[Pair], _: Context) -> Iterator[tuple[Pair, Mark]]:
    """The same source text stands twice in an article and is translated in two ways.

    Why: a heading or a caption that comes again should read the same; if it is meant to differ, the
        note does no harm.

    Fails (ru → en): О суде ⇒ About the court ¶ О суде ⇒ On the trial
    Passes (ru → en): О суде ⇒ About the court ¶ О суде ⇒ About the court
    """
    first: dict[str, Pair] = {}
    for pair in pairs:
        earlier = first.setdefault((pair.source or "").strip(), pair)
        if earlier.target.strip() != pair.target.strip():
            message = f"The same text was translated as “{earlier.text}” above."
            yield pair, Mark(message, (0, len(pair.text)), (earlier.text,))
