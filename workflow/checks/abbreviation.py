"""Check: what the letters of an abbreviation stand for is said somewhere."""

import re
from collections.abc import Collection, Iterator, Sequence

from workflow.checks.check import Context, Mark, Pair, article_check
from workflow.checks.finding import Severity
from workflow.checks.words import Word
from workflow.document.units import UnitKind
from workflow.language.small_words import small_words

_KNOWN = """
    AIDS AFP AM AP BBC CEO CIA CNN COVID DIY DNA DVD EU FAQ FBI FIFA FM GDP GMO GMT GPS HIV HTML IQ
    IT KGB LGBT LED MP MRI NASA NATO NGO OK PC PDF PIN PM PR RNA SIM SMS SOS TV UAE UEFA UFO UK UN
    UNESCO UNICEF URL US USA USB USSR UTC VAT VIP VPN WC WHO WIFI XML
    ADN BRD DDR EE EEUU GB NS OMS ONG ONU OTAN SIDA UE URSS USD EUR VIH UNO PKW LKW WM EM
    АЭС ВВС ВИЧ ВОЗ ГУЛАГ ДНК ДТП ЕС ЖКХ ЗАГС КГБ МВД МИД НАТО НКВД НКО ОБСЕ ОК ООН РФ РСФСР СМИ
    СНГ СПИД СССР США ТВ ФСБ ФСИН ФБР ЦРУ ЄС ЗМІ СРСР ФРГ ГДР
    """
"""What readers of newspapers know by its letters."""
_KNOWN_ABROAD = frozenset(_KNOWN.split())
_ROMAN = re.compile(r"[IVXLCDM]+")
_SHORTEST, _LONGEST = 2, 6
_BRACKETS = frozenset("()[]（）")
_WITHIN = frozenset("_/&@-")
"""Signs that make a word a part of a name, a number or an address."""
_NAMES = frozenset(
    {
        UnitKind.AUTHOR,
        UnitKind.PUBLICATION,
        UnitKind.ORIGINAL,
        UnitKind.CREDIT,
        UnitKind.TAG,
        UnitKind.MUSIC,
        UnitKind.PARTICIPANT,
    }
)


@article_check("abbreviation", Severity.INFO)
def abbreviation(pairs: Sequence[Pair], context: Context) -> Iterator[tuple[Pair, Mark]]:
    """An abbreviation that the article nowhere writes out.

    Why: what every reader of the source knows by its letters is a riddle abroad. Letters in
        brackets, or beside them, count as explained; so do words that begin with these letters,
        what the glossary has, and what all newspapers use (UN, EU, NATO).

    Fails (en): The BVT took him in. ¶ Nobody at the BVT answered.
    Fails (ru): Его перевели в ТПП.
    Passes (en): The Board of Visitors of Tarn came. ¶ Nobody at the BVT knew of the UN report.
    Passes (en): He was held in a SIZO (a remand prison). ¶ Louis XIV is NOT here, and not there.
    """
    read = [pair for pair in pairs if pair.kind not in _NAMES]
    found = [(pair, word) for pair in read for word in _abbreviations(pair)]
    if not found:
        return
    told = {word.text for pair, word in found if _is_beside_bracket(word, pair.text)}
    told |= _stressed({word.text for _, word in found}, read)
    initials = "\n".join(line for pair in read for line in _initials(pair))
    for pair, word in found:
        if word.text not in told:
            told.add(word.text)
            if not (_is_spelt(word.text, initials) or _is_term(word, pair, context)):
                message = f"What “{word.text}” stands for is nowhere said."
                yield pair, Mark(message, (word.start, word.end))


def _abbreviations(pair: Pair) -> Iterator[Word]:
    """Yield the words in capitals, where not the whole text is in capitals."""
    if not any(word.isupper() and len(word) > 1 for word in pair.here.forms):
        return
    capitals = [word for word in pair.words if word.text.isupper() and len(word.text) > 1]
    if len(capitals) * 2 > len(pair.words) > 1:
        return
    for word in capitals:
        known = word.text in _KNOWN_ABROAD or _ROMAN.fullmatch(word.text)
        if not known and word.text.isalpha() and _SHORTEST <= len(word.text) <= _LONGEST:
            beside = pair.text[word.start - 1 : word.start] + pair.text[word.end : word.end + 1]
            if not any(sign.isdigit() or sign in _WITHIN for sign in beside):
                yield word


def _is_beside_bracket(word: Word, text: str) -> bool:
    """Whether it may be explained there: `Whole Name (WN)`, `WN (whole name)`."""
    before = text[: word.start].rstrip()[-1:]
    after = text[word.end :].lstrip()[:1]
    return bool(_BRACKETS & {before, after})


def _stressed(capitals: Collection[str], read: Sequence[Pair]) -> set[str]:
    """Return those that are ordinary words, which stand in small letters elsewhere."""
    lowered = {word.lower(): word for word in capitals}
    ordinary = {word for word in lowered if word in small_words(read[0].into)}
    for pair in read:
        ordinary |= lowered.keys() & pair.here.forms
    return {lowered[word] for word in ordinary}


def _initials(pair: Pair) -> Iterator[str]:
    """Yield the first letters of a text's words: of all, and of all but the small ones."""
    small, words = small_words(pair.into), pair.here.written_words
    yield "".join([word[0] for word in words])
    pairs = zip(words, pair.here.small_words, strict=True)
    yield "".join([word[0] for word, lower in pairs if lower not in small])


def _is_spelt(letters: str, initials: str) -> bool:
    """Whether words begin with these letters one after the other, the first with a capital."""
    return re.search(f"{letters[0]}(?i:{letters[1:]})", initials) is not None


def _is_term(word: Word, pair: Pair, context: Context) -> bool:
    """Whether the glossary has the abbreviation: then `first-use` looks after it."""
    if context.glossary is None:
        return False
    matcher = context.glossary.matcher(pair.target_language)
    return any(match.written == word.text for match in matcher.occurrences(pair.text))
