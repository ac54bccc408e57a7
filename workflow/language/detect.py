"""Which language a text is in: a statistical model ranks, the letters decide between neighbours."""

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from workflow.errors import InputError
from workflow.language.tags import language, standard

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

ENOUGH_LETTERS = 20
"""Below this many letters nothing is said without a hint."""
_SAMPLE = 20_000
_TOLERANCE = 0.002
_SURE = 0.5
_POSSIBLE = 0.02

_SELDOM = {"an", "ext", "gcf", "gcr", "gug", "guw", "hbo", "lij", "ltg", "pcm", "uzs", "vec", "vo"}
"""Languages that the model prefers to a neighbour on short texts; a person can still name them."""

_SLAVIC = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
_ALPHABETS = {
    "be": set("абвгдеёжзійклмнопрстуўфхцчшыьэюя"),
    "bg": set(_SLAVIC) - set("ыэ"),
    "kk": set(_SLAVIC) | set("ёәғқңөұүһі"),
    "ky": set(_SLAVIC) | set("ёңөү"),
    "mk": set("абвгдѓежзѕијклљмнњопрстќуфхцчџш"),
    "mn": set(_SLAVIC) | set("ёөү"),
    "ru": set(_SLAVIC) | set("ё"),
    "sr": set("абвгдђежзијклљмнњопрстћуфхцчџш"),
    "tg": set(_SLAVIC) | set("ёғӣқӯҳҷ"),
    "uk": set("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"),
}
_SAME = {"nb": "no", "nn": "no", "iw": "he", "in": "id", "fil": "tl"}


def detect(text: str, hint: str | None = None) -> str:
    """Return the BCP 47 tag of the language that `text` is written in.

    `hint` is what the text's own page claims, for example `en-US`; it is believed where the text
    is too short to tell or where the text does not contradict it. Raises InputError when the text
    is too short or could be several languages.
    """
    claimed = _claimed(hint)
    letters = [char for char in text[:_SAMPLE].lower() if char.isalpha()]
    if len(letters) < ENOUGH_LETTERS:
        if claimed:
            return claimed
        raise _unclear("the text is too short to tell its language")
    ranked = _fitting(_rank(text[:_SAMPLE]), letters)
    best, probability = ranked[0]
    if claimed and _probability(claimed, ranked) >= _POSSIBLE:
        return claimed
    if probability < _SURE:
        raise _unclear("the language of the text is not clear")
    return best


def _claimed(hint: str | None) -> str | None:
    """Return the tag that a page claims, without a region that no one chose (`en-US`)."""
    if not hint:
        return None
    try:
        tag = standard(hint)
    except InputError:
        return None
    return tag if language(tag) in {"pt", "zh"} else "-".join(p for p in tag.split("-") if _kept(p))


def _kept(part: str) -> bool:
    return part.islower() or len(part) == 4


def _probability(claimed: str, ranked: list[tuple[str, float]]) -> float:
    base = language(claimed)
    wanted = {base, _SAME.get(base, base)}
    return max((p for code, p in ranked if code in wanted or _SAME.get(code) in wanted), default=0)


def _fitting(ranked: list[tuple[str, float]], letters: list[str]) -> list[tuple[str, float]]:
    """Leave out languages whose alphabet lacks letters of the text; share out what they had."""
    cyrillic = [char for char in letters if unicodedata.name(char, "").startswith("CYRILLIC")]
    if len(cyrillic) * 2 < len(letters):
        return ranked
    covered = {
        code: sum(char in alphabet for char in cyrillic) / len(cyrillic)
        for code, alphabet in _ALPHABETS.items()
    }
    best = max(covered.values())
    fitting = [(code, p) for code, p in ranked if covered.get(code, 0) >= best - _TOLERANCE]
    total = sum(p for _, p in fitting)
    return [(code, p / total) for code, p in fitting] if total else ranked


def _rank(text: str) -> list[tuple[str, float]]:
    return [(str(code), float(probability)) for code, probability in _model().rank(text)]


@lru_cache(maxsize=1)
def _model() -> "LanguageIdentifier":
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # costs 0.6 s

    model = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    model.set_languages(sorted(set(model.labels) - _SELDOM - {"zxx"}))
    return model


def _unclear(message: str) -> InputError:
    return InputError(
        message, hint="Name it: --language en (a BCP 47 tag such as ru, uk or pt-BR)."
    )
