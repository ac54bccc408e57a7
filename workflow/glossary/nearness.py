"""Words that are almost a term: too near to be called a fault, not near enough to be the term."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from workflow.glossary.entries import spellings
from workflow.glossary.forms import Form, Placed
from workflow.glossary.glossary import Concept, Term
from workflow.glossary.matcher import Matcher
from workflow.language.words import shared_beginning

_STOP = re.compile(r"[.!?;:。！？]")
_MAX_BETWEEN = 2
"""How many words may stand between two words of a term."""
_ROMANCE = frozenset({"ca", "es", "fr", "gl", "it", "oc", "pt", "ro"})
_PARTICLE = re.compile(
    r"à|a|al|au|aux|d|da|das|de|del|della|des|di|do|dos|du|e|el|en|et|il|l|la|las|le|les|lo|los"
    r"|un|una|une|y"
)
"""Articles and prepositions of Romance languages: `service d'urgence` is `service des urgences`."""


@dataclass(frozen=True, slots=True)
class Near:
    """Words of a text that are almost the term of a concept; the span is in code points."""

    concept: Concept
    term: Term
    start: int
    end: int


def nearest(text: str, concepts: Iterable[Concept], matcher: Matcher) -> Near | None:
    """Return where `text` comes near an allowed term of one of `concepts`, which it lacks.

    That is: its words in order, each as a related word, with one or two others in between.
    """
    language = matcher.analyser.language
    placed = matcher.analyser.forms(text)
    for concept in concepts:
        for term in concept.terms_in(matcher.tag):
            for written, _ in spellings(term) if term.allowed else ():
                forms = [word.form for word in matcher.analyser.forms(written)]
                span = _span(_content(forms, language), placed, text, language)
                if span:
                    return Near(concept, term, *span)
    return None


def _content(forms: list[Form], language: str) -> list[Form]:
    if language not in _ROMANCE:
        return forms
    return [form for form in forms if not _PARTICLE.fullmatch(form.text)] or forms


def _span(
    wanted: list[Form], placed: list[Placed], text: str, language: str
) -> tuple[int, int] | None:
    for first, word in enumerate(placed):
        if not wanted or not _related(wanted[0], word.form, language):
            continue
        last = first
        for form in wanted[1:]:
            reach = placed[last + 1 : last + 2 + _MAX_BETWEEN]
            step = next(
                (i for i, w in enumerate(reach, 1) if _related(form, w.form, language)), None
            )
            if step is None or _STOP.search(text, placed[last].end, placed[last + step].start):
                break
            last += step
        else:
            return word.start, placed[last].end
    return None


def _related(a: Form, b: Form, language: str) -> bool:
    """Whether two words may well be forms of one, or made from one root.

    A dictionary that knows one lemma for each form takes `infectés` for an adjective and `infecter`
    for a verb; their stem is the same. In Romance languages the same is said by a noun and by its
    adjective (`épidémie`, `épidémique`), whose stems differ. Words of languages without data have
    beginnings only.
    """
    if a.tier(b) is not None or (a.stem and a.stem == b.stem):
        return True
    first, second = _unaccented(a.text), _unaccented(b.text)
    shared = shared_beginning(first, second)
    if language in _ROMANCE:
        return shared >= max(5, 0.6 * min(len(first), len(second)))
    known = a.stem or b.stem or a.lemmas or b.lemmas
    return not known and shared >= max(4, 0.6 * len(first))


def _unaccented(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
