"""Phrases that go round in a loop."""

import re
from collections.abc import Iterator

from workflow.checks.check import Context, Mark, Pair, check
from workflow.checks.finding import Severity

_PHRASE = re.compile(
    r"(?<!\w)(\w[^\n.!?]{3,80}?\w)((?:[\s,;:–—-]+\1)+)(?!\w)",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"([^\W\d_]{1,12}?)\1{3,}")
_UNSPACED = re.compile(
    r"([\u3040-\u9fff\uac00-\ud7af\u0e00-\u0eff][^\s。！？]{1,20}?)(?:[、，]?\1){2,}"
)
_RUN = 5


@check("repeats", Severity.ERROR)
def repeats(pair: Pair, _: Context) -> Iterator[Mark]:
    """A phrase that is repeated at once, or again and again.

    Why: neural engines fall into loops, above all where the source is short, in capitals or a list. A
        phrase that the source repeats too is left alone.

    Fails (ru → en): Адвоката не пустили. ⇒ The lawyer was not let in, was not let in.
    Fails (zh → en): 他没有说话。 ⇒ He did not say a word hahahahahahaha.
    Passes (ru → en): День за днём он ждал. ⇒ Day after day he waited.
    """
    source_loops = _PHRASE.search(pair.original) is not None
    for match in _PHRASE.finditer(pair.text):
        if " " in match[1] and not source_loops:
            yield Mark(f"“{match[1]}” is repeated.", match.span(), (match[1],))
    for pattern in (_LETTERS, _UNSPACED):
        for match in pattern.finditer(pair.text):
            if not pattern.search(pair.original) and len(match[0]) > _RUN:
                yield Mark("The same letters come again and again.", match.span(), (match[1],))
    yield from _refrain(pair)


def _refrain(pair: Pair) -> Iterator[Mark]:
    """Yield a run of words that comes three times, though not in a row."""
    tokens = list(re.finditer(r"\w+", pair.text))
    if len(tokens) < 3 * _RUN:
        return
    seen: dict[tuple[str, ...], list[int]] = {}
    forms = [token.group().lower() for token in tokens]
    for index in range(len(forms) - _RUN + 1):
        seen.setdefault(tuple(forms[index : index + _RUN]), []).append(index)
    for places in seen.values():
        if len(places) >= 3:
            first, last = places[1], places[1] + _RUN - 1
            span = (tokens[first].start(), tokens[last].end())
            yield Mark(f"“{pair.text[slice(*span)]}” comes {len(places)} times.", span)
            return
