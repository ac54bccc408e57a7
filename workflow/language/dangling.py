"""Small words that have lost the word they belong to: “in, with one in six owning a boat”.

Only what a language never lets stand so is listed. English may leave a preposition behind (“the
house he lived in,”), German a separable prefix (“er trat ein.”), so those are not here.
"""

import re
from collections.abc import Iterator
from functools import cache

from workflow.language.tags import language

_AT_SIGN = r"(?=\s*[,;.)])"
_AT_COMMA = r"(?=\s*[,;)])"
"""For words whose stop may be that of an abbreviation: `с.`, `w.`."""
_ENGLISH_VERB = "is|are|was|were|has|have|had|will|would|said"
_ENGLISH_PREPOSITION = r"of|to|from|with|by|at|for|on|in(?!\s+(?:vi|si|ute|ab)\w+)"
"""Not `in` in “the in vivo efficacy”."""
_PATTERNS: dict[str, tuple[str, ...]] = {
    "en": (
        rf"(?:the|an){_AT_SIGN}",
        rf"the(?=\s+(?:{_ENGLISH_VERB}|{_ENGLISH_PREPOSITION}|and|or|as|where|who|which|an?)\b"
        r"(?!-))",
        rf"a(?=\s+(?:{_ENGLISH_VERB}|and|of|from|with|by|at|for|the|an)\b(?!-))",
        rf"of{_AT_COMMA}",
        rf"(?:according|due|thanks|owing) to{_AT_SIGN}",
        rf"(?:of|between|among|into|from|during|toward|towards)(?=\s+(?:{_ENGLISH_VERB}|since)\b(?!-))",
        r"(?:between|of)(?=\s+and\b)",
        r"(?:of|from|by|into|among|during|toward|towards|to|at)(?=\s+(?:of|on|with|from|during)\b(?!-))",
        r"(?:to|at)(?=\s+(?:is|are|was|has|had|will|would|since|in)\b(?!-))",
        r"(?:in|on)(?=\s+(?:are|was|has|had|will|would)\b(?!-))",
        r"(?:for|from|in|at)(?=, (?:who|where|when|which)\b)",
    ),
    "es": (
        rf"(?:el|las?|los|un|del?|(?<!et )al|para|con|en|por|desde|hacia){_AT_SIGN}",
        r"(?:del|al)(?=\s+(?:y|o|es|son|fue|fueron|ha|han|había)\b)",
    ),
    "fr": (
        rf"(?:le|la|les|des?|du|aux?|à|par|en|chez|vers){_AT_SIGN}",
        r"(?:du|aux?)(?=\s+(?:et|ou|de|est|sont|a|ont|était|étaient)\b)",
    ),
    "it": (
        rf"(?:il|lo|gli|una?|di|del|della|dei|delle|da|dal|dalla|in|con|per|tra|fra|al){_AT_SIGN}",
    ),
    "pt": (rf"(?:os|uma?|de|dos?|das?|em|por|para|com|ao|pelo|pela){_AT_SIGN}",),
    "de": (rf"(?:des|im|am|zum|zur|beim|vom|ins|von|für){_AT_COMMA}",),
    "nl": (rf"(?:de|het|een){_AT_SIGN}",),
    "pl": (rf"(?:w|we|z|ze|do|od|dla|bez|nad|pod|przy|przez|między|ku){_AT_COMMA}",),
    "ru": (rf"(?:в|во|к|ко|с|со|у|о|об|из|от|для|без|над|под|при|про|через|между){_AT_COMMA}",),
    "uk": (rf"(?:у|в|з|із|зі|до|від|для|без|над|під|при|про|через|між){_AT_COMMA}",),
}
_STRANDED = {"en": rf"(?:by|in|on|at|from|to|with|for|about|via|under){_AT_SIGN}"}
"""What a language may leave behind, though not where a link was."""


def dangling_words(text: str, tag: str, *, may_strand: bool = True) -> Iterator[re.Match[str]]:
    """Return the small words of a text that stand before a sign or a word where none can stand.

    `tag` is BCP 47; nothing for a language that is not listed. Where `may_strand` is false,
    prepositions are told that the language leaves behind at the end of a clause.
    """
    pattern = _compiled(language(tag), may_strand)
    return pattern.finditer(text) if pattern else iter(())


@cache
def _compiled(base: str, may_strand: bool) -> re.Pattern[str] | None:
    patterns = list(_PATTERNS.get(base, ()))
    if not may_strand and base in _STRANDED:
        patterns.append(_STRANDED[base])
    if not patterns:
        return None
    return re.compile(rf"(?<![\w’'.-])(?:{'|'.join(patterns)})")
