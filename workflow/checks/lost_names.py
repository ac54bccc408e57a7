"""Names of the source that are gone, and names that the source does not have."""

from collections.abc import Iterable, Iterator

from workflow.checks.check import Context, Mark, Pair, check
from workflow.checks.finding import Severity
from workflow.language.name_pairs import are_comparable
from workflow.language.proper_names import Name


@check("lost-names", Severity.WARNING, bilingual=True)
def lost_names(pair: Pair, _: Context) -> Iterator[Mark]:
    """A name of the source that is missing, or one that the source does not have.

    Why: who did it and where is what a report is about; engines drop names and put others in their
        place. Words that a dictionary knows are no names here, and a place that begins with the
        same sound in both languages (Neapel, Naples) is taken for one. Only for Latin letters.

    Fails (fr → en): La maire Kowalska a refusé. ⇒ The mayor Schneider refused.
    Fails (fr → en): La maire Kowalska a refusé. ⇒ The mayor refused.
    Passes (de → en): Es ging um 5 Millionen US-Dollar. ⇒ It was about $5 million.
    Passes (de → en): Anna Muster kam aus Neapel. ⇒ Anna Muster came from Naples.
    Passes (fr → en): Le procès de Genève ⇒ The trial of Geneva
    """
    if not are_comparable(pair.source_language or "", pair.target_language):
        return
    compared = pair.names
    for start, end in _joined(compared.gained):
        words = pair.text[start:end]
        yield Mark(f"The source does not have the name {words}.", (start, end))
    for start, end in _joined(compared.lost):
        words = pair.original[start:end]
        if words == "US" and "$" in pair.text:
            continue  # US-Dollar
        yield Mark(f"The name {words} of the source is missing.", subject=words)


def _joined(names: Iterable[Name]) -> list[tuple[int, int]]:
    """Return from where to where names stand, those with a space between as one."""
    spans: list[tuple[int, int]] = []
    for start, end in sorted(name.span for name in names):
        if spans and spans[-1][1] + 1 == start:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return spans
