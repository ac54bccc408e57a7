"""How languages say no: the words that negate a sentence, and those that may hide a negation.

`refuse` may stand for `не согласиться`, `impossible` for `nicht möglich`: where the one text says
no, such a word in the other one is answer enough.
"""

import re
from functools import cache

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
_HIDDEN = {
    "be": r"не\w+ ня\w+ бяз\w+ адмо\w+",
    "bg": r"не\w+ без\w+ отказ\w*",
    "cs": r"bez\w+ odmít\w+ málo",
    "de": r"""un\w{3,} \w+los(?:e[nmrs]?)? nur kaum wenig\w* statt anstatt fehl\w* weiger\w*
        verbiet\w* verbot\w* verhinder\w* ablehn\w* lehn\w* außer bevor selten mangel\w*
        scheiter\w* miss\w+ sondern verzicht\w* nicht\w+ aus ab leider zweifel\w* in\w{5,}
        ent\w+ ver\w+ als""",
    "en": r"""un\w{3,} i[nmlr]\w{4,} dis\w{3,} non\w* mis\w+ \w+less only hardly barely scarcely
        rarely seldom few little less least fail\w* refus\w* den(?:y|ied|ies|ying) lack\w*
        prevent\w* avoid\w* stop\w* prohibit\w* forb\w+ ban\w* reject\w* declin\w* instead
        rather except unless until before but too far absen\w+ miss\w+ los[et]\w* exclu\w+ free
        out beyond other\w* away doubt\w* short yet empty ignor\w* any\w* regardless despite
        although though however deni\w* rid oppos\w+ remain\w* still just end\w* nay""",
    "es": r"""i[nm]\w{4,} des\w{3,} sino solo sólo apenas poc[oa]s? neg\w+ rechaz\w+ falt\w+ salvo
        excepto evit\w+ imped\w+ prohib\w+ antes excl\w+ nul\w+ pero ilegal\w* ir\w{4,}
        fracas\w+ dej\w+ hasta""",
    "fr": r"""ne n personne i[nmlr]\w{4,} dés?\w{4,} mal\w{3,} que seul\w* peu refus\w+ manqu\w+
        moins sauf évit\w+ empêch\w+ interd\w+ avant plutôt hors guère nul\w* absen\w+ lieu mais
        échou\w+""",
    "it": r"""i[nmlr]\w{4,} dis\w{3,} s[bcdfglmnpqrtv]\w{3,} solo poc\w+ rifiut\w+ manc\w+ tranne
        evit\w+ imped\w+ prima""",
    "nl": r"""on\w{3,} \w+loos \w+loze slechts nauwelijks weinig weiger\w* ontbr\w+ behalve
        verb[oi]d\w* voor""",
    "pl": r"""nie\w{2,} bez\w+ tylko mało niewiel\w+ odm[oó]\w+ odrzuc\w+ poza zamiast
        zan(?:im|ik)\w* ledwo uniem\w+ lecz ale""",
    "pt": r"""i[nmlr]\w{4,} des\w{3,} só apenas pouc\w+ recus\w+ falt\w+ exceto evit\w+ imped\w+
        proib\w+ antes mas""",
    "ru": r"""не\w+ ни\w+ без\w+ бес\w+ только лишь мало едва отказ\w* отрица\w+ отсутств\w+ кроме
        запре\w+ вместо против\w* перест\w+ лиш\w+ вряд прежде избе\w+ меша\w+ пока отри\w+
        отверг\w+ прекра\w+ лишен\w* невоз\w+ а""",
    "uk": r"""не\w+ ні\w+ без\w+ лише тільки мало ледь відмов\w+ запереч\w+ крім заборон\w+ замість
        проти\w* поки аніж""",
    "zh": r"""[不没沒無无未非别莫否只仅僅少禁拒失免缺反止]
        [停空弗毫休难難前除乏忘却但避绝外独过罕鲜孤]""",
}
"""Words in which a no may hide, generously: what is found here silences a check."""


@cache
def _patterns(base: str) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    if base not in _PLAIN:
        return None
    edge = "" if base == "zh" else r"\b"
    plain, hidden = (
        re.compile(rf"{edge}(?:{'|'.join(words.split())}){edge}", re.IGNORECASE)
        for words in (_PLAIN[base], _HIDDEN[base])
    )
    return plain, hidden


def negation(text: str, tag: str) -> re.Match[str] | None:
    """Return the first word that negates in a text; None where the language is not known."""
    patterns = _patterns(language(tag))
    return patterns[0].search(text) if patterns else None


def may_negate(text: str, tag: str) -> bool:
    """Whether any word of a text may be a negation; True for a language that is not known."""
    patterns = _patterns(language(tag))
    return patterns is None or any(pattern.search(text) for pattern in patterns)
