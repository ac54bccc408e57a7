"""Scraps of a web page in the text of an article."""

import re
from collections.abc import Iterator

from workflow.checks.check import Context, Mark, Pair, check
from workflow.checks.finding import Severity

_PHRASES = (
    r"(?:read|see|watch|listen) (?:also|more|next|too)\s*:",
    r"also read\s*:",
    r"related (?:articles?|posts?|stories|news|content)\s*:?$",
    r"(?:leave|post|write) a (?:reply|comment)",
    r"(?:share|tweet|pin|print) (?:this|on (?:facebook|twitter|x|telegram|whatsapp))\b",
    r"(?:sign up|subscribe) (?:for|to) (?:our|the) (?:newsletter|channel|mailing list)",
    r"follow us on\b",
    r"(?:we|this (?:web)?site) uses? cookies",
    r"accept (?:all )?cookies",
    r"(?:click|tap) here to\b",
    r"skip to (?:main )?content",
    r"advertisement$",
    r"all rights reserved",
    r"(?:читайте|смотрите|слушайте) (?:также|ещё|еще)\s*:?",
    r"(?:подписывайтесь|подпишитесь) на (?:наш|канал|рассылку)",
    r"(?:оставить|добавить|написать) (?:комментарий|отзыв)",
    r"поделиться(?: в| ссылкой|:|$)",
    r"(?:читайте|дивіться) також\s*:?",
    r"(?:підписуйтесь|підпишіться) на (?:наш|канал|розсилку)",
    r"(?:залишити|додати) коментар",
    r"(?:чытайце|глядзіце) таксама\s*:?",
    r"(?:пакінуць|дадаць) каментар",
    r"(?:à )?lire aussi\s*:?",
    r"(?:laisser|publier|écrire) un commentaire",
    r"(?:abonnez|inscrivez)-vous à (?:notre|la) (?:newsletter|lettre|chaîne)",
    r"suivez-nous sur\b",
    r"(?:lea|lee|vea|ver|leer) (?:también|además|más)\s*:",
    r"(?:dejar?|deja|escriba) un comentario",
    r"suscríb(?:ase|ete) a nuestr[oa]\b",
    r"síg(?:anos|uenos) en\b",
    r"(?:lesen|sehen) sie auch\s*:?",
    r"(?:lies|siehe) auch\s*:",
    r"(?:einen )?kommentar (?:schreiben|hinterlassen)",
    r"(?:czytaj|zobacz|przeczytaj) (?:także|też|również)\s*:?",
    r"(?:dodaj|zostaw) komentarz",
    r"leia (?:também|mais)\s*:",
    r"deixe um comentário",
    r"leggi anche\s*:?",
    r"lascia un commento",
    r"(?:اقرأ|شاهد) أيض[\u0627\u064b]{1,2}\s*:?",
    r"(?:اترك|أضف) تعليق[\u0627\u064b]{1,2}",
)
_CLUTTER = re.compile(
    r"^\W*(?:" + "|".join(f"(?:{phrase})" for phrase in _PHRASES) + ")", re.IGNORECASE
)


@check("clutter", Severity.WARNING)
def clutter(pair: Pair, _: Context) -> Iterator[Mark]:
    """A piece of a web page's furniture: “Read also:”, “Leave a reply”, “Share on …”.

    Why: it comes in with a copied page, is translated like the rest, and ends up in print. Only the
        beginning of a paragraph counts, where such pieces stand.

    Fails (en): Read also: Three more arrests in the capital
    Fails (ru): Читайте также: Ещё три ареста
    Fails (be): Чытайце таксама: Яшчэ тры арышты
    Fails (ar): اقرأ أيضًا: ثلاثة اعتقالات أخرى
    Passes (en): The prisoners may not read, see also page 5, or leave a reply.
    """
    match = _CLUTTER.match(pair.text)
    if match:
        yield Mark("This looks like a part of a web page, not of the article.", match.span(), ("",))
