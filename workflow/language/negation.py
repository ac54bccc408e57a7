"""How languages say no: the words that negate a sentence, and those that may hide a negation.

`refuse` may stand for `не согласиться`, `impossible` for `nicht möglich`: where the one text says
no, such a word in the other one is answer enough. In some phrases a no denies nothing: `sin
embargo`, `no doubt`, `mehr denn je`.
"""

import re
from collections.abc import Set
from functools import cache
from typing import NamedTuple

from workflow.language.sieve import Sieve
from workflow.language.tags import language

_PLAIN = {
    "be": r"не ня няма ніколі ніхто нічога без",
    "bg": r"не няма никога никой нищо без",
    "cs": r"ne\w{2,} není nikdy nikdo nic žádn\w+ bez",
    "de": r"nicht kein\w* nie niemals niemand\w* nichts nirgend\w* ohne weder nein",
    "en": r"""not(?!\sonly\b) \w+n['’]t cannot no never nobody none nothing nowhere without neither
        nor""",
    "es": r"no nunca jamás nadie ningún ningun[oa]s? nada sin tampoco ni",
    "fr": r"pas jamais aucune?s? rien sans ni non",
    "it": r"non mai nessun\w* niente nulla senza né no",
    "nl": r"niet geen nooit niemand niets zonder nergens nee",
    "pl": r"nie nigdy nikt nikogo nic niczego bez żaden żadn\w+ ani brak\w*",
    "pt": r"não nunca jamais ninguém nenhum\w* nada sem nem",
    "ru": r"не нет ни никогда никто никого никому ничего ничто нигде без нельзя никак\w+",
    "uk": r"не ні немає нема ніколи ніхто нікого нічого ніщо без",
    "zh": r"""不(?![同断久少仅过只错管论得]) 没有 沒有 没能 沒能 从未 並未 并未 尚未 未能 无法
        無法 从不""",
}
"""Words that say no, as patterns."""
_PHRASES = {
    "be": "не толькі|тым не менш|як ніколі|не раз",
    "bg": "не само|не по-малко от|без съмнение|както никога",
    "cs": "ne(?:jen|jenom)|nicméně|bez pochyby|jako nikdy",
    "de": "nicht (?:nur|zuletzt|weniger als|ohne|bloß|allein)|ohne (?:Zweifel|Frage)|oder nicht"
    "|wie nie(?: zuvor)?|nichts als",
    "en": "no (?:matter|doubt|wonder|sooner|less than|fewer than|later than)|or (?:not|no)|if not"
    "|not (?:to mention|surprisingly|least|without|just|merely|unlike)|nothing but|never mind",
    "es": "sin (?:embargo|duda|falta)|no (?:obstante|solo|sólo|solamente|únicamente|sin)|o no"
    "|nunca mejor dicho|(?:que|como) nunca|o nada|nada (?:más|menos)|si no también",
    "fr": "sans (?:doute|aucun doute)|(?:pas|non) (?:seulement|moins de|sans)|ou (?:non|pas)"
    "|(?:que|comme) jamais|n['’]importe",
    "it": "non (?:solo|soltanto|solamente|meno di|senza)|senza dubbio|(?:che|come) mai|o no",
    "nl": "niet (?:alleen|slechts|zonder|minder dan)|zonder twijfel|of niet|als nooit tevoren",
    "pl": "nie (?:tylko|mniej niż|bez)|bez (?:wątpienia|względu)|jak nigdy|czy nie",
    "pt": "não (?:só|apenas|somente|obstante|sem)|sem dúvida|ou não|como nunca|nada (?:mais|menos)",
    "ru": "не (?:только|менее|раз|без)|тем не менее|(?:как|чем) никогда|без сомнения|или н(?:е|ет)",
    "uk": "не (?:тільки|лише|менше|раз|без)|тим не менш|(?:як|ніж) ніколи|без сумніву|чи н(?:е|і)",
}
"""Phrases in which a no denies nothing, as one pattern."""
_HIDDEN = {
    "be": r"не\w+ ня\w+ бяз\w+ адмо\w+",
    "bg": r"не\w+ без\w+ отказ\w*",
    "cs": r"bez\w+ odmít\w+ málo",
    "de": r"""un\w{3,} \w+los(?:e[nmrs]?)? nur kaum wenig\w* statt anstatt fehl\w* weiger\w*
        verbiet\w* verbot\w* verhinder\w* ablehn\w* lehn\w* außer bevor selten mangel\w*
        scheiter\w* miss\w+ sondern verzicht\w* nicht\w+ aus ab leider zweifel\w* in\w{5,}
        ent\w+ ver\w+ als
        vergess\w* vergiss\w* rar\w* knapp\w* widersteh\w* resisten\w* aufhör\w* hört\w* gegen""",
    "en": r"""un\w{3,} i[nmlr]\w{4,} dis\w{3,} non\w* mis\w+ \w+less only hardly barely scarcely
        rarely seldom few little less least fail\w* refus\w* den(?:y|ied|ies|ying) lack\w*
        prevent\w* avoid\w* stop\w* prohibit\w* forb\w+ ban\w* reject\w* declin\w* instead
        rather except unless until before but too far absen\w+ miss\w+ los[et]\w* exclu\w+ free
        out beyond other\w* away doubt\w* short yet empty ignor\w* any\w* regardless despite
        although though however deni\w* rid oppos\w+ remain\w* still just end\w* nay
        resist\w* forg[eo]t\w* scarc\w* rare excess\w* depriv\w* ceas\w* withh\w+ insuffic\w*""",
    "es": r"""i[nm]\w{4,} des\w{3,} sino solo sólo apenas poc[oa]s? neg\w+ rechaz\w+ falt\w+ salvo
        excepto evit\w+ imped\w+ prohib\w+ antes excl\w+ nul\w+ pero ilegal\w* ir\w{4,}
        fracas\w+ dej\w+ hasta
        carec\w+ rar[ao]\w* escas\w+ exces\w+ demasiad\w+ priv[aeó]\w+ resist\w+ acab\w+ olvid\w+
        ces[aeó]\w* termin\w+ contra""",
    "fr": r"""ne n personne i[nmlr]\w{4,} dés?\w{4,} mal\w{3,} que seul\w* peu refus\w+ manqu\w+
        moins sauf évit\w+ empêch\w+ interd\w+ avant plutôt hors guère nul\w* absen\w+ lieu mais
        échou\w+
        oubli\w+ rare\w* trop résist\w+ cess\w+ priv[eéa]\w* arrêt\w+ contre""",
    "it": r"""i[nmlr]\w{4,} dis\w{3,} s[bcdfglmnpqrtv]\w{3,} solo poc\w+ rifiut\w+ manc\w+ tranne
        evit\w+ imped\w+ prima
        dimentic\w+ rar\w+ tropp\w+ resist\w+ cess\w+ priv\w+ smett\w+ smess\w+ contro""",
    "nl": r"""on\w{3,} \w+loos \w+loze slechts nauwelijks weinig weiger\w* ontbr\w+ behalve
        verb[oi]d\w* voor
        verge\w+ zeld\w+ schaars\w* ophoud\w* weerst\w+ tegen""",
    "pl": r"""nie\w{2,} bez\w+ tylko mało niewiel\w+ odm[oó]\w+ odrzuc\w+ poza zamiast
        zan(?:im|ik)\w* ledwo uniem\w+ lecz ale
        zapomn\w+ zapomin\w+ rzad\w+ zbyt przesta\w+ pozbaw\w+ oporn\w+ przeciw\w*""",
    "pt": r"""i[nmlr]\w{4,} des\w{3,} só apenas pouc\w+ recus\w+ falt\w+ exceto evit\w+ imped\w+
        proib\w+ antes mas
        carec\w+ rar\w+ escass\w+ demasiad\w+ priv\w+ resist\w+ esquec\w+ deix\w+ cess\w+ contra""",
    "ru": r"""не\w+ ни\w+ без\w+ бес\w+ только лишь мало едва отказ\w* отрица\w+ отсутств\w+ кроме
        запре\w+ вместо против\w* перест\w+ лиш\w+ вряд прежде избе\w+ меша\w+ пока отри\w+
        отверг\w+ прекра\w+ лишен\w* невоз\w+ а
        редк\w+ забы\w+ слишком нехват\w+ устойчив\w+""",
    "uk": r"""не\w+ ні\w+ без\w+ лише тільки мало ледь відмов\w+ запереч\w+ крім заборон\w+ замість
        проти\w* поки аніж
        рідк\w+ забу\w+ надто брак\w+ стійк\w+""",
    "zh": r"""[不没沒無无未非别莫否只仅僅少禁拒失免缺反止]
        [停空弗毫休难難前除乏忘却但避绝外独过罕鲜孤]""",
}
"""Words in which a no may hide, generously: what is found here silences a check."""


