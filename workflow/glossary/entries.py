"""What the matcher compares a text with: every spelling of every term, taken apart into words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from workflow.glossary.forms import Analyser, Form, Placed
from workflow.glossary.glossary import Case, Concept, Term
from workflow.language.small_words import linking_words, small_words

GAP = "…"
"""In a variant: a few other words may stand here."""
_NAMES_STAND = frozenset({"ca", "en", "es", "fr", "gl", "it", "nl", "pt"})
"""Languages in which the official name of a body has no forms: it stands as it is written."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One spelling of a term.

    `concept` and `term` are the places of the two in the glossary. `joints` is what stands between
    its words, `anchor` the word of it that the fewest texts should have. A `rigid` one has no
    forms; a `name` is one capitalised word, an `acronym` one word of capitals.
    """

    number: int
    concept: int
    term: int
    written: str
    words: tuple[Form, ...]
    joints: tuple[str, ...]
    anchor: int
    variant: bool
    rigid: bool

    @property
    def phrase(self) -> bool:
        """Whether it has several words, in a language whose stems tell words well enough apart."""
        return len(self.words) > 1 and not self.rigid

    @property
    def acronym(self) -> bool:
        """Whether it is one word of capitals, such as `NATO`."""
        return _is_acronym(self.written, len(self.words))

    @property
    def name(self) -> bool:
        """Whether it is one word with a capital."""
        return len(self.words) == 1 and self.written[:1].isupper()

    @property
    def keys(self) -> tuple[str, ...]:
        """What a word of a text has in common with the anchor, if it may be one of its forms."""
        return self.words[self.anchor].keys

    def values(self) -> list[Any]:
        """Return plain values from which `from_values` makes the entry again."""
        words = [[form.text, sorted(form.lemmas), form.stem] for form in self.words]
        return [
            self.number, self.concept, self.term, self.written, words, self.joints, self.anchor,
            self.variant, self.rigid,
        ]  # fmt: skip

    @classmethod
    def from_values(cls, values: Sequence[Any], *, firm_stems: bool) -> Entry:
        """Return the entry that `values` were taken from; see `Form.firm_stem`."""
        number, concept, term, written, words, joints, anchor, variant, rigid = values
        firm = firm_stems or _is_acronym(written, len(words))
        forms = tuple(Form(text, frozenset(lemmas), stem, firm) for text, lemmas, stem in words)
        return cls(number, concept, term, written, forms, tuple(joints), anchor, variant, rigid)


def entries(concepts: Iterable[Concept], tag: str, analyser: Analyser) -> Iterator[Entry]:
    """Yield an entry for every spelling of every term that `concepts` have in a language."""
    concepts = list(concepts)
    analyser.learn(
        written
        for concept in concepts
        for term in concept.terms_in(tag)
        for written, _ in spellings(term)
    )
    spelt = [
        (number, place, term, written, variant, words)
        for number, concept in enumerate(concepts)
        for place, term in enumerate(concept.terms_in(tag))
        for written, variant in spellings(term)
        if (words := analyser.forms(written))
    ]
    count = Counter(word.form.text for *_, words in spelt for word in words)
    rigid = analyser.language in _NAMES_STAND
    for number, (concept, place, term, written, variant, words) in enumerate(spelt):
        rarity = [(count[word.form.text], -len(word.form.text)) for word in words]
        yield Entry(
            number=number,
            concept=concept,
            term=place,
            written=written,
            words=_forms(words, written, analyser.language),
            joints=tuple(joints(words, written)),
            anchor=rarity.index(min(rarity)),
            variant=variant,
            rigid=rigid and term.case is Case.EXACT and len(words) > 1,
        )


def _forms(words: Sequence[Placed], written: str, language: str) -> tuple[Form, ...]:
    forms = tuple(word.form for word in words)
    if _is_acronym(written, len(words)):  # no dictionary knows it: its stem is all there is
        return tuple(replace(form, firm_stem=True) for form in forms)
    if language == "en":
        stands = _standing_from(words, written)
        return (*forms[:stands], *(Form(form.text) for form in forms[stands:]))
    return forms


def _standing_from(words: Sequence[Placed], written: str) -> int:
    """Return the number of the word from which on an English name has no other forms.

    What follows a preposition stands as it is: `Committees against Torture`, but never `Committee
    against Tortures`. All words of a name have capitals but the small ones.
    """
    texts = [word.form.text for word in words]
    is_name = all(
        written[word.start].isupper() or text in small_words("en")
        for word, text in zip(words, texts, strict=True)
    )
    joints = (n for n, text in enumerate(texts) if n and text in linking_words("en"))
    return next(joints, len(words)) if is_name else len(words)


def _is_acronym(written: str, words: int) -> bool:
    return words == 1 and len(written) > 1 and written.isupper()


def spellings(term: Term) -> Iterator[tuple[str, bool]]:
    """Yield all that a text may have for a term, and whether each is a variant."""
    yield term.text, False
    for variant in (term.abbreviation, *term.variants):
        if variant:
            yield variant, True


def joints(words: Sequence[Placed], text: str) -> Iterator[str]:
    """Yield what stands between each word and the next."""
    for word, following in pairwise(words):
        yield text[word.end : following.start]
