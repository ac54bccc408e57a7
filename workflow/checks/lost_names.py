"""Names of the source that are gone, and names that the source does not have."""

from collections.abc import Iterator

from workflow.checks.check import Context, Mark, Pair, check
from workflow.checks.finding import Severity
from workflow.language.name_pairs import are_comparable


@check("lost-names", Severity.WARNING, bilingual=True)
def lost_names(pair: Pair, _: Context) -> Iterator[Mark]:
    """A name of the source that is missing, or one that the source does not have.

    Why: who did it and where is what a report is about; engines drop names and put others in their
        place. Words that a dictionary knows are no names here, and a place that begins with the
        same sound in both languages (Neapel, Naples) is taken for one. Only for Latin letters.

    Fails (fr → en): La maire Kowalska a refusé. ⇒ The mayor Schneider refused.
    Fails (fr → en): La maire Kowalska a refusé. ⇒ The mayor refused.
    Passes (de → en): Anna Muster kam aus Neapel. ⇒ Anna Muster came from Naples.
    Passes (fr → en): Le procès de Genève ⇒ The trial of Geneva
    """
    if not are_comparable(pair.source_language or "", pair.target_language):
        return
    compared = pair.names
    for name in compared.gained:
        yield Mark(f"The source does not have the name {name.text}.", name.span)
    for name in compared.lost:
        yield Mark(f"The name {name.text} of the source is missing.", subject=name.text)
