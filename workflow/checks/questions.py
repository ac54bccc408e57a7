"""Questions that have become statements."""

import re
from collections.abc import Iterator

from workflow.checks.check import Context, Mark, Pair, check
from workflow.checks.finding import Severity

_MARK = re.compile(r"(?<!\()[?？؟]")
_SENTENCE = re.compile(r"(?<=[.!?…])\s+")
_CLOSERS = " \u00a0\u202f\"'”’»“›)]）】」』"
_OTHER_MARKS = frozenset({"am", "bo", "el", "hy", "ja", "km", "lo", "my", "th"})
"""Languages that ask with another sign, or without one."""


@check("questions", Severity.WARNING, bilingual=True)
def questions(pair: Pair, _: Context) -> Iterator[Mark]:
    """The source asks and the translation does not, or the other way round.

    Why: a question that is put as a fact may be a libel. Only texts are told in which not one
        question is left, or not one is in the source, since translators join questions; one that
        only lacks its mark at the end of the text is left to `ending`.

    Fails (ru → en): Кто подписал договор? Все молчат. ⇒ He signed the contract. All are silent.
    Fails (ru → en): Он подписал договор. ⇒ Did he sign the contract?
    Passes (ru → en): Кто подписал договор? Все молчат. ⇒ Who signed the contract? All are silent.
    Passes (ru → en): Он пришёл в 2019 (?) году. ⇒ He came in 2019.
    """
    if _OTHER_MARKS.intersection((pair.into, pair.out_of)):
        return
    here, there = _MARK.search(pair.text), _MARK.search(pair.original)
    if here and not there:
        yield Mark("This is a question, and the source asks none.", here.span())
    elif there and not here and not _lacks_its_end(pair):
        question = _SENTENCE.split(pair.original[: there.end()])[-1].strip()
        yield Mark("The source asks a question, and this does not.", subject=question)


def _lacks_its_end(pair: Pair) -> bool:
    """Whether the last sentence of the source is a question, and the text ends without a sign."""
    asks = _MARK.match(pair.original.rstrip(_CLOSERS)[-1:]) is not None
    return asks and pair.text.rstrip(_CLOSERS)[-1:].isalnum()
