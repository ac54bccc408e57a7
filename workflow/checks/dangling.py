"""An article or a preposition that has lost its word."""

from collections.abc import Iterator

from workflow.checks.check import Context, Mark, Pair, check
from workflow.checks.finding import Severity
from workflow.document.inline import links
from workflow.language.dangling import dangling_words


@check("dangling", Severity.WARNING)
def dangling(pair: Pair, _: Context) -> Iterator[Mark]:
    """An article or a preposition that has lost the word it belongs to.

    Why: engines drop names and the words of links, and what led up to them stays behind. English
        may end a clause with a preposition, so there only some count, and all where a link has
        gone.

    Fails (de → en): Bootfahren ist in Finnland beliebt. ⇒ Boating is popular in, where it is cheap.
    Fails (ru → en): Так сказано в [докладе](https://un.example/1). ⇒ It says so in.
    Fails (fr): Le drapeau de, qui est rouge.
    Passes (en): The house that he lived in, and what she dreamt of.
    Passes (es): Se lo dio a él, y la vio.
    """
    lost_link = len(links(pair.source or "")) > len(links(pair.target))
    for match in dangling_words(pair.text, pair.target_language, may_strand=not lost_link):
        yield Mark(f"A word is missing after “{match.group()}”.", match.span())
