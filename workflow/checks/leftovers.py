"""Finding the words of the source language that stand in a translation of the same script."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from workflow.checks.check import Pair
from workflow.checks.international import is_foreign_place, is_international
from workflow.checks.words import WORD, Word
from workflow.language.function_words import function_words
from workflow.language.lexicon import Lexicon, lexicon
from workflow.language.name_kinds import CAPITAL_NOUNS
from workflow.language.name_words import PARTICLES

_QUOTED = re.compile(r"[\"“„«»‘‚‹]\s?\w\S*(?:\s\S+){0,3}?\s?[\"”“»«’›]")
_QUOTATION = re.compile(r"[\"“„«]\s?([^\"“”„«»]+?)[.,]?\s?[\"”“»]")
_LONG_WORD = 4
_LATIN = re.compile(
    r"\b(?:in|ex|post|de|et|per|pro|ad|bona|status|alma|amicus|persona)\s(?:vitro|vivo|situ|utero"
    r"|silico|absentia|memoriam|extremis|flagrante|mortem|facto|iure|jure|al|capita|diem|se|bono|hoc"
    r"|hominem|nauseam|fides?|quo|mater|curiae|non grata)\b"
    r"|\bd['’](?:état|affaires|œuvre|oeuvre)\b",
    re.IGNORECASE,
)
_DOMAIN = re.compile(r"\w+(?:\.\w+)+")
_PARTS = re.compile(r"['’ʼ‐-]")
_SHORTEST, _SHORTEST_STEM, _LONGEST_ENDING = 2, 5, 2
_ARTICLE = r"\b(?:[Dd](?:ie|er|as|en|em|es)|[Ee]ine?[nmrs]?)"
_ELIDED = re.compile(r"(?:d|l|qu|j|n|s|m|t|c|dell|all|nell|sull|un)['’]", re.IGNORECASE)


@dataclass(frozen=True)
class Leftover:
    """A word of the source language; `sure` where it is a small word that no other language has."""

    word: Word
    sure: bool


@dataclass(frozen=True)
class Leftovers:
    """The search in one pair; `names` are words that the whole article uses as names."""

    pair: Pair
    names: frozenset[str] = frozenset()

    def find(self) -> Iterator[Leftover]:
        """Yield the words that were left; names, titles and set phrases are passed over."""
        candidates = {text for text in self._suspects() if self._is_candidate(text)}
        if not candidates:
            return
        line = self.pair.words
        for index, word in enumerate(line):
            if word.text not in candidates:
                continue
            small = self._is_small(word)
            if (
                (small or self._is_strange(word))
                and not any(start <= word.start < end for start, end in self._spared)
                and not self._is_in_name(line, index)
            ):
                yield Leftover(word, small)

    def _suspects(self) -> set[str]:
        """Return the words that the target language has not: few of any text."""
        here = self.pair.here
        small = _own_small_words(self.pair.out_of, self.pair.into) & here.vocabulary
        odd = {word for word in here.forms if word.lower() in small} if small else set()
        home = lexicon(self.pair.target_language)
        return odd if home is None else odd | home.unknown.of(here.forms)

    @cached_property
    def _spared(self) -> list[tuple[int, int]]:
        short = [
            match.span()
            for pattern in (_QUOTED, _LATIN, _DOMAIN)
            for match in pattern.finditer(self.pair.text)
        ]
        return [*short, *self._titles]

    @property
    def _titles(self) -> Iterator[tuple[int, int]]:
        """The quotations that stand in the source too and have capitals on most long words."""
        original = self.pair.original.lower()
        for match in _QUOTATION.finditer(self.pair.text):
            long = [word for word in WORD.findall(match[1]) if len(word) >= _LONG_WORD]
            capitals = sum(word[0].isupper() for word in long)
            if 2 * capitals > len(long) and match[1].lower() in original:
                yield match.span()

    @cached_property
    def _forms(self) -> frozenset[str]:
        """The words of the source, the parts of compounds, and the first without its capital."""
        found = self.pair.there.written_words
        forms = {*found, *(word.lower() for word in found[:1])}
        for word in found:
            if not word.isalpha():
                forms.update(_PARTS.split(word))
        return frozenset(forms)

    @cached_property
    def _starts(self) -> frozenset[str]:
        """The first letters of the source's words."""
        return frozenset([form[:_SHORTEST_STEM] for form in self._forms])

    @cached_property
    def _small_starts(self) -> frozenset[str]:
        """The same in small letters."""
        return frozenset(map(str.lower, self._starts))

    def _begins_alike(self, text: str) -> bool:
        """Whether a word of the source has the first letters, if perhaps another capital."""
        start = text[:_SHORTEST_STEM]
        if start in self._starts:
            return True
        return start in (start.capitalize(), start.upper()) and start.lower() in self._small_starts

    def _is_candidate(self, text: str) -> bool:
        """Whether the source has the word in some form, and it is not too short to tell."""
        if text not in self._forms and not self._begins_alike(text):
            return not text.isalpha() and bool(self._shared_parts(text))
        return len(text) >= _SHORTEST and self._is_shared(text)

    def _is_shared(self, text: str) -> bool:
        """Whether the source has the word, a part of it, or another form of it."""
        if text in self._forms or text.lower() in self._forms:
            return True
        if self._begins_alike(text):
            stem = text[: max(_SHORTEST_STEM, len(text) - _LONGEST_ENDING)]
            if len(stem) >= _SHORTEST_STEM and any(form.startswith(stem) for form in self._forms):
                return True
        return not text.isalpha() and bool(self._shared_parts(text))

    def _shared_parts(self, text: str) -> list[str]:
        return [p for p in _PARTS.split(text) if len(p) >= _SHORTEST and p in self._forms]

    def _is_small(self, word: Word) -> bool:
        """Whether this is a small word of the source language and none of the target's."""
        text = word.text
        small = _own_small_words(self.pair.out_of, self.pair.into)
        begins = word.start == 0 and text.lower() in self._forms
        return text.lower() in small and (begins or (text.islower() and text in self._forms))

    def _is_strange(self, word: Word) -> bool:
        """Whether only the source language has such a word, and it is no name."""
        home = lexicon(self.pair.target_language)
        if home is None or home.knows(word.text) or word.text in self.names:
            return False
        if word.text.lower() in function_words(self.pair.into):
            return False
        if word.text.islower() and word.text in self._forms and _ELIDED.match(word.text):
            return True
        if word.text.islower():
            return any(self._is_strange_part(part, home) for part in self._tried(word.text))
        return not word.text.isupper() and self._is_no_name(word)

    def _tried(self, text: str) -> list[str]:
        if text in self._forms or text.isalpha():
            return [text, *self._shared_parts(text)]
        return self._shared_parts(text) or [text]

    def _is_strange_part(self, part: str, home: Lexicon) -> bool:
        """Whether a word is in the source's dictionary and not in the target's.

        What neither knows is most often international (“bitcoin”), unless its letters say no.
        """
        if home.knows(part):
            return False
        is_copied = part in self._forms
        away = lexicon(self.pair.out_of) if part.isascii() or not is_copied else None
        if away is not None and not away.knows(part):
            return False
        return not is_international(part, self.pair.out_of, self.pair.into)

    def _is_no_name(self, word: Word) -> bool:
        text = word.text
        if is_foreign_place(text, self.pair.out_of, self.pair.into):
            return True
        away = lexicon(self.pair.out_of)
        if away is None:
            return False
        begins = not any(letter.isalpha() for letter in self.pair.text[: word.start])
        if begins and text.lower() in away.lemmas:
            return True
        if self.pair.out_of not in CAPITAL_NOUNS:
            return False
        return any(
            _is_german_noun(part, away, self.pair.original, begins)
            for part in (text, *self._shared_parts(text))
        )

    def _is_in_name(self, line: Sequence[Word], index: int) -> bool:
        """Whether the source has it in a name with its neighbour: “Graf Zeppelin”."""
        word = line[index]
        pairs = [(line[at], line[at + 1]) for at in (index - 1, index) if 0 <= at < len(line) - 1]
        high = [
            both
            for both in pairs
            if (both[0] if both[1] is word else both[1]).text[0].isupper() and self._together(*both)
        ]
        if word.text.islower():
            is_particle = word.text in PARTICLES or word.text in function_words(self.pair.out_of)
            return len(high) == 2 and is_particle
        away = lexicon(self.pair.out_of)
        is_title = away is not None and away.is_title(word.text)
        return bool(high) and not (is_title and high[0][0] is word)

    def _together(self, first: Word, second: Word) -> bool:
        between = self.pair.text[first.end : second.start]
        return not between.strip() and f"{first.text} {second.text}" in self.pair.original


@cache
def _own_small_words(out_of: str, into: str) -> frozenset[str]:
    """Return the small words of one language that the other has not."""
    return function_words(out_of) - function_words(into)


def _is_german_noun(text: str, away: Lexicon, source: str, begins: bool) -> bool:
    """Whether a word with a capital is no name but a German noun.

    At the beginning, where a name is likeliest, an article in the source or a plural has to say so.
    """
    has_article = re.search(rf"{_ARTICLE} {re.escape(text)}\b", source) is not None
    if (has_article and text.lower() in away.lemmas) or away.is_land(text):
        return True
    sure = not begins or has_article or away.lemmas.get(text) != text
    return sure and away.is_common_noun(text)
