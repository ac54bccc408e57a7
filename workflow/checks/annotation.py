"""Check: what must be said of a name is said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workflow.checks.check import Context, Mark, Pair, article_check
from workflow.checks.finding import Severity
from workflow.language.words import spelling


@article_check("annotation", Severity.WARNING)
def annotation(pairs: Sequence[Pair], context: Context) -> Iterator[tuple[Pair, Mark]]:
    """A term that the glossary wants explained stands in an article that nowhere explains it.

    Why: some laws, and some newsrooms, want a remark beside a name: who declared it what, or what
        it is. Once in an article is enough. The glossary gives the words as `annotation`.

    Fails (en): The Bluebell Fund closed. ¶ Its staff left.
    Passes (en): The Bluebell Fund (a charity for orphans) closed. ¶ Its staff left.
    """
    if context.glossary is None or not pairs:
        return
    matcher = context.glossary.matcher(pairs[0].target_language)
    if not any(term.annotation for term in matcher.terms):
        return
    whole = " ".join(word for pair in pairs for word in spelling(pair.text, pair.into))
    told = set()
    for pair in pairs:
        for match in matcher.find(pair.text):
            wanted = match.term.annotation
            if wanted is None or wanted in told or " ".join(spelling(wanted, pair.into)) in whole:
                continue
            told.add(wanted)
            found = pair.text[slice(*match.span)]
            yield (
                pair,
                Mark(
                    f"the glossary wants “{wanted}” said of “{found}” once",
                    match.span,
                    (f"{found} ({wanted})",),
                ),
            )
