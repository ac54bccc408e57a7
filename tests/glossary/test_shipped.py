"""The termbase that ships is whole: its shape, its alphabets, and no term against another."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from workflow import safe_yaml

SHIPPED = Path(__file__).parents[2] / "glossary.yaml"
DOMAINS = (
    "agency",
    "court",
    "detention",
    "law",
    "media",
    "office",
    "organisation",
    "place",
    "procedure",
    "right",
    "status",
    "treaty",
)
LANGUAGES = ("en", "ru", "uk", "be", "es", "fr")
LEAST_CONCEPTS = {"en": 500, "ru": 500, "uk": 490, "es": 480, "fr": 480, "be": 300}
STATUSES = {"preferred", "admitted", "deprecated"}
TERM_KEYS = {"term", "status", "case", "abbreviation", "variants", "note"}
CYRILLIC = {
    "ru": set("абвгдеёжзийклмнопрстуфхцчшщъыьэюя"),
    "uk": set("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"),
    "be": set("абвгдеёжзійклмнопрстуўфхцчшыьэюя"),
}


@dataclass(frozen=True)
class Term:
    concept: str
    language: str
    status: str
    forms: tuple[str, ...]
    """The term, its abbreviation and its variants."""

    @property
    def good(self) -> bool:
        return self.status != "deprecated"


def concepts() -> list[dict[str, Any]]:
    loaded = safe_yaml.load(SHIPPED.read_text(encoding="utf-8"), SHIPPED.name)
    found: list[dict[str, Any]] = loaded["concepts"]
    return found


CONCEPTS = concepts()


def entries(concept: dict[str, Any], language: str) -> list[dict[str, Any]]:
    written = concept["terms"][language]
    return [{"term": written, "status": "preferred"}] if isinstance(written, str) else written


def terms() -> Iterator[Term]:
    for concept in CONCEPTS:
        for language in concept["terms"]:
            for entry in entries(concept, language):
                short = (entry["abbreviation"],) if "abbreviation" in entry else ()
                forms = (entry["term"], *short, *entry.get("variants", ()))
                yield Term(concept["id"], language, entry["status"], forms)


TERMS = list(terms())


def words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", text)


def alphabet(word: str) -> set[str]:
    return {unicodedata.name(letter).split()[0] for letter in word}


def test_concepts_are_sorted_by_domain_then_id_and_no_id_stands_twice() -> None:
    places = [(DOMAINS.index(concept["domain"]), concept["id"]) for concept in CONCEPTS]
    assert places == sorted(set(places))
    assert len({concept["id"] for concept in CONCEPTS}) == len(CONCEPTS)


def test_the_comment_at_the_top_names_the_domains() -> None:
    header = SHIPPED.read_text(encoding="utf-8").split("concepts:")[0]
    assert tuple(re.findall(r"^#   ([a-z]+) ", header, re.MULTILINE)) == DOMAINS


def test_a_concept_has_an_id_a_domain_terms_and_perhaps_a_note() -> None:
    for concept in CONCEPTS:
        assert {"id", "domain", "terms"} <= concept.keys() <= {"id", "domain", "note", "terms"}
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", concept["id"])
        assert list(concept["terms"]) == [tag for tag in LANGUAGES if tag in concept["terms"]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_one_preferred_term_for_a_concept_and_it_comes_first(language: str) -> None:
    present = [concept for concept in CONCEPTS if language in concept["terms"]]
    assert len(present) >= LEAST_CONCEPTS[language]
    for concept in present:
        first, *others = (entry["status"] for entry in entries(concept, language))
        assert first == "preferred", concept["id"]
        assert set(others) <= {"admitted", "deprecated"}, concept["id"]


def test_a_term_says_nothing_but_what_the_format_knows() -> None:
    for concept in CONCEPTS:
        for language in concept["terms"]:
            for entry in entries(concept, language):
                assert entry.keys() <= TERM_KEYS, (concept["id"], entry)
                assert entry["status"] in STATUSES
                assert entry.get("case", "exact") in {"exact", "any"}


def test_every_form_is_clean_text_with_typographic_apostrophes() -> None:
    for term in TERMS:
        for form in term.forms:
            assert isinstance(form, str), term
            assert form == unicodedata.normalize("NFC", " ".join(form.split())), term
            assert not set("'\"") & set(form), term


def test_no_word_mixes_alphabets() -> None:
    for term in TERMS:
        for word in (word for form in term.forms for word in words(form)):
            assert len(alphabet(word)) == 1, (term.concept, term.language, word)


@pytest.mark.parametrize("language", ["en", "es", "fr"])
def test_latin_languages_have_no_cyrillic(language: str) -> None:
    for term in TERMS:
        if term.language == language:
            letters = "".join(word for form in term.forms for word in words(form))
            assert alphabet(letters) == {"LATIN"}, term


@pytest.mark.parametrize("language", ["ru", "uk", "be"])
def test_cyrillic_languages_keep_to_their_letters_but_for_names_kept_as_they_are(
    language: str,
) -> None:
    kept_names = {
        (term.concept, word.casefold())
        for term in TERMS
        if term.language in {"en", "ru", "es", "uk"} and term.language != language
        for form in term.forms
        for word in words(form)
    }
    for term in TERMS:
        if term.language == language:
            for word in (word.casefold() for form in term.forms for word in words(form)):
                foreign = set(word) - CYRILLIC[language]
                assert not foreign or (term.concept, word) in kept_names, (term, word)


def test_no_form_stands_twice_in_a_concept() -> None:
    written = Counter((term.concept, term.language, form) for term in TERMS for form in term.forms)
    assert [form for form, times in written.items() if times > 1] == []


def test_no_two_concepts_prefer_the_same_form() -> None:
    preferred: dict[tuple[str, str], str] = {}
    for term in TERMS:
        if term.status == "preferred":
            for form in term.forms:
                owner = preferred.setdefault((term.language, form.casefold()), term.concept)
                assert owner == term.concept, form


def test_a_deprecated_term_is_never_part_of_a_good_one() -> None:
    for language in LANGUAGES:
        own = [term for term in TERMS if term.language == language]
        good = [f" {' '.join(words(f))} ".casefold() for t in own if t.good for f in t.forms]
        for term in own:
            if not term.good:
                for form in term.forms:
                    bad = f" {' '.join(words(form))} ".casefold()
                    assert not [text for text in good if bad in text], (term.concept, form)
