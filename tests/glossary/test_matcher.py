"""What counts as a term of the glossary in a text, and what does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflow.glossary.forms import Tier
from workflow.glossary.glossary import Case, Concept, Status, Term
from workflow.glossary.matcher import Match, Matcher


def concept(id: str, *terms: Term | str, tag: str = "en") -> Concept:
    as_terms = (term if isinstance(term, Term) else Term(text=term) for term in terms)
    return Concept(id=id, terms={tag: tuple(as_terms)})


def found(tag: str, term: Term | str, text: str) -> list[Match]:
    return Matcher([concept("c", term, tag=tag)], tag).find(text)


@pytest.mark.parametrize(
    ("tag", "term", "text", "words", "tier"),
    [
        ("en", "foreign agent", "a Foreign agent law", "Foreign agent", Tier.EXACT),
        ("en", "foreign agent", "the foreign agents", "foreign agents", Tier.LEMMA),
        ("en", "foreign agent", "the foreign-agent law", "foreign-agent", Tier.EXACT),
        ("en", "foreign agent", "a foreign\u00a0agent", "foreign\u00a0agent", Tier.EXACT),
        ("en", "foreign agent", "a “foreign agent’s” lawyer", "foreign agent", Tier.EXACT),
        (
            "ru",
            "иностранный агент",
            "признаны иностранными агентами",
            "иностранными агентами",
            Tier.LEMMA,
        ),
        ("ru", "заключённый", "Заключенных били", "Заключенных", Tier.LEMMA),
        ("ru", "замок", "ста́рый за\u0301мок", "за\u0301мок", Tier.EXACT),
        ("ru", "Савельев", "Анну Савельеву судят", "Савельеву", Tier.LEMMA),
        ("ru", "Гельман", "суд над Гельманом", "Гельманом", Tier.STEM),
        ("ru", "суд", "в судах", "судах", Tier.STEM),
        ("uk", "об'єднання", "членів об’єднання", "об’єднання", Tier.EXACT),
        (
            "uk",
            "Комітет проти тортур",
            "до Комітету проти тортур",
            "Комітету проти тортур",
            Tier.LEMMA,
        ),
        (
            "es",
            "enfermedad respiratoria",
            "enfermedades respiratorias",
            "enfermedades respiratorias",
            Tier.LEMMA,
        ),
        ("fr", "aérogare", "vers l’aérogare", "aérogare", Tier.EXACT),
        ("de", "Menschenrecht", "im Namen der Menschenrechte", "Menschenrechte", Tier.LEMMA),
        ("fi", "oikeus", "puhui oikeuksista", "oikeuksista", Tier.LEMMA),
        ("zh", "人权理事会", "联合国人权理事会会议", "人权理事会", Tier.EXACT),
        ("th", "สิทธิมนุษยชน", "เรื่องสิทธิมนุษยชนใน", "สิทธิมนุษยชน", Tier.EXACT),
        ("ko", "위원회", "인권 위원회는 말했다", "위원회는", Tier.STEM),
    ],
)
def test_a_term_is_found_in_its_forms(
    tag: str, term: str, text: str, words: str, tier: Tier
) -> None:
    [match] = found(tag, term, text)
    assert (text[match.start : match.end], match.tier) == (words, tier)


@pytest.mark.parametrize(
    ("tag", "term", "text"),
    [
        ("en", "foreign agent", "a foreign agency"),
        ("en", "foreign agent", "an agent, foreign to all"),
        ("en", "foreign agent", "It is foreign. Agents left."),
        ("en", "foreign agent", "foreign and domestic agents"),
        ("en", "court", "the courtyard"),
        ("ru", "иностранный агент", "иностранное агентство"),
        ("ru", "иностранный агент", "агент иностранный"),
        ("ru", "суд", "судимость"),
        ("ru", "суд", "на судне"),
        ("ru", "политический заключённый", "политическое заключение"),
        ("ru", "дело", "на самом дне"),
        ("zh", "人权理事会", "人权和理事会"),
        ("es", "agente extranjero", "la agencia extranjera"),
    ],
)
def test_what_only_resembles_a_term_is_not_found(tag: str, term: str, text: str) -> None:
    assert not found(tag, term, text)


def test_an_official_name_stands_as_it_is_written_but_takes_a_possessive() -> None:
    committee = Term(text="Committee Against Torture", case=Case.EXACT)
    assert found("en", committee, "the Committee Against Torture's report")
    assert not found("en", committee, "the Committee Against Tortures")


def test_an_official_name_has_forms_in_a_language_that_declines_names() -> None:
    committee = Term(text="Комитет против пыток", case=Case.EXACT)
    [match] = found("ru", committee, "в Комитете против пыток")
    assert match.cased


def test_variants_and_abbreviations_are_the_term_and_say_so() -> None:
    term = Term(text="Committee Against Torture", abbreviation="CAT", variants=("UN-CAT",))
    assert [match.tier for match in found("en", term, "The CAT met.")] == [Tier.VARIANT]
    assert [match.written for match in found("en", term, "The UN-CAT met.")] == ["UN-CAT"]


def test_a_stop_inside_a_term_may_stand_in_the_text() -> None:
    assert found("en", "St. Mary prison", "in St. Mary prison")


@pytest.mark.parametrize(
    ("term", "text", "is_found"),
    [
        ("Committee against Torture", "the Committees against Torture", True),
        ("Committee against Torture", "the Committee against Tortures", False),
        ("Committee on the Rights of the Child", "the Committee on the Right of the Child", False),
        ("Truth and Justice Commission", "the Truth and Justice Commissions", True),
        ("committee of inquiry", "the committees of inquiries", True),
    ],
)
def test_in_an_english_name_only_what_stands_before_the_preposition_has_a_plural(
    term: str, text: str, *, is_found: bool
) -> None:
    assert bool(found("en", term, text)) is is_found


def test_the_longest_term_wins() -> None:
    matcher = Matcher([concept("court", "court"), concept("supreme", "supreme court")], "en")
    text = "The Supreme Court overruled the court."
    assert [match.concept.id for match in matcher.find(text)] == ["supreme", "court"]
    assert len(list(matcher.occurrences(text))) == 3


def test_of_two_that_overlap_by_a_word_the_longer_wins_then_the_first() -> None:
    matcher = Matcher([concept("a", "red cross"), concept("b", "cross border aid")], "en")
    assert [match.concept.id for match in matcher.find("red cross border aid")] == ["b"]
    matcher = Matcher([concept("a", "iron gate"), concept("b", "gate keys")], "en")
    assert [match.concept.id for match in matcher.find("iron gate keys")] == ["a"]


def test_homonyms_are_found_side_by_side_in_the_order_of_the_glossary() -> None:
    matcher = Matcher([concept("tennis", "courts"), concept("law", "court")], "en")
    for text in ("the court", "the courts"):
        assert [match.concept.id for match in matcher.occurrences(text)] == ["tennis", "law"]


@pytest.mark.parametrize("space", [" ", "\u00a0", "\u3000", "\n"])
def test_a_word_is_read_between_any_two_spaces_where_it_stands(space: str) -> None:
    text = f"«court»{space}court,{space}({space}court"
    spans = [match.span for match in found("en", "court", text)]
    assert [text[slice(*span)] for span in spans] == ["court"] * 3
    assert len({start for start, _ in spans}) == 3


def test_a_deprecated_term_that_differs_by_capitals_is_told_from_the_preferred_one() -> None:
    committee = concept(
        "cat",
        Term(text="Committee Against Torture", case=Case.EXACT),
        Term(text="committee against torture", status=Status.DEPRECATED, case=Case.EXACT),
    )
    matcher = Matcher([committee], "en")
    [right] = matcher.find("the Committee Against Torture")
    [wrong] = matcher.find("the committee against torture")
    assert right.term.status is Status.PREFERRED
    assert wrong.term.status is Status.DEPRECATED


def test_terms_of_a_language_serve_its_regions() -> None:
    assert Matcher([concept("c", "tribunal", tag="pt")], "pt-BR").find("no tribunal")
    assert not Matcher([concept("c", "tribunal", tag="pt-BR")], "pt").find("no tribunal")


def test_exact_matching_opens_no_dictionary(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: str) -> None:
        raise AssertionError("a dictionary was opened")

    monkeypatch.setattr("workflow.glossary.forms.lemmatiser", fail)
    matcher = Matcher([concept("c", "foreign agent")], "en", Tier.EXACT)
    assert matcher.find("a foreign agent")
    assert not matcher.find("foreign agents")


PIECES = st.sampled_from(
    ["foreign", "agent", "agents", "court", "supreme", ",", ".", "-", "’s", "иностранный", "人"]
)


@given(st.lists(PIECES, max_size=30))
def test_matches_lie_in_the_text_and_apart_from_each_other(pieces: list[str]) -> None:
    text = " ".join(pieces)
    terms = ("foreign agent", "agent court", "court", "supreme court", "agent")
    end = 0
    for match in Matcher([concept(term, term) for term in terms], "en").find(text):
        assert end <= match.start < match.end <= len(text)
        assert not text[match.start : match.end].startswith(" ")
        end = match.end


@given(st.text(min_size=1, max_size=30))
def test_a_term_is_found_in_itself(text: str) -> None:
    matcher = Matcher([concept("c", text)], "en", Tier.EXACT)
    covered = sum(match.end - match.start for match in matcher.find(text))
    assert covered or not any(char.isalnum() for char in text) or not text.isascii()


@pytest.mark.parametrize(
    ("tag", "term", "text"),
    [
        ("fr", "Crimée", "les crimes de guerre"),
        ("en", "CIA", "the CIE report"),
        ("es", "OC", "la OCS se reunió"),
        ("ru", "Холод", "от холода"),
    ],
)
def test_names_and_acronyms_are_no_forms_of_other_words(tag: str, term: str, text: str) -> None:
    assert not found(tag, term, text)


def test_an_acronym_takes_an_ending_in_small_letters() -> None:
    assert found("ru", "ГУЛАГ", "узники ГУЛАГа")


def test_a_variant_may_leave_a_gap_for_a_few_words() -> None:
    term = Term(text="Working Group", variants=("Working Group … on Arbitrary Detention",))
    [match] = found("en", term, "the Working Group of the United Nations on Arbitrary Detention")
    assert match.tier is Tier.VARIANT
    [short] = found("en", term, "the Working Group. They spoke on Arbitrary Detention")
    assert short.written == "Working Group"
    [far] = found("en", term, "the Working Group that we all know and love on Arbitrary Detention")
    assert far.written == "Working Group"