class _Patterns(NamedTuple):
    """The words of a language that say no, those that may, and the phrases that deny nothing."""

    plain: re.Pattern[str]
    hidden: re.Pattern[str]
    phrases: re.Pattern[str] | None


@cache
def _patterns(base: str) -> _Patterns | None:
    if base not in _PLAIN:
        return None
    edge = "" if base == "zh" else r"\b"
    plain, hidden, phrases = (
        re.compile(rf"{edge}(?:{alternatives}){edge}", re.IGNORECASE)
        for alternatives in (
            "|".join(_PLAIN[base].split()),
            "|".join(_HIDDEN[base].split()),
            _PHRASES.get(base, ""),
        )
    )
    return _Patterns(plain, hidden, phrases if base in _PHRASES else None)


@cache
def _negating(base: str) -> Sieve:
    patterns = _patterns(base)
    return Sieve(patterns.plain.search if patterns else lambda _: False)


def has_negation(words: Set[str], tag: str) -> bool:
    """Whether any of the words of a text negates: the quick answer, which knows no phrases."""
    return bool(_negating(language(tag)).of(words))


def negation(text: str, tag: str) -> re.Match[str] | None:
    """Return the first word that negates in a text; None where the language is not known."""
    patterns = _patterns(language(tag))
    if patterns is None:
        return None
    first = patterns.plain.search(text)
    if first is None or patterns.phrases is None:
        return first
    empty = [phrase.span() for phrase in patterns.phrases.finditer(text)]
    if not empty:
        return first
    return next(
        (
            no
            for no in patterns.plain.finditer(text)
            if not any(start <= no.start() < end for start, end in empty)
        ),
        None,
    )


def may_negate(text: str, tag: str) -> bool:
    """Whether any word of a text may be a negation; True for a language that is not known."""
    patterns = _patterns(language(tag))
    if patterns is None:
        return True
    return bool(patterns.plain.search(text) or patterns.hidden.search(text))
