"""British and American spelling."""

import re
from collections.abc import Iterator, Sequence

from workflow.checks.check import Context, Mark, Pair, article_check
from workflow.checks.finding import Severity

_FAMILIES = (
    ("our", "or", " s ed ing", "clam col endeav fav flav harb hon hum lab neighb rum sav vap"),
    ("our", "or", " al ally", "behavi"),
    ("ourable", "orable", " y", "fav hon"),
    ("ourhood", "orhood", " s", "neighb"),
    ("ourite", "orite", " s", "fav"),
    ("re", "er", " s", "cent theat kilomet lit fib calib"),
    ("ence", "ense", " s", "def off pret"),
    ("ll", "l", "ed ing er ers", "trave cance labe leve mode counse signa quarre tunne"),
    (
        "is",
        "iz",
        "e es ed ing ation ations",
        "apolog author character civil colon critic emphas final general legal local mobil "
        "modern national organ priorit radical real recogn special stabil summar symbol",
    ),
    ("ys", "yz", "e ed ing", "anal paral"),
)
"""Endings, British and American, what may follow them, and the beginnings of the words."""
_PAIRS = """
    grey:gray jewellery:jewelry programme:program programmes:programs sceptical:skeptical
    aluminium:aluminum ageing:aging fulfil:fulfill skilful:skillful enrol:enroll mould:mold
    manoeuvre:maneuver plough:plow moustache:mustache pyjamas:pajamas paediatric:pediatric
    anaemia:anemia diarrhoea:diarrhea haemorrhage:hemorrhage foetus:fetus instalment:installment
    """


def _paired() -> Iterator[tuple[str, str]]:
    """Yield British words with their American spelling."""
    for british, american, endings, beginnings in _FAMILIES:
        for beginning in beginnings.split():
            for ending in endings.split(" "):
                yield f"{beginning}{british}{ending}", f"{beginning}{american}{ending}"
    for pair in _PAIRS.split():
        first, _, second = pair.partition(":")
        yield first, second


_BRITISH_TO_AMERICAN = dict(_paired())
_AMERICAN_TO_BRITISH = {american: british for british, american in _BRITISH_TO_AMERICAN.items()}
_BRITISH_TOO = re.compile(r"iz(?:e|es|ed|ing|ation|ations)$|^programs?$")
"""In the spelling of Oxford, and for computers."""
_WORD = re.compile(r"[a-zA-Z]{4,}")
_AMERICAN = frozenset({"en-US", "en-CA", "en-PH"})


@article_check("variety", Severity.INFO, languages=["en"])
def variety(pairs: Sequence[Pair], context: Context) -> Iterator[tuple[Pair, Mark]]:
    """An article in English that is spelt in the British and in the American way.

    Why: a page by several hands shows it here first. With a target such as en-GB or en-US the
        spelling is that one's, else what the settings say (`variety = "en-GB"`), else what the
        article has more of. Capitalised words may be names (the Labour Party) and do not count.

    Fails (en): The colour of the neighbourhood ¶ The center of it
    Fails (en-GB): The theater was full.
    Passes (en): The colour of the neighbourhood ¶ The centre of it, and the Center for Law
    """
    found = [
        (pair, match)
        for pair in pairs
        for match in _WORD.finditer(pair.text)
        if match.group() in _BRITISH_TO_AMERICAN
        or (match.group() in _AMERICAN_TO_BRITISH and not _BRITISH_TOO.search(match.group()))
    ]
    if not found:
        return
    tag = found[0][0].target_language
    wanted = context.variety if tag == "en" and context.variety else tag
    american = _is_american(wanted, [match.group() for _, match in found])
    instead = _BRITISH_TO_AMERICAN if american else _AMERICAN_TO_BRITISH
    for pair, match in found:
        if (mend := instead.get(match.group())) is not None:
            where = "American" if american else "British"
            yield pair, Mark(f"The {where} spelling is “{mend}”.", match.span(), (mend,))


def _is_american(tag: str, words: list[str]) -> bool:
    if tag in _AMERICAN:
        return True
    american = sum(word in _AMERICAN_TO_BRITISH for word in words)
    return tag == "en" and american > len(words) - american
