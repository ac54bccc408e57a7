"""British and American spelling."""

import re
from collections.abc import Iterator, Sequence

from workflow.checks.check import Context, Mark, Pair, article_check
from workflow.checks.finding import Severity

_PAIRS = """
    behaviour:behavior centre:center centres:centers colour:color colours:colors defence:defense
    favour:favor favourite:favorite honour:honor honoured:honored labour:labor neighbour:neighbor
    neighbours:neighbors neighbourhood:neighborhood offence:offense rumour:rumor rumours:rumors
    theatre:theater travelled:traveled travelling:traveling cancelled:canceled jewellery:jewelry
    organise:organize organised:organized organisation:organization organisations:organizations
    recognise:recognize recognised:recognized realise:realize realised:realized harbour:harbor
    analyse:analyze analysed:analyzed licence:license programme:program programmes:programs
    criticise:criticize criticised:criticized apologise:apologize apologised:apologized
    """
_BRITISH_TO_AMERICAN = dict(pair.split(":") for pair in _PAIRS.split())
_AMERICAN_TO_BRITISH = {american: british for british, american in _BRITISH_TO_AMERICAN.items()}
_OXFORD = re.compile(r"iz(?:e|ed|ation|ations)$")
"""British too, in the spelling of Oxford."""
_WORD = re.compile(r"[a-zA-Z]{5,}")
_AMERICAN = frozenset({"en-US", "en-CA", "en-PH"})


@article_check("variety", Severity.INFO, languages=["en"])
def variety(pairs: Sequence[Pair], _: Context) -> Iterator[tuple[Pair, Mark]]:
    """An article in English that is spelt in the British and in the American way.

    Why: a page by several hands shows it here first. With a target such as en-GB or en-US the
        spelling is that one's; else it is what the article has more of. Capitalised words may be
        names (the Labour Party) and do not count.

    Fails (en): The colour of the neighbourhood ¶ The center of it
    Fails (en-GB): The theater was full.
    Passes (en): The colour of the neighbourhood ¶ The centre of it, and the Center for Law
    """
    found = [
        (pair, match)
        for pair in pairs
        for match in _WORD.finditer(pair.text)
        if match.group() in _BRITISH_TO_AMERICAN
        or (match.group() in _AMERICAN_TO_BRITISH and not _OXFORD.search(match.group()))
    ]
    if not found:
        return
    american = _is_american(found[0][0].target_language, [match.group() for _, match in found])
    instead = _BRITISH_TO_AMERICAN if american else _AMERICAN_TO_BRITISH
    for pair, match in found:
        if (mend := instead.get(match.group())) is not None:
            where = "American" if american else "British"
            yield pair, Mark(f"The rest is spelt in the {where} way.", match.span(), (mend,))


def _is_american(tag: str, words: list[str]) -> bool:
    if tag in _AMERICAN:
        return True
    american = sum(word in _AMERICAN_TO_BRITISH for word in words)
    return tag == "en" and american > len(words) - american
