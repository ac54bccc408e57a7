"""The order in which a language sorts names and topics.

The alphabets follow CLDR's collation tailorings (https://cldr.unicode.org, `common/collation`). The
way of comparing is that of UTS 10: letters first, then accents, then case; spaces and marks come
before digits, digits before letters, and the language's own script before the others.
"""

import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache

from workflow.language.tags import language as subtag

_LATIN = "a b c d e f g h i j k l m n o p q r s t u v w x y z"
_RUSSIAN = "а б в г д е ж з и й к л м н о п р с т у ф х ц ч ш щ ъ ы ь э ю я"
_SERBIAN = "а б в г д ђ е ж з и ј к л љ м н њ о п р с т ћ у ф х ц ч џ ш"
_GREEK = "α β γ δ ε ζ η θ ι κ λ μ ν ξ ο π ρ σ τ υ φ χ ψ ω"
_ARABIC = "ا ب ت ث ج ح خ د ذ ر ز س ش ص ض ط ظ ع غ ف ق ك ل م ن ه و ي"
_PERSIAN = "ا ب پ ت ث ج چ ح خ د ذ ر ز ژ س ش ص ض ط ظ ع غ ف ق ک گ ل م ن و ه ی"
_GEORGIAN = "ა ბ გ დ ე ვ ზ თ ი კ ლ მ ნ ო პ ჟ რ ს ტ უ ფ ქ ღ ყ შ ჩ ც ძ წ ჭ ხ ჯ ჰ"
_ARMENIAN = "ա բ գ դ ե զ է ը թ ժ ի լ խ ծ կ հ ձ ղ ճ մ յ ն շ ո չ պ ջ ռ ս վ տ ր ց ւ փ ք օ ֆ"
_HEBREW = "א ב ג ד ה ו ז ח ט י כ ל מ נ ס ע פ צ ק ר ש ת"
_ALPHABETS = {
    "ar": _ARABIC,
    "az": "a b c ç d e ə f g ğ h x ı i j k q l m n o ö p r s ş t u ü v y z w",
    "be": "а б в г д е ё ж з і й к л м н о п р с т у ў ф х ц ч ш ы ь э ю я",
    "bg": _RUSSIAN,
    "bs": "a b c č ć d dž đ e f g h i j k l lj m n nj o p q r s š t u v w x y z ž",
    "cs": "a b c č d e f g h ch i j k l m n o p q r ř s š t u v w x y z ž",
    "da": _LATIN + " æ ø å",
    "el": _GREEK,
    "es": "a b c d e f g h i j k l m n ñ o p q r s t u v w x y z",
    "et": "a b c d e f g h i j k l m n o p q r s š z ž t u v w õ ä ö ü x y",
    "fa": _PERSIAN,
    "fi": _LATIN + " å ä ö",
    "he": _HEBREW,
    "hr": "a b c č ć d dž đ e f g h i j k l lj m n nj o p q r s š t u v w x y z ž",
    "hy": _ARMENIAN,
    "ka": _GEORGIAN,
    "kk": "а ә б в г ғ д е ё ж з и й к қ л м н ң о ө п р с т у ұ ү ф х һ ц ч ш щ ъ ы і ь э ю я",
    "ky": "а б в г д е ё ж з и й к л м н ң о ө п р с т у ү ф х ц ч ш щ ъ ы ь э ю я",
    "mk": "а б в г д ѓ е ж з ѕ и ј к л љ м н њ о п р с т ќ у ф х ц ч џ ш",
    "nb": _LATIN + " æ ø å",
    "nn": _LATIN + " æ ø å",
    "no": _LATIN + " æ ø å",
    "pl": "a ą b c ć d e ę f g h i j k l ł m n ń o ó p q r s ś t u v w x y z ź ż",
    "ro": "a ă â b c d e f g h i î j k l m n o p q r s ș t ț u v w x y z",
    "ru": _RUSSIAN,
    "sk": "a ä b c č d e f g h ch i j k l m n o ô p q r s š t u v w x y z ž",
    "sl": "a b c č ć d đ e f g h i j k l m n o p q r s š t u v w x y z ž",
    "sr": _SERBIAN,
    "sv": _LATIN + " å ä ö",
    "tg": "а б в г ғ д е ё ж з и ӣ й к қ л м н о п р с т у ӯ ф х ҳ ч ҷ ш ъ э ю я",
    "tr": "a b c ç d e f g ğ h ı i j k l m n o ö p q r s ş t u ü v w x y z",
    "uk": "а б в г ґ д е є ж з и і ї й к л м н о п р с т у ф х ц ч ш щ ь ю я",
}
_DOTTED = frozenset({"az", "tr"})
"""Languages whose capital of `ı` is I and whose capital of `i` is İ."""
_NORDIC = frozenset({"da", "nb", "nn", "no"})
"""Languages that write å as aa in older names."""
_CAPITALS_FIRST = frozenset({"da"})
_SAME = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "ё": "е", "ς": "σ"}
    | {"ך": "כ", "ם": "מ", "ן": "נ", "ף": "פ", "ץ": "צ", "ء": "ا", "ة": "ت", "ى": "ي"}
)
"""Letters that count as others where the alphabet has no place for them."""
_MARK, _DIGIT, _OWN, _OWN_SCRIPT, _OTHER_SCRIPT = range(5)

