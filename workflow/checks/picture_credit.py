"""Check: who made a picture is said."""

import re
from collections.abc import Iterator, Sequence

from workflow.checks.check import Context, Mark, Pair, article_check
from workflow.checks.finding import Severity
from workflow.document.units import UnitKind

_CREDIT = re.compile(
    r"©|\(c\)|\bCC[ -]BY|/ ?[^\W\d_]|https?:|\bvia\b|[:：]\s*[^\W\d_]"
    r"|copyright|courtesy|archiv|архив|архів|screenshot|скриншот|photo|foto|фото|снимок|image|imag|"
    r"bild|grafi|illustration|ilustra|zdję|kuva|valokuv|kép|credit|crédit|cortes|getty|reuters|"
    r"写真|撮影|攝|摄|图|提供|صورة|تصوير|עכס|צילום",
    re.IGNORECASE,
)
"""A sign that the words of a caption name a maker or an owner, in the languages that say so."""


@article_check("picture-credit", Severity.INFO)
def picture_credit(pairs: Sequence[Pair], context: Context) -> Iterator[tuple[Pair, Mark]]:
    """A caption that names nobody who made the picture, or a cover without a credit.

    Why: a picture belongs to who made it; its licence, and often the law, ask for the name. Any
        words that lead to a name count: “Photo:”, “©”, “courtesy of”, “Anna Muster / The Bulletin”.

    Fails (en): [cap] The harbour in May
    Fails (ru → en): [cap] Гавань в мае. Фото: Анна Мустер ⇒ The harbour in May. Anna Muster
    Passes (en): [cap] The harbour in May. Photo: Anna Muster
    Passes (en): [cap] The harbour in May (Anna Muster / The Bulletin)
    """
    for pair in pairs:
        if pair.kind is UnitKind.CAPTION and not _CREDIT.search(pair.target):
            yield pair, Mark("The caption does not say who made the picture.", (0, len(pair.text)))
    for picture in context.pictures() if pairs else ():
        if picture.has_credit is False:
            yield pairs[0], Mark(f"The picture {picture.name} has no credit.", subject=picture.name)
