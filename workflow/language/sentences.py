"""Text cut into sentences, nothing lost: the pieces join to the text again.

`sentencex` (Wikimedia, about 300 languages) does the cutting. It also cuts after initials ("А. Б. |
Иванов"), after abbreviations that stand before a number or a name ("ст. | 282", "M. | Dupont") and
inside a sentence of which a question in quotes is a part ("«Как?» | — спросила она"). Such cuts are
undone here: half a sentence harms a machine translation more than two sentences at once do.
"""

import unicodedata

from workflow.language.tags import language

_ENDS = (".", "!", "?", "…")
_CLOSERS = "\"'”’»›)]}"


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


_BEFORE_NUMBERS = _listed(
    "art arts fig figs no nos nr núm nº p pp para pg pág págs sec vol ch chap cap abs ust poz zob "
    "s str ст стст арт ч чч п пп пар гл ср см рис мал табл стр с том т д кв вул ул буд дом к оф тел"
)
"""Abbreviations of statutes, books and addresses, in any language."""
_BEFORE_NAMES = {
    "fr": _listed("m mm mme mmes mlle mgr me dr dre pr prof st ste gén col art"),
    "de": _listed("gem art abs dr prof hr fr nr st"),
    "es": _listed("sr sra srta dr dra prof d dña lic ing gral cnel"),
    "it": _listed("sig sigra dott prof on avv gen"),
    "pt": _listed("sr sra dr dra prof d dom gen"),
    "pl": _listed("art zob ul im ks św prof dr gen min"),
    "ru": _listed("им гр тов проф акад ген полк ул пл пр просп пер св г пос дер"),
    "uk": _listed("ім гр тов проф акад ген полк вул пл просп пров св м с смт"),
    "be": _listed("імя гр тав праф акад ген вул пл праспект св г в"),
}
_NONE: frozenset[str] = frozenset()


def split_sentences(text: str, tag: str) -> list[str]:
    """Cut a text in the language `tag` (BCP 47) into sentences.

    Each sentence keeps the white space behind it, so that they join to `text`; an empty text has
    none.
    """
    from sentencex import segment

    names = _BEFORE_NAMES.get(language(tag), _NONE)
    sentences: list[str] = []
    for piece in segment(language(tag), text):
        if sentences and _is_wrong_cut(sentences[-1], piece, names):
            sentences[-1] += piece
        else:
            sentences.append(piece)
    return sentences


def _is_wrong_cut(before: str, after: str, names: frozenset[str]) -> bool:
    left = before.rstrip()
    if not left or not after or "\n" in before[len(left) :]:
        return not left
    if left[-1] in "」』" and after[0] == "と":  # the Japanese "…, he said"
        return True
    if not left.rstrip(_CLOSERS).endswith(_ENDS):
        return False
    return (
        (left == before and not _is_wide(after[0]))  # no space: "J.-P.", "D.ª"
        or _starts_small(after)
        or (left[-1] == "." and _is_unfinished(left[:-1], after, names))
    )


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF"


def _starts_small(after: str) -> bool:
    first = next((c for c in after if c.isalnum()), "")
    return first != first.title()  # Georgian letters count as small, but have no capitals in use


def _is_unfinished(left: str, after: str, names: frozenset[str]) -> bool:
    word = _last_word(left)
    if len(word) == 1 and word == word.title():
        return True  # an initial
    if after[0].isdigit():
        return word.lower() in _BEFORE_NUMBERS
    return word.lower() in names


def _last_word(left: str) -> str:
    start = len(left)
    while start and left[start - 1].isalpha():
        start -= 1
    return left[start:]