Place = tuple[int, int]
"""Where a letter stands: the group that it belongs to, and its rank in the group."""
SortKey = tuple[tuple[Place, ...], tuple[str, ...], tuple[bool, ...], str]


def sort_key(text: str, tag: str) -> SortKey:
    """Return what `text` is sorted by for readers of a BCP 47 tag: `sorted(names, key=…)`.

    A language without an alphabet here is sorted as its script has it: base letters, then accents.
    """
    alphabet = _ranks(_ALPHABETS.get(subtag(tag), _LATIN))
    composed = unicodedata.normalize("NFC", text)
    letters = tuple(_letters(_lower(composed, subtag(tag)), alphabet))
    small_first = subtag(tag) not in _CAPITALS_FIRST
    capitals = tuple((letter != letter.lower()) == small_first for letter in composed)
    return tuple(place for place, _ in letters), tuple(mark for _, mark in letters), capitals, text


def _lower(text: str, language: str) -> str:
    if language in _DOTTED:
        text = text.replace("I", "ı").replace("İ", "i")
    lower = text.lower()
    return lower.replace("aa", "å") if language in _NORDIC else lower


@cache
def _ranks(alphabet: str) -> Mapping[str, int]:
    return {letter: rank for rank, letter in enumerate(alphabet.split())}


def _letters(text: str, alphabet: Mapping[str, int]) -> Iterator[tuple[Place, str]]:
    """Yield the place of every letter, with the accents that it carries besides."""
    start = 0
    while start < len(text):
        pair = text[start : start + 2]
        letter = pair if len(pair) == 2 and pair in alphabet else text[start]
        start += len(letter)
        if letter in alphabet:
            yield (_OWN, alphabet[letter]), ""
        else:
            yield from _taken_apart(letter, alphabet)


def _taken_apart(letter: str, alphabet: Mapping[str, int]) -> Iterator[tuple[Place, str]]:
    apart = unicodedata.normalize("NFD", letter)
    base, accents = apart[0], apart[1:]
    for part in base.translate(_SAME):
        changed = letter if part != letter else ""
        yield _place(part, alphabet), accents or changed


def _place(letter: str, alphabet: Mapping[str, int]) -> Place:
    if letter in alphabet:
        return _OWN, alphabet[letter]
    if letter.isdigit():
        return _DIGIT, unicodedata.digit(letter, ord(letter))
    if not letter.isalpha():
        return _MARK, ord(letter)
    own = _script(next(iter(alphabet))) == _script(letter)
    return _OWN_SCRIPT if own else _OTHER_SCRIPT, ord(letter)


def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]
