"""Words that do not make a term: none begins or ends with one, and a few may link two words."""

from functools import cache

from workflow.language.function_words import function_words

_MORE = {
    "ru": """без был была были было быть вам вас весь все всё для его если ещё еще за из или их как
        когда который которая которое которые которых которого между мы на над нас не нет ни но об
        он она оно они от перед по под после при про сам свой свои своих себя со так также такой там
        тем теперь то того только тоже том тот уже чем через что чтобы эта эти это этого этой этом
        этот""",
    "uk": """або але без був була були було бути вам вас весь від він вона вони все для до його за
        зі із їх її коли який яка яке які яких між ми на над нас не немає ні об перед по під після
        при про сам свої своїх себе так також такий там тепер те того тільки теж той вже чим через
        що щоб ця ці це цього цьому цей""",
}
"""Languages of which `function_words` knows none: it need not tell them apart by them."""
_LINKING = {
    "de": "für gegen über zur zum",
    "en": "of on for against",
    "es": "de del contra por",
    "fr": "de du des contre pour",
    "it": "di del della dei contro",
    "pt": "de do da dos contra",
    "ru": "о об на для против по",
    "uk": "про на для проти з",
}


@cache
def small_words(language: str) -> frozenset[str]:
    """Return the words of a language that no term begins or ends with."""
    return frozenset(function_words(language)) | frozenset(_MORE.get(language, "").split())


@cache
def linking_words(language: str) -> frozenset[str]:
    """Return small words that may stand once in a term: `ban on books`, `Закон о тюрьмах`."""
    return frozenset(_LINKING.get(language, "").split())
