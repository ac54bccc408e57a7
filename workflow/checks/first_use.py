"""Check: an abbreviation is explained before it is used."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workflow.checks.check import Context, Mark, Pair, article_check
from workflow.checks.finding import Severity


@article_check("first-use", Severity.WARNING)
def first_use(pairs: Sequence[Pair], context: Context) -> Iterator[tuple[Pair, Mark]]:
    """An abbreviation that the glossary wants expanded stands before the whole term does.

    Why: a reader who does not know the abbreviation is lost. The glossary says `expand: true` where
        the whole term has to come first; both may stand in one sentence.

    Fails (en): The BBF closed. ¶ The Bluebell Fund had no money.
    Passes (en): The Bluebell Fund (BBF) closed. ¶ The BBF had no money.
    """
    if context.glossary is None or not pairs:
        return
    matcher = context.glossary.matcher(pairs[0].target_language)
    if not any(term.expand for term in matcher.terms):
        return
    known = set()
    for pair in pairs:
        whole = {match.span for match in matcher.find(pair.text)}
        every = sorted(matcher.occurrences(pair.text), key=lambda match: match.span)
        for match in (match for match in every if match.span in whole):
            term = match.term
            if not term.expand or term.text in known:
                continue
            known.add(term.text)
            if match.written == term.abbreviation:
                yield (
                    pair,
                    Mark(
                        f"“{match.written}” stands before “{term.text}”: name it whole first",
                        match.span,
                        (f"{term.text} ({match.written})",),
                    ),
                )
